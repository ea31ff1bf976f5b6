//! Structs read from arrays: in declaration order, skipped fields take no place, defaults fill a short tail.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, bends, reads, refuses, round_trips};

#[test]
fn plain() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Point {
        x: i32,
        y: i32,
        label: Option<String>,
    }

    reads("[1,2,\"a\"]", Point { x: 1, y: 2, label: Some("a".into()) });
    reads(" [ 1 , 2 , null ] ", Point { x: 1, y: 2, label: None });
    // An `Option` at the end is not a default.
    refuses::<Point>(&[
        "[]",
        "[1]",
        "[1,2]",
        "[1,2,null,4]",
        "[1,2,\"a\",]",
        "[\"a\",1,2]",
        "[1,2",
        "[[1,2,null]]",
    ]);
    bends::<Point>("[1,2,\"a\"]");
    bends::<Vec<Point>>("[[1,2,\"a\"],{\"x\":1,\"y\":2}]");
}

#[test]
fn short_tails() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Tail {
        a: u8,
        #[serde(default)]
        b: u8,
        #[serde(default = "seven")]
        c: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Middle {
        #[serde(default)]
        a: u8,
        b: u8,
        #[serde(default)]
        c: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Options {
        a: u8,
        b: Option<u8>,
        #[serde(default)]
        c: Option<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Last {
        #[serde(default)]
        a: u8,
        #[serde(default)]
        b: Vec<u8>,
        c: u8,
    }

    fn seven() -> u8 {
        7
    }
    reads("[1]", Tail { a: 1, b: 0, c: 7 });
    reads("[1,2]", Tail { a: 1, b: 2, c: 7 });
    reads("[1,2,3]", Tail { a: 1, b: 2, c: 3 });
    refuses::<Tail>(&["[]", "[1,2,3,4]", "[1,null]", "[1,]"]);
    bends::<Tail>("[1,2]");

    reads("[1,2]", Middle { a: 1, b: 2, c: 0 });
    refuses::<Middle>(&["[]", "[1]"]);
    reads("[1,2]", Options { a: 1, b: Some(2), c: None });
    refuses::<Options>(&["[]", "[1]"]);
    refuses::<Last>(&["[]", "[1]", "[1,[2]]"]);
    accepts::<Last>(&["[1,[2],3]"]);
    bends::<Last>("[1,[2],3]");
}

#[test]
fn container_defaults() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(default)]
    struct All {
        a: u8,
        b: Option<u8>,
        c: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(default = "pair")]
    struct Pair(u8, String);

    impl Default for All {
        fn default() -> All {
            All { a: 1, b: Some(2), c: "three".into() }
        }
    }
    fn pair() -> Pair {
        Pair(9, "nine".into())
    }
    reads("[]", All::default());
    reads("[5]", All { a: 5, ..All::default() });
    reads("[5,null]", All { a: 5, b: None, ..All::default() });
    reads("[]", pair());
    reads("[1]", Pair(1, "nine".into()));
    refuses::<All>(&["[1,2,\"c\",4]", "[null]", "null"]);
    refuses::<Pair>(&["[1,\"a\",2]", "{}", "null"]);
    bends::<All>("[5,null]");
    bends::<Pair>("[5]");
    round_trips([All::default()]);
    round_trips([pair()]);
}

#[test]
fn skipped_fields_take_no_place() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Skips {
        a: u8,
        #[serde(skip)]
        b: u8,
        #[serde(skip_serializing)]
        c: u8,
        #[serde(skip_deserializing)]
        d: u8,
        e: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Tuple(u8, #[serde(skip)] u8, String);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct First(#[serde(skip)] u8, u8, #[serde(default)] u8);

    reads("[1,2,3]", Skips { a: 1, b: 0, c: 2, d: 0, e: 3 });
    refuses::<Skips>(&["[1,2]", "[1,2,3,4]", "[1,2,3,4,5]"]);
    bends::<Skips>("[1,2,3]");
    reads("[1,\"a\"]", Tuple(1, 0, "a".into()));
    refuses::<Tuple>(&["[1,2,\"a\"]", "[1]"]);
    reads("[1]", First(0, 1, 0));
    reads("[1,2]", First(0, 1, 2));
    refuses::<First>(&["[]", "[0,1,2]"]);
}

#[test]
fn struct_variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Shape {
        Point {
            x: u8,
            #[serde(default)]
            y: u8,
        },
        Empty {},
        Skips {
            #[serde(skip)]
            a: u8,
            b: u8,
        },
    }

    reads(r#"{"Point":[1]}"#, Shape::Point { x: 1, y: 0 });
    reads(r#"{"Point":[1,2]}"#, Shape::Point { x: 1, y: 2 });
    reads(r#"{"Empty":[]}"#, Shape::Empty {});
    reads(r#"{"Skips":[1]}"#, Shape::Skips { a: 0, b: 1 });
    refuses::<Shape>(&[
        r#"{"Point":[]}"#,
        r#"{"Point":[1,2,3]}"#,
        r#"{"Empty":[1]}"#,
        r#"{"Skips":[1,2]}"#,
        r#"{"Empty":null}"#,
    ]);
    bends::<Shape>(r#"{"Point":[1,2]}"#);
}

#[test]
fn unknown_fields_are_still_denied() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        a: u8,
        #[serde(default)]
        b: u8,
    }

    reads("[1]", Strict { a: 1, b: 0 });
    refuses::<Strict>(&["[1,2,3]", r#"{"a":1,"c":1}"#, r#"["a",1]"#]);
}

#[test]
fn many_elements() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Twelve {
        a: u8,
        b: u8,
        c: u8,
        d: u8,
        e: u8,
        f: u8,
        g: u8,
        h: u8,
        i: u8,
        j: u8,
        k: u8,
        l: String,
    }

    accepts::<Twelve>(&[r#"[1,2,3,4,5,6,7,8,9,10,11,"12"]"#]);
    refuses::<Twelve>(&[r#"[1,2,3,4,5,6,7,8,9,10,11]"#, r#"[1,2,3,4,5,6,7,8,9,10,11,"12",13]"#]);
}
