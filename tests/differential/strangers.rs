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

/// The same payloads behind different tags, each of which is a stranger to the other one's payloads, and to these where they stand alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "tag")]
enum ByTag {
    Few(Few),
    Others(Others),
    Own {
        #[serde(default)]
        id: u32,
        #[serde(default)]
        flag: Option<bool>,
    },
    None,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "kind")]
enum ByKind {
    Few(Few),
    Others(Others),
    Strict(Strict),
    None,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "kind", content = "inner")]
enum Adjacent {
    Few(Few),
    Others(Others),
    Strict(Strict),
    None,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "tag", content = "few", deny_unknown_fields)]
enum StrictAdjacent {
    Few(Few),
    None,
}

/// Names of two types in one object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Flattened {
    #[serde(default)]
    id: u32,
    #[serde(flatten)]
    others: Others,
    #[serde(default)]
    text: Option<String>,
}

/// A type that tells its names only when it sees them, in an object with others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct FlattenedEnum {
    #[serde(default)]
    id: u32,
    #[serde(flatten)]
    by_kind: Option<ByKind>,
}

/// Variants that are told apart by their members: a stranger to one may be what an earlier one needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum ByMembers {
    Flag { flag: bool },
    Names { user_names: u32 },
    Id { id: u32 },
}

const NAMES: [&str; 19] = [
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
    "tag",
    "kind",
    "k\\u0069nd",
];

struct Random {
    state: u64,
    /// What mostly parts names from values in this document.
    colon: &'static str,
}

impl Random {
    fn new(state: u64) -> Random {
        Random { state, colon: ":" }
    }

    fn below(&mut self, n: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state % n as u64) as usize
    }

    /// An object of some of the names, which mostly stand in the order above, with their values.
    fn object(&mut self, depth: usize, white: &str, out: &mut String) {
        let order = self.below(8);
        let mut names: Vec<usize> = (0..NAMES.len()).filter(|_| self.below(8) > 2).collect();
        // A name with escapes is seldom beside the one without.
        names.retain(|&i| i != NAMES.len() - 1 || self.below(8) == 0);
        if order == 1 && names.len() > 1 {
            // Tags come first, or somewhere.
            let n = self.below(names.len());
            names.rotate_right(n);
        } else if order == 0 && names.len() > 1 {
            let (i, j) = (self.below(names.len()), self.below(names.len()));
            names.swap(i, j);
        }
        let inside = format!("{white}{}", if white.is_empty() { "" } else { "  " });
        out.push('{');
        for (n, &i) in names.iter().enumerate() {
            let comma = if n > 0 { "," } else { "" };
            let colon = match self.below(40) {
                0 => [":", ": ", " :"][self.below(3)],
                _ => self.colon,
            };
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
            "tag" | "kind" | "k\\u0069nd" => {
                let values = [
                    "\"Few\"",
                    "\"Others\"",
                    "\"Own\"",
                    "\"None\"",
                    "\"Strict\"",
                    "\"F\\u0065w\"",
                    "\"\"",
                ];
                // (Mostly what all know.)
                let n = if self.below(4) > 0 { 2 } else { values.len() };
                out.push_str(values[self.below(n)]);
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
        let usual = if white.is_empty() { ":" } else { ": " };
        self.colon = [usual, usual, " : ", " :", ":\t", "\n:\n "][self.below(6)];
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
    let mut random = Random::new(77);
    for _ in 0..4000 {
        let text = random.document();
        match random.below(10) {
            0 => reads::<Few>(&text),
            1 => reads::<Others>(&text),
            2 => reads::<Strict>(&text),
            3 => reads::<ByTag>(&text),
            4 => reads::<ByKind>(&text),
            5 => reads::<Adjacent>(&text),
            6 => reads::<StrictAdjacent>(&text),
            7 => reads::<Flattened>(&text),
            8 => reads::<FlattenedEnum>(&text),
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
    let mut random = Random::new(3);
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
    let all = |text: &str| {
        [
            result::<Few>(text),
            result::<Others>(text),
            result::<Strict>(text),
            result::<ByTag>(text),
            result::<ByKind>(text),
            result::<Adjacent>(text),
            result::<StrictAdjacent>(text),
            result::<Flattened>(text),
            result::<FlattenedEnum>(text),
        ]
    };
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

/// A tag that a type passes, which admits no strangers, is one behind another tag.
#[test]
fn tags_that_are_strangers() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct Five {
        a: u8,
        b: u8,
        c: u8,
        d: u8,
        e: u8,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "k")]
    enum Kinds {
        Five(Five),
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t")]
    enum Types {
        Five(Five),
    }
    let text = |names: &str| {
        let member = |name| match name {
            'k' | 't' => format!("\"{name}\":\"Five\""),
            name => format!("\"{name}\":1"),
        };
        let members: Vec<String> = names.chars().map(member).collect();
        // (Near the end of a text, nothing is learned.)
        format!("{{{}}}{}", members.join(","), " ".repeat(100))
    };
    // The one tag is learned behind `c`, which is then the last name before it comes again.
    assert!(read::<Kinds>(&text("ckabde")).is_some());
    assert!(read::<Types>(&text("tdabec")).is_some());
    assert_eq!(read::<Types>(&text("tkabcde")), None);
    assert_eq!(read::<Kinds>(&text("ktabcde")), None);
    assert!(read::<Kinds>(&text("ckabde")).is_some());
}

/// A tag that was met as a stranger, as it is or escaped, is a tag: there may be one.
#[test]
fn strangers_that_are_tags() {
    for tag in ["kind", "k\\u0069nd"] {
        let members = format!("\"ids\":1,\"id\":2,\"{tag}\":\"Few\",\"flags\":3");
        let object = format!("{{{members}}}");
        let many = [object.as_str(); 6].join(",");
        assert!(read::<Vec<Few>>(&format!("[{many}]")).is_some());
        assert_eq!(read::<Vec<ByKind>>(&format!("[{many}]")).map(|all| all.len()), Some(6));
        for first in ["\"kind\":\"Few\",", "\"x\":0,\"kind\":\"Few\","] {
            let twice = format!("[{many},{{{first}{members}}},{many}]");
            assert_eq!(read::<Vec<ByKind>>(&twice), None, "{twice}");
        }
        let content = format!("{{\"a\":[],\"{tag}\":\"Few\",\"b\":1,\"inner\":{{{members}}}}}");
        let many = [content.as_str(); 6].join(",");
        assert_eq!(read::<Vec<Adjacent>>(&format!("[{many}]")).map(|all| all.len()), Some(6));
        let twice = content.replace("\"b\"", "\"kind\"");
        assert_eq!(read::<Vec<Adjacent>>(&format!("[{many},{twice},{many}]")), None);
    }
}

/// Short objects of all members in all orders, and of white space of several styles: as near to the end of a text as can be, and as far from
/// it as is far for what is expected.
#[test]
fn short_objects() {
    fn agree<T: Both>(near: &str, far: &str) {
        assert_eq!(read::<T>(near), read(far), "{near}");
        let errors = [near, far]
            .map(|text| fastjson::from_str::<T>(text).err().map(|err| (err.kind(), err.offset())));
        assert_eq!(errors[0], errors[1], "{near}");
    }
    let members = [
        "\"id\"~:~1",
        "\"flag\"~:~true",
        "\"user_names\"~:~2",
        "\"x\"~:~[1,~{}]",
        "\"\"~:~\"\"",
        "\"kind\"~:~\"Strict\"",
    ];
    let orders = (0..6_usize.pow(4)).map(|n| [n, n / 6, n / 36, n / 216].map(|n| members[n % 6]));
    for order in orders {
        for len in 1..=4 {
            let object = format!("{{+{}-}}", order[..len].join(",+"));
            for [inner, outer, before, behind] in [
                [" ", " ", "", ""],
                ["", "", "", ""],
                ["\n  ", "\n", "", " "],
                ["", "", " ", " "],
                ["", "", "", "  "],
            ] {
                let text = object.replace('+', inner).replace('-', outer);
                let text = text.replace("~:~", &format!("{before}:{behind}")).replace('~', inner);
                let far = format!("{text}{}", " ".repeat(100));
                agree::<Strict>(&text, &far);
                agree::<Others>(&text, &far);
                agree::<ByKind>(&text, &far);
                agree::<FlattenedEnum>(&text, &far);
                agree::<ByMembers>(&text, &far);
            }
        }
    }
}

/// Runs of strangers of every length, before, between and behind fields: the way over them depends on how many there are, and were.
#[test]
fn strangers_in_a_row() {
    let values = ["1", "\"a b\"", "[1,2]", "{\"id\":3,\"b\":\"}\"}", "null", "\"\\n\"", "[[],{}]"];
    let fields = ["\"flag\":true", "\"user_names\":1", "\"few\":{\"x\":0,\"id\":4}"];
    for white in ["", "\n    "] {
        for runs in (0..9_usize.pow(3)).map(|n| [n % 9, n / 9 % 9, n / 81]) {
            let mut members = Vec::new();
            for (i, len) in runs.into_iter().enumerate() {
                for k in 0..len {
                    members.push(format!("\"x{k}\":{}", values[(i + k) % values.len()]));
                }
                members.push(fields[(i + len) % 3].to_owned());
            }
            // (A field that comes twice is an error to both.)
            let text = format!("[{{{white}{}}},{{\"y\":2}}]", members.join(&format!(",{white}")));
            let is_twice = fields.iter().any(|field| text.matches(field).count() > 1);
            assert_eq!(read::<Vec<Others>>(&text).is_none(), is_twice, "{text}");
            assert_eq!(read::<Vec<Flattened>>(&text).is_none(), is_twice, "{text}");
            assert!(read::<Vec<Strict>>(&text).is_none(), "{text}");
        }
    }
}
