//! What looks like a mistake and is none: that these items compile, without a warning, is the test.
#![deny(warnings)]
#![allow(dead_code)]

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use fastjson::{Decode, FastJson};

/// A key is about one direction, another type about the other.
#[derive(Clone, FastJson)]
#[fastjson(into = "u8", deny_unknown_fields)]
struct Level {
    #[fastjson(alias = "l", default)]
    level: u8,
}

impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.level
    }
}

/// A map, an optional struct and an enum may have names that others have: the first one takes them.
#[derive(FastJson)]
struct Flat {
    id: u64,
    #[fastjson(flatten)]
    maybe: Option<Base>,
    #[fastjson(flatten)]
    event: Event,
    #[fastjson(flatten)]
    rest: HashMap<String, String>,
}

#[derive(FastJson)]
struct Base {
    id: u64,
    #[fastjson(omit_empty, default)]
    name: String,
}

/// Another name than that of the tag; a tuple without a tag; a map beside it.
#[derive(FastJson)]
#[fastjson(tag = "type")]
enum Event {
    Base(Base),
    Named {
        kind: u8,
    },
    Map(BTreeMap<String, String>),
    #[fastjson(skip)]
    Pair(u8, u8),
    #[fastjson(other)]
    Unknown {
        #[fastjson(tag)]
        kind: String,
        #[fastjson(flatten)]
        rest: BTreeMap<String, String>,
    },
    #[fastjson(untagged)]
    Text(String),
}

/// The names `1` and `"1"` are two.
#[derive(FastJson)]
#[fastjson(tag = "v")]
enum Version {
    #[fastjson(rename = 1)]
    Number { a: u8 },
    #[fastjson(rename = "1")]
    Text { a: u8 },
    #[fastjson(rename = true, default)]
    Flag { a: u8 },
}

/// Each may hold what the ones before it do not.
#[derive(FastJson)]
#[fastjson(untagged, rename_all_fields = "camelCase")]
enum Either<'a> {
    Narrow(u8),
    Wide(i64),
    Huge(u64),
    Float(f64),
    Char(char),
    Borrowed(&'a str),
    Owned(String),
    Wanted { first_name: String, last_name: String },
    Optional { first_name: Option<String> },
    Nothing,
}

/// All names are different in each direction.
#[derive(FastJson)]
struct Swapped {
    #[fastjson(rename(serialize = "b"))]
    a: u8,
    #[fastjson(rename(serialize = "a"))]
    b: u8,
}

#[derive(FastJson)]
struct Words<'a, 'b> {
    #[fastjson(borrow)]
    one: Cow<'a, str>,
    #[fastjson(borrow = "'b")]
    two: &'b str,
    #[fastjson(skip)]
    three: u8,
}

#[derive(FastJson)]
#[fastjson(repr)]
#[repr(u8)]
enum Code {
    Ok = 1,
    #[fastjson(skip)]
    Hidden,
    #[fastjson(other)]
    Unknown(u8),
}

/// Beside a tag and a content there are unknown fields, whatever the payload.
#[derive(FastJson)]
#[fastjson(tag = "t", content = "c", deny_unknown_fields)]
enum Adjacent {
    Number(u8),
    Pair(u8, u8),
}

#[derive(Decode)]
#[fastjson(field_identifier, rename_all = "snake_case")]
enum Field {
    FirstName,
    Other(String),
}

/// A value that is left out and has no default may be meant, and is always an `Option` here.
#[derive(FastJson)]
struct Optional {
    #[fastjson(skip_serializing_if = "Option::is_none")]
    maybe: Option<u8>,
    #[fastjson(skip_serializing_if = "Option::is_none")]
    #[allow(clippy::box_collection)]
    boxed: Option<Box<u8>>,
    #[fastjson(default_value = 3, skip_serializing_if = is_three)]
    three: u8,
}

fn is_three(n: &u8) -> bool {
    *n == 3
}

/// In a generic item, types that meet are looked at where it is used.
#[derive(FastJson)]
struct Generic<T> {
    id: u64,
    #[fastjson(flatten)]
    inner: T,
}

/// What serde lets pass, passes under its name.
#[derive(FastJson)]
#[serde(untagged, rename_all = "camelCase")]
enum Serdes {
    #[serde(rename = "n")]
    Number(f64),
    #[serde(alias = "i")]
    Integer(u8),
}

#[test]
fn legal_items_work() {
    let text = r#"{"id":"1","type":"other","x":"y","n":"2"}"#;
    let event: Event = fastjson::from_str(text).expect("decodes");
    assert!(
        matches!(event, Event::Unknown { ref kind, ref rest } if kind == "other" && rest.len() == 3)
    );
    let generic: Generic<Swapped> = fastjson::from_str(r#"{"id":1,"a":2,"b":3}"#).expect("decodes");
    assert_eq!((generic.id, generic.inner.a, generic.inner.b), (1, 2, 3));
}
