//! One payload after another in every representation: alone in a variant, beside others, and as a field.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::round_trips;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Point {
    x: i32,
    y: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(default, rename_all = "camelCase")]
struct Lenient {
    some_word: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    all_numbers: Vec<u16>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(deny_unknown_fields)]
struct Strict {
    #[serde(alias = "number")]
    n: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Empty {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Unit;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Wrapper(Point);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Through {
    only: Strict,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Pair(u8, String);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Id(u32);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Generic<T, U = u8> {
    t: T,
    u: Vec<U>,
    #[serde(skip)]
    p: PhantomData<T>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "struct")]
struct Named {
    a: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Flat {
    own: u8,
    #[serde(flatten)]
    point: Point,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Open {
    own: u8,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "kebab-case")]
enum Color {
    Red,
    DarkBlue,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum External {
    A,
    B(u8),
    C { c: u8 },
    D(u8, u8),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "kind")]
enum Internal {
    A,
    B(Point),
    C { c: u8 },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "k", content = "c")]
enum Adjacent {
    A,
    B(u8),
    C { c: u8 },
    D(u8, u8),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Untagged {
    Point(Point),
    Strict { z: u8 },
    Map(BTreeMap<String, u8>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Scalar {
    Bool(bool),
    Number(f64),
    Text(String),
    Pair(u8, u8),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(from = "Point", into = "Point")]
struct Converted(i32, i32);

impl From<Point> for Converted {
    fn from(point: Point) -> Converted {
        Converted(point.x, point.y.unwrap_or(-9))
    }
}

impl From<Converted> for Point {
    fn from(converted: Converted) -> Point {
        Point { x: converted.0, y: Some(converted.1) }
    }
}

macro_rules! external {
    ($payload:ty, $values:tt) => {
        #[test]
        fn external() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            enum Test {
                Unit,
                Newtype($payload),
                Tuple($payload, u8),
                Fields { payload: $payload, last: Option<u8> },
                Nothing {},
            }

            round_trips([Test::Unit, Test::Nothing {}]);
            round_trips($values.map(Test::Newtype));
            round_trips($values.map(|payload| Test::Tuple(payload, 1)));
            round_trips($values.map(|payload| Test::Fields { payload, last: Some(1) }));
        }
    };
}

/// The payload is an object, so it can stand alone beside an internal tag.
macro_rules! internal {
    ($payload:ty, $values:tt) => {
        #[test]
        fn internal() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(tag = "type")]
            enum Test {
                Unit,
                Newtype($payload),
                Fields { payload: $payload, last: Option<u8> },
                Nothing {},
            }

            round_trips([Test::Unit, Test::Nothing {}]);
            round_trips($values.map(Test::Newtype));
            round_trips($values.map(|payload| Test::Fields { payload, last: Some(1) }));
        }
    };
}

/// Any payload as a field beside an internal tag.
macro_rules! internal_field {
    ($payload:ty, $values:tt) => {
        #[test]
        fn internal_field() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(tag = "type")]
            enum Test {
                Unit,
                Fields { payload: $payload, last: Option<u8> },
            }

            round_trips([Test::Unit]);
            round_trips($values.map(|payload| Test::Fields { payload, last: Some(1) }));
        }
    };
}

macro_rules! adjacent {
    ($payload:ty, $values:tt) => {
        #[test]
        fn adjacent() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(tag = "t", content = "c")]
            enum Test {
                Unit,
                Newtype($payload),
                Tuple($payload, u8),
                Fields { payload: $payload, last: Option<u8> },
                Nothing {},
            }

            round_trips([Test::Unit, Test::Nothing {}]);
            round_trips($values.map(Test::Newtype));
            round_trips($values.map(|payload| Test::Tuple(payload, 1)));
            round_trips($values.map(|payload| Test::Fields { payload, last: Some(1) }));
        }
    };
}

macro_rules! untagged {
    ($payload:ty, $values:tt) => {
        #[test]
        fn untagged() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde(untagged)]
            enum Test {
                Fields { payload: $payload, last: u8 },
                Tuple($payload, u8),
                Newtype($payload),
                Nothing {},
                Unit,
            }

            round_trips([Test::Fields { payload: $values.into_iter().next().unwrap(), last: 1 }]);
            round_trips($values.map(Test::Newtype));
            round_trips($values.map(|payload| Test::Tuple(payload, 1)));
            round_trips($values.map(|payload| Test::Fields { payload, last: 1 }));
        }
    };
}

/// As a field and at the end of an array, flattened neighbours around it.
macro_rules! beside_flatten {
    ($payload:ty, $values:tt) => {
        #[test]
        fn beside_flatten() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            struct Test {
                payload: $payload,
                #[serde(flatten)]
                flat: Lenient,
                #[serde(skip_serializing_if = "Option::is_none")]
                last: Option<u8>,
            }

            round_trips($values.map(|payload| Test {
                payload,
                flat: Lenient { some_word: "w".into(), all_numbers: vec![] },
                last: None,
            }));
        }
    };
}

macro_rules! payloads {
    ($($name:ident($payload:ty) in [$($representation:ident),*]: $values:tt;)*) => { $(
        mod $name {
            use super::*;

            $( $representation!($payload, $values); )*
        }
    )* };
}

fn point() -> Point {
    Point { x: 1, y: None }
}

payloads! {
    object(Point) in [external, internal, adjacent, untagged, beside_flatten]: [Point { x: 1, y: Some(-1) }];
    lenient(Lenient) in [external, internal, adjacent, beside_flatten]:
        [Lenient::default(), Lenient { some_word: "a".into(), all_numbers: vec![1, 2] }];
    strict(Strict) in [external, internal, adjacent, untagged, beside_flatten]: [Strict { n: 1 }];
    empty(Empty) in [external, internal, adjacent, beside_flatten]: [Empty {}];
    unit_struct(Unit) in [external, internal, adjacent, untagged, beside_flatten]: [Unit];
    unit(()) in [external, internal, adjacent, untagged, beside_flatten]: [()];
    wrapper(Wrapper) in [external, internal, adjacent, untagged, beside_flatten]: [Wrapper(point())];
    transparent(Through) in [external, internal, adjacent, untagged, beside_flatten]:
        [Through { only: Strict { n: 2 } }];
    boxed(Box<Point>) in [external, internal, adjacent, untagged]: [Box::new(point())];
    shared(Arc<Point>) in [external, internal, adjacent, untagged]: [Arc::new(point())];
    counted(Rc<Strict>) in [external, internal, adjacent, untagged, beside_flatten]: [Rc::new(Strict { n: 1 })];
    cow(Cow<'static, Point>) in [external, internal, adjacent, untagged]: [Cow::Owned(point())];
    generic(Generic<i8>) in [external, internal, adjacent, untagged]:
        [Generic { t: -1, u: vec![1], p: PhantomData }];
    nested(Generic<Option<Point>, External>) in [external, internal, adjacent, untagged]:
        [Generic { t: Some(point()), u: vec![External::A, External::D(1, 2)], p: PhantomData }];
    named(Named) in [external, internal, adjacent, untagged, beside_flatten]: [Named { a: 1 }];
    flat(Flat) in [external, internal, adjacent, untagged, beside_flatten]: [Flat { own: 1, point: point() }];
    open(Open) in [external, internal, adjacent, untagged]:
        [Open { own: 1, rest: BTreeMap::from([("more".into(), 2)]) }];
    map(BTreeMap<String, u8>) in [external, internal, adjacent, untagged, beside_flatten]:
        [BTreeMap::from([("a".into(), 1), ("b".into(), 2)])];
    map_of_objects(BTreeMap<Color, Point>) in [external, internal, adjacent, untagged]:
        [BTreeMap::from([(Color::DarkBlue, point())])];
    external_enum(External) in [external, internal, adjacent, untagged, beside_flatten]:
        [External::A, External::B(1), External::C { c: 2 }, External::D(3, 4)];
    internal_enum(Internal) in [external, internal, adjacent, untagged, beside_flatten]:
        [Internal::A, Internal::B(point()), Internal::C { c: 2 }];
    adjacent_enum(Adjacent) in [external, internal, adjacent, untagged, beside_flatten]:
        [Adjacent::A, Adjacent::B(1), Adjacent::C { c: 2 }, Adjacent::D(3, 4)];
    untagged_enum(Untagged) in [external, internal, adjacent, untagged, beside_flatten]:
        [Untagged::Point(point()), Untagged::Strict { z: 1 }];
    converted(Converted) in [external, internal, adjacent, untagged, beside_flatten]: [Converted(1, 2)];
    byte(u8) in [external, internal_field, adjacent, untagged, beside_flatten]: [0, 255];
    long(i64) in [external, internal_field, adjacent, untagged, beside_flatten]: [i64::MIN, i64::MAX];
    float(f64) in [external, internal_field, adjacent, untagged, beside_flatten]: [0.5, -1e300, 3.0];
    boolean(bool) in [external, internal_field, adjacent, untagged, beside_flatten]: [true];
    text(String) in [external, internal_field, adjacent, untagged, beside_flatten]: ["a\"\n\u{1F600}".to_string()];
    boxed_text(Box<str>) in [external, internal_field, adjacent, untagged]: [Box::from("a")];
    character(char) in [external, internal_field, adjacent, untagged, beside_flatten]: ['é'];
    list(Vec<u8>) in [external, internal_field, adjacent, untagged, beside_flatten]: [vec![], vec![1, 2, 3]];
    objects(Vec<Point>) in [external, internal_field, adjacent, untagged]: [vec![point(), point()]];
    array([u8; 3]) in [external, internal_field, adjacent, untagged]: [[1, 2, 3]];
    tuple((u8, String, bool)) in [external, internal_field, adjacent, untagged]: [(1, "b".to_string(), true)];
    pair(Pair) in [external, internal_field, adjacent, untagged, beside_flatten]: [Pair(1, "b".into())];
    id(Id) in [external, internal_field, adjacent, untagged, beside_flatten]: [Id(7)];
    color(Color) in [external, internal_field, adjacent, untagged, beside_flatten]: [Color::Red, Color::DarkBlue];
    scalar(Scalar) in [external, internal_field, adjacent, beside_flatten]:
        [Scalar::Bool(true), Scalar::Number(1.5), Scalar::Text("t".into()), Scalar::Pair(1, 2)];
    option(Option<u8>) in [external, internal_field, adjacent, beside_flatten]: [None, Some(1)];
    option_of_object(Option<Point>) in [external, internal_field, adjacent, beside_flatten]: [None, Some(point())];
    boxed_option(Box<Option<Id>>) in [external, internal_field, adjacent]: [Box::new(Some(Id(1)))];
    option_of_enum(Option<External>) in [external, internal_field, adjacent, beside_flatten]:
        [None, Some(External::A), Some(External::C { c: 1 })];
    result(Result<u8, String>) in [external, internal_field, adjacent, untagged]: [Ok(1), Err("e".to_string())];
    phantom(PhantomData<Point>) in [external, internal_field, adjacent]: [PhantomData];
}
