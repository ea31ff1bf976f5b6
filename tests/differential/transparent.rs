//! `transparent`: the one field is the JSON, also where it is missing and where it is a key.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, reads, refuses, round_trips, write};

#[test]
fn one_field() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Tuple(u32);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Named {
        inner: Vec<Tuple>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Text {
        text: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Nested(Named);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Renamed {
        #[serde(rename = "not seen")]
        inner: (u8, bool),
    }

    round_trips([Tuple(1)]);
    round_trips([Named { inner: vec![Tuple(1), Tuple(2)] }]);
    round_trips([Text { text: "\"".into() }]);
    round_trips([Nested(Named { inner: vec![] })]);
    round_trips([Renamed { inner: (1, true) }]);
    assert_eq!(write(&Named { inner: vec![Tuple(1)] }).as_deref(), Some("[1]"));
    refuses::<Named>(&[r#"{"inner":[1]}"#, "[[1]]", "1"]);
}

#[test]
fn beside_skipped_fields() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Tagged<T> {
        value: u8,
        #[serde(skip)]
        tag: PhantomData<T>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Noted(#[serde(skip)] String, Vec<u8>);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct WithDefault {
        #[serde(skip, default = "nine")]
        nine: u8,
        value: Option<bool>,
    }

    fn nine() -> u8 {
        9
    }
    struct NoCodec;
    impl PartialEq for NoCodec {
        fn eq(&self, _: &NoCodec) -> bool {
            true
        }
    }
    impl std::fmt::Debug for NoCodec {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("NoCodec")
        }
    }
    let _ = NoCodec;
    reads("7", Tagged::<NoCodec> { value: 7, tag: PhantomData });
    assert_eq!(write(&Tagged::<NoCodec> { value: 7, tag: PhantomData }).as_deref(), Some("7"));
    round_trips([Noted(String::new(), vec![1])]);
    assert_eq!(write(&Noted("a note".into(), vec![1])).as_deref(), Some("[1]"));
    reads("true", WithDefault { nine: 9, value: Some(true) });
    reads("null", WithDefault { nine: 9, value: None });
}

#[test]
fn missing_fields_and_keys() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Maybe(Option<u8>);

    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Key(String);

    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
    #[serde(transparent)]
    struct Number {
        n: i16,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Wrapped(Option<u8>);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Holds {
        maybe: Maybe,
        keys: BTreeMap<Key, Number>,
        numbers: BTreeMap<Number, Key>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Requires {
        wrapped: Wrapped,
    }

    reads(
        r#"{"keys":{},"numbers":{}}"#,
        Holds { maybe: Maybe(None), keys: BTreeMap::new(), numbers: BTreeMap::new() },
    );
    round_trips([Holds {
        maybe: Maybe(Some(1)),
        keys: BTreeMap::from([(Key("a".into()), Number { n: -1 })]),
        numbers: BTreeMap::from([(Number { n: -2 }, Key("b".into()))]),
    }]);
    refuses::<Requires>(&["{}"]);
    accepts::<Requires>(&[r#"{"wrapped":null}"#]);
}

#[test]
fn newtypes_are_keys() {
    #[derive(
        Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, FastJson,
    )]
    struct Id(u64);

    #[derive(
        Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, FastJson,
    )]
    struct Name(String);

    #[derive(
        Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, FastJson,
    )]
    struct Flag(bool);

    #[derive(
        Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, FastJson,
    )]
    struct Letter(char);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Ratio(f64);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Single(f32);

    #[derive(
        Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, FastJson,
    )]
    struct Twice(Id);

    #[derive(
        Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, FastJson,
    )]
    struct Wide(i128);

    impl Eq for Ratio {}
    impl PartialOrd for Ratio {
        fn partial_cmp(&self, other: &Ratio) -> Option<std::cmp::Ordering> {
            Some(self.cmp(other))
        }
    }
    impl Ord for Ratio {
        fn cmp(&self, other: &Ratio) -> std::cmp::Ordering {
            self.0.total_cmp(&other.0)
        }
    }
    impl Eq for Single {}
    impl PartialOrd for Single {
        fn partial_cmp(&self, other: &Single) -> Option<std::cmp::Ordering> {
            Some(self.cmp(other))
        }
    }
    impl Ord for Single {
        fn cmp(&self, other: &Single) -> std::cmp::Ordering {
            self.0.total_cmp(&other.0)
        }
    }
    round_trips([BTreeMap::from([(Id(1), 1_u8), (Id(u64::MAX), 2)])]);
    round_trips([BTreeMap::from([(Name("a\"".into()), 1_u8)])]);
    round_trips([BTreeMap::from([(Flag(true), 1_u8), (Flag(false), 0)])]);
    round_trips([BTreeMap::from([(Letter('"'), 1_u8)])]);
    round_trips([BTreeMap::from([(Twice(Id(3)), 1_u8)])]);
    round_trips([BTreeMap::from([(Wide(i128::MIN), 1_u8)])]);
    round_trips([BTreeMap::from([
        (Ratio(0.5), 1_u8),
        (Ratio(-1e300), 2),
        (Ratio(1e16), 3),
        (Ratio(0.0), 4),
    ])]);
    round_trips([BTreeMap::from([(Single(0.1), 1_u8), (Single(f32::MAX), 2)])]);
    accepts::<BTreeMap<Ratio, u8>>(&[r#"{"1":1}"#, r#"{"1e5":1}"#, r#"{"-0":1}"#, r#"{"-0.0":1}"#]);
    refuses::<BTreeMap<Ratio, u8>>(&[
        r#"{"":1}"#,
        r#"{"1.":1}"#,
        r#"{"NaN":1}"#,
        r#"{"1 ":1}"#,
        r#"{" 1":1}"#,
        r#"{"1e999":1}"#,
        r#"{"\u0031":1}"#,
        r#"{1.5:1}"#,
        r#"{"null":1}"#,
        r#"{"+1":1}"#,
    ]);
    for float in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(write(&BTreeMap::from([(Ratio(float), 1)])), None);
        assert_eq!(write(&BTreeMap::from([(Single(float as f32), 1)])), None);
    }
}
