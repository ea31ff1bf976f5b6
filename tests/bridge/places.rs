//! Where errors are inside of bridged values, and what they say.

use std::collections::BTreeMap;

use fastjson::{Error, ErrorKind};
use serde::{Deserialize, Serialize};

use crate::via::Via;

#[derive(Serialize, Deserialize, Debug)]
struct User {
    id: u8,
    name: String,
    tags: Vec<Tag>,
}

#[derive(Serialize, Deserialize, Debug)]
#[serde(deny_unknown_fields)]
struct Tag {
    label: char,
    weight: Option<f32>,
}

#[derive(Serialize, Deserialize, Debug)]
enum Shape {
    Unit,
    Circle { radius: f64 },
    Square(u8),
}

#[derive(Serialize, Deserialize, Debug)]
#[serde(tag = "t")]
enum Internal {
    Circle { radius: u8 },
}

#[derive(Serialize, Deserialize, Debug)]
#[serde(try_from = "u8")]
struct Even(u8);

impl TryFrom<u8> for Even {
    type Error = &'static str;

    fn try_from(value: u8) -> Result<Even, &'static str> {
        if value.is_multiple_of(2) { Ok(Even(value)) } else { Err("odd") }
    }
}

/// The error of a text in which `^` marks its place, which is taken out first.
#[track_caller]
fn at<T: for<'de> Deserialize<'de> + std::fmt::Debug>(marked: &str) -> Error {
    let offset = marked.find('^').expect("a mark");
    let text = marked.replace('^', "");
    let err = fastjson::from_str::<Via<T>>(&text).expect_err("an error");
    assert_eq!(err.offset(), offset, "{marked}: {err}");
    err
}

#[track_caller]
fn check<T: for<'de> Deserialize<'de> + std::fmt::Debug>(
    marked: &str,
    kind: ErrorKind,
    line: &str,
) {
    let err = at::<T>(marked);
    assert_eq!(err.to_string(), line, "{marked}");
    assert_eq!(err.kind(), kind, "{marked}");
}

#[test]
fn types_and_values() {
    check::<User>(
        r#"{"id": ^"7"}"#,
        ErrorKind::InvalidType,
        "expected u8, found string `\"7\"` at line 1 column 8, $.id",
    );
    check::<User>(
        r#"{"id": ^700}"#,
        ErrorKind::OutOfRange,
        "expected u8, found integer `700` at line 1 column 8, $.id",
    );
    check::<User>(
        r#"{"id": 1, "tags": [{"label": ^"ab"}]}"#,
        ErrorKind::OutOfRange,
        "expected a character, found string \"ab\" at line 1 column 30, $.tags[0].label",
    );
    check::<User>(
        "^1",
        ErrorKind::InvalidType,
        "expected struct User, found number `1` at line 1 column 1, $",
    );
    check::<User>(
        r#"{"tags": [^null]}"#,
        ErrorKind::InvalidType,
        "expected struct Tag, found `null` at line 1 column 11, $.tags[0]",
    );
    check::<(u8, u8)>(
        "^[1]",
        ErrorKind::InvalidLength,
        "wrong number of elements: 1 where a tuple of size 2 is expected at line 1 column 1, $",
    );
    check::<Vec<(u8, u8)>>(
        "[^[1, 2, 3]]",
        ErrorKind::InvalidLength,
        "wrong number of elements: this tuple takes 2 at line 1 column 2, $[0]",
    );
    check::<Vec<Even>>("[2, ^3]", ErrorKind::Custom, "odd at line 1 column 5, $[1]");
}

#[test]
fn borrowed() {
    let err = fastjson::from_str::<Via<Vec<&str>>>(r#"["a", "\n"]"#).expect_err("an escape");
    assert_eq!(
        err.to_string(),
        "expected a borrowed string, found string \"\\n\" at line 1 column 7, $[1]"
    );
}

#[test]
fn names() {
    check::<Vec<User>>(
        r#"[^{"id": 1, "name": "x"}]"#,
        ErrorKind::MissingField,
        "missing field `tags` at line 1 column 2, $[0]",
    );
    check::<Tag>(
        "{\n \"label\": \"x\",\n ^\"wieght\": 1}",
        ErrorKind::UnknownField,
        "unknown field `wieght`; did you mean `weight`? at line 3 column 2, $",
    );
    check::<User>(
        r#"{"id": 1, ^"id": 2}"#,
        ErrorKind::DuplicateField,
        "field `id` is given twice at line 1 column 11, $",
    );
    check::<BTreeMap<u8, u8>>(
        r#"{"1": 1, ^"x": 2}"#,
        ErrorKind::InvalidType,
        "expected u8, found string `\"x\"` at line 1 column 10, $",
    );
    check::<BTreeMap<u8, u8>>(
        r#"{^"300": 2}"#,
        ErrorKind::OutOfRange,
        "expected u8, found integer `300` at line 1 column 2, $",
    );
}

#[test]
fn variants() {
    check::<Vec<Shape>>(
        r#"[^"Circel"]"#,
        ErrorKind::UnknownVariant,
        "unknown variant `Circel`; did you mean `Circle`? at line 1 column 2, $[0]",
    );
    check::<Vec<Shape>>(
        r#"[{^"Triangle": 1}]"#,
        ErrorKind::UnknownVariant,
        "unknown variant `Triangle`; known are `Unit`, `Circle`, `Square` at line 1 column 3, $[0]",
    );
    check::<Shape>(
        r#"{"Circle": {"radius": ^"x"}}"#,
        ErrorKind::InvalidType,
        "expected f64, found string `\"x\"` at line 1 column 23, $.Circle.radius",
    );
    check::<Shape>(
        "^\"Square\"",
        ErrorKind::InvalidType,
        "expected newtype variant, found unit variant at line 1 column 1, $",
    );
    check::<Shape>(
        r#"{"Unit": ^1}"#,
        ErrorKind::InvalidType,
        "expected unit, found number `1` at line 1 column 10, $.Unit",
    );
    check::<Shape>(
        "^7",
        ErrorKind::InvalidType,
        "expected enum Shape, found number `7` at line 1 column 1, $",
    );
    // serde has copied the object by then, and no longer knows where its parts were.
    check::<Vec<Internal>>(
        r#"[^{"t": "Circle", "radius": "x"}]"#,
        ErrorKind::InvalidType,
        "expected u8, found string \"x\" at line 1 column 2, $[0]",
    );
}

#[test]
fn grammar() {
    check::<User>(
        r#"{"id": 1 ^"name": 2}"#,
        ErrorKind::Syntax,
        "expected `,` or `}`, found string `\"name\"` at line 1 column 10, $.id",
    );
    check::<User>(
        r#"{"id": ^"#,
        ErrorKind::UnexpectedEnd,
        "the text ends where a value is expected at line 1 column 8, $.id",
    );
    check::<User>(
        r#"{"id": ^x}"#,
        ErrorKind::Syntax,
        "expected a value, found `x` at line 1 column 8, $.id",
    );
    check::<Vec<u8>>(
        "[1,^]",
        ErrorKind::Syntax,
        "expected a value, found `]` behind a trailing comma at line 1 column 4, $[1]",
    );
    check::<Vec<Shape>>(
        "[^{}]",
        ErrorKind::InvalidType,
        "expected an object with one variant, found an object at line 1 column 2, $[0]",
    );
}
