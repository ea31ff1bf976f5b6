//! `field_identifier`, `variant_identifier`, and what else reads only names; `expecting`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::compare::{accepts, reads, refuses, round_trips};
use crate::{Decode, FastJson};

#[test]
fn fields() {
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Decode)]
    #[serde(field_identifier, rename_all = "snake_case")]
    enum Closed {
        FirstField,
        #[serde(alias = "2nd")]
        Second,
    }

    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Decode)]
    #[serde(field_identifier, rename_all = "lowercase")]
    enum Open {
        Known,
        Other(String),
    }

    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Decode)]
    #[serde(field_identifier)]
    enum Ignoring {
        #[serde(rename = "k")]
        Known,
        #[serde(other)]
        Rest,
    }

    reads(r#""first_field""#, Closed::FirstField);
    reads(r#""2nd""#, Closed::Second);
    reads(r#""s\u0065cond""#, Closed::Second);
    refuses::<Closed>(&[
        r#""other""#,
        "null",
        "true",
        "[]",
        "{}",
        r#"{"second":null}"#,
        "1.5",
        "0",
    ]);
    reads(r#""known""#, Open::Known);
    reads(r#""Known""#, Open::Other("Known".into()));
    reads(r#""""#, Open::Other(String::new()));
    refuses::<Open>(&["null", "true", "[]", r#"{"known":null}"#, "-1"]);
    reads(r#""k""#, Ignoring::Known);
    reads(r#""Known""#, Ignoring::Rest);
    refuses::<Ignoring>(&["null", "[]", "{}", "0"]);
}

#[test]
fn as_keys() {
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Decode)]
    #[serde(field_identifier, rename_all = "camelCase")]
    enum Key {
        TheFirst,
        TheSecond,
        #[serde(other)]
        Rest,
    }

    reads(
        r#"{"theFirst":1,"theSecond":2,"third":3}"#,
        BTreeMap::from([(Key::TheFirst, 1), (Key::TheSecond, 2), (Key::Rest, 3)]),
    );
    refuses::<BTreeMap<Key, u8>>(&[r#"{"theFirst":"x"}"#, "{1:2}"]);
}

#[test]
fn variants() {
    #[derive(Debug, Clone, PartialEq, Deserialize, Decode)]
    #[serde(variant_identifier, rename_all = "UPPERCASE")]
    enum Variant {
        One,
        #[serde(rename = "zwei")]
        Two,
    }

    reads(r#""ONE""#, Variant::One);
    reads(r#""zwei""#, Variant::Two);
    refuses::<Variant>(&[r#""TWO""#, "null", r#"{"ONE":null}"#, "[]", "0"]);
}

#[test]
fn expecting() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(expecting = "a pair")]
    struct Pair(u8, u8);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(expecting = "a point", deny_unknown_fields)]
    struct Point {
        x: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(expecting = "nothing")]
    struct Unit;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(expecting = "a number")]
    struct Newtype(u8);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(expecting = "a unit", rename_all = "lowercase")]
    enum External {
        Km,
        Miles(f64),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(expecting = "an operation", tag = "op")]
    enum Internal {
        Stop,
        Go { to: u8 },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(expecting = "a thing", tag = "t", content = "c")]
    enum Adjacent {
        Stop,
        Go(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(expecting = "a number or a text", untagged)]
    enum Untagged {
        Number(u8),
        Text(String),
    }

    round_trips([Pair(1, 2)]);
    round_trips([Point { x: 1 }]);
    round_trips([Unit]);
    round_trips([Newtype(1)]);
    round_trips([External::Km, External::Miles(0.5)]);
    round_trips([Internal::Stop, Internal::Go { to: 1 }]);
    round_trips([Adjacent::Stop, Adjacent::Go(1)]);
    round_trips([Untagged::Number(1), Untagged::Text("t".into())]);
    accepts::<Untagged>(&["1", r#""1""#]);
    refuses::<Untagged>(&["-1", "null", "[]"]);
    // Of one variant that the first byte leaves, too.
    let err = fastjson::from_str::<Untagged>("-1").expect_err("it is no `u8`");
    assert!(err.to_string().starts_with("expected a number or a text, found number"), "{err}");
}
