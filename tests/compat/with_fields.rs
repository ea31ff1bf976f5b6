//! `with`, `serialize_with` and `deserialize_with` on fields, with modules of serde's signatures.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, bends, reads, refuses, round_trips, write};

/// A number as a text.
mod as_text {
    use std::fmt::Display;
    use std::str::FromStr;

    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<T: Display, S: Serializer>(value: &T, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(value)
    }

    pub(super) fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
    where
        T: FromStr<Err: Display>,
        D: Deserializer<'de>,
    {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A duration as seconds.
mod seconds {
    use std::time::Duration;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(time: &Duration, s: S) -> Result<S::Ok, S::Error> {
        time.as_secs().serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Duration, D::Error> {
        u64::deserialize(d).map(Duration::from_secs)
    }

    pub(super) mod maybe {
        use super::*;

        pub(in super::super) fn serialize<S: Serializer>(
            time: &Option<Duration>,
            s: S,
        ) -> Result<S::Ok, S::Error> {
            time.map(|time| time.as_secs()).serialize(s)
        }

        pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
            d: D,
        ) -> Result<Option<Duration>, D::Error> {
            Ok(Option::<u64>::deserialize(d)?.map(Duration::from_secs))
        }
    }
}

/// A map as a list of pairs.
mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<K: Serialize + Ord, V: Serialize, S: Serializer>(
        map: &BTreeMap<K, V>,
        s: S,
    ) -> Result<S::Ok, S::Error> {
        s.collect_seq(map)
    }

    pub(super) fn deserialize<'de, K, V, D>(d: D) -> Result<BTreeMap<K, V>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Vec::<(K, V)>::deserialize(d).map(|pairs| pairs.into_iter().collect())
    }
}

/// One or many.
fn one_or_many<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    d: D,
) -> Result<Vec<T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany<T> {
        One(T),
        Many(Vec<T>),
    }

    Ok(match OneOrMany::deserialize(d)? {
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    })
}

fn null_is_default<'de, T, D>(d: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    Option::<T>::deserialize(d).map(Option::unwrap_or_default)
}

fn doubled<S: serde::Serializer>(n: &u8, s: S) -> Result<S::Ok, S::Error> {
    s.serialize_u16(u16::from(*n) * 2)
}

fn halved<'de, D: serde::Deserializer<'de>>(d: D) -> Result<u8, D::Error> {
    u8::deserialize(d).map(|n| n / 2)
}

fn failing<S: serde::Serializer>(_: &u8, _: S) -> Result<S::Ok, S::Error> {
    Err(serde::ser::Error::custom("no"))
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct All {
    #[serde(with = "as_text")]
    number: u64,
    #[serde(with = "as_text", rename = "Float", alias = "float")]
    float: f64,
    #[serde(with = "seconds")]
    time: Duration,
    #[serde(with = "seconds::maybe", default, skip_serializing_if = "Option::is_none")]
    maybe: Option<Duration>,
    #[serde(with = "pairs")]
    pairs: BTreeMap<u8, String>,
    #[serde(deserialize_with = "one_or_many")]
    many: Vec<String>,
    #[serde(default, deserialize_with = "null_is_default")]
    lenient: Vec<u8>,
    #[serde(serialize_with = "doubled", deserialize_with = "halved")]
    both: u8,
    #[serde(default = "seven", with = "as_text")]
    seven: u8,
}

fn seven() -> u8 {
    7
}

fn all() -> All {
    All {
        number: 1,
        float: 0.5,
        time: Duration::from_secs(2),
        maybe: Some(Duration::from_secs(3)),
        pairs: BTreeMap::from([(1, "a".into())]),
        many: vec!["x".into()],
        lenient: vec![1],
        both: 4,
        seven: 8,
    }
}

#[test]
fn structs() {
    round_trips([all(), All { maybe: None, many: vec![], ..all() }]);
    reads(
        r#"{"number":"1","float":"0.5","time":2,"pairs":[[1,"a"]],"many":"x","lenient":null,"both":8}"#,
        All { maybe: None, lenient: vec![], seven: 7, ..all() },
    );
    refuses::<All>(&[
        "{}",
        r#"{"number":1,"float":"0.5","time":2,"pairs":[],"many":"x","both":8}"#,
        r#"{"number":"x","float":"0.5","time":2,"pairs":[],"many":"x","both":8}"#,
        r#"{"number":"1","float":"0.5","time":2,"pairs":{},"many":"x","both":8}"#,
        r#"{"number":"1","float":"0.5","time":2,"pairs":[],"many":null,"both":8}"#,
        r#"{"number":"1","float":"0.5","time":2,"pairs":[],"many":[],"both":8,"lenient":{}}"#,
    ]);
    reads(r#"["1","0.5",2,3,[[1,"a"]],["x"],[1],8,"8"]"#, all());
    reads(r#"["1","0.5",2,3,[[1,"a"]],["x"],[1],8]"#, All { seven: 7, ..all() });
}

#[test]
fn a_missing_field_with_a_codec() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Failing {
        #[serde(serialize_with = "failing")]
        a: u8,
    }

    assert_eq!(write(&Failing { a: 1 }), None);
    assert_eq!(write(&[Failing { a: 1 }]), None);
    reads(r#"{"a":1}"#, Failing { a: 1 });
    refuses::<All>(&[
        r#"{"float":"0.5","time":2,"pairs":[],"many":"x","both":8}"#,
        r#"{"number":"1","float":"0.5","pairs":[],"many":"x","both":8}"#,
    ]);
}

/// Wherever a function stands: all members are asked, and then its error is the one that is told.
#[test]
fn of_several_errors_the_first_one() {
    fn first<S: serde::Serializer>(_: &u8, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("the first"))
    }

    #[derive(Clone, Default, fastjson::Encode)]
    struct Two {
        before: Vec<u8>,
        #[serde(serialize_with = "first")]
        a: u8,
        #[serde(serialize_with = "failing")]
        b: u8,
        behind: Vec<u8>,
    }

    #[derive(fastjson::Encode)]
    #[fastjson(tag = "t")]
    enum Tagged {
        Newtype(Two),
        Struct {
            #[fastjson(flatten)]
            two: Two,
            #[serde(serialize_with = "failing")]
            behind: u8,
        },
    }

    #[derive(fastjson::Encode)]
    struct Outer {
        #[fastjson(flatten)]
        tagged: Option<Tagged>,
        #[fastjson(flatten)]
        two: Two,
    }

    fn check(value: &impl fastjson::Encode) {
        let mut sink = Vec::new();
        let told = [
            fastjson::to_string(value).map(drop),
            fastjson::to_writer(&mut sink, value),
            fastjson::encode_into(value, &mut sink),
        ];
        for error in told {
            let error = error.expect_err("a function fails").to_string();
            assert!(error.contains("the first"), "{error}");
        }
    }

    let two = Two::default();
    check(&two);
    check(&[two.clone(), two.clone()]);
    check(&BTreeMap::from([(1, two.clone())]));
    check(&(two.clone(), Some(Box::new(two.clone()))));
    check(&Tagged::Newtype(two.clone()));
    check(&Tagged::Struct { two: two.clone(), behind: 1 });
    check(&Outer { tagged: None, two: two.clone() });
    check(&Outer { tagged: Some(Tagged::Newtype(two.clone())), two });
}

#[test]
fn tuples_and_newtypes() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Newtype(#[serde(with = "as_text")] u64);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Through {
        #[serde(with = "seconds")]
        time: Duration,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Tuple(
        #[serde(with = "as_text")] i8,
        u8,
        #[serde(default, deserialize_with = "one_or_many")] Vec<u8>,
    );

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Holder<T> {
        t: T,
        list: Vec<Newtype>,
        through: Option<Through>,
    }

    round_trips([Newtype(1)]);
    round_trips([Through { time: Duration::from_secs(1) }]);
    round_trips([Tuple(-1, 1, vec![]), Tuple(1, 2, vec![3])]);
    reads(r#"["-1",1,2]"#, Tuple(-1, 1, vec![2]));
    reads(r#"["-1",1]"#, Tuple(-1, 1, vec![]));
    round_trips([Holder { t: Newtype(1), list: vec![Newtype(2)], through: None }]);
}

macro_rules! variants {
    ($($module:ident: ($($key:tt)*);)*) => { $(
        #[test]
        fn $module() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde($($key)*)]
            enum Test {
                Newtype(All),
                Fields {
                    #[serde(with = "as_text")]
                    number: u64,
                    #[serde(with = "seconds::maybe", default)]
                    maybe: Option<Duration>,
                    #[serde(serialize_with = "doubled", deserialize_with = "halved")]
                    both: u8,
                },
                More {
                    #[serde(deserialize_with = "one_or_many")]
                    many: Vec<u8>,
                    #[serde(with = "pairs", default)]
                    pairs: BTreeMap<u8, u8>,
                },
            }

            round_trips([
                Test::Fields { number: 1, maybe: None, both: 2 },
                Test::Fields { number: 1, maybe: Some(Duration::from_secs(1)), both: 2 },
                Test::More { many: vec![1], pairs: BTreeMap::from([(1, 2)]) },
                Test::Newtype(all()),
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
fn in_untagged_and_adjacent_variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Untagged {
        Text(#[serde(with = "as_text")] u64),
        Time(#[serde(with = "seconds")] Duration),
        Pair(#[serde(with = "as_text")] u8, u8),
        Other(Vec<String>),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Text(#[serde(with = "as_text")] u64),
        Maybe(#[serde(with = "seconds::maybe")] Option<Duration>),
        Pair(#[serde(with = "as_text")] u8, u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum External {
        Text(#[serde(with = "as_text")] u64),
        Many(#[serde(deserialize_with = "one_or_many")] Vec<u8>),
        Pair(#[serde(with = "as_text")] u8, u8),
    }

    round_trips([
        Untagged::Text(1),
        Untagged::Time(Duration::from_secs(2)),
        Untagged::Pair(1, 2),
        Untagged::Other(vec!["a".into()]),
    ]);
    refuses::<Untagged>(&[r#""x""#, "-1", "null", "{}"]);
    round_trips([Adjacent::Text(1), Adjacent::Maybe(None), Adjacent::Pair(1, 2)]);
    round_trips([Adjacent::Maybe(Some(Duration::from_secs(1)))]);
    accepts::<Adjacent>(&[r#"{"c":"1","t":"Text"}"#, r#"{"c":["1",2],"t":"Pair"}"#]);
    bends::<Adjacent>(r#"{"t":"Maybe"}"#);
    round_trips([External::Text(1), External::Many(vec![]), External::Pair(1, 2)]);
    reads(r#"{"Many":1}"#, External::Many(vec![1]));
    refuses::<External>(&[r#"{"Text":1}"#, r#"{"Many":null}"#]);
}

#[test]
fn generic() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Wrapped<T: std::fmt::Display + std::str::FromStr<Err: std::fmt::Display>> {
        #[serde(with = "as_text")]
        t: T,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Listed<T> {
        #[serde(deserialize_with = "one_or_many", bound(deserialize = "T: Deserialize<'de>"))]
        list: Vec<T>,
    }

    round_trips([Wrapped { t: 1_u8 }]);
    round_trips([Wrapped { t: 'c' }]);
    round_trips([Listed { list: vec![Wrapped { t: 1.5 }] }]);
    reads(r#"{"list":{"t":"true"}}"#, Listed { list: vec![Wrapped { t: true }] });
}
