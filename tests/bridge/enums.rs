//! The four representations of enums, by serde's own derive: the last three read into serde's buffer and on from there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::via::{bends, read, round_trips};

#[derive(Serialize, Deserialize, Debug, PartialEq)]
enum External {
    Unit,
    Newtype(u8),
    Wide(i128),
    Tuple(u8, String),
    Struct {
        a: u8,
        b: Option<String>,
    },
    Nested(Box<External>),
    EmptyTuple(),
    EmptyStruct {},
    Maybe(Option<u8>),
    #[serde(skip)]
    #[expect(dead_code, reason = "it is read by no text")]
    Skipped,
    #[serde(rename = "re named", alias = "A")]
    Renamed,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(tag = "t")]
enum Internal {
    Unit,
    Newtype(BTreeMap<String, u8>),
    Struct { a: u8, b: Vec<f64> },
    Nested { inner: Box<Internal> },
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Unit,
    Newtype(u8),
    Tuple(u8, String),
    Struct { a: u8 },
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(untagged)]
enum Untagged {
    Integer(i64),
    Float(f64),
    Text(String),
    Struct { a: u8, b: u8 },
    List(Vec<Untagged>),
    Map(BTreeMap<String, Untagged>),
    Null(()),
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
enum WithOther {
    A,
    #[serde(other)]
    Other,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Holder {
    #[serde(flatten)]
    kind: Internal,
    #[serde(flatten)]
    external: Option<Adjacent>,
}

#[test]
fn externally_tagged() {
    round_trips([
        External::Unit,
        External::Newtype(1),
        External::Wide(i128::MIN),
        External::Tuple(1, "a".into()),
        External::Struct { a: 1, b: None },
        External::Nested(Box::new(External::Struct { a: 1, b: Some("x".into()) })),
        External::EmptyTuple(),
        External::EmptyStruct {},
        External::Maybe(None),
        External::Maybe(Some(1)),
        External::Renamed,
    ]);
    for text in [
        "{}",
        "{\"Unit\":null}",
        "{\"Unit\":1}",
        "{\"Unit\":[]}",
        "\"Newtype\"",
        "\"Tuple\"",
        "\"Struct\"",
        "{\"Unit\":null,\"Unit\":null}",
        "{\"Newtype\":1,}",
        "{\"Newtype\"}",
        "{\"Newtype\":}",
        "{\"Struct\":[1,null]}",
        "{\"Struct\":[1]}",
        "{\"Tuple\":[1,\"a\",2]}",
        "{\"Tuple\":[1]}",
        "\"\\u0055nit\"",
        "{\"\\u0055nit\":null}",
        "\"A\"",
        "\"Skipped\"",
        "1",
        "[\"Unit\"]",
        "[\"Unit\",null]",
        "{ \"Newtype\" : 1 }",
        "{\"Newtype\":1 1}",
        "{1:2}",
        "{\"EmptyTuple\":null}",
        "\"EmptyStruct\"",
        "{\"Maybe\":null}",
        "{\"Nested\":\"Unit\"}",
        "null",
    ] {
        read::<External>(text);
        read::<Vec<External>>(&format!("[{text},{text}]"));
    }
}

#[test]
fn internally_tagged() {
    round_trips([
        Internal::Unit,
        Internal::Newtype(BTreeMap::from([("a".into(), 1)])),
        Internal::Struct { a: 1, b: vec![0.1, 1e300] },
        Internal::Nested { inner: Box::new(Internal::Unit) },
    ]);
    bends::<Internal>(r#"{"b":[1],"a":2,"t":"Struct"}"#);
    read::<Internal>(r#"{"t":"Unit","t":"Unit"}"#);
}

#[test]
fn adjacently_tagged() {
    round_trips([
        Adjacent::Unit,
        Adjacent::Newtype(1),
        Adjacent::Tuple(1, "a".into()),
        Adjacent::Struct { a: 1 },
    ]);
    bends::<Adjacent>(r#"{"c":{"a":1},"t":"Struct"}"#);
    bends::<Adjacent>(r#"{"c":[1,"x"],"t":"Tuple"}"#);
}

#[test]
fn untagged() {
    round_trips([
        Untagged::Integer(-1),
        Untagged::Float(1.5),
        Untagged::Text("a\n".into()),
        Untagged::Struct { a: 1, b: 2 },
        Untagged::List(vec![Untagged::Null(()), Untagged::Integer(1), Untagged::List(vec![])]),
        Untagged::Map(BTreeMap::from([("k".into(), Untagged::Float(0.5))])),
    ]);
    read::<Untagged>("18446744073709551615");
    read::<Untagged>("18446744073709551616");
    read::<Untagged>("-0");
}

#[test]
fn others_and_flattened() {
    round_trips([WithOther::A, WithOther::Other]);
    read::<WithOther>("\"anything\"");
    round_trips([
        Holder { kind: Internal::Struct { a: 1, b: vec![] }, external: None },
        Holder { kind: Internal::Nested { inner: Box::new(Internal::Unit) }, external: None },
    ]);
}
