//! `rename`, `rename_all`, `alias`: the names that are written, and all that are read.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, read, reads, refuses, round_trips, write};

#[test]
fn renamed_fields() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Renamed {
        #[serde(rename = "type")]
        kind: u8,
        #[serde(rename = "")]
        empty: u8,
        #[serde(rename = "with \"quotes\" and \\")]
        quotes: u8,
        #[serde(rename = "tab\t\n\u{1}")]
        controls: u8,
        #[serde(rename = "größe 名前 😀")]
        foreign: u8,
        #[serde(rename = "a/b.c[0]")]
        punctuation: u8,
        #[serde(rename = "plain")]
        other: u8,
        plainer: u8,
    }

    let value = Renamed {
        kind: 1,
        empty: 2,
        quotes: 3,
        controls: 4,
        foreign: 5,
        punctuation: 6,
        other: 7,
        plainer: 8,
    };
    assert_eq!(
        write(&value).as_deref(),
        Some(
            "{\"type\":1,\"\":2,\"with \\\"quotes\\\" and \\\\\":3,\"tab\\t\\n\\u0001\":4,\"größe 名前 😀\":5,\"a/b.c[0]\":6,\"plain\":7,\"plainer\":8}"
        )
    );
    reads(
        "{\"type\":1,\"\":2,\"with \\u0022quotes\\u0022 and \\u005C\":3,\"\\u0074ab\\u0009\\u000a\\u0001\":4,\"größe 名前 \\ud83d\\ude00\":5,\"a\\/b.c[0]\":6,\"plain\":7,\"plainer\":8}",
        value.clone(),
    );
    round_trips([value]);
}

#[test]
fn two_names() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Split {
        #[serde(rename(serialize = "out", deserialize = "in"))]
        both: u8,
        #[serde(rename(serialize = "written"))]
        one: u8,
        #[serde(rename(deserialize = "read"))]
        other: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Ways {
        #[serde(rename(serialize = "OUT", deserialize = "IN"))]
        Both,
        #[serde(rename(serialize = "W"))]
        One(u8),
        #[serde(rename(deserialize = "R"))]
        Other {
            #[serde(rename(serialize = "w", deserialize = "r"))]
            x: u8,
        },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Crossed {
        #[serde(rename(serialize = "b", deserialize = "a"))]
        x: u8,
        #[serde(rename(serialize = "a", deserialize = "b"))]
        y: u8,
    }

    let value = Split { both: 1, one: 2, other: 3 };
    assert_eq!(write(&value).as_deref(), Some(r#"{"out":1,"written":2,"other":3}"#));
    reads(r#"{"in":1,"one":2,"read":3}"#, value);
    refuses::<Split>(&[r#"{"out":1,"written":2,"other":3}"#, r#"{"both":1,"one":2,"read":3}"#]);

    assert_eq!(
        write(&[Ways::Both, Ways::One(1), Ways::Other { x: 2 }]).as_deref(),
        Some(r#"["OUT",{"W":1},{"Other":{"w":2}}]"#)
    );
    reads(
        r#"["IN",{"One":1},{"R":{"r":2}}]"#,
        vec![Ways::Both, Ways::One(1), Ways::Other { x: 2 }],
    );
    refuses::<Ways>(&[
        "\"OUT\"",
        "\"Both\"",
        r#"{"W":1}"#,
        r#"{"Other":{"r":2}}"#,
        r#"{"R":{"w":2}}"#,
    ]);

    assert_eq!(write(&Crossed { x: 1, y: 2 }).as_deref(), Some(r#"{"b":1,"a":2}"#));
    reads(r#"{"a":1,"b":2}"#, Crossed { x: 1, y: 2 });
}

/// A struct and two enums under one rule.
macro_rules! rules {
    ($($test:ident: $rule:literal, $two:literal, $camel:literal;)*) => {$(
        #[test]
        fn $test() {

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = $rule)]
                struct Fields {
                    x: u8, one_two: u8, three_four_five: u8, http2_server: u8, _private: u8, trailing_: u8, r#type: u8, a_b_c: u8, a1_b2: u8,
                    #[serde(rename = "As_Is")] own: u8,
                }

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = $rule)]
                enum Variants {
                    A, OneTwo, ThreeFourFive(u8), HTTPServer, V2Beta { some_field: u8 }, #[serde(rename = "As_Is")] Own, Größe,
                }

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum Inside {
                    #[serde(rename_all = $rule)]
                    Variant { one_two: u8, r#type: u8, #[serde(rename = "As_Is")] own: u8 },
                    NotHere { one_two: u8 },
                }

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all(serialize = $rule))]
                struct Out { one_two: u8 }

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all(deserialize = $rule))]
                enum In { OneTwo }

            round_trips([Fields {
                x: 1, one_two: 2, three_four_five: 3, http2_server: 4, _private: 5, trailing_: 6, r#type: 7, a_b_c: 8, a1_b2: 9, own: 10,
            }]);
            round_trips([
                Variants::A, Variants::OneTwo, Variants::ThreeFourFive(1), Variants::HTTPServer, Variants::V2Beta { some_field: 1 }, Variants::Own, Variants::Größe,
            ]);
            round_trips([Inside::Variant { one_two: 1, r#type: 2, own: 3 }, Inside::NotHere { one_two: 4 }]);
            assert_eq!(write(&Out { one_two: 1 }), Some(format!("{{\"{}\":1}}", $two)));
            reads(r#"{"one_two":1}"#, Out { one_two: 1 });
            assert_eq!(write(&In::OneTwo).as_deref(), Some(r#""OneTwo""#));
            reads(concat!("\"", $camel, "\""), In::OneTwo);
        }
    )*};
}

rules! {
    lower: "lowercase", "one_two", "onetwo";
    upper: "UPPERCASE", "ONE_TWO", "ONETWO";
    pascal: "PascalCase", "OneTwo", "OneTwo";
    camel: "camelCase", "oneTwo", "oneTwo";
    snake: "snake_case", "one_two", "one_two";
    screaming_snake: "SCREAMING_SNAKE_CASE", "ONE_TWO", "ONE_TWO";
    kebab: "kebab-case", "one-two", "one-two";
    screaming_kebab: "SCREAMING-KEBAB-CASE", "ONE-TWO", "ONE-TWO";
}

#[test]
fn both_rules_at_once() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(rename_all(serialize = "UPPERCASE", deserialize = "camelCase"))]
    struct Two {
        one_two: u8,
        #[serde(rename(serialize = "own"))]
        three_four: u8,
    }

    assert_eq!(
        write(&Two { one_two: 1, three_four: 2 }).as_deref(),
        Some(r#"{"ONE_TWO":1,"own":2}"#)
    );
    reads(r#"{"oneTwo":1,"threeFour":2}"#, Two { one_two: 1, three_four: 2 });
}

#[test]
fn aliases() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Aliases {
        #[serde(alias = "b", alias = "c d", alias = "\"")]
        a: u8,
        #[serde(rename = "first", alias = "second")]
        x: Option<u8>,
        #[serde(default, alias = "größe")]
        y: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Names {
        #[serde(alias = "Second", alias = "third")]
        First,
        #[serde(rename = "data", alias = "Data")]
        Data(#[serde(default)] u8),
        #[serde(alias = "S")]
        Struct {
            #[serde(alias = "y")]
            x: u8,
        },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(rename_all = "kebab-case")]
    struct Kept {
        #[serde(alias = "one_two", alias = "oneTwo")]
        one_two: u8,
    }

    round_trips([Aliases { a: 1, x: None, y: 2 }]);
    for name in ["a", "b", "c d", "\\\"", "\\u0062"] {
        assert_eq!(
            read(&format!("{{\"{name}\":1,\"first\":2}}")),
            Some(Aliases { a: 1, x: Some(2), y: 0 }),
            "{name}"
        );
    }
    reads(r#"{"second":1,"größe":2,"b":3}"#, Aliases { a: 3, x: Some(1), y: 2 });
    refuses::<Aliases>(&[
        r#"{"a":1,"b":1}"#,
        r#"{"b":1,"c d":1}"#,
        r#"{"b":1,"b":1}"#,
        r#"{"a":1,"first":1,"second":1}"#,
        r#"{"first":1}"#,
        r#"{"x":1}"#,
        r#"{"a":1,"y":1,"gr\u00f6\u00dfe":1}"#,
    ]);
    round_trips([Names::First, Names::Data(1), Names::Struct { x: 1 }]);
    accepts::<Names>(&[
        "\"Second\"",
        "\"third\"",
        r#"{"third":null}"#,
        r#"{"Data":1}"#,
        r#"{"S":{"y":1}}"#,
        r#"{"S":[1]}"#,
    ]);
    refuses::<Names>(&["\"second\"", "\"S\"", r#"{"S":{"x":1,"y":1}}"#]);
    round_trips([Kept { one_two: 1 }]);
    accepts::<Kept>(&[r#"{"one_two":1}"#, r#"{"oneTwo":1}"#]);
}

#[test]
fn renamed_variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Renamed {
        #[serde(rename = "")]
        Empty,
        #[serde(rename = "\"quoted\"")]
        Quoted(u8),
        #[serde(rename = "größe\n")]
        Foreign {
            #[serde(rename = "")]
            x: u8,
        },
        #[serde(rename = "Plain")]
        Other(u8, u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(rename = "NotSeen")]
    struct Container {
        a: u8,
    }

    round_trips([
        Renamed::Empty,
        Renamed::Quoted(1),
        Renamed::Foreign { x: 2 },
        Renamed::Other(3, 4),
    ]);
    refuses::<Renamed>(&["\"Empty\"", r#"{"Other":[3,4]}"#, r#"{"Foreign":{"":1}}"#]);
    round_trips([Container { a: 1 }]);
}
