//! Members that no type has, and what is learned of their names: it may change the time that they take, and nothing else.

use std::fmt::Debug;
use std::fmt::Write;
use std::thread;

use fastjson::{DecodeOwned, FastJson};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::compare::{Both, read};

/// Of the names below it has every third or so, some by other names than they are written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(default)]
struct Few {
    id: u32,
    user_name: Option<String>,
    #[serde(rename = "a name that is longer than what can be compared at once")]
    long: Option<u32>,
    #[serde(alias = "ñ")]
    text: Option<String>,
    inner: Option<Box<Few>>,
    list: Vec<Others>,
}

/// What is a stranger there is a field here, and the other way round.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(default)]
struct Others {
    user_names: Option<u32>,
    flag: Option<bool>,
    few: Option<Box<Few>>,
    inner: Option<IgnoredSize>,
}

/// Members that are not admitted, where others are passed over.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(default, deny_unknown_fields)]
struct Strict {
    id: u32,
    flag: Option<bool>,
    user_names: Option<u32>,
}

/// An object of which nothing is read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct IgnoredSize {}

const NAMES: [&str; 16] = [
    "id",
    "ids",
    "user_name",
    "user_names",
    "a name that is longer than what can be compared at once",
    "another name that is longer than what can be compared at once",
    "text",
    "ñ",
    "t\\u0065xt",
    "inner",
    "list",
    "few",
    "flag",
    "flags",
    "",
    "a\\nb",
];

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    /// An object of some of the names, which mostly stand in the order above, with their values.
    fn object(&mut self, depth: usize, white: &str, out: &mut String) {
        let order = self.below(8);
        let mut names: Vec<usize> = (0..NAMES.len()).filter(|_| self.below(8) > 2).collect();
        if order == 0 && names.len() > 1 {
            let (i, j) = (self.below(names.len()), self.below(names.len()));
            names.swap(i, j);
        }
        let inside = format!("{white}{}", if white.is_empty() { "" } else { "  " });
        out.push('{');
        for (n, &i) in names.iter().enumerate() {
            let comma = if n > 0 { "," } else { "" };
            let colon = if white.is_empty() || self.below(40) == 0 { ":" } else { ": " };
            write!(out, "{comma}{inside}\"{}\"{colon}", NAMES[i]).expect("a string");
            self.value(NAMES[i], depth, &inside, out);
        }
        if !names.is_empty() {
            out.push_str(white);
        }
        out.push('}');
    }

    fn value(&mut self, name: &str, depth: usize, white: &str, out: &mut String) {
        match name {
            "inner" | "few" if depth > 0 => self.object(depth - 1, white, out),
            "list" if depth > 0 => {
                out.push('[');
                for i in 0..self.below(4) {
                    if i > 0 {
                        out.push(',');
                    }
                    self.object(depth - 1, white, out);
                }
                out.push(']');
            }
            "list" => out.push_str("[]"),
            "inner" | "few" => out.push_str("{}"),
            "flag" => out.push_str(["true", "false", "null"][self.below(3)]),
            "user_name" | "text" | "ñ" | "t\\u0065xt" => {
                out.push_str(["\"\"", "\"plain\"", "\"a \\\"b\\\" \\/ \\u00e9\""][self.below(3)]);
            }
            "ids" | "flags" => {
                let values =
                    ["[1,2.5,[]]", "{\"id\":0,\"x\":[{}]}", "\"x\"", "-1.5e3", "[{\"id\":1}]"];
                out.push_str(values[self.below(values.len())]);
            }
            _ => out.push_str(["0", "7", "123456"][self.below(3)]),
        }
    }

    fn document(&mut self) -> String {
        let white = ["", "\n", "\n    "][self.below(3)];
        let mut text = String::from("[");
        for i in 0..1 + self.below(3) {
            if i > 0 {
                text.push(',');
            }
            self.object(2, white, &mut text);
        }
        text.push(']');
        text
    }
}

/// What is read, or why not.
fn result<T: DecodeOwned + Debug>(text: &str) -> String {
    match fastjson::from_str::<Vec<T>>(text) {
        Ok(value) => format!("{value:?}"),
        Err(err) => format!("{err:?} {err}"),
    }
}

/// What was learned of one document is there when the next one is read, of the same type or of another one.
#[test]
fn what_was_learned_of_other_documents() {
    fn reads<T: Both>(text: &str) {
        let value = read::<Vec<T>>(text);
        // (Some have a duplicate field.)
        assert_eq!(value.is_some(), serde_json::from_str::<Vec<T>>(text).is_ok());
    }
    let mut random = Random(77);
    for _ in 0..1500 {
        let text = random.document();
        match random.below(4) {
            0 => reads::<Few>(&text),
            1 => reads::<Others>(&text),
            2 => reads::<Strict>(&text),
            _ => {
                reads::<IgnoredSize>(&text);
                assert_eq!(
                    fastjson::from_str::<Few>(&text).is_err(),
                    serde_json::from_str::<Few>(&text).is_err()
                );
                serde_json::from_str::<IgnoredAny>(&text).expect("it is JSON");
            }
        }
    }
}

/// A thread that knows nothing reads the same values, and tells the same errors at the same places.
#[test]
fn a_thread_that_knows_nothing() {
    let mut random = Random(3);
    let mut texts = Vec::new();
    for _ in 0..400 {
        let mut text = random.document();
        if random.below(3) > 0 {
            let at = random.below(text.len());
            let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).expect("the start");
            match random.below(3) {
                0 => text.truncate(at),
                1 => drop(text.remove(at)),
                _ => text.insert(
                    at,
                    [',', ':', '"', '}', ']', '{', '[', '0', '\\', ' '][random.below(10)],
                ),
            }
        }
        texts.push(text);
    }
    let all = |text: &str| [result::<Few>(text), result::<Others>(text), result::<Strict>(text)];
    let learned: Vec<_> = texts.iter().map(|text| all(text)).collect();
    for (text, learned) in texts.iter().zip(learned) {
        let fresh = thread::scope(|scope| scope.spawn(|| all(text)).join().expect("no panic"));
        assert_eq!(learned, fresh, "{text}");
    }
}

/// More names than there are places for, none of them twice, and then the same ones over and over.
#[test]
fn names_that_come_once() {
    let mut text = String::from("[");
    for round in 0..6 {
        text.push('{');
        for i in 0..3000 {
            let member =
                format!("\"key {round} {i}\":{{\"id\":{i},\"flag\":true,\"k{round}{i}\":[]}},");
            text.push_str(&member);
        }
        text.push_str("\"id\":7},");
        for i in 0..300 {
            let member = format!(
                "{{\"id\":{i},\"flags\":[{{\"x\":1}}],\"ids\":{{\"y\":2,\"z\":\"\"}},\"flag\":false}},"
            );
            text.push_str(&member);
        }
    }
    text.pop();
    text.push(']');
    let few = read::<Vec<Few>>(&text).expect("it is JSON");
    assert_eq!((few.len(), few[0].id, few[300].id, few[301].id), (6 * 301, 7, 299, 7));
    let others = read::<Vec<Others>>(&text).expect("it is JSON");
    assert_eq!((others[0].flag, others[1].flag), (None, Some(false)));
    assert_eq!(read::<Vec<IgnoredSize>>(&text).expect("it is JSON").len(), 6 * 301);
    assert_eq!(read::<Vec<Strict>>(&text), None);
}

/// A field whose name was met as a stranger's before, or where another type's stood, is that of its own type.
#[test]
fn names_of_several_types() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Left {
        x: u32,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Right {
        y: u32,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Both {
        left: Left,
        right: Right,
    }
    let object = "{\"a\":1,\"x\":2,\"b\":[{\"x\":3,\"y\":4}],\"y\":5,\"c\":{\"y\":6}}";
    let text =
        format!("{{\"z\":{object},\"right\":{object},\"left\":{object},\"x\":0,\"y\":{object}}}");
    for _ in 0..20 {
        let value = read::<Both>(&text).expect("it is JSON");
        assert_eq!(value, Both { left: Left { x: 2 }, right: Right { y: 5 } });
        assert_eq!(
            read::<Vec<Left>>(&format!("[{object},{object},{object}]")).map(|all| all[2].x),
            Some(2)
        );
        assert_eq!(
            read::<Vec<Right>>(&format!("[{object},{object},{object}]")).map(|all| all[2].y),
            Some(5)
        );
    }
}

/// A name that was learned is no name in an array, nor without its comma, and a field stays a duplicate.
#[test]
fn names_at_wrong_places() {
    let object = "{\"ids\":1,\"id\":2,\"flags\":3,\"x\":4,\"text\":\"five\"}";
    let many = [object; 6].join(",");
    assert!(read::<Vec<Few>>(&format!("[{many}]")).is_some());
    for wrong in [
        "{\"ids\":1,\"id\":2,\"flags\":[3,\"x\":4],\"text\":\"five\"}",
        "{\"ids\":1,\"id\":2,\"flags\":{3,\"x\":4},\"text\":\"five\"}",
        "{\"ids\":1,\"id\":2 \"flags\":3,\"x\":4}",
        "{\"ids\":1,\"id\":2,,\"flags\":3,\"x\":4}",
        "{\"ids\":1,\"id\":2,\"flags\":3,\"x\":4,\"id\":2}",
        "{,\"ids\":1,\"id\":2,\"flags\":3,\"x\":4}",
        "{\"ids\":1,\"id\":2,\"flags\":3,\"x\":}",
        "[\"ids\":1,\"id\":2,\"flags\":3,\"x\":4]",
    ] {
        let text = format!("[{many},{wrong},{many}]");
        assert_eq!(read::<Vec<Few>>(&text), None, "{wrong}");
        let fresh = thread::scope(|scope| scope.spawn(|| result::<Few>(&text)).join());
        assert_eq!(result::<Few>(&text), fresh.expect("no panic"));
    }
}
