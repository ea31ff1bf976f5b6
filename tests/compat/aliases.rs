//! `alias` and the directions of `rename`, on variants and on their fields, in every representation.

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{bends, round_trips};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Inner {
    #[serde(alias = "old-x", alias = "older-x")]
    x: u8,
    #[serde(rename(serialize = "out", deserialize = "in"), alias = "out")]
    y: u8,
}

macro_rules! representations {
    ($($module:ident ($($key:tt)*) { $($text:literal)* })*) => { $(
        #[test]
        fn $module() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde($($key)*)]
            enum Test {
                #[serde(alias = "first", alias = "FIRST")]
                First {
                    #[serde(alias = "old-a", alias = "older-a")]
                    a: u8,
                    #[serde(rename = "b-b", alias = "b")]
                    b: Option<u8>,
                },
                #[serde(rename = "2nd", alias = "Second")]
                Second(Inner),
                #[serde(rename(serialize = "3rd", deserialize = "third"), alias = "3rd")]
                #[serde(rename_all(serialize = "UPPERCASE", deserialize = "kebab-case"))]
                Third {
                    #[serde(alias = "THE_C")]
                    the_c: u8,
                },
                #[serde(alias = "nothing")]
                Fourth {
                    #[serde(rename = "type", alias = "kind", alias = "sort")]
                    r#type: u8,
                },
            }

            round_trips([
                Test::First { a: 1, b: None },
                Test::Second(Inner { x: 1, y: 2 }),
                Test::Third { the_c: 1 },
                Test::Fourth { r#type: 1 },
            ]);
            $( bends::<Test>($text); )*
        }
    )* };
}

representations! {
    external() {
        r#"{"first":{"old-a":1,"b":2}}"#
        r#"{"FIRST":{"older-a":1,"a":2}}"#
        r#"{"Second":{"older-x":1,"in":2}}"#
        r#"{"third":{"the-c":1}}"#
        r#"{"nothing":{"sort":1,"kind":2}}"#
    }
    internal(tag = "tag") {
        r#"{"tag":"first","old-a":1,"b":2}"#
        r#"{"older-a":1,"tag":"FIRST","a":2}"#
        r#"{"tag":"Second","older-x":1,"in":2}"#
        r#"{"the-c":1,"tag":"third"}"#
        r#"{"tag":"nothing","sort":1,"kind":2}"#
    }
    adjacent(tag = "tag", content = "content") {
        r#"{"tag":"first","content":{"old-a":1,"b":2}}"#
        r#"{"content":{"older-a":1,"a":2},"tag":"FIRST"}"#
        r#"{"tag":"Second","content":{"older-x":1,"in":2}}"#
        r#"{"tag":"third","content":{"the-c":1}}"#
        r#"{"content":{"sort":1,"kind":2},"tag":"nothing"}"#
    }
    untagged(untagged) {
        r#"{"old-a":1,"b":2}"#
        r#"{"older-a":1,"a":2}"#
        r#"{"older-x":1,"in":2}"#
        r#"{"the-c":1}"#
        r#"{"sort":1}"#
    }
}
