//! What enums and flattened types read more than once: the cost is bounded, and a guess changes no result.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Duration;

use fastjson::{DecodeOwned, FastJson};
use serde::{Deserialize, Serialize};

use crate::clock;

/// The shortest of several times that it takes to read `text`.
fn time<T: DecodeOwned>(text: &str) -> Duration {
    let once = || {
        let start = clock::now();
        let result = black_box(fastjson::from_str::<T>(black_box(text)));
        let elapsed = clock::now() - start;
        assert!(result.is_ok(), "{:?}", result.err());
        elapsed
    };
    (0..7).map(|_| once()).min().expect("several")
}

/// `start`, `n` times `open`, `inner`, `n` times `close`.
fn nested(n: usize, open: &str, inner: &str, close: &str) -> String {
    format!("{}{inner}{}", open.repeat(n), close.repeat(n))
}

/// Other tests and other programs disturb: one good measurement of a few is enough.
#[track_caller]
fn holds(what: &str, mut measure: impl FnMut() -> (Duration, Duration, u32)) {
    let mut seen = Vec::new();
    let is_good = (0..5).any(|_| {
        let (long, short, factor) = measure();
        seen.push((long, short));
        long <= short * factor
    });
    assert!(is_good, "{what}: {seen:?}");
}

/// Four times the elements take at most eight times as long, and what the caches make of it.
#[track_caller]
fn is_linear<T: DecodeOwned>(what: &str, make: impl Fn(usize) -> String) {
    let (short, long) = (make(25_000), make(100_000));
    holds(what, || (time::<T>(&long), time::<T>(&short) + Duration::from_millis(5), 8));
}

#[derive(Debug, FastJson)]
#[serde(tag = "tag")]
#[allow(dead_code, reason = "it is read")]
enum Late {
    Leaf { n: u8 },
    Node { next: Box<Late> },
}

/// Each level skips to its tag: length times depth, and not two to the depth.
#[test]
fn late_tags() {
    let text = |depth| {
        let pad = "x".repeat(100);
        let close = format!(",\"pad\":\"{pad}\",\"tag\":\"Node\"}}");
        nested(depth, "{\"next\":", "{\"n\":1,\"tag\":\"Leaf\"}", &close)
    };
    let (long, short) = (text(80), text(40));
    holds("late tags", || (time::<Late>(&long), time::<Late>(&short), 6));
}

macro_rules! names {
    ($($name:ident)*) => {$(
        #[derive(Debug, FastJson)]
        enum $name {
            $name,
        }
    )*};
}

names!(First Second Third Fourth);

#[derive(Debug, FastJson)]
#[serde(untagged)]
#[allow(dead_code, reason = "it is read")]
enum Slow {
    A { next: Box<Slow>, last: First },
    B { next: Box<Slow>, last: Second },
    C { next: Box<Slow>, last: Third },
    D { next: Box<Slow>, last: Fourth },
    End,
}

/// As [`Slow`], but each variant has a first name of its own, and the guess is wrong at every level.
#[derive(Debug, FastJson)]
#[serde(untagged)]
#[allow(dead_code, reason = "it is read")]
enum Misled {
    A { last: Fourth, next: Box<Misled> },
    B { next: Box<Misled>, other: First },
    C { next: Box<Misled>, last: First },
    End,
}

/// The guess is right but meets a member that the variant before it needs: this one has its turn first, and fails.
#[derive(Debug, FastJson)]
#[serde(untagged)]
#[allow(dead_code, reason = "it is read")]
enum Crossed {
    A { early: First, next: Box<Crossed> },
    B { next: Box<Crossed>, last: Fourth },
    End,
}

/// The tries are made in an object that is read once more, with members of it hidden.
#[derive(Debug, FastJson)]
#[allow(dead_code, reason = "it is read")]
struct Around {
    #[serde(flatten)]
    flat: Flat,
}

#[derive(Debug, FastJson)]
#[serde(untagged)]
#[allow(dead_code, reason = "it is read")]
enum Flat {
    A { next: Option<Box<Around>>, last: First },
    B { next: Option<Box<Around>>, other: First },
    C { next: Option<Box<Around>> },
}

/// The same behind a tag.
#[derive(Debug, FastJson)]
#[serde(tag = "tag")]
#[allow(dead_code, reason = "it is read")]
enum Behind {
    Tag(BehindTag),
}

#[derive(Debug, FastJson)]
#[serde(untagged)]
#[allow(dead_code, reason = "it is read")]
enum BehindTag {
    A { next: Option<Box<Behind>>, last: First },
    B { next: Option<Box<Behind>>, other: First },
    C { next: Option<Box<Behind>> },
}

/// Two enums with their tags outside: what one takes the other does not read again.
#[derive(Debug, FastJson)]
#[allow(dead_code, reason = "it is read")]
struct Pair {
    #[serde(flatten)]
    first: Option<Link>,
    #[serde(flatten)]
    second: Option<Link>,
}

#[derive(Debug, FastJson)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code, reason = "it is read")]
enum Link {
    Next(Option<Box<Pair>>),
}

#[derive(Debug, FastJson)]
#[allow(dead_code, reason = "it is read")]
struct Plain {
    next: Option<Box<Plain>>,
    last: String,
}

/// What fails late is read again at each level, but what has failed inside it is not: variants times depth, where it might be variants to
/// the power of the depth.
#[test]
fn late_failures() {
    // Without optimization it is the tries that cost most.
    const FACTOR: u32 = if cfg!(debug_assertions) { 200 } else { 100 };

    fn text(depth: usize, close: &str) -> String {
        nested(depth, "{\"next\":", "null", close)
    }

    fn grows<T: DecodeOwned>(depth: usize, what: &str, close: &str) {
        let (long, short) = (text(depth, close), text(depth / 2, close));
        holds(what, || (time::<T>(&long), time::<T>(&short), 8));
    }

    fn check<T: DecodeOwned>(what: &str, close: &str) {
        grows::<T>(100, what, close);
        let text = text(100, close);
        holds(what, || (time::<T>(&text), time::<Plain>(&text), FACTOR));
    }
    check::<Slow>("alike", ",\"last\":\"Fourth\"}");
    check::<Misled>("misled", ",\"last\":\"First\",\"other\":\"Second\"}");
    grows::<Around>(40, "flattened", ",\"last\":\"Fourth\",\"other\":\"Fourth\"}");
    grows::<Behind>(
        40,
        "behind a tag",
        ",\"last\":\"Fourth\",\"other\":\"Fourth\",\"tag\":\"Tag\"}",
    );
    grows::<Pair>(40, "two enums", ",\"last\":\"Fourth\"}");
    check::<Crossed>("crossed", ",\"early\":\"Fourth\",\"last\":\"Fourth\"}");
}

#[derive(Debug, FastJson)]
#[serde(untagged)]
#[allow(dead_code, reason = "it is read")]
enum Value {
    Short { a: u8, b: bool },
    Long { a: u8, b: u8, c: bool },
    Other { a: u8, b: String },
    Name(First),
    Text(String),
}

#[test]
fn many_failures() {
    is_linear::<Vec<Value>>("failures", |n| {
        let parts = ["{\"a\":1,\"b\":\"x\"}", "{\"b\":\"x\",\"x\":0,\"a\":1}", "\"Second\""];
        let parts: Vec<_> = parts.iter().cycle().take(n).copied().collect();
        format!("[{}]", parts.join(","))
    });
}

#[derive(Debug, FastJson)]
#[allow(dead_code, reason = "it is read")]
enum Kind {
    Small { size: u8 },
    Large { size: u64 },
}

#[derive(Debug, FastJson)]
#[allow(dead_code, reason = "it is read")]
struct Record {
    id: u8,
    #[serde(flatten)]
    kind: Kind,
    #[serde(flatten)]
    rest: BTreeMap<String, u32>,
}

#[test]
fn many_unknown_members() {
    is_linear::<Record>("members", |n| {
        let members: String = (0..n).map(|i| format!("\"x{i}\":{i},")).collect();
        format!("{{{members}\"id\":1,\"Large\":{{\"size\":1}}}}")
    });
}

/// Names that overlap in all ways: needed or not, under another name, passed over or not.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Overlap {
    Ab {
        a: u8,
        b: u8,
    },
    Bc {
        b: Option<u8>,
        c: u8,
    },
    Ca {
        c: bool,
        #[serde(alias = "d")]
        a: u8,
    },
    Db(Db),
    D {
        d: u8,
        inner: Option<Box<Overlap>>,
    },
    Inner {
        inner: Box<Overlap>,
        a: Option<u8>,
    },
    Rest(BTreeMap<String, Option<bool>>),
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(deny_unknown_fields)]
struct Db {
    d: u8,
    b: u8,
}

/// A struct between others, with one inside.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Outer {
    a: Option<u8>,
    #[serde(flatten)]
    middle: Middle,
    b: Option<u8>,
    #[serde(flatten)]
    end: End,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Middle {
    c: Option<u8>,
    #[serde(flatten)]
    last: Last,
    d: Option<u8>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Last {
    e: Option<u8>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct End {
    f: Option<u8>,
    g: Option<u8>,
}

/// Calls `check` with each object of up to `most` of the members, in each order.
fn each_object(members: &[&str], most: usize, check: &mut impl FnMut(&str)) {
    fn go(members: &[&str], most: usize, chosen: &mut Vec<usize>, check: &mut impl FnMut(&str)) {
        let parts: Vec<_> = chosen.iter().map(|&i| members[i]).collect();
        check(&format!("{{{}}}", parts.join(",")));
        if chosen.len() == most {
            return;
        }
        for i in 0..members.len() {
            if !chosen.contains(&i) {
                chosen.push(i);
                go(members, most, chosen, check);
                chosen.pop();
            }
        }
    }
    go(members, most, &mut Vec::new(), check);
}

/// Both libraries read the same, or nothing.
fn agree<T>(text: &str)
where
    T: DecodeOwned + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let (ours, theirs) = (fastjson::from_str::<T>(text), serde_json::from_str::<T>(text));
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs, "{text}"),
        (Err(_), Err(_)) => {}
        _ => panic!("{text}: {ours:?}, but {theirs:?}"),
    }
}

#[test]
fn guesses_change_nothing() {
    let members = [
        "\"a\":1",
        "\"b\":2",
        "\"c\":true",
        "\"d\":4",
        "\"x\":null",
        "\"inner\":{\"d\":1,\"b\":2,\"x\":0}",
        "\"inner\":{\"c\":3,\"b\":2}",
    ];
    let mut count = 0;
    each_object(&members, 4, &mut |text| {
        agree::<Overlap>(text);
        agree::<Vec<Overlap>>(&format!("[{text},{{\"inner\":{text},\"x\":1}},{text}]"));
        count += 1;
    });
    assert_eq!(count, 1 + 7 + 42 + 210 + 840);
}

#[test]
fn members_of_several_structs_in_any_order() {
    let members = ["a", "b", "c", "d", "e", "f", "g", "x"].map(|name| format!("\"{name}\":1"));
    let members: Vec<_> = members.iter().map(String::as_str).collect();
    let mut read = 0;
    each_object(&members, 5, &mut |text| {
        agree::<Outer>(text);
        read += usize::from(fastjson::from_str::<Outer>(text).is_ok());
    });
    assert_eq!(read, 1 + 8 + 56 + 336 + 1680 + 6720);
}
