//! `remote` and `getter`: definitions of types that have no impls of their own. The definitions carry serde's tags; what holds the
//! foreign types names the same definition to both libraries.

// What only a definition says is never looked at otherwise.
#![deny(dead_code)]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::compare::{accepts, read, reads, refuses, round_trips, write};
use crate::{Decode, Encode, FastJson};

/// The other crate.
mod other {
    /// All of it can be seen.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub(super) struct Open {
        pub(super) id: u32,
        pub(super) name: String,
        pub(super) tags: Vec<String>,
        pub(super) secret: u8,
    }

    /// None of it can.
    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Duration {
        secs: i64,
        nanos: i32,
    }

    impl Duration {
        pub(super) fn new(secs: i64, nanos: i32) -> Duration {
            Duration { secs, nanos }
        }

        pub(super) fn secs(&self) -> i64 {
            self.secs
        }

        /// By reference.
        pub(super) fn nanos(&self) -> &i32 {
            &self.nanos
        }
    }

    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Pair(pub(super) u8, pub(super) String);

    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Meters(pub(super) f64);

    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Inches(f64);

    impl Inches {
        pub(super) fn new(inches: f64) -> Inches {
            Inches(inches)
        }

        pub(super) fn get(&self) -> f64 {
            self.0
        }
    }

    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Marker;

    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Generic<T> {
        pub(super) value: T,
    }

    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Hidden<T>(T);

    impl<T> Hidden<T> {
        pub(super) fn new(value: T) -> Hidden<T> {
            Hidden(value)
        }

        pub(super) fn get(&self) -> &T {
            &self.0
        }
    }

    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Borrowed<'a> {
        pub(super) text: &'a str,
    }

    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub(super) enum Side {
        Left,
        Right,
    }

    #[derive(Debug, Clone, Copy, PartialEq)]
    pub(super) enum Color {
        Red,
        DarkGreen,
        Hidden,
    }

    #[derive(Debug, Clone, PartialEq)]
    pub(super) enum Shape {
        Empty,
        Dot(u8),
        Line(u8, u8),
        Rect { width: u8, height: Option<u8> },
    }

    #[derive(Debug, Clone, PartialEq)]
    pub(super) enum Event {
        Start,
        Move { x: u8, y: Option<u8> },
        Nested(Generic<u8>),
        Internal(u8),
    }

    #[derive(Debug, Clone, PartialEq)]
    #[non_exhaustive]
    pub(super) enum Growing {
        Known(u8),
        Unit,
        New,
    }

    #[derive(Debug, Clone, Copy, PartialEq)]
    #[repr(C, packed)]
    pub(super) struct Packed {
        pub(super) a: u8,
        pub(super) b: u32,
    }
}

use other::{
    Borrowed, Color, Event, Generic, Growing, Hidden, Inches, Marker, Meters, Open, Packed, Pair,
    Side,
};

/// What holds a foreign type, as the one value and as a member.
macro_rules! holds {
    ($whole:ident, $member:ident, $flat:tt: $ty:ty, $definition:literal) => {
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
        struct $whole(
            #[serde(with = $definition)]
            #[fastjson(with = $definition)]
            $ty,
        );

        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
        struct $member {
            before: u8,
            #[serde(with = $definition)]
            #[fastjson(with = $definition)]
            it: $ty,
            #[serde(default)]
            after: Option<u8>,
        }

        holds!($flat: $ty, $definition);
    };
    (_: $ty:ty, $definition:literal) => {};
    ($flat:ident: $ty:ty, $definition:literal) => {
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
        struct $flat {
            before: u8,
            #[serde(with = $definition, flatten)]
            #[fastjson(with = $definition)]
            it: $ty,
        }
    };
}

macro_rules! check {
    ($values:expr; $whole:ident, $member:ident $(, $flat:ident)?) => {{
        let values = $values;
        round_trips(values.clone().map($whole));
        round_trips(values.clone().map(|it| $member { before: 1, it, after: None }));
        $(round_trips(values.map(|it| $flat { before: 2, it }));)?
    }};
}

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Open", rename_all = "camelCase", deny_unknown_fields)]
struct OpenDef {
    #[serde(rename = "ID", alias = "id")]
    id: u32,
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[serde(skip)]
    secret: u8,
}

// serde asks for the `Default` of the definition as well.
#[derive(Default, Serialize, Deserialize, FastJson)]
#[serde(remote = "other::Open", default)]
struct OpenByDefault {
    id: u32,
    name: String,
    tags: Vec<String>,
    #[serde(skip_serializing)]
    secret: u8,
}

holds!(OpenWhole, OpenMember, _: Open, "OpenDef");
holds!(DefaultWhole, DefaultMember, DefaultFlat: Open, "OpenByDefault");

fn open(tags: &[&str]) -> Open {
    let tags = tags.iter().map(|&tag| tag.into()).collect();
    Open { id: 7, name: "n".into(), tags, secret: 0 }
}

#[test]
fn fields_are_read_where_they_are() {
    check!([open(&[]), open(&["a", "b"])]; OpenWhole, OpenMember);
    check!([open(&[]), open(&["a", "b"])]; DefaultWhole, DefaultMember, DefaultFlat);
    let text = r#"{"before":1,"it":{"ID":7,"name":"n"},"after":null}"#;
    reads(text, OpenMember { before: 1, it: open(&[]), after: None });
    reads(r#"{"secret":3}"#, DefaultWhole(Open { secret: 3, ..Open::default() }));
    accepts::<OpenWhole>(&[r#"{"id":7,"name":"n","tags":["a"]}"#, r#"[7,"n"]"#]);
    refuses::<OpenWhole>(&[
        "{}",
        "null",
        r#"{"ID":7}"#,
        r#"{"ID":7,"name":"n","secret":1}"#,
        "[7]",
    ]);
    refuses::<OpenMember>(&[r#"{"before":1}"#, r#"{"before":1,"it":null}"#]);
}

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "other::Duration")]
struct DurationDef {
    #[serde(getter = "other::Duration::secs")]
    secs: i64,
    #[serde(getter = "other::Duration::nanos", default, skip_serializing_if = "is_zero")]
    nanos: i32,
}

fn is_zero(n: &i32) -> bool {
    *n == 0
}

impl From<DurationDef> for other::Duration {
    fn from(DurationDef { secs, nanos }: DurationDef) -> other::Duration {
        other::Duration::new(secs, nanos)
    }
}

holds!(DurationWhole, DurationMember, DurationFlat: other::Duration, "DurationDef");

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Inches")]
struct InchesDef(#[serde(getter = "Inches::get")] f64);

impl From<InchesDef> for Inches {
    fn from(InchesDef(inches): InchesDef) -> Inches {
        Inches::new(inches)
    }
}

holds!(InchesWhole, InchesMember, _: Inches, "InchesDef");

#[test]
fn getters_give_what_cannot_be_seen() {
    let values = [other::Duration::new(1, 2), other::Duration::new(-1, 0)];
    check!(values; DurationWhole, DurationMember, DurationFlat);
    check!([Inches::new(1.5)]; InchesWhole, InchesMember);
    assert_eq!(write(&DurationWhole(other::Duration::new(3, 0))).unwrap(), r#"{"secs":3}"#);
    refuses::<DurationWhole>(&[r#"{"nanos":1}"#, r#"{"secs":1,"nanos":9999999999}"#]);
}

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Pair")]
struct PairDef(u8, String);

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Meters")]
struct MetersDef(f64);

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Meters", transparent)]
struct MetersTransparent(f64);

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Marker")]
struct MarkerDef;

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Packed")]
#[repr(C, packed)]
struct PackedDef {
    a: u8,
    b: u32,
}

holds!(PairWhole, PairMember, _: Pair, "PairDef");
holds!(MetersWhole, MetersMember, _: Meters, "MetersDef");
holds!(TransparentWhole, TransparentMember, _: Meters, "MetersTransparent");
holds!(MarkerWhole, MarkerMember, _: Marker, "MarkerDef");
holds!(PackedWhole, PackedMember, PackedFlat: Packed, "PackedDef");

#[test]
fn every_shape() {
    check!([Pair(1, "a".into())]; PairWhole, PairMember);
    check!([Meters(1.5), Meters(-0.25)]; MetersWhole, MetersMember);
    check!([Meters(1.5)]; TransparentWhole, TransparentMember);
    check!([Marker]; MarkerWhole, MarkerMember);
    check!([Packed { a: 1, b: 2 }]; PackedWhole, PackedMember, PackedFlat);
    assert_eq!(write(&MetersWhole(Meters(f64::NAN))).unwrap(), "null");
}

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Generic")]
struct GenericDef<T> {
    value: T,
}

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Generic<u8>", rename_all = "UPPERCASE")]
struct ByteDef {
    value: u8,
}

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Hidden")]
struct HiddenDef<T> {
    #[serde(getter = "Hidden::get", rename = "it")]
    value: T,
}

impl<T> From<HiddenDef<T>> for Hidden<T> {
    fn from(HiddenDef { value }: HiddenDef<T>) -> Hidden<T> {
        Hidden::new(value)
    }
}

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Borrowed")]
struct BorrowedDef<'a> {
    text: &'a str,
}

holds!(GenericWhole, GenericMember, GenericFlat: Generic<String>, "GenericDef");
holds!(ByteWhole, ByteMember, ByteFlat: Generic<u8>, "ByteDef");
holds!(HiddenWhole, HiddenMember, HiddenFlat: Hidden<Vec<u8>>, "HiddenDef");

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Line<'a> {
    #[serde(with = "BorrowedDef", borrow)]
    #[fastjson(with = "BorrowedDef")]
    line: Borrowed<'a>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"))]
#[fastjson(bound(serialize = "T: Encode", deserialize = "T: Decode<'de>"))]
struct Around<T> {
    #[serde(with = "GenericDef")]
    #[fastjson(with = "GenericDef::<T>")]
    inner: Generic<T>,
}

#[test]
fn parameters() {
    check!([Generic { value: "a".to_owned() }]; GenericWhole, GenericMember, GenericFlat);
    check!([Generic { value: 7 }]; ByteWhole, ByteMember, ByteFlat);
    check!([Hidden::new(vec![1, 2])]; HiddenWhole, HiddenMember, HiddenFlat);
    round_trips([Around { inner: Generic { value: Some(1.5) } }]);
    let text = r#"{"line":{"text":"abc"}}"#;
    assert_eq!(read::<Line<'_>>(text), Some(Line { line: Borrowed { text: "abc" } }));
    assert_eq!(write(&Line { line: Borrowed { text: "abc" } }).unwrap(), text);
}

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Color", rename_all = "kebab-case")]
enum ColorDef {
    Red,
    #[serde(alias = "green")]
    DarkGreen,
    #[serde(skip)]
    Hidden,
}

holds!(ColorWhole, ColorMember, _: Color, "ColorDef");

macro_rules! shapes {
    ($($module:ident: [$($tags:tt)*] $flat:tt;)*) => {$(
        mod $module {
            use super::*;

            #[derive(Serialize, Deserialize, FastJson)]
            #[serde(remote = "other::Shape" $($tags)*)]
            pub(super) enum ShapeDef {
                Empty,
                Dot(u8),
                #[serde(rename = "a line")]
                Line(u8, u8),
                Rect {
                    width: u8,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    height: Option<u8>,
                },
            }

            holds!(Whole, Member, $flat: other::Shape, "ShapeDef");

            #[test]
            fn all() {
                use other::Shape::*;
                let rects = [Rect { width: 1, height: None }, Rect { width: 1, height: Some(2) }];
                let values = [[Empty, Dot(1)], [Line(1, 2), Dot(2)], rects].concat();
                check!(values.into_iter(); Whole, Member);
                assert!(read::<Whole>(r#"{"width":1}"#).is_some() || stringify!($module) != "untagged");
            }
        }
    )*};
}

shapes! {
    external: [] Flat;
    adjacent: [, tag = "t", content = "c", rename_all = "lowercase"] Flat;
    untagged: [, untagged] _;
}

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Event", tag = "kind", rename_all_fields = "UPPERCASE")]
enum EventDef {
    Start,
    Move {
        x: u8,
        y: Option<u8>,
    },
    #[serde(with = "GenericDef")]
    #[fastjson(with = "GenericDef")]
    Nested(Generic<u8>),
    #[serde(skip)]
    Internal(u8),
}

holds!(EventWhole, EventMember, EventFlat: Event, "EventDef");

#[derive(Serialize, Deserialize, FastJson)]
#[serde(remote = "Growing")]
#[non_exhaustive]
enum GrowingDef {
    Known(u8),
    Unit,
}

holds!(GrowingWhole, GrowingMember, _: Growing, "GrowingDef");

#[test]
fn enums() {
    check!([Color::Red, Color::DarkGreen]; ColorWhole, ColorMember);
    assert_eq!(write(&ColorWhole(Color::Hidden)), None);
    reads(r#""green""#, ColorWhole(Color::DarkGreen));
    refuses::<ColorWhole>(&[r#""hidden""#, r#""Red""#]);

    let nested = Event::Nested(Generic { value: 1 });
    let events = [Event::Start, Event::Move { x: 1, y: Some(2) }, nested];
    check!(events; EventWhole, EventMember, EventFlat);
    assert_eq!(write(&EventWhole(Event::Internal(1))), None);
    assert_eq!(write(&EventFlat { before: 1, it: Event::Internal(1) }), None);

    check!([Growing::Known(1), Growing::Unit]; GrowingWhole, GrowingMember);
    assert_eq!(write(&GrowingWhole(Growing::New)), None);
}

/// A definition that is only for one direction, and serde's for both.
#[derive(Serialize, Deserialize, Encode)]
#[serde(remote = "Pair")]
struct WriteOnly(u8, String);

#[derive(Serialize, Deserialize, Decode)]
#[serde(remote = "other::Duration")]
struct ReadOnly {
    #[serde(getter = "other::Duration::secs")]
    secs: i64,
    #[serde(getter = "other::Duration::nanos")]
    nanos: i32,
}

impl From<ReadOnly> for other::Duration {
    fn from(ReadOnly { secs, nanos }: ReadOnly) -> other::Duration {
        other::Duration::new(secs, nanos)
    }
}

#[derive(Serialize, Deserialize, FastJson)]
struct OneSided {
    #[serde(with = "WriteOnly")]
    #[fastjson(serialize_with = "WriteOnly::encode", deserialize_with = "PairDef::decode")]
    pair: Pair,
    #[serde(with = "ReadOnly")]
    #[fastjson(serialize_with = "DurationDef::encode", deserialize_with = "ReadOnly::decode")]
    time: other::Duration,
}

/// serde's own functions, through the bridge, give the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Bridged {
    #[serde(with = "DurationDef")]
    time: other::Duration,
    #[serde(with = "ColorDef")]
    color: Color,
}

#[test]
fn one_direction_and_the_bridge() {
    let value = OneSided { pair: Pair(1, "a".into()), time: other::Duration::new(1, 2) };
    let text = write(&value).unwrap();
    let ours: OneSided = fastjson::from_str(&text).unwrap();
    assert_eq!((ours.pair, ours.time), (value.pair, value.time));
    round_trips([Bridged { time: other::Duration::new(1, 2), color: Color::Red }]);
}

#[derive(FastJson)]
#[serde(remote = "Side", rename_all = "lowercase")]
enum SideDef {
    Left,
    Right,
}

/// What serde cannot do: a definition is a codec, inside containers and as the key of a map.
#[derive(Debug, PartialEq, FastJson)]
struct Codecs {
    #[fastjson(as = "Vec<DurationDef>")]
    times: Vec<other::Duration>,
    #[fastjson(as = "Option<InchesDef>")]
    inches: Option<Inches>,
    #[fastjson(as = "BTreeMap<_, Box<external::ShapeDef>>")]
    shapes: BTreeMap<String, Box<other::Shape>>,
    #[fastjson(as = "BTreeMap<SideDef, MetersTransparent>")]
    sides: BTreeMap<Side, Meters>,
    #[fastjson(as = "(GenericDef<u8>, HiddenDef<bool>, MarkerDef)")]
    three: (Generic<u8>, Hidden<bool>, Marker),
    #[fastjson(as = "DurationDef", flatten)]
    time: other::Duration,
}

#[test]
fn definitions_are_codecs() {
    let value = Codecs {
        times: vec![other::Duration::new(1, 2), other::Duration::new(3, 0)],
        inches: None,
        shapes: BTreeMap::from([("a".to_owned(), Box::new(other::Shape::Dot(1)))]),
        sides: BTreeMap::from([(Side::Left, Meters(0.5)), (Side::Right, Meters(2.0))]),
        three: (Generic { value: 1 }, Hidden::new(true), Marker),
        time: other::Duration::new(5, 6),
    };
    let text = fastjson::to_string(&value).unwrap();
    let expected = concat!(
        r#"{"times":[{"secs":1,"nanos":2},{"secs":3}],"inches":null,"shapes":{"a":{"Dot":1}},"#,
        r#""sides":{"left":0.5,"right":2.0},"three":[{"value":1},{"it":true},null],"secs":5,"nanos":6}"#
    );
    assert_eq!(text, expected);
    assert_eq!(fastjson::from_str::<Codecs>(&text).unwrap(), value);
    let without = text.replace(r#""inches":null,"#, "");
    assert_eq!(fastjson::from_str::<Codecs>(&without).unwrap(), value);
}
