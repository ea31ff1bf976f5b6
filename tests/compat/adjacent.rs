//! Adjacently tagged enums: tag and content in either order, one of them missing, or more than the two.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, reads, refuses, round_trips, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Point {
    x: i32,
    y: i32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t", content = "c")]
enum All {
    Unit,
    Newtype(u8),
    Struct(Point),
    Maybe(Option<u8>),
    Tuple(u8, String),
    Fields { a: u8, b: Option<u8> },
    Empty {},
    None(),
    Nil(()),
    List(Vec<All>),
    Map(BTreeMap<String, u8>),
}

#[test]
fn every_kind_of_variant() {
    round_trips([
        All::Unit,
        All::Newtype(1),
        All::Struct(Point { x: 1, y: 2 }),
        All::Maybe(None),
        All::Maybe(Some(1)),
        All::Tuple(1, "a".into()),
        All::Fields { a: 1, b: None },
        All::Fields { a: 1, b: Some(2) },
        All::Empty {},
        All::None(),
        All::Nil(()),
        All::List(vec![All::Unit, All::Newtype(1), All::List(vec![])]),
        All::Map(BTreeMap::from([("t".into(), 1), ("c".into(), 2)])),
    ]);
    let json = |all| write(&all).expect("a JSON form");
    assert_eq!(json(All::Unit), r#"{"t":"Unit"}"#);
    assert_eq!(json(All::Maybe(None)), r#"{"t":"Maybe","c":null}"#);
    assert_eq!(json(All::Empty {}), r#"{"t":"Empty","c":{}}"#);
    assert_eq!(json(All::None()), r#"{"t":"None","c":[]}"#);
    assert_eq!(json(All::Nil(())), r#"{"t":"Nil","c":null}"#);
}

#[test]
fn order_and_number() {
    accepts::<All>(&[
        r#"{"c":1,"t":"Newtype"}"#,
        r#"{"c":{"y":1,"x":2},"t":"Struct"}"#,
        r#"{"c":[1,"a"],"t":"Tuple"}"#,
        r#"{"c":{"b":1,"a":2},"t":"Fields"}"#,
        r#"{"c":[{"c":1,"t":"Newtype"},{"t":"Unit"}],"t":"List"}"#,
        r#"{"c":null,"t":"Unit"}"#,
        r#"{"t":"Unit","c":null}"#,
        r#"{"t":"Unit"}"#,
        r#"{"more":1,"t":"Newtype","c":1}"#,
        r#"{"t":"Newtype","more":[{}],"c":1}"#,
        r#"{"t":"Newtype","c":1,"more":null}"#,
        r#"{"c":1,"more":null,"t":"Newtype"}"#,
        r#"{"more":1,"more":2,"t":"Unit"}"#,
        r#"{"\u0063":1,"\u0074":"Newt\u0079pe"}"#,
        r#"{"t":"Maybe"}"#,
        r#"{"t":"Maybe","c":null}"#,
        r#"{"t":"Struct","c":[1,2]}"#,
        r#"{"c":[1,2],"t":"Struct"}"#,
    ]);
    refuses::<All>(&[
        "{}",
        r#"{"c":1}"#,
        r#"{"c":null}"#,
        r#"{"t":"Newtype"}"#,
        r#"{"t":"Struct"}"#,
        r#"{"t":"Nil"}"#,
        r#"{"t":"Tuple"}"#,
        r#"{"t":"Fields"}"#,
        r#"{"t":"Empty"}"#,
        r#"{"t":"None"}"#,
        r#"{"t":"List"}"#,
        r#"{"t":"Map"}"#,
        r#"{"t":"Newtype","c":1,"t":"Newtype"}"#,
        r#"{"t":"Newtype","t":"Newtype","c":1}"#,
        r#"{"t":"Newtype","c":1,"c":1}"#,
        r#"{"c":1,"c":1,"t":"Newtype"}"#,
        r#"{"c":1,"t":"Newtype","c":1}"#,
        r#"{"t":"Unit","t":"Unit"}"#,
        r#"{"T":"Unit"}"#,
    ]);
}

#[test]
fn kinds_of_tags_and_contents() {
    refuses::<All>(&[
        r#"{"t":"unit"}"#,
        r#"{"t":"More","c":1}"#,
        r#"{"c":1,"t":"More"}"#,
        r#"{"t":null}"#,
        r#"{"t":0}"#,
        r#"{"t":1,"c":1}"#,
        r#"{"c":1,"t":1}"#,
        r#"{"t":true}"#,
        r#"{"t":["Unit"]}"#,
        r#"{"t":{}}"#,
        r#"{"t":"Unit","c":1}"#,
        r#"{"t":"Unit","c":"Unit"}"#,
        r#"{"t":"Newtype","c":null}"#,
        r#"{"t":"Newtype","c":[1]}"#,
        r#"{"t":"Newtype","c":{}}"#,
        r#"{"t":"Newtype","c":"1"}"#,
        r#"{"t":"Newtype","c":300}"#,
        r#"{"c":300,"t":"Newtype"}"#,
        r#"{"t":"Tuple","c":[1]}"#,
        r#"{"t":"Tuple","c":[1,"a",2]}"#,
        r#"{"c":[1],"t":"Tuple"}"#,
        r#"{"c":[1,"a",2],"t":"Tuple"}"#,
        r#"{"t":"Tuple","c":{}}"#,
        r#"{"t":"Tuple","c":null}"#,
        r#"{"t":"Fields","c":{}}"#,
        r#"{"t":"Fields","c":{"a":1,"a":1}}"#,
        r#"{"t":"Fields","c":[]}"#,
        r#"{"t":"Fields","c":[1,null]}"#,
        r#"{"c":[1,null],"t":"Fields"}"#,
        r#"{"t":"Empty","c":[]}"#,
        r#"{"t":"Fields","c":[1]}"#,
        r#"{"t":"Fields","c":[1,2,3]}"#,
        r#"{"t":"Fields","c":null}"#,
        r#"{"t":"Empty","c":null}"#,
        r#"{"t":"Empty","c":[1]}"#,
        r#"{"t":"None","c":null}"#,
        r#"{"t":"None","c":{}}"#,
        r#"{"t":"None","c":[1]}"#,
        r#"{"t":"Nil","c":1}"#,
        r#""Unit""#,
        "null",
        "1",
        r#"{"Unit":null}"#,
        r#"{"Newtype":1}"#,
    ]);
    accepts::<All>(&[
        r#"{"t":{"Unit":null}}"#,
        r#"{"t":{"Newtype":null},"c":1}"#,
        r#"{"c":1,"t":{"Newtype":null}}"#,
        r#"{"t":"Fields","c":{"more":1,"a":1}}"#,
        r#"{"t":"Empty","c":{"more":1}}"#,
        r#"{"c":[],"t":"None"}"#,
        r#"{"c":null,"t":"Nil"}"#,
    ]);
}

#[test]
fn arrays() {
    accepts::<All>(&[
        r#"["Unit",null]"#,
        r#"["Newtype",1]"#,
        r#"["Struct",{"x":1,"y":2}]"#,
        r#"["Struct",[1,2]]"#,
        r#"["Tuple",[1,"a"]]"#,
        r#"["Fields",{"a":1}]"#,
        r#"["Empty",{}]"#,
        r#"["Maybe",null]"#,
    ]);
    refuses::<All>(&[
        "[]",
        r#"["Unit"]"#,
        r#"["Nil"]"#,
        r#"["Maybe"]"#,
        r#"["Newtype"]"#,
        r#"["Newtype",1,2]"#,
        r#"["Unit",null,null]"#,
        r#"["Unit",1]"#,
        r#"["Tuple",1,"a"]"#,
        r#"[1,"Newtype"]"#,
        r#"[0,null]"#,
        r#"["More",1]"#,
        // The fields of a variant are not read from an array, and a tag in an array is a string.
        r#"["Fields",[1,null]]"#,
        r#"[{"Newtype":null},1]"#,
    ]);
}

#[test]
fn strict() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "tag", content = "content", deny_unknown_fields, rename_all = "lowercase")]
    enum Strict {
        Unit,
        Newtype(Point),
        Fields { a: u8 },
        Tuple(u8, u8),
    }

    round_trips([
        Strict::Unit,
        Strict::Newtype(Point { x: 1, y: 2 }),
        Strict::Fields { a: 1 },
        Strict::Tuple(1, 2),
    ]);
    accepts::<Strict>(&[
        r#"{"content":{"x":1,"y":2,"z":3},"tag":"newtype"}"#,
        r#"{"tag":"newtype","content":{"x":1,"y":2,"z":3}}"#,
        r#"["unit",null]"#,
    ]);
    refuses::<Strict>(&[
        r#"{"tag":"unit","more":1}"#,
        r#"{"more":1,"tag":"unit"}"#,
        r#"{"tag":"fields","content":{"a":1},"more":1}"#,
        r#"{"tag":"fields","more":1,"content":{"a":1}}"#,
        r#"{"tag":"fields","content":{"a":1,"b":1}}"#,
        r#"{"content":{"a":1,"b":1},"tag":"fields"}"#,
        r#"{"content":{"a":1},"more":1,"tag":"fields"}"#,
        r#"{"tag":"Unit"}"#,
    ]);
}

#[test]
fn generic() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "status", content = "value", rename_all = "camelCase")]
    enum Outcome<T, E> {
        AllRight(T),
        Failed { error: E, tries: u8 },
        Both(T, E),
        NotYet,
    }

    round_trips([
        Outcome::<u8, String>::AllRight(1),
        Outcome::Failed { error: "e".into(), tries: 1 },
        Outcome::Both(1, "e".into()),
        Outcome::NotYet,
    ]);
    round_trips([
        Outcome::<Option<Vec<u8>>, ()>::AllRight(None),
        Outcome::AllRight(Some(vec![])),
        Outcome::Both(None, ()),
    ]);
    round_trips([Outcome::<All, All>::Both(All::Unit, All::Maybe(None))]);
    reads(r#"{"status":"allRight"}"#, Outcome::<Option<u8>, ()>::AllRight(None));
    refuses::<Outcome<u8, u8>>(&[r#"{"status":"allRight"}"#, r#"{"value":1,"status":"both"}"#]);
}
