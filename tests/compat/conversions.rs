//! `from`, `try_from`, `into`: alone, together, over generics, in and around every representation.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::{Deserialize, Serialize};

use crate::compare::{accepts, reads, refuses, round_trips, write};
use crate::{Decode, Encode, FastJson};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(from = "(u8, u8)", into = "(u8, u8)")]
struct Pair {
    a: u8,
    b: u8,
}

impl From<(u8, u8)> for Pair {
    fn from((a, b): (u8, u8)) -> Pair {
        Pair { a, b }
    }
}

impl From<Pair> for (u8, u8) {
    fn from(pair: Pair) -> (u8, u8) {
        (pair.a, pair.b)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(try_from = "String", into = "String")]
enum Version {
    Two(u8, u8),
    Three(u8, u8, u8),
}

impl TryFrom<String> for Version {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Version, Self::Error> {
        let parts = text.split('.').map(str::parse).collect::<Result<Vec<u8>, _>>()?;
        match parts[..] {
            [a, b] => Ok(Version::Two(a, b)),
            [a, b, c] => Ok(Version::Three(a, b, c)),
            _ => "".parse().map(|a| Version::Two(a, 0)),
        }
    }
}

impl From<Version> for String {
    fn from(version: Version) -> String {
        match version {
            Version::Two(a, b) => format!("{a}.{b}"),
            Version::Three(a, b, c) => format!("{a}.{b}.{c}"),
        }
    }
}

/// As an option: null is a value, and so is nothing where an option may be missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(from = "Option<u8>", into = "Option<u8>")]
struct OrZero(u8);

impl From<Option<u8>> for OrZero {
    fn from(maybe: Option<u8>) -> OrZero {
        OrZero(maybe.unwrap_or(0))
    }
}

impl From<OrZero> for Option<u8> {
    fn from(or_zero: OrZero) -> Option<u8> {
        (or_zero.0 != 0).then_some(or_zero.0)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(from = "Vec<T>", into = "Vec<T>")]
#[serde(bound(serialize = "T: Serialize + Clone"))]
struct Stack<T>(Vec<T>);

impl<T> From<Vec<T>> for Stack<T> {
    fn from(mut list: Vec<T>) -> Stack<T> {
        list.reverse();
        Stack(list)
    }
}

impl<T> From<Stack<T>> for Vec<T> {
    fn from(stack: Stack<T>) -> Vec<T> {
        stack.0.into_iter().rev().collect()
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(try_from = "Raw<T>", into = "Raw<T>")]
#[serde(bound(
    serialize = "T: Serialize + Clone",
    deserialize = "T: Deserialize<'de> + PartialOrd"
))]
struct Range<T> {
    low: T,
    high: T,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Raw<T> {
    from: T,
    #[serde(alias = "until")]
    to: T,
}

impl<T: PartialOrd> TryFrom<Raw<T>> for Range<T> {
    type Error = &'static str;

    fn try_from(raw: Raw<T>) -> Result<Range<T>, &'static str> {
        if raw.from <= raw.to {
            Ok(Range { low: raw.from, high: raw.to })
        } else {
            Err("upside down")
        }
    }
}

impl<T> From<Range<T>> for Raw<T> {
    fn from(range: Range<T>) -> Raw<T> {
        Raw { from: range.low, to: range.high }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Encode)]
#[serde(into = "String")]
struct Shown<T: Display + Clone>(T);

impl<T: Display + Clone> From<Shown<T>> for String {
    fn from(shown: Shown<T>) -> String {
        format!("<{}>", shown.0)
    }
}

#[derive(Debug, Clone, PartialEq, Deserialize, Decode)]
#[serde(from = "BTreeMap<String, u8>")]
struct Sum(u32);

impl From<BTreeMap<String, u8>> for Sum {
    fn from(map: BTreeMap<String, u8>) -> Sum {
        Sum(map.values().map(|n| u32::from(*n)).sum())
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(from = "Object", into = "Object")]
struct AsObject(u8);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Object {
    n: u8,
    #[serde(default)]
    more: u8,
}

impl From<Object> for AsObject {
    fn from(object: Object) -> AsObject {
        AsObject(object.n)
    }
}

impl From<AsObject> for Object {
    fn from(AsObject(n): AsObject) -> Object {
        Object { n, more: 0 }
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(from = "u8", into = "bool")]
struct Asymmetric(bool);

impl From<u8> for Asymmetric {
    fn from(n: u8) -> Asymmetric {
        Asymmetric(n != 0)
    }
}

impl From<Asymmetric> for bool {
    fn from(asymmetric: Asymmetric) -> bool {
        asymmetric.0
    }
}

#[test]
fn alone() {
    round_trips([Pair { a: 1, b: 2 }]);
    refuses::<Pair>(&[r#"{"a":1,"b":2}"#, "[1]", "[1,2,3]", "null"]);
    round_trips([Version::Two(1, 2), Version::Three(1, 2, 3)]);
    refuses::<Version>(&[r#""1""#, r#""1.x""#, r#""1.2.3.4""#, r#""""#, "1.2", "null"]);
    round_trips([OrZero(0), OrZero(1)]);
    reads("null", OrZero(0));
    round_trips([Stack(vec![1, 2, 3]), Stack(vec![])]);
    round_trips([Stack(vec![Stack(vec![OrZero(0)])])]);
    round_trips([Range { low: 1, high: 2 }]);
    round_trips([Range { low: "a".to_string(), high: "b".to_string() }]);
    reads(r#"{"until":2.5,"from":1}"#, Range { low: 1.0, high: 2.5 });
    refuses::<Range<u8>>(&[r#"{"from":2,"to":1}"#, r#"{"low":1,"high":2}"#]);
    assert_eq!(write(&Shown(1.5)).as_deref(), Some("\"<1.5>\""));
    assert_eq!(write(&[Shown('a')]).as_deref(), Some("[\"<a>\"]"));
    reads(r#"{"a":1,"b":255}"#, Sum(256));
    refuses::<Sum>(&["[]", r#"{"a":256}"#]);
    round_trips([AsObject(1)]);
    reads("1", Asymmetric(true));
    assert_eq!(write(&Asymmetric(true)).as_deref(), Some("true"));
}

#[test]
fn in_fields() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Holder {
        pair: Pair,
        or_zero: OrZero,
        #[serde(default)]
        asymmetric: Asymmetric,
        version: Option<Version>,
        #[serde(flatten)]
        object: AsObject,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Forwarding {
        or_zero: OrZero,
    }

    accepts::<Holder>(&[
        r#"{"pair":[1,2],"or_zero":null,"n":1}"#,
        r#"{"n":1,"asymmetric":1,"version":"1.2","or_zero":3,"pair":[1,2],"more":4}"#,
    ]);
    refuses::<Holder>(&[
        r#"{"pair":[1,2],"or_zero":null}"#,
        r#"{"pair":[1,2],"or_zero":1,"n":1,"version":"x"}"#,
        r#"{"or_zero":1,"n":1}"#,
    ]);
    // A missing field of a type that is read from an option.
    reads("{}", Forwarding { or_zero: OrZero(0) });
    round_trips([Forwarding { or_zero: OrZero(1) }]);
    round_trips([BTreeMap::from([(Version::Two(1, 2), OrZero(1))])]);
}

macro_rules! variants {
    ($($module:ident: ($($key:tt)*);)*) => { $(
        #[test]
        fn $module() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde($($key)*)]
            enum Test {
                Fields { pair: Pair, version: Version, or_zero: OrZero },
                Object(AsObject),
                Generic(Range<i64>),
                More { list: Stack<Range<u8>> },
            }

            let version = || Version::Two(1, 0);
            round_trips([
                Test::Fields { pair: Pair { a: 1, b: 2 }, version: version(), or_zero: OrZero(0) },
                Test::Object(AsObject(1)),
                Test::Generic(Range { low: -1, high: 1 }),
                Test::More { list: Stack(vec![Range { low: 1, high: 2 }]) },
            ]);
        }
    )* };
}

variants! {
    external: (rename_all = "lowercase");
    internal: (tag = "t");
    adjacent: (tag = "t", content = "c");
    untagged: (untagged);
}

#[test]
fn enums_through_others() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Wire {
        Text(String),
        Full {
            name: String,
            #[serde(default)]
            optional: bool,
        },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(from = "Wire", into = "Wire")]
    struct Dependency {
        name: String,
        optional: bool,
    }

    impl From<Wire> for Dependency {
        fn from(wire: Wire) -> Dependency {
            match wire {
                Wire::Text(name) => Dependency { name, optional: false },
                Wire::Full { name, optional } => Dependency { name, optional },
            }
        }
    }

    impl From<Dependency> for Wire {
        fn from(dependency: Dependency) -> Wire {
            let Dependency { name, optional } = dependency;
            if optional { Wire::Full { name, optional } } else { Wire::Text(name) }
        }
    }

    round_trips([
        Dependency { name: "a".into(), optional: false },
        Dependency { name: "a".into(), optional: true },
    ]);
    reads(r#"{"name":"a"}"#, Dependency { name: "a".into(), optional: false });
    refuses::<Dependency>(&["{}", "null", "1", r#"["a",true]"#]);
}
