//! `deny_unknown_fields` on enums of every representation, and on what their variants hold.

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{bends, round_trips};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(deny_unknown_fields)]
struct Strict {
    #[serde(alias = "y")]
    x: u8,
    #[serde(skip)]
    skipped: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Open {
    z: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(deny_unknown_fields)]
struct Nothing {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(deny_unknown_fields, tag = "inner")]
enum Inner {
    A { a: u8 },
    B,
}

macro_rules! representations {
    ($($module:ident ($($key:tt)*) { $($text:literal)* })*) => { $(
        #[test]
        fn $module() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(deny_unknown_fields, $($key)*)]
            enum Test {
                Fields {
                    #[serde(alias = "one")]
                    a: u8,
                    #[serde(default)]
                    b: Option<u8>,
                    #[serde(skip)]
                    skipped: u8,
                },
                Strict(Strict),
                Open(Open),
                Inner(Inner),
                Inside { strict: Strict, open: Open },
                Nothing(Nothing),
            }

            round_trips([
                Test::Fields { a: 1, b: Some(2), skipped: 0 },
                Test::Strict(Strict { x: 1, skipped: 0 }),
                Test::Open(Open { z: 1 }),
                Test::Inner(Inner::A { a: 1 }),
                Test::Inner(Inner::B),
                Test::Inside { strict: Strict { x: 1, skipped: 0 }, open: Open { z: 1 } },
                Test::Nothing(Nothing {}),
            ]);
            $( bends::<Test>($text); )*
        }
    )* };
}

representations! {
    external(rename_all = "camelCase") {
        r#"{"fields":{"one":1,"skipped":2}}"#
        r#"{"strict":{"y":1,"more":2}}"#
        r#"{"open":{"z":1,"more":2}}"#
        r#"{"inner":{"inner":"B","more":2}}"#
        r#"{"nothing":{"more":2}}"#
    }
    internal(tag = "t") {
        r#"{"t":"Fields","one":1,"skipped":2}"#
        r#"{"y":1,"more":2,"t":"Strict"}"#
        r#"{"t":"Open","z":1,"more":2}"#
        r#"{"t":"Inner","inner":"B","more":2}"#
        r#"{"more":2,"t":"Nothing"}"#
    }
    adjacent(tag = "t", content = "c") {
        r#"{"t":"Fields","c":{"one":1,"skipped":2}}"#
        r#"{"c":{"y":1,"more":2},"t":"Strict"}"#
        r#"{"t":"Open","c":{"z":1,"more":2},"more":3}"#
        r#"{"t":"Inner","c":{"inner":"B","more":2}}"#
        r#"{"more":2,"t":"Nothing","c":{}}"#
    }
    untagged(untagged) {
        r#"{"one":1,"skipped":2}"#
        r#"{"y":1,"more":2}"#
        r#"{"z":1,"more":2}"#
        r#"{"inner":"B","more":2}"#
        r#"{"more":2}"#
    }
}
