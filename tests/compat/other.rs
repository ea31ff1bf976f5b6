//! `other`: the variant for tags that no variant has.

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, bends, reads, refuses, round_trips, write};

#[test]
fn external() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        Known,
        Data(u8),
        #[serde(other)]
        Unknown,
    }

    round_trips([Kind::Known, Kind::Data(1), Kind::Unknown]);
    reads(r#""something""#, Kind::Unknown);
    reads(r#"{"something":null}"#, Kind::Unknown);
    reads(r#""Known""#, Kind::Unknown);
    refuses::<Kind>(&[r#"{"something":1}"#, r#"{"something":{}}"#, "1", "null", "[]", r#""data""#]);
}

#[test]
fn internal() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type")]
    enum Event {
        Start {
            at: u8,
        },
        Stop,
        #[serde(other)]
        Other,
    }

    round_trips([Event::Start { at: 1 }, Event::Stop]);
    assert_eq!(write(&Event::Other).as_deref(), Some(r#"{"type":"Other"}"#));
    for text in [
        r#"{"type":"More"}"#,
        r#"{"type":"Other"}"#,
        r#"{"type":""}"#,
        r#"{"type":"More","at":[{"type":"Stop"}]}"#,
        r#"{"at":1,"more":{"x":null},"type":"start"}"#,
        r#"["More"]"#,
    ] {
        reads(text, Event::Other);
    }
    refuses::<Event>(&[
        "{}",
        r#"{"at":1}"#,
        r#"{"type":null}"#,
        r#"{"type":1}"#,
        r#"{"type":true}"#,
        r#"{"type":"More","type":"Stop"}"#,
        r#"{"type":"Start"}"#,
        r#"["More",1]"#,
    ]);
    bends::<Event>(r#"{"type":"More","at":{"x":[1,"a"]}}"#);
    bends::<Event>(r#"{"at":1,"type":"More"}"#);
}

#[test]
fn adjacent() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", content = "c")]
    enum Event {
        Start(u8),
        Stop,
        #[serde(other)]
        Other,
    }

    round_trips([Event::Start(1), Event::Stop, Event::Other]);
    reads(r#"{"t":"More"}"#, Event::Other);
    reads(r#"{"t":"More","c":null}"#, Event::Other);
    reads(r#"{"c":null,"t":"More"}"#, Event::Other);
    reads(r#"["More",null]"#, Event::Other);
    refuses::<Event>(&[
        r#"{"t":"More","c":1}"#,
        r#"{"c":{},"t":"More"}"#,
        r#"{"t":"More","c":[]}"#,
        r#"{"c":null}"#,
        r#"{"t":1}"#,
    ]);
    bends::<Event>(r#"{"t":"More","c":null}"#);
}

#[test]
fn inside() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Level {
        Low,
        High,
        #[serde(other, rename = "?")]
        Unknown,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "op")]
    enum Op {
        A {
            level: Level,
        },
        B(Holder),
        #[serde(other)]
        C,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Holder {
        level: Option<Level>,
        #[serde(default)]
        ops: Vec<Op>,
    }

    round_trips([
        Op::A { level: Level::Low },
        Op::B(Holder {
            level: Some(Level::Unknown),
            ops: vec![Op::C, Op::A { level: Level::High }],
        }),
        Op::C,
    ]);
    accepts::<Op>(&[
        r#"{"op":"B","level":"x","ops":[{"op":"y","level":1}]}"#,
        r#"{"level":"x","op":"A"}"#,
        r#"{"op":"A","level":{"x":null}}"#,
    ]);
    refuses::<Op>(&[r#"{"op":"A","level":null}"#, r#"{"op":"A","level":{"x":1}}"#]);
}
