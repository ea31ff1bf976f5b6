//! `flatten` of enums of every representation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, bends, reads, refuses, round_trips, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Point {
    x: i32,
    y: i32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "snake_case")]
enum External {
    Number(u8),
    Point(Point),
    Fields { a: u8, b: Option<u8> },
    Pair(u8, u8),
    Maybe(Option<u8>),
    Nothing {},
    Nil(()),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Internal {
    Unit,
    Point(Point),
    Fields { a: u8, b: Option<u8> },
    Map(BTreeMap<String, i32>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Unit,
    Number(u8),
    Point(Point),
    Fields { a: u8, b: Option<u8> },
    Pair(u8, u8),
    Maybe(Option<u8>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Untagged {
    Point(Point),
    Fields { a: u8, b: Option<u8> },
    Other { z: String },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Holder<T> {
    own: u8,
    #[serde(flatten)]
    flat: T,
    last: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct First<T> {
    #[serde(flatten)]
    flat: T,
    own: u8,
}

fn external() -> [External; 9] {
    [
        External::Number(1),
        External::Point(Point { x: 1, y: 2 }),
        External::Fields { a: 1, b: Some(2) },
        External::Fields { a: 1, b: None },
        External::Pair(1, 2),
        External::Maybe(None),
        External::Maybe(Some(1)),
        External::Nothing {},
        External::Nil(()),
    ]
}

fn internal() -> [Internal; 4] {
    [
        Internal::Unit,
        Internal::Point(Point { x: 1, y: 2 }),
        Internal::Fields { a: 1, b: None },
        Internal::Fields { a: 1, b: Some(1) },
    ]
}

fn adjacent() -> [Adjacent; 7] {
    [
        Adjacent::Unit,
        Adjacent::Number(1),
        Adjacent::Point(Point { x: 1, y: 2 }),
        Adjacent::Fields { a: 1, b: None },
        Adjacent::Pair(1, 2),
        Adjacent::Maybe(None),
        Adjacent::Maybe(Some(1)),
    ]
}

fn untagged() -> [Untagged; 3] {
    [
        Untagged::Point(Point { x: 1, y: 2 }),
        Untagged::Fields { a: 1, b: Some(2) },
        Untagged::Other { z: "z".into() },
    ]
}

#[test]
fn every_representation() {
    fn holder<T>(flat: T) -> Holder<T> {
        Holder { own: 1, flat, last: Some(2) }
    }

    fn first<T>(flat: T) -> First<T> {
        First { flat, own: 1 }
    }

    round_trips(external().map(holder));
    round_trips(external().map(first));
    round_trips(external().map(Some).map(holder));
    round_trips(internal().map(holder));
    round_trips(internal().map(first));
    round_trips(internal().map(Box::new).map(holder));
    round_trips(adjacent().map(holder));
    round_trips(adjacent().map(first));
    round_trips(adjacent().map(Some).map(first));
    round_trips(untagged().map(holder));
    round_trips(untagged().map(first));
    round_trips(untagged().map(Some).map(holder));
    round_trips([holder(None::<External>)]);
    round_trips([holder(None::<Internal>)]);
    round_trips([holder(None::<Adjacent>)]);
    round_trips([holder(None::<Untagged>)]);
}

#[test]
fn externally_tagged() {
    type Flat = Holder<External>;

    accepts::<Flat>(&[
        r#"{"number":1,"own":1}"#,
        r#"{"own":1,"more":1,"number":1}"#,
        r#"{"fields":{"b":1,"a":2},"own":1}"#,
        r#"{"fields":{"a":2,"more":1},"own":1}"#,
        r#"{"point":[1,2],"own":1}"#,
        r#"{"own":1,"number":1,"point":"not looked at"}"#,
        r#"{"own":1,"nothing":{}}"#,
        r#"{"own":1,"nil":null}"#,
        r#"{"own":1,"maybe":null}"#,
    ]);
    refuses::<Flat>(&[
        r#"{"own":1}"#,
        r#"{"number":1}"#,
        r#"{"own":1,"number":"1"}"#,
        r#"{"own":1,"number":null}"#,
        r#"{"own":1,"Number":1}"#,
        r#"{"own":1,"point":"looked at","number":1}"#,
        r#"{"own":1,"fields":{}}"#,
        r#"{"own":1,"pair":[1]}"#,
        r#"{"own":1,"pair":[1,2,3]}"#,
        r#"[1,1]"#,
    ]);
}

#[test]
fn unit_variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Unit {
        A,
        B,
    }

    assert_eq!(
        write(&Holder { own: 1, flat: Unit::A, last: None }).as_deref(),
        Some(r#"{"own":1,"A":null,"last":null}"#)
    );
    reads(r#"{"own":1,"B":null}"#, Holder { own: 1, flat: Unit::B, last: None });
    refuses::<Holder<Unit>>(&[r#"{"own":1}"#, r#"{"own":1,"A":1}"#, r#"{"own":1,"A":[]}"#]);
    bends::<Holder<Unit>>(r#"{"own":1,"A":null}"#);
}

#[test]
fn internally_tagged() {
    type Flat = Holder<Internal>;

    accepts::<Flat>(&[
        r#"{"type":"unit","own":1}"#,
        r#"{"own":1,"x":1,"type":"point","y":2}"#,
        r#"{"a":1,"own":1,"type":"fields"}"#,
        r#"{"a":1,"own":1,"type":"fields","more":[]}"#,
        r#"{"type":"unit","own":1,"a":null,"a":1}"#,
        r#"{"own":1,"type":"map"}"#,
        r#"{"own":1,"k":1,"type":"map","l":2}"#,
    ]);
    refuses::<Flat>(&[
        r#"{"own":1}"#,
        r#"{"own":1,"type":"other"}"#,
        r#"{"own":1,"type":null}"#,
        r#"{"own":1,"type":"point","x":1}"#,
        r#"{"own":1,"type":"unit","type":"unit"}"#,
        r#"{"type":"fields","a":1,"own":1,"a":1}"#,
        r#"{"type":"unit"}"#,
        r#"{"own":1,"type":"map","k":"v"}"#,
    ]);
    // The map beside the tag sees what the holder does not take.
    reads(
        r#"{"own":1,"k":1,"type":"map","last":2}"#,
        Holder { own: 1, flat: Internal::Map(BTreeMap::from([("k".into(), 1)])), last: Some(2) },
    );
}

#[test]
fn adjacently_tagged() {
    type Flat = Holder<Adjacent>;

    accepts::<Flat>(&[
        r#"{"t":"Unit","own":1}"#,
        r#"{"t":"Unit","c":null,"own":1}"#,
        r#"{"c":1,"own":1,"t":"Number"}"#,
        r#"{"c":[1,2],"own":1,"t":"Pair","more":1}"#,
        r#"{"c":{"x":1,"y":2},"own":1,"t":"Point"}"#,
        r#"{"t":"Maybe","own":1}"#,
    ]);
    refuses::<Flat>(&[
        r#"{"own":1}"#,
        r#"{"own":1,"t":"Number"}"#,
        r#"{"own":1,"c":1}"#,
        r#"{"own":1,"t":"Other","c":1}"#,
        r#"{"own":1,"t":"Number","c":"1"}"#,
        r#"{"own":1,"t":"Unit","t":"Unit"}"#,
        r#"{"own":1,"t":"Number","c":1,"c":2}"#,
        r#"{"t":"Unit"}"#,
    ]);
}

#[test]
fn without_a_tag() {
    type Flat = Holder<Untagged>;

    accepts::<Flat>(&[
        r#"{"x":1,"own":1,"y":2}"#,
        r#"{"a":1,"own":1,"more":2}"#,
        r#"{"z":"","x":1,"own":1}"#,
        r#"{"a":"not this","z":"this","own":1}"#,
    ]);
    refuses::<Flat>(&[
        r#"{"own":1}"#,
        r#"{"own":1,"x":1}"#,
        r#"{"own":1,"z":1}"#,
        r#"{"own":1,"a":1,"a":1}"#,
        r#"{"x":1,"y":2}"#,
    ]);
}

#[test]
fn several() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Many {
        #[serde(flatten)]
        external: External,
        #[serde(flatten)]
        internal: Internal,
        #[serde(flatten)]
        adjacent: Option<Adjacent>,
        #[serde(flatten)]
        rest: BTreeMap<String, Loose>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Loose {
        Null,
        Number(u8),
        Text(String),
        List(Vec<Loose>),
        Map(BTreeMap<String, Loose>),
    }

    // What an enum has taken is not in the map as well; in serde, an internally tagged one takes nothing from it.
    for (text, many) in [
        (
            r#"{"number":1,"type":"fields","a":2,"b":null,"t":"Number","c":1}"#,
            Many {
                external: External::Number(1),
                internal: Internal::Fields { a: 2, b: None },
                adjacent: Some(Adjacent::Number(1)),
                rest: BTreeMap::new(),
            },
        ),
        (
            r#"{"number":1,"type":"unit","t":"Unit","more":4}"#,
            Many {
                external: External::Number(1),
                internal: Internal::Unit,
                adjacent: Some(Adjacent::Unit),
                rest: BTreeMap::from([("more".into(), Loose::Number(4))]),
            },
        ),
    ] {
        assert_eq!(fastjson::to_string(&many).expect("its JSON"), text);
        assert_eq!(fastjson::from_str::<Many>(text).expect("its value"), many);
    }
    // Also what stands before the tags, in whatever order.
    let text = r#"{"c":1,"a":2,"more":4,"b":null,"type":"fields","t":"Number","number":1}"#;
    let many = Many {
        external: External::Number(1),
        internal: Internal::Fields { a: 2, b: None },
        adjacent: Some(Adjacent::Number(1)),
        rest: BTreeMap::from([("more".into(), Loose::Number(4))]),
    };
    assert_eq!(fastjson::from_str::<Many>(text).expect("its value"), many);
    refuses::<Many>(&[r#"{"number":1}"#, r#"{"type":"unit"}"#]);
}
