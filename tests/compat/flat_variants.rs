//! `flatten` inside the fields of variants, in every representation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, bends, refuses, round_trips};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Point {
    x: i32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    y: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Outer {
    name: String,
    #[serde(flatten)]
    point: Point,
    #[serde(flatten)]
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "kind")]
enum Kind {
    A { a: u8 },
    B,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum Choice {
    Left(u8),
    Right { r: u8 },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "k", content = "v")]
enum Adjacent {
    Nothing,
    One(u8),
}

fn point() -> Point {
    Point { x: 1, y: Some(2) }
}

macro_rules! variants {
    ($($module:ident: ($($key:tt)*);)*) => { $(
        mod $module {
            use super::*;

            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde($($key)*)]
            enum Test<T> {
                Newtype(Outer),
                Struct {
                    own: u8,
                    #[serde(flatten)]
                    point: Point,
                },
                Tagged {
                    #[serde(flatten)]
                    kind: Kind,
                    tagged: u8,
                },
                Choice {
                    #[serde(rename = "other-name")]
                    choice: u8,
                    #[serde(flatten)]
                    flat: Choice,
                },
                Adjacent {
                    adjacent: u8,
                    #[serde(flatten)]
                    flat: Adjacent,
                },
                Generic {
                    generic: u8,
                    #[serde(flatten)]
                    t: T,
                },
                Maybe {
                    maybe: u8,
                    #[serde(flatten)]
                    point: Option<Point>,
                    last: Option<u8>,
                },
                Two {
                    #[serde(flatten)]
                    point: Point,
                    #[serde(flatten)]
                    kind: Kind,
                },
                Map {
                    map: u8,
                    #[serde(flatten)]
                    rest: BTreeMap<String, u8>,
                },
            }

            #[test]
            fn fields() {
                let outer = || Outer { name: "n".into(), point: point(), kind: Kind::A { a: 1 } };
                round_trips([
                    Test::<Point>::Newtype(outer()),
                    Test::Struct { own: 1, point: point() },
                    Test::Tagged { kind: Kind::A { a: 1 }, tagged: 2 },
                    Test::Tagged { kind: Kind::B, tagged: 2 },
                    Test::Choice { choice: 1, flat: Choice::Left(2) },
                    Test::Choice { choice: 1, flat: Choice::Right { r: 2 } },
                    Test::Adjacent { adjacent: 1, flat: Adjacent::One(2) },
                    Test::Adjacent { adjacent: 1, flat: Adjacent::Nothing },
                    Test::Generic { generic: 1, t: point() },
                    Test::Maybe { maybe: 1, point: None, last: None },
                    Test::Maybe { maybe: 1, point: Some(point()), last: Some(1) },
                    Test::Two { point: point(), kind: Kind::B },
                    Test::Map { map: 1, rest: BTreeMap::from([("a".into(), 2)]) },
                ]);
                round_trips([Test::<Kind>::Generic { generic: 1, t: Kind::B }]);
                round_trips([Test::<Choice>::Generic { generic: 1, t: Choice::Left(1) }]);
                round_trips([Test::<()>::Generic { generic: 1, t: () }]);
                round_trips([Test::<Option<Outer>>::Generic { generic: 1, t: None }]);
                round_trips([Test::<BTreeMap<String, u8>>::Map { map: 1, rest: BTreeMap::new() }]);
            }
        }
    )* };
}

variants! {
    external: (rename_all = "snake_case");
    internal: (tag = "type");
    internal_cased: (tag = "the tag", rename_all = "camelCase", rename_all_fields = "UPPERCASE");
    adjacent: (tag = "t", content = "c");
    untagged: (untagged);
}

/// The flattened map of an internally tagged variant does not see the tag, one of an untagged variant sees all.
#[test]
fn maps() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type")]
    enum Internal {
        Open {
            a: u8,
            #[serde(flatten)]
            rest: BTreeMap<String, u8>,
        },
        All {
            #[serde(flatten)]
            rest: BTreeMap<String, String>,
        },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Untagged {
        Open {
            a: u8,
            #[serde(flatten)]
            rest: BTreeMap<String, u8>,
        },
        All {
            #[serde(flatten)]
            rest: BTreeMap<String, String>,
        },
    }

    round_trips([
        Internal::Open { a: 1, rest: BTreeMap::from([("b".into(), 2)]) },
        Internal::All { rest: BTreeMap::from([("b".into(), "c".into())]) },
        Internal::All { rest: BTreeMap::new() },
    ]);
    accepts::<Internal>(&[
        r#"{"b":1,"type":"Open","a":2,"c":3}"#,
        r#"{"b":"1","c":"2","type":"All"}"#,
    ]);
    refuses::<Internal>(&[
        r#"{"b":"1","type":"Open","a":2}"#,
        r#"{"b":1,"type":"All"}"#,
        r#"["All"]"#,
        r#"["Open",1]"#,
    ]);
    round_trips([
        Untagged::Open { a: 1, rest: BTreeMap::from([("b".into(), 2)]) },
        Untagged::All { rest: BTreeMap::from([("b".into(), "c".into())]) },
        Untagged::All { rest: BTreeMap::new() },
    ]);
    refuses::<Untagged>(&[r#"{"a":1,"b":"c"}"#, "[1]", "[]", "null"]);
    bends::<Internal>(r#"{"b":1,"type":"Open","a":2}"#);
}
