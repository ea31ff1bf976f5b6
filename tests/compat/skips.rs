//! `skip`, `skip_serializing`, `skip_deserializing` and `skip_serializing_if`, on variants and on their fields, in every
//! representation.

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{bends, reads, refuses, round_trips, write};

fn is_zero(n: &u8) -> bool {
    *n == 0
}

fn nine() -> u8 {
    9
}

/// Neither read nor written.
#[derive(Debug, Clone, PartialEq, Default)]
struct Opaque;

macro_rules! representations {
    ($($module:ident ($($key:tt)*) { $($text:literal)* })*) => { $(
        #[test]
        fn $module() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde($($key)*)]
            enum Test {
                Fields {
                    a: u8,
                    #[serde(skip)]
                    never: Opaque,
                    #[serde(skip_serializing, default)]
                    read: u8,
                    #[serde(skip_deserializing)]
                    written: u8,
                    #[serde(skip_deserializing, default = "nine", skip_serializing_if = "is_zero")]
                    nine: u8,
                    #[serde(default, skip_serializing_if = "is_zero")]
                    sometimes: u8,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    maybe: Option<u8>,
                },
                #[serde(skip)]
                Never { c: Opaque },
                #[serde(skip_serializing)]
                Read { read_only: u8 },
                #[serde(skip_deserializing)]
                Written { written_only: u8 },
                #[serde(skip)]
                NeverUnit,
                Gone {
                    #[serde(skip)]
                    all: u8,
                },
            }

            fn fields(never: Opaque, sometimes: u8, maybe: Option<u8>) -> Test {
                Test::Fields { a: 1, never, read: 0, written: 0, nine: 9, sometimes, maybe }
            }

            round_trips([
                fields(Opaque, 0, None),
                fields(Opaque, 1, None),
                fields(Opaque, 0, Some(0)),
                fields(Opaque, 1, Some(1)),
            ]);
            round_trips([Test::Gone { all: 0 }]);
            assert_eq!(write(&Test::Never { c: Opaque }), None);
            assert_eq!(write(&Test::NeverUnit), None);
            assert_eq!(write(&Test::Read { read_only: 1 }), None);
            assert_eq!(write(&[Some(Test::NeverUnit)]), None);
            bends::<Test>(&write(&Test::Written { written_only: 1 }).expect("a JSON form"));
            bends::<Test>(
                &write(&Test::Fields {
                    a: 1,
                    never: Opaque,
                    read: 2,
                    written: 3,
                    nine: 0,
                    sometimes: 4,
                    maybe: None,
                })
                .expect("a JSON form"),
            );
            $( bends::<Test>($text); )*
        }
    )* };
}

representations! {
    external() {
        r#"{"Fields":{"a":1,"never":2,"read":3,"written":4,"nine":5}}"#
        r#"{"Never":{"c":null}}"#
        r#"{"Read":{"read_only":1}}"#
        r#"{"Written":{"written_only":1}}"#
        r#""NeverUnit""#
        r#"{"Gone":{"all":1}}"#
    }
    internal(tag = "t") {
        r#"{"t":"Fields","a":1,"never":2,"read":3,"written":4,"nine":5}"#
        r#"{"c":null,"t":"Never"}"#
        r#"{"t":"Read","read_only":1}"#
        r#"{"written_only":1,"t":"Written"}"#
        r#"{"t":"NeverUnit"}"#
        r#"{"t":"Gone","all":1}"#
    }
    adjacent(tag = "t", content = "c") {
        r#"{"t":"Fields","c":{"a":1,"never":2,"read":3,"written":4,"nine":5}}"#
        r#"{"c":{"c":null},"t":"Never"}"#
        r#"{"t":"Read","c":{"read_only":1}}"#
        r#"{"t":"Written","c":{"written_only":1}}"#
        r#"{"t":"NeverUnit"}"#
        r#"{"c":{"all":1},"t":"Gone"}"#
    }
    untagged(untagged) {
        r#"{"a":1,"never":2,"read":3,"written":4,"nine":5}"#
        r#"{"c":null}"#
        r#"{"read_only":1}"#
        r#"{"written_only":1}"#
        "null"
        r#"{"all":1}"#
    }
}

/// Places in tuples.
#[test]
fn tuples() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Tuple(#[serde(skip)] u8, u8, u8),
        One(#[serde(skip)] u8, u8),
        Sometimes(#[serde(skip_serializing_if = "is_zero")] u8, u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Untagged {
        Tuple(#[serde(skip)] u8, u8, u8),
        One(#[serde(skip)] u8, u8),
        Sometimes(#[serde(skip_serializing_if = "is_zero")] u8, u8, u8),
    }

    round_trips([Adjacent::Tuple(0, 1, 2), Adjacent::One(0, 1)]);
    round_trips([Adjacent::Sometimes(1, 2)]);
    bends::<Adjacent>(&write(&Adjacent::Sometimes(0, 2)).expect("a JSON form"));
    round_trips([Untagged::Tuple(0, 1, 2), Untagged::One(0, 1), Untagged::Sometimes(1, 2, 3)]);
    bends::<Untagged>(&write(&Untagged::Sometimes(0, 2, 3)).expect("a JSON form"));
}

/// A variant whose one place is skipped is written as a unit, and read as one where there is content.
#[test]
fn newtypes() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum External {
        Gone(#[serde(skip)] u8),
        Other(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t")]
    enum Internal {
        Gone(#[serde(skip)] u8),
        Other { x: u8 },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Gone(#[serde(skip)] u8),
        Other(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Untagged {
        Gone(#[serde(skip)] u8),
        Other(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum OneWay {
        Written(#[serde(skip_deserializing)] u8),
        Other(String),
    }

    assert_eq!(write(&External::Gone(1)).as_deref(), Some(r#""Gone""#));
    round_trips([External::Gone(0), External::Other(1)]);
    bends::<External>(r#"{"Gone":null}"#);
    assert_eq!(write(&Internal::Gone(1)).as_deref(), Some(r#"{"t":"Gone"}"#));
    round_trips([Internal::Gone(0), Internal::Other { x: 1 }]);
    bends::<Internal>(r#"{"t":"Gone","x":1}"#);
    reads(r#"["Gone"]"#, Internal::Gone(0));
    assert_eq!(write(&Adjacent::Gone(1)).as_deref(), Some(r#"{"t":"Gone"}"#));
    // What is written is not read: the content is missing.
    refuses::<Adjacent>(&[r#"{"t":"Gone"}"#, r#"{"t":"Gone","c":[]}"#, r#"{"c":1,"t":"Gone"}"#]);
    reads(r#"{"t":"Gone","c":null}"#, Adjacent::Gone(0));
    bends::<Adjacent>(r#"{"c":null,"t":"Gone"}"#);
    round_trips([Adjacent::Other(1)]);
    round_trips([Untagged::Gone(0), Untagged::Other(1)]);
    refuses::<Untagged>(&["[]", "{}"]);
    assert_eq!(write(&OneWay::Written(1)).as_deref(), Some("1"));
    reads("null", OneWay::Written(0));
    refuses::<OneWay>(&["1", "[]"]);
    bends::<OneWay>("null");
}
