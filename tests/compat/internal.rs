//! Internally tagged enums: where the tag stands, what it may be, and what the variants take from the rest.

use std::collections::BTreeMap;

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, bends, reads, refuses, round_trips, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Point {
    x: i32,
    y: i32,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "type")]
enum Shape {
    Nothing,
    Circle { radius: f64 },
    Line(Point),
    Named { name: String, at: Option<Point> },
    Empty {},
    Map(BTreeMap<String, i64>),
    Unit(()),
    Inner(Inner),
    Choice(Choice),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "inner")]
enum Inner {
    A,
    B { b: u8 },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum Choice {
    Left,
    Right(u8),
    Both { l: u8, r: u8 },
    Two(u8, u8),
}

#[test]
fn every_kind_of_variant() {
    round_trips([
        Shape::Nothing,
        Shape::Circle { radius: 1.5 },
        Shape::Line(Point { x: 1, y: -1 }),
        Shape::Named { name: "n".into(), at: None },
        Shape::Named { name: "".into(), at: Some(Point { x: 0, y: 0 }) },
        Shape::Empty {},
        Shape::Map(BTreeMap::from([("a".into(), 1), ("b".into(), -2)])),
        Shape::Map(BTreeMap::new()),
        Shape::Unit(()),
        Shape::Inner(Inner::A),
        Shape::Inner(Inner::B { b: 1 }),
        Shape::Choice(Choice::Left),
        Shape::Choice(Choice::Right(1)),
        Shape::Choice(Choice::Both { l: 1, r: 2 }),
        Shape::Choice(Choice::Two(1, 2)),
    ]);
    let json = |shape| write(&shape).expect("a JSON form");
    assert_eq!(json(Shape::Nothing), r#"{"type":"Nothing"}"#);
    assert_eq!(json(Shape::Unit(())), r#"{"type":"Unit"}"#);
    assert_eq!(json(Shape::Line(Point { x: 1, y: 2 })), r#"{"type":"Line","x":1,"y":2}"#);
    assert_eq!(json(Shape::Inner(Inner::A)), r#"{"type":"Inner","inner":"A"}"#);
    assert_eq!(json(Shape::Choice(Choice::Left)), r#"{"type":"Choice","Left":null}"#);
    assert_eq!(json(Shape::Choice(Choice::Right(1))), r#"{"type":"Choice","Right":1}"#);
    round_trips([vec![Shape::Nothing, Shape::Circle { radius: 0.0 }]]);
    round_trips([BTreeMap::from([("k".to_string(), Shape::Nothing)])]);
    round_trips([Some(Shape::Nothing), None]);
}

#[test]
fn where_the_tag_stands() {
    accepts::<Shape>(&[
        r#"{"type":"Line","x":1,"y":2}"#,
        r#"{"x":1,"type":"Line","y":2}"#,
        r#"{"x":1,"y":2,"type":"Line"}"#,
        r#"{"y":2,"type":"Line","x":1}"#,
        r#"{"more":{"type":"Nothing"},"x":1,"y":2,"type":"Line","less":[]}"#,
        r#"{"radius":1,"type":"Circle"}"#,
        r#"{"radius":1.25e2,"type":"Circle"}"#,
        r#"{"at":{"x":1,"type":"Circle","y":2},"type":"Named","name":"n"}"#,
        r#"{"a":1,"type":"Map","b":2}"#,
        r#"{"b":1,"type":"Inner","inner":"B"}"#,
        r#"{"inner":"B","b":1,"type":"Inner"}"#,
        r#"{"Both":{"r":1,"l":2},"type":"Choice"}"#,
        r#"{"t\u0079pe":"Nothing"}"#,
        r#"{"type":"N\u006fthing"}"#,
        r#"{"x":1,"y":2,"t\u0079pe":"\u004cine"}"#,
        r#"{"n\u0061me":"\ud83d\ude00","type":"Named"}"#,
        " { \"x\" : 1 , \"y\" : 2 , \"type\" : \"Line\" } ",
    ]);
    refuses::<Shape>(&[
        "{}",
        r#"{"x":1,"y":2}"#,
        r#"{"Type":"Nothing"}"#,
        r#"{"type":"Nothing","type":"Nothing"}"#,
        r#"{"type":"Nothing","a":1,"type":"Empty"}"#,
        r#"{"x":1,"type":"Line","y":2,"type":"Line"}"#,
        r#"{"type":"Line","x":1,"type":"Line","y":2}"#,
        r#"{"type":"Line","x":1,"y":2,"type":"Line"}"#,
        r#"{"type":"Map","type":1}"#,
        r#"{"type":"Circle","type":"Circle","radius":1}"#,
        r#"{"x":1,"x":1,"type":"Line","y":2}"#,
        r#"{"x":1,"y":2}{"type":"Line"}"#,
    ]);
}

#[test]
fn what_the_tag_may_be() {
    refuses::<Shape>(&[
        r#"{"type":"nothing"}"#,
        r#"{"type":"Unknown"}"#,
        r#"{"type":""}"#,
        r#"{"type":null}"#,
        r#"{"type":0}"#,
        r#"{"type":1,"radius":1}"#,
        r#"{"radius":1,"type":1}"#,
        r#"{"type":true}"#,
        r#"{"type":["Nothing"]}"#,
        r#"{"type":{"Nothing":null}}"#,
        r#"{"type":"Nothing "}"#,
        r#"{"type":"\ud800"}"#,
        r#""Nothing""#,
        "null",
        "0",
        "true",
        r#"{"Nothing":null}"#,
        r#"{"Circle":{"radius":1}}"#,
    ]);
}

/// An object may also be an array: the tag, then the fields.
#[test]
fn arrays() {
    accepts::<Shape>(&[
        r#"["Nothing"]"#,
        r#"["Circle",1.5]"#,
        r#"["Line",1,2]"#,
        r#"["Named","n",null]"#,
        r#"["Named","n",[1,2]]"#,
        r#"["Named","n",{"y":1,"x":2}]"#,
        r#"["Empty"]"#,
    ]);
    refuses::<Shape>(&[
        "[]",
        r#"[["Nothing"]]"#,
        r#"["Nothing",1]"#,
        r#"["Nothing",null]"#,
        r#"["Circle"]"#,
        r#"["Circle",1,2]"#,
        r#"["Circle",{"radius":1}]"#,
        r#"["Line",{"x":1,"y":2}]"#,
        r#"["Line",[1,2]]"#,
        r#"["Named","n"]"#,
        r#"["Empty",1]"#,
        r#"["Unknown"]"#,
        "[0]",
        "[null]",
        r#"["Map"]"#,
        r#"["Map",{}]"#,
        r#"["Choice","Left"]"#,
        r#"["Choice",{"Right":1}]"#,
        r#"["Unit"]"#,
        r#"["Unit",null]"#,
    ]);
}

/// A unit variant ignores what else there is; other kinds have their say.
#[test]
fn the_rest_of_the_object() {
    accepts::<Shape>(&[
        r#"{"type":"Nothing","more":1}"#,
        r#"{"more":{"a":[null]},"type":"Nothing"}"#,
        r#"{"type":"Nothing","more":1,"more":2}"#,
        r#"{"type":"Empty","more":1}"#,
        r#"{"type":"Circle","radius":1,"more":1}"#,
        r#"{"type":"Inner","inner":"A","more":1}"#,
        r#"{"type":"Named","name":"n"}"#,
        r#"{"type":"Named","name":"n","at":null}"#,
        r#"{"type":"Named","name":"n","at":[1,2]}"#,
        r#"{"type":"Map"}"#,
        r#"{"type":"Map","a":1,"a":2}"#,
    ]);
    refuses::<Shape>(&[
        r#"{"type":"Unit","more":1}"#,
        r#"{"type":"Circle"}"#,
        r#"{"type":"Circle","radius":null}"#,
        r#"{"type":"Circle","radius":"1"}"#,
        r#"{"type":"Circle","radius":1,"radius":1}"#,
        r#"{"type":"Map","a":"x"}"#,
        r#"{"type":"Map","a":null}"#,
        r#"{"type":"Inner"}"#,
        r#"{"type":"Inner","inner":"C"}"#,
        r#"{"type":"Inner","inner":"A","inner":"A"}"#,
        r#"{"type":"Choice"}"#,
        r#"{"type":"Choice","Left":1}"#,
        r#"{"type":"Choice","Left":null,"Right":1}"#,
        r#"{"type":"Choice","Left":null,"more":1}"#,
        r#"{"type":"Choice","more":1,"Left":null}"#,
        r#"{"type":"Choice","Two":[1]}"#,
        r#"{"type":"Choice","Two":[1,2,3]}"#,
        r#"{"type":"Choice","Both":{"l":1}}"#,
    ]);
}

#[test]
fn strict() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", deny_unknown_fields)]
    enum Strict {
        Unit,
        Empty {},
        One {
            a: u8,
        },
        Newtype(Point),
        #[serde(rename_all = "UPPERCASE")]
        Cased {
            a: u8,
            #[serde(default)]
            b: u8,
        },
    }

    round_trips([
        Strict::Unit,
        Strict::Empty {},
        Strict::One { a: 1 },
        Strict::Newtype(Point { x: 1, y: 2 }),
        Strict::Cased { a: 1, b: 2 },
    ]);
    accepts::<Strict>(&[
        r#"{"A":1,"t":"Cased"}"#,
        r#"["One",1]"#,
        r#"["Cased",1]"#,
        r#"{"t":"Newtype","x":1,"y":2,"z":3}"#,
        r#"{"t":"Unit","a":1}"#,
    ]);
    refuses::<Strict>(&[
        r#"{"t":"Empty","a":1}"#,
        r#"{"t":"One","a":1,"b":1}"#,
        r#"{"b":1,"a":1,"t":"One"}"#,
        r#"{"t":"Cased","A":1,"a":1}"#,
    ]);
}

#[test]
fn generic() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "op", rename_all = "snake_case")]
    enum Op<T, const N: usize = 2> {
        Insert(T),
        InsertMany { all: Vec<T>, last: Option<T> },
        Marker { marker: PhantomData<[u8; N]> },
        Clear,
    }

    round_trips([
        Op::<Point>::Insert(Point { x: 1, y: 2 }),
        Op::InsertMany { all: vec![Point { x: 1, y: 2 }], last: None },
        Op::Marker { marker: PhantomData },
        Op::Clear,
    ]);
    round_trips([Op::<BTreeMap<String, bool>, 0>::Insert(BTreeMap::from([("a".into(), true)]))]);
    round_trips([Op::<Inner>::Insert(Inner::A), Op::Insert(Inner::B { b: 1 })]);
    round_trips([Op::<()>::Insert(())]);
    reads(r#"["marker",null]"#, Op::<Inner>::Marker { marker: PhantomData });
    bends::<Op<Op2>>(r#"{"op":"insert","op2":"x","a":{"op2":"y"}}"#);
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "op2", rename_all = "lowercase")]
enum Op2 {
    X { a: Box<Op2> },
    Y,
}

/// An option beside a tag can be read, never written; nothing is an object without members.
#[test]
fn options_and_units() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Nothing;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t")]
    enum Test {
        Maybe(Option<Point>),
        Boxed(Box<Option<Point>>),
        Unit(()),
        Nothing(Nothing),
    }

    round_trips([Test::Unit(()), Test::Nothing(Nothing)]);
    let point = || Some(Point { x: 1, y: 2 });
    reads(r#"{"t":"Maybe","x":1,"y":2}"#, Test::Maybe(point()));
    reads(r#"{"y":2,"x":1,"t":"Boxed"}"#, Test::Boxed(Box::new(point())));
    reads(r#"["Maybe",1,2]"#, Test::Maybe(point()));
    refuses::<Test>(&[
        r#"{"t":"Unit","x":1}"#,
        r#"["Unit"]"#,
        r#"{"t":"Nothing","x":1}"#,
        r#"["Nothing",1]"#,
    ]);
    reads(r#"["Nothing"]"#, Test::Nothing(Nothing));
    // serde writes no options behind a tag, and does not read what is written here for `None`.
    for (text, test) in [
        (r#"{"t":"Maybe"}"#, Test::Maybe(None)),
        (r#"{"t":"Boxed","x":1,"y":2}"#, Test::Boxed(Box::new(point()))),
    ] {
        assert_eq!(fastjson::to_string(&test).expect("its JSON"), text);
        assert_eq!(fastjson::from_str::<Test>(text).expect("its value"), test);
    }
}
