//! Untagged enums: the first variant that takes the value.

use std::cell::Cell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, bends, reads, refuses, round_trips, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Point {
    x: i32,
    y: i32,
}

#[test]
fn scalars() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Scalar {
        Null,
        Bool(bool),
        Small(u8),
        Large(i64),
        Float(f64),
        Char(char),
        Text(String),
    }

    round_trips([
        Scalar::Null,
        Scalar::Bool(false),
        Scalar::Small(255),
        Scalar::Large(256),
        Scalar::Large(-1),
        Scalar::Float(0.5),
        Scalar::Char('a'),
        Scalar::Text("ab".into()),
        Scalar::Text("".into()),
    ]);
    reads("1e2", Scalar::Float(100.0));
    reads("1.0", Scalar::Float(1.0));
    reads("9223372036854775807", Scalar::Large(i64::MAX));
    reads("9223372036854775808", Scalar::Float(9223372036854775808.0));
    reads(r#""\ud83d\ude00""#, Scalar::Char('\u{1F600}'));
    reads(r#""\u0061b""#, Scalar::Text("ab".into()));
    refuses::<Scalar>(&["[]", "{}", "[null]", r#"{"a":1}"#, "nul", "01", "\"a"]);
}

#[test]
fn unit_like_variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Nothing;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum UnitFirst {
        Unit,
        Empty {},
        Tuple(),
        Rest(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum StructFirst {
        Nothing(Nothing),
        Number(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum NilFirst {
        Nil(()),
        Number(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum OptionFirst {
        Maybe(Option<u8>),
        Text(String),
        Unit,
    }

    round_trips([UnitFirst::Unit, UnitFirst::Empty {}, UnitFirst::Tuple(), UnitFirst::Rest(1)]);
    refuses::<UnitFirst>(&["[1]", "\"\"", "\"Unit\"", "-1", "false"]);
    reads(r#"{"a":1}"#, UnitFirst::Empty {});
    round_trips([StructFirst::Nothing(Nothing), StructFirst::Number(1)]);
    refuses::<StructFirst>(&["[]", "{}", "\"Nothing\""]);
    round_trips([NilFirst::Nil(()), NilFirst::Number(1)]);
    refuses::<NilFirst>(&["[]", "{}"]);
    round_trips([
        OptionFirst::Maybe(None),
        OptionFirst::Maybe(Some(1)),
        OptionFirst::Text("a".into()),
    ]);
    reads(&write(&OptionFirst::Unit).unwrap(), OptionFirst::Maybe(None));
}

#[test]
fn order_decides() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Overlapping {
        OneRequired { a: u8 },
        Two { a: String, b: Option<u8> },
        Pair(u8, u8),
        Struct(Point),
        List(Vec<i64>),
        All { x: Option<String>, y: Option<Vec<u8>> },
        Map(BTreeMap<String, Overlapping>),
    }

    round_trips([
        Overlapping::OneRequired { a: 1 },
        Overlapping::Two { a: "s".into(), b: None },
        Overlapping::Two { a: "s".into(), b: Some(1) },
        Overlapping::Pair(1, 2),
        Overlapping::Struct(Point { x: 1, y: 2 }),
        Overlapping::List(vec![]),
        Overlapping::List(vec![1, 2, 3]),
        Overlapping::All { x: Some("x".into()), y: None },
        Overlapping::All { x: None, y: None },
    ]);
    reads("[1,2]", Overlapping::Pair(1, 2));
    reads("[-1,2]", Overlapping::Struct(Point { x: -1, y: 2 }));
    // The fields of an untagged variant are not read from an array.
    reads("[1]", Overlapping::List(vec![1]));
    reads("[300]", Overlapping::List(vec![300]));
    reads(r#"{"a":1,"b":"not a number"}"#, Overlapping::OneRequired { a: 1 });
    reads(r#"{"x":1,"y":2,"z":3}"#, Overlapping::Struct(Point { x: 1, y: 2 }));
    reads(r#"{"a":-1}"#, Overlapping::All { x: None, y: None });
    reads(r#"{"a":1,"a":2}"#, Overlapping::All { x: None, y: None });
    refuses::<Overlapping>(&[
        "null",
        "1",
        "\"a\"",
        "true",
        r#"["s",null]"#,
        r#"{"x":1,"y":false}"#,
    ]);
    bends::<Overlapping>(r#"{"x":{"a":1},"y":[1,2]}"#);
}

#[test]
fn strict() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged, deny_unknown_fields)]
    enum Strict {
        A {
            a: u8,
        },
        Ab {
            a: u8,
            b: Option<u8>,
        },
        #[serde(rename_all = "camelCase")]
        Cased {
            some_name: u8,
            other_name: Option<u8>,
        },
        Open(Point),
        Unit,
    }

    round_trips([
        Strict::A { a: 1 },
        Strict::Ab { a: 1, b: Some(2) },
        Strict::Cased { some_name: 1, other_name: None },
        Strict::Open(Point { x: 1, y: 2 }),
        Strict::Unit,
    ]);
    reads(r#"{"a":1,"b":null}"#, Strict::Ab { a: 1, b: None });
    reads(r#"{"x":1,"y":2,"z":3}"#, Strict::Open(Point { x: 1, y: 2 }));
    refuses::<Strict>(&[r#"{"a":1,"c":1}"#, r#"{"someName":1,"a":1}"#, r#"{"some_name":1}"#, "{}"]);
}

#[test]
fn enums_inside() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(rename_all = "lowercase")]
    enum Word {
        Auto,
        None,
        Custom(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "kind")]
    enum Tagged {
        A { a: u8 },
        B,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Unit,
        One(u8),
        Two(u8, u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Holder {
        Word(Word),
        Tagged(Tagged),
        Adjacent(Adjacent),
        Again(Inner),
        Boxed(Box<Holder2>),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Inner {
        Number(u8),
        Text(String),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Holder2 {
        holder: Option<Holder>,
    }

    round_trips([
        Holder::Word(Word::Auto),
        Holder::Word(Word::Custom(1)),
        Holder::Tagged(Tagged::A { a: 1 }),
        Holder::Tagged(Tagged::B),
        Holder::Adjacent(Adjacent::Unit),
        Holder::Adjacent(Adjacent::Two(1, 2)),
        Holder::Again(Inner::Number(1)),
        Holder::Again(Inner::Text("other".into())),
        Holder::Boxed(Box::new(Holder2 { holder: None })),
        Holder::Boxed(Box::new(Holder2 { holder: Some(Holder::Word(Word::None)) })),
    ]);
    reads(r#""auto""#, Holder::Word(Word::Auto));
    reads(r#"{"auto":null}"#, Holder::Word(Word::Auto));
    reads(r#"["A",1]"#, Holder::Tagged(Tagged::A { a: 1 }));
    reads(r#"["One",1]"#, Holder::Adjacent(Adjacent::One(1)));
    reads(r#"{"custom":1,"kind":"B"}"#, Holder::Tagged(Tagged::B));
    reads(r#"{"custom":300}"#, Holder::Boxed(Box::new(Holder2 { holder: None })));
    reads(r#"{"t":"Two","c":[1]}"#, Holder::Boxed(Box::new(Holder2 { holder: None })));
    accepts::<Vec<Holder>>(&[r#"["auto",1,"x",{},{"kind":"B"},{"c":1,"t":"One"}]"#]);
    refuses::<Holder>(&["null", "-1", "true", "1.5"]);
}

#[test]
fn generic() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum OneOrMany<T> {
        One(T),
        Many(Vec<T>),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Either<L, R> {
        Left(L),
        Right(R),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Uses {
        one: OneOrMany<String>,
        points: OneOrMany<Point>,
        either: Either<u8, Either<String, Point>>,
        maybe: Option<Either<bool, f64>>,
    }

    round_trips([OneOrMany::One(1), OneOrMany::Many(vec![]), OneOrMany::Many(vec![1, 2])]);
    round_trips([Uses {
        one: OneOrMany::One("a".into()),
        points: OneOrMany::Many(vec![Point { x: 1, y: 2 }]),
        either: Either::Right(Either::Left("l".into())),
        maybe: Some(Either::Right(1.5)),
    }]);
    round_trips([Uses {
        one: OneOrMany::Many(vec!["a".into()]),
        points: OneOrMany::One(Point { x: 1, y: 2 }),
        either: Either::Left(1),
        maybe: None,
    }]);
    reads("[1,2]", OneOrMany::One(Point { x: 1, y: 2 }));
    reads("[[1,2]]", OneOrMany::Many(vec![Point { x: 1, y: 2 }]));
    reads("null", Either::<Option<u8>, ()>::Left(None));
}

/// What wraps an `Option` may be missing as well, and rules no variant out.
#[test]
fn wrapped_options() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Wide {
        id: u8,
        note: Box<Option<String>>,
        next: Option<Box<Wide>>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Row {
        Named { name: String },
        Wide(Wide),
        Narrow { id: u8 },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Size {
        Named { name: String },
        Of { id: u8, size: Box<Cell<Option<u8>>> },
        None { id: u8 },
    }

    let wide = Wide { id: 1, note: Box::new(None), next: None };
    reads(r#"{"id":1}"#, wide.clone());
    reads(r#"{"id":1}"#, Row::Wide(wide.clone()));
    reads(r#"{"other":[],"id":1}"#, Row::Wide(wide));
    reads(r#"{"other":[],"id":1}"#, Size::Of { id: 1, size: Box::default() });
    refuses::<Wide>(&[r#"{"note":null}"#]);
}
