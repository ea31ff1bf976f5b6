//! `skip`, `skip_serializing`, `skip_deserializing` and `skip_serializing_if`, on fields and on variants.

use std::collections::BTreeMap;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, bends, read, reads, refuses, round_trips, write};

fn is_zero(n: &u8) -> bool {
    *n == 0
}

fn nine() -> u8 {
    9
}

#[test]
fn fields() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Skips {
        a: u8,
        #[serde(skip)]
        never: u8,
        #[serde(skip_serializing)]
        read: u8,
        #[serde(skip_deserializing)]
        written: u8,
        #[serde(skip, default = "nine")]
        nine: u8,
        #[serde(skip_deserializing, default = "nine")]
        nine_written: u8,
        #[serde(skip_serializing, default)]
        lenient: u8,
        z: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct NothingLeft {
        #[serde(skip)]
        a: u8,
        #[serde(skip)]
        b: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct FirstGone {
        #[serde(skip)]
        a: u8,
        b: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct LastGone {
        a: u8,
        #[serde(skip_serializing)]
        b: u8,
    }

    let value =
        Skips { a: 1, never: 2, read: 3, written: 4, nine: 5, nine_written: 6, lenient: 7, z: 8 };
    assert_eq!(write(&value).as_deref(), Some(r#"{"a":1,"written":4,"nine_written":6,"z":8}"#));
    reads(
        r#"{"a":1,"read":3,"z":8}"#,
        Skips { a: 1, never: 0, read: 3, written: 0, nine: 9, nine_written: 9, lenient: 0, z: 8 },
    );
    // What is skipped while reading is unknown: anything may stand there, and often.
    accepts::<Skips>(&[
        r#"{"never":[],"a":1,"written":{},"written":null,"read":3,"nine":"x","z":8,"lenient":1}"#,
    ]);
    refuses::<Skips>(&[r#"{"a":1,"z":8}"#, r#"{"a":1,"read":3,"z":8,"never":[}"#]);
    bends::<Skips>(r#"{"a":1,"never":1,"read":3,"written":4,"lenient":5,"z":8}"#);

    assert_eq!(write(&NothingLeft { a: 1, b: "x".into() }).as_deref(), Some("{}"));
    accepts::<NothingLeft>(&["{}", "[]", r#"{"a":null,"b":1}"#]);
    bends::<NothingLeft>(r#"{"a":1}"#);
    assert_eq!(write(&FirstGone { a: 1, b: 2 }).as_deref(), Some(r#"{"b":2}"#));
    reads(r#"{"a":1,"b":2}"#, FirstGone { a: 0, b: 2 });
    assert_eq!(write(&LastGone { a: 1, b: 2 }).as_deref(), Some(r#"{"a":1}"#));
    reads(r#"{"a":1,"b":2}"#, LastGone { a: 1, b: 2 });
}

#[test]
fn every_subset_of_fields_that_may_be_left_out() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct All {
        #[serde(default, skip_serializing_if = "is_zero")]
        a: u8,
        #[serde(default, skip_serializing_if = "is_zero")]
        b: u8,
        #[serde(default, skip_serializing_if = "is_zero")]
        c: u8,
        #[serde(default, skip_serializing_if = "is_zero")]
        d: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct First {
        #[serde(default, skip_serializing_if = "is_zero")]
        a: u8,
        b: u8,
        #[serde(default, skip_serializing_if = "is_zero")]
        c: u8,
        d: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Second {
        a: u8,
        #[serde(default, skip_serializing_if = "is_zero")]
        b: u8,
        c: u8,
        #[serde(default, skip_serializing_if = "is_zero")]
        d: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Variant {
        Fields {
            #[serde(default, skip_serializing_if = "is_zero")]
            a: u8,
            b: u8,
            #[serde(default, skip_serializing_if = "is_zero")]
            c: u8,
            #[serde(skip)]
            d: u8,
        },
    }

    for bits in 0..16_u8 {
        let [a, b, c, d] = [0, 1, 2, 3].map(|i| (bits >> i & 1) * (i + 1));
        round_trips([All { a, b, c, d }]);
        round_trips([First { a, b, c, d }]);
        round_trips([Second { a, b, c, d }]);
        round_trips([Variant::Fields { a, b, c, d: 0 }]);
    }
    assert_eq!(write(&All { a: 0, b: 0, c: 0, d: 0 }).as_deref(), Some("{}"));
    assert_eq!(write(&All { a: 0, b: 1, c: 0, d: 2 }).as_deref(), Some(r#"{"b":1,"d":2}"#));
}

#[test]
fn predicates_of_all_kinds() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Predicates {
        #[serde(skip_serializing_if = "Option::is_none")]
        maybe: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        list: Vec<Option<u8>>,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        text: String,
        #[serde(default, skip_serializing_if = "str::is_empty")]
        string: String,
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        map: BTreeMap<u8, u8>,
        #[serde(default, skip_serializing_if = "<[u64]>::is_empty")]
        slice: Vec<u64>,
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        flag: bool,
        #[serde(default, skip_serializing_if = "Predicates::is_default")]
        number: f64,
    }

    impl Predicates {
        fn is_default(number: &f64) -> bool {
            *number == 0.0
        }
    }
    let none = Predicates {
        maybe: None,
        list: vec![],
        text: String::new(),
        string: String::new(),
        map: BTreeMap::new(),
        slice: vec![],
        flag: false,
        number: 0.0,
    };
    assert_eq!(write(&none).as_deref(), Some("{}"));
    round_trips([
        none.clone(),
        Predicates { flag: true, ..none.clone() },
        Predicates { maybe: Some("x".into()), number: 1.5, ..none.clone() },
    ]);
    round_trips([Predicates {
        maybe: Some(String::new()),
        list: vec![None],
        text: "t".into(),
        string: "s".into(),
        map: BTreeMap::from([(1, 2)]),
        slice: vec![3],
        flag: true,
        number: -0.5,
    }]);
}

#[test]
fn tuples() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Middle(u8, #[serde(skip)] u8, String);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Written(u8, #[serde(skip_deserializing)] u8);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Read(u8, #[serde(skip_serializing)] u8);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Sometimes(u8, #[serde(skip_serializing_if = "is_zero")] u8, u8);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct First(
        #[serde(skip_serializing_if = "is_zero")] u8,
        #[serde(skip_serializing_if = "is_zero")] u8,
    );

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct OneLeft(#[serde(skip)] u8, u8);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Variant {
        Tuple(#[serde(skip)] u8, u8, u8),
        Gone(#[serde(skip)] u8),
        One(#[serde(skip)] u8, u8),
        Sometimes(#[serde(skip_serializing_if = "is_zero")] u8, u8),
    }

    round_trips([Middle(1, 0, "a".into())]);
    assert_eq!(write(&Middle(1, 2, "a".into())).as_deref(), Some(r#"[1,"a"]"#));
    assert_eq!(write(&Written(1, 2)).as_deref(), Some("[1,2]"));
    reads("[1]", Written(1, 0));
    refuses::<Written>(&["[1,2]", "[]", "1"]);
    assert_eq!(write(&Read(1, 2)).as_deref(), Some("[1]"));
    reads("[1,2]", Read(1, 2));
    for (b, c) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        write(&Sometimes(1, b, c)).expect("an array");
        write(&First(b, c)).expect("an array");
        write(&Variant::Sometimes(b, c)).expect("an object");
    }
    assert_eq!(write(&First(0, 0)).as_deref(), Some("[]"));
    assert_eq!(write(&First(0, 1)).as_deref(), Some("[1]"));
    round_trips([OneLeft(0, 1)]);
    round_trips([Variant::Tuple(0, 1, 2), Variant::Gone(0), Variant::One(0, 1)]);
    bends::<Variant>(r#"{"Tuple":[1,2]}"#);
    bends::<Variant>(r#"{"Gone":1}"#);
    bends::<Variant>(r#"{"One":[1]}"#);
}

#[test]
fn variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Skips {
        Plain,
        #[serde(skip)]
        Never,
        #[serde(skip_serializing)]
        Read(u8),
        #[serde(skip_deserializing)]
        Written {
            x: u8,
        },
        #[serde(skip)]
        NeverData(String),
        Last(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum AllGone {
        #[serde(skip)]
        A,
        #[serde(skip)]
        B(u8),
    }

    round_trips([Skips::Plain, Skips::Last(1)]);
    assert_eq!(write(&Skips::Never), None);
    assert_eq!(write(&Skips::NeverData("x".into())), None);
    assert_eq!(write(&Skips::Read(1)), None);
    assert_eq!(write(&[Skips::Plain, Skips::Never]), None);
    assert_eq!(write(&Skips::Written { x: 1 }).as_deref(), Some(r#"{"Written":{"x":1}}"#));
    reads(r#"{"Read":1}"#, Skips::Read(1));
    refuses::<Skips>(&[
        "\"Never\"",
        r#"{"Never":null}"#,
        r#"{"NeverData":"x"}"#,
        r#"{"Written":{"x":1}}"#,
        "\"Written\"",
    ]);
    bends::<Skips>(r#"{"Read":1}"#);
    assert_eq!(write(&AllGone::A), None);
    assert_eq!(write(&Some(AllGone::B(1))), None);
    assert_eq!(read::<AllGone>("\"A\""), None);
}
