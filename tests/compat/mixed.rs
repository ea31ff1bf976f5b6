//! Tagged enums whose last variants are untagged: what no tag takes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{reads, refuses, round_trips, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Point {
    x: i32,
    y: i32,
}

#[test]
fn external() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(rename_all = "camelCase")]
    enum Mixed {
        Unit,
        DataSet(u8),
        Fields {
            a: u8,
        },
        Tuple(u8, u8),
        #[serde(untagged)]
        Number(i64),
        #[serde(untagged)]
        Point {
            x: i32,
            y: i32,
        },
        #[serde(untagged)]
        Pair(bool, bool),
        #[serde(untagged)]
        Other(String),
        #[serde(untagged)]
        Nothing,
        #[serde(untagged)]
        Map(BTreeMap<String, u8>),
    }

    round_trips([
        Mixed::Unit,
        Mixed::DataSet(1),
        Mixed::Fields { a: 1 },
        Mixed::Tuple(1, 2),
        Mixed::Number(-1),
        Mixed::Point { x: 1, y: 2 },
        Mixed::Pair(true, false),
        Mixed::Other("else".into()),
        Mixed::Nothing,
        Mixed::Map(BTreeMap::from([("dataSet ".into(), 1)])),
    ]);
    reads(r#""unit""#, Mixed::Unit);
    reads(r#"{"unit":null}"#, Mixed::Unit);
    reads(r#""Unit""#, Mixed::Other("Unit".into()));
    reads(r#""dataSet""#, Mixed::Other("dataSet".into()));
    reads(r#"{"DataSet":1}"#, Mixed::Map(BTreeMap::from([("DataSet".into(), 1)])));
    reads(r#"{"unit":1}"#, Mixed::Map(BTreeMap::from([("unit".into(), 1)])));
    reads(
        r#"{"dataSet":1,"b":2}"#,
        Mixed::Map(BTreeMap::from([("dataSet".into(), 1), ("b".into(), 2)])),
    );
    refuses::<Mixed>(&[r#"{"dataSet":300}"#, r#"{"fields":{}}"#, "1.5", "[1,true]", "[1,2]"]);
}

#[test]
fn internal() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type")]
    enum Mixed {
        Unit,
        Fields {
            a: u8,
        },
        Newtype(Point),
        #[serde(untagged)]
        Free {
            b: u8,
        },
        #[serde(untagged)]
        Number(u8),
        #[serde(untagged)]
        Pair((bool, u8)),
        #[serde(untagged)]
        Any(BTreeMap<String, String>),
    }

    round_trips([
        Mixed::Unit,
        Mixed::Fields { a: 1 },
        Mixed::Newtype(Point { x: 1, y: 2 }),
        Mixed::Free { b: 1 },
        Mixed::Number(1),
        Mixed::Pair((true, 2)),
        Mixed::Any(BTreeMap::from([("k".into(), "v".into())])),
    ]);
    assert_eq!(write(&Mixed::Free { b: 1 }).as_deref(), Some(r#"{"b":1}"#));
    reads(r#"{"type":"Unit","b":1}"#, Mixed::Unit);
    reads(r#"{"type":"Other","b":1}"#, Mixed::Free { b: 1 });
    reads(r#"{"b":1,"type":7}"#, Mixed::Free { b: 1 });
    reads(r#"{"type":"Fields","b":1}"#, Mixed::Free { b: 1 });
    reads(r#"{"type":"Fields","c":"x"}"#, {
        Mixed::Any(BTreeMap::from([("type".into(), "Fields".into()), ("c".into(), "x".into())]))
    });
    reads(r#"["Fields",1]"#, Mixed::Fields { a: 1 });
    reads("[true,2]", Mixed::Pair((true, 2)));
    refuses::<Mixed>(&["null", "300", "\"Unit\"", r#"{"type":7}"#, "[7]", "[]"]);
}

#[test]
fn adjacent() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", content = "c")]
    enum Mixed {
        Unit,
        Newtype(u8),
        Fields {
            a: u8,
        },
        #[serde(untagged)]
        Content {
            c: String,
        },
        #[serde(untagged)]
        Text(String),
        #[serde(untagged)]
        List(Vec<Mixed>),
    }

    round_trips([
        Mixed::Unit,
        Mixed::Newtype(1),
        Mixed::Fields { a: 1 },
        Mixed::Content { c: "c".into() },
        Mixed::Text("Unit".into()),
        Mixed::List(vec![]),
        Mixed::List(vec![Mixed::Unit, Mixed::List(vec![Mixed::Text("a".into())])]),
    ]);
    reads(r#"{"t":"Other","c":"x"}"#, Mixed::Content { c: "x".into() });
    reads(r#"{"c":"x","t":"Newtype"}"#, Mixed::Content { c: "x".into() });
    reads(r#"["Newtype",1]"#, Mixed::Newtype(1));
    reads(
        r#"["Newtype","1"]"#,
        Mixed::List(vec![Mixed::Text("Newtype".into()), Mixed::Text("1".into())]),
    );
    refuses::<Mixed>(&["null", "1", "{}", r#"{"t":"Newtype"}"#, r#"{"c":1}"#]);
}

#[test]
fn generic_and_last_resort() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(rename_all = "kebab-case")]
    enum Level<T> {
        VeryLow,
        High,
        #[serde(untagged)]
        Custom(T),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Settings {
        level: Level<String>,
        numbers: Vec<Level<f64>>,
        #[serde(default)]
        point: Option<Level<Point>>,
    }

    round_trips([
        Settings { level: Level::VeryLow, numbers: vec![], point: None },
        Settings {
            level: Level::Custom("medium".into()),
            numbers: vec![Level::High, Level::Custom(0.5)],
            point: Some(Level::Custom(Point { x: 1, y: 2 })),
        },
    ]);
    reads(r#"{"very-low":null}"#, Level::<Point>::VeryLow);
    refuses::<Level<Point>>(&[r#""low""#, r#"{"high":1}"#, "1", r#"{"x":1}"#]);
}

#[test]
fn renames_and_aliases_beside() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Unit {
        #[serde(rename = "px", alias = "pixel")]
        Pixel(u32),
        #[serde(alias = "percent", alias = "%")]
        Percent(f32),
        #[serde(rename(serialize = "out", deserialize = "in"))]
        Split,
        #[serde(untagged, rename_all = "UPPERCASE")]
        Fields {
            width: u8,
            #[serde(alias = "h")]
            height: Option<u8>,
        },
    }

    round_trips([
        Unit::Pixel(1),
        Unit::Percent(0.5),
        Unit::Fields { width: 1, height: None },
        Unit::Fields { width: 1, height: Some(2) },
    ]);
    reads(r#"{"%":1}"#, Unit::Percent(1.0));
    reads(r#"{"pixel":1}"#, Unit::Pixel(1));
    reads(r#""in""#, Unit::Split);
    reads(r#"{"WIDTH":1,"h":2}"#, Unit::Fields { width: 1, height: Some(2) });
    assert_eq!(write(&Unit::Split).as_deref(), Some("\"out\""));
    refuses::<Unit>(&[
        r#""out""#,
        r#"{"Pixel":1}"#,
        r#"{"width":1}"#,
        r#"{"WIDTH":1,"h":1,"HEIGHT":1}"#,
    ]);
}
