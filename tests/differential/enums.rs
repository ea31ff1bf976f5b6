//! Externally tagged enums: unit variants as strings or with `null`, the others as objects of one member.

use std::collections::{BTreeMap, HashMap};

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, bends, read, reads, refuses, round_trips, write};

#[test]
fn unit_variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Color {
        Red,
        Green,
        LightBlue,
    }

    #[derive(Debug, Clone, PartialEq, Copy, Serialize, Deserialize, FastJson)]
    enum Numbered {
        One = 1,
        Two = 2,
        Ten = 10,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Single {
        Only,
    }

    round_trips([Color::Red, Color::Green, Color::LightBlue]);
    round_trips([Numbered::One, Numbered::Two, Numbered::Ten]);
    round_trips([Single::Only]);
    round_trips([vec![Color::Green, Color::Red], vec![]]);
    round_trips([(Some(Color::Green), [Color::Red, Color::LightBlue])]);
    assert_eq!(write(&Color::LightBlue).as_deref(), Some("\"LightBlue\""));
    accepts::<Color>(&[
        r#""Red""#,
        r#"{"Red":null}"#,
        r#" { "Green" : null } "#,
        r#""\u0052ed""#,
        r#"{"R\u0065d":null}"#,
    ]);
    refuses::<Color>(&[
        r#""red""#,
        r#""Red "#,
        r#""""#,
        "0",
        "null",
        "{}",
        "[]",
        r#"["Red"]"#,
        r#"{"Red":0}"#,
        r#"{"Red":{}}"#,
        r#"{"Red":[]}"#,
        r#"{"Red":"Red"}"#,
        r#"{"Red"}"#,
        r#"{"Red":}"#,
        r#"{"Red":null,}"#,
        r#"{"Red":null,"Green":null}"#,
        r#"{"Red":null"#,
        r#"{"Blue":null}"#,
        r#"{Red:null}"#,
        r#"{"Red":nul}"#,
        r#""R\ud800""#,
        "Red",
        r#"{"Red":null]"#,
    ]);
}

#[test]
fn data_variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Shape {
        Nothing,
        Circle(f64),
        Square(u8, String),
        Polygon { sides: u8, name: Option<String> },
        Tagged(Vec<Shape>),
        Unit(()),
        Maybe(Option<bool>),
        EmptyTuple(),
        EmptyStruct {},
        Other,
    }

    use Shape::{
        Circle, EmptyStruct, EmptyTuple, Maybe, Nothing, Other, Polygon, Square, Tagged, Unit,
    };
    round_trips([
        Nothing,
        Other,
        Circle(1.5),
        Square(1, "a\"".into()),
        Unit(()),
        Maybe(None),
        Maybe(Some(true)),
        EmptyTuple(),
        EmptyStruct {},
    ]);
    round_trips([
        Polygon { sides: 3, name: None },
        Polygon { sides: 4, name: Some("square".into()) },
    ]);
    round_trips([Tagged(vec![]), Tagged(vec![Nothing, Circle(0.5), Tagged(vec![Other])])]);
    let all = [
        Nothing,
        Circle(1.0),
        Square(1, "a".into()),
        Polygon { sides: 3, name: None },
        Unit(()),
        EmptyTuple(),
        EmptyStruct {},
    ];
    assert_eq!(
        write(&all).as_deref(),
        Some(
            r#"["Nothing",{"Circle":1.0},{"Square":[1,"a"]},{"Polygon":{"sides":3,"name":null}},{"Unit":null},{"EmptyTuple":[]},{"EmptyStruct":{}}]"#
        )
    );
    accepts::<Shape>(&[
        r#"{"Nothing":null}"#,
        r#"{ "Circle" : 1 }"#,
        r#"{"Polygon":{"sides":3}}"#,
        r#"{"Polygon":{"x":1,"sides":3}}"#,
        r#"{"Polygon":[3,null]}"#,
        r#"{"Maybe":null}"#,
    ]);
    refuses::<Shape>(&[
        r#""Circle""#,
        r#""Square""#,
        r#""Polygon""#,
        r#""Unit""#,
        r#""Maybe""#,
        r#""EmptyTuple""#,
        r#""EmptyStruct""#,
        r#"{"Circle":[1]}"#,
        r#"{"Circle":1,}"#,
        r#"{"Circle":1,"Circle":1}"#,
        r#"{"Circle":1"#,
        r#"{"Circle":1]"#,
        r#"{"Circle"}"#,
        r#"{"Square":[1]}"#,
        r#"{"Square":[1,"a",2]}"#,
        r#"{"Square":{}}"#,
        r#"{"Polygon":{}}"#,
        r#"{"Polygon":null}"#,
        r#"{"Polygon":{"sides":1,"sides":1}}"#,
        r#"{"EmptyTuple":null}"#,
        r#"{"EmptyTuple":[1]}"#,
        r#"{"EmptyStruct":null}"#,
        r#"{"Other":1}"#,
        r#"{"Tagged":["Nothing",1]}"#,
        r#"[{"Circle":1}]"#,
        r#"["Circle",1]"#,
        r#"{"":1}"#,
        "{}",
        "{",
        "{\"",
        "[]",
    ]);
}

#[test]
fn in_structs_options_and_maps() {
    #[derive(
        Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Copy, Serialize, Deserialize, FastJson,
    )]
    enum Key {
        Left,
        Right,
    }

    #[derive(
        Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, FastJson,
    )]
    struct Side(Key);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Event {
        Key(Key),
        Move { to: (f32, f32) },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Holds {
        key: Key,
        maybe: Option<Key>,
        event: Event,
        last: Option<Box<Event>>,
        keys: [Key; 2],
    }

    let holds = Holds {
        key: Key::Left,
        maybe: None,
        event: Event::Key(Key::Right),
        last: Some(Box::new(Event::Move { to: (0.5, 1.0) })),
        keys: [Key::Left, Key::Right],
    };
    round_trips([holds]);
    accepts::<Holds>(&[
        r#"{"key":{"Left":null},"event":{"Key":{"Right":null}},"keys":["Left",{"Right":null}]}"#,
    ]);
    round_trips([BTreeMap::from([(Key::Left, 1_u8), (Key::Right, 2)]), BTreeMap::new()]);
    round_trips([HashMap::from([(Key::Right, "x".to_owned())])]);
    round_trips([BTreeMap::from([(Side(Key::Left), Key::Right)])]);
    refuses::<BTreeMap<Key, u8>>(&[
        r#"{"left":1}"#,
        r#"{"":1}"#,
        r#"{{"Left":null}:1}"#,
        r#"{null:1}"#,
        r#"{"Left":1,}"#,
    ]);
    reads(r#"{"\u004ceft":1,"Left":2}"#, BTreeMap::from([(Key::Left, 2_u8)]));
}

#[test]
fn enums_in_enums() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Inner {
        A,
        B(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Outer {
        A(Inner),
        B { inner: Inner },
        C(Box<Outer>),
        D(Inner, Inner),
        E(Option<Inner>),
    }

    round_trips([
        Outer::A(Inner::A),
        Outer::A(Inner::B(1)),
        Outer::B { inner: Inner::A },
        Outer::E(None),
        Outer::E(Some(Inner::B(2))),
    ]);
    round_trips([Outer::C(Box::new(Outer::C(Box::new(Outer::D(Inner::A, Inner::B(3))))))]);
    accepts::<Outer>(&[r#"{"A":{"A":null}}"#, r#"{"C":{"A":"A"}}"#]);
    refuses::<Outer>(&[
        r#"{"A":"B"}"#,
        r#"{"A":{"B":1}"#,
        r#"{"A":{"A":null,"B":1}}"#,
        r#"{"C":"A"}"#,
    ]);
}

#[test]
fn no_variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Never {}

    round_trips([Vec::<Never>::new()]);
    round_trips([None::<Never>]);
    refuses::<Never>(&["null", "{}", "\"\"", "\"Never\"", "{\"a\":null}", "[]", "0", ""]);
    refuses::<Vec<Never>>(&["[null]", "[\"a\"]"]);
}

#[test]
fn raw_and_many_names() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[allow(non_camel_case_types)]
    enum Raw {
        r#type,
        r#fn(u8),
        r#struct { r#in: u8 },
        Some,
        None,
        Ok,
        Err,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Many {
        A0,
        A1(u8),
        A2,
        A3(u8),
        A4,
        A5 { x: u8 },
        A6,
        A7,
        A8,
        A9,
        B0,
        B1,
        B2,
        B3(u8, u8),
        B4,
        B5,
        B6,
        B7,
        B8,
        B9,
        C0,
        C1,
        C2,
        C3,
        C4,
        C5,
        C6,
        C7,
        C8,
        C9,
    }

    round_trips([
        Raw::r#type,
        Raw::r#fn(1),
        Raw::r#struct { r#in: 2 },
        Raw::Some,
        Raw::None,
        Raw::Ok,
        Raw::Err,
    ]);
    refuses::<Raw>(&[r#""r#type""#, r#"{"r#fn":1}"#]);
    round_trips([
        Many::A0,
        Many::A1(1),
        Many::A3(3),
        Many::A4,
        Many::A5 { x: 5 },
        Many::B3(1, 2),
        Many::C9,
    ]);
    for name in ["A0", "A2", "A9", "B4", "C8", "C9"] {
        assert!(read::<Many>(&format!("\"{name}\"")).is_some());
        assert!(read::<Many>(&format!("{{\"{name}\":null}}")).is_some());
    }
    bends::<Many>("\"A1\"");
}
