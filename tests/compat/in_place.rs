//! Over a value that is there: its memory is kept, and nothing of what it said. (That the outcome is that of a fresh one is shown for all
//! types of these tests, in [`compare`](crate::compare).)

use std::collections::BTreeMap;
use std::fmt::Debug;

use fastjson::{Stream, from_str, from_str_in_place};

use crate::{Decode, FastJson};

#[derive(Debug, PartialEq, Default, FastJson)]
struct Message {
    topic: String,
    lines: Vec<Line>,
    parent: Option<Box<Message>>,
    #[fastjson(default)]
    sender: Name,
    #[fastjson(skip)]
    cache: u32,
}

#[derive(Debug, PartialEq, Default, FastJson)]
struct Name(String);

#[derive(Debug, PartialEq, Default, FastJson)]
struct Line {
    text: String,
    numbers: Vec<u64>,
}

const LONG: &str = r#"{
    "topic": "the weather of next week, in many words, more than eighty bytes of them, for escapes",
    "lines": [{"text": "it will be raining, all day long, and the day behind it, and the next one after that as well", "numbers": [1, 2, 3]}, {"text": "or not", "numbers": []}],
    "parent": {"topic": "another one", "lines": [], "sender": "nobody, really"},
    "sender": "somebody"
}"#;

/// Where the memory of a message is.
fn memory(message: &Message) -> [*const u8; 6] {
    let parent = message.parent.as_ref().expect("a parent");
    [
        message.topic.as_ptr(),
        message.lines.as_ptr().cast(),
        message.lines[0].text.as_ptr(),
        message.lines[0].numbers.as_ptr().cast(),
        (&raw const **parent).cast(),
        parent.topic.as_ptr(),
    ]
}

#[test]
fn memory_is_kept() {
    let mut message: Message = from_str(LONG).unwrap();
    let before = memory(&message);
    message.cache = 7;
    let short = r#"{"lines":[{"numbers":[4],"text":"n\u006f"}],"topic":"\t","parent":{"topic":"","lines":[]}}"#;
    for text in [short, LONG, short] {
        from_str_in_place(text, &mut message).unwrap();
        assert_eq!(message, from_str(text).unwrap());
        assert_eq!(memory(&message), before, "{text}");
    }
    assert_eq!(message.sender, Name::default());
}

#[test]
fn what_is_missing_is_what_it_is_in_a_fresh_value() {
    let mut message: Message = from_str(LONG).unwrap();
    let text = r#"{"lines":[]}"#;
    let err = from_str_in_place(text, &mut message).unwrap_err();
    assert_eq!(err.to_string(), from_str::<Message>(text).unwrap_err().to_string());
    from_str_in_place(r#"{"topic":"t","lines":[]}"#, &mut message).unwrap();
    assert_eq!(message, Message { topic: "t".into(), ..Message::default() });
}

#[test]
fn what_follows_an_error_is_read_as_ever() {
    let mut message = Message::default();
    for end in (0..LONG.len()).filter(|&end| LONG.is_char_boundary(end)) {
        let text = &LONG[..end];
        let err = from_str_in_place(text, &mut message).unwrap_err();
        assert_eq!(err.to_string(), from_str::<Message>(text).unwrap_err().to_string());
        from_str_in_place(LONG, &mut message).unwrap();
        assert_eq!(message, from_str(LONG).unwrap(), "behind the first {end} bytes");
    }
}

#[test]
fn streams_fill_one_value() {
    let lines = "[\"a rather long word, and more\"] [\"b\", \"c\"]\n[] [\"d\"] [1]";
    let mut stream = Stream::<Vec<String>>::new(lines);
    let mut words = Vec::new();
    let mut all = Vec::new();
    let err = loop {
        match stream.next_in_place(&mut words).expect("the error ends it") {
            Ok(()) => all.push(words.join(" ")),
            Err(err) => break err,
        }
    };
    assert_eq!(all, ["a rather long word, and more", "b c", "", "d"]);
    assert_eq!(err.to_string(), "expected a string, found number `1` at line 2 column 11, $[0]");
    assert!(stream.next_in_place(&mut words).is_none());
}

#[derive(Debug, PartialEq, FastJson)]
struct Borrowed<'a, T> {
    name: &'a str,
    value: T,
    #[fastjson(flatten)]
    rest: BTreeMap<String, u8>,
}

#[derive(Debug, PartialEq, FastJson)]
struct Holder<'a> {
    #[fastjson(borrow)]
    all: Vec<Borrowed<'a, String>>,
}

#[test]
fn values_that_borrow_and_flattened_ones() {
    let (first, second) = (
        r#"{"all":[{"name":"a","value":"b","c":1},{"name":"","value":"","d":2}]}"#,
        r#"{"all":[{"e":3,"value":"long enough to grow","name":"n"}]}"#,
    );
    let mut holder: Holder<'_> = from_str(first).unwrap();
    from_str_in_place(second, &mut holder).unwrap();
    assert_eq!(holder, from_str(second).unwrap());
}

/// `wide!(Name: a b …)`: a type with fields of these names.
macro_rules! wide {
    ($name:ident: $($field:ident)*) => {
        #[derive(Debug, PartialEq, FastJson)]
        struct $name { $(#[fastjson(default)] $field: Option<String>),*, last: String }
    };
}

wide! {
    Wide:
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9
    e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 g4 g5 g6 g7 g8 g9
}

#[test]
fn more_fields_than_a_word_has_bits() {
    let texts = [
        r#"{"a0":"x","e9":"y","f5":"z","g9":"long enough for memory","last":"l"}"#,
        r#"{"last":"m","g9":"short","a1":null}"#,
    ];
    let mut wide: Wide = from_str(texts[0]).unwrap();
    let memory = wide.g9.as_ref().unwrap().as_ptr();
    from_str_in_place(texts[1], &mut wide).unwrap();
    assert_eq!(wide, from_str(texts[1]).unwrap());
    assert_eq!(wide.g9.as_ref().unwrap().as_ptr(), memory);
    let err = from_str_in_place(r#"{"a0":"x"}"#, &mut wide).unwrap_err();
    assert_eq!(err.to_string(), "missing field `last` of Wide at line 1 column 1, $");
}

/// The same text over `first`, and afresh.
#[track_caller]
fn over<'de, T: Decode<'de> + PartialEq + Debug + 'de>(first: &'de str, second: &'de str) {
    let mut place: T = from_str(first).unwrap();
    from_str_in_place(second, &mut place).unwrap();
    assert_eq!(place, from_str(second).unwrap());
}

#[test]
fn arrays_and_options() {
    over::<Vec<u8>>("[1,2,3]", "[]");
    over::<Vec<u8>>("[]", "[4]");
    over::<Vec<String>>(r#"["a","b"]"#, "[ ]");
    over::<Vec<Vec<String>>>(r#"[["a"],["b","c"]]"#, r#"[[],["d"],["e"]]"#);
    over::<Option<String>>("null", r#""a""#);
    over::<Option<String>>(r#""a""#, "null");
    over::<Option<Option<u8>>>("1", "null");
    over::<Option<Box<Line>>>(r#"{"text":"a","numbers":[1]}"#, r#"{"text":"","numbers":[]}"#);
}

#[derive(Debug, PartialEq, FastJson)]
struct Pair(u64, String);

#[test]
fn tuples_and_fixed_arrays() {
    over::<(String, u8)>(r#"["a",1]"#, r#"["b",2]"#);
    over::<Vec<[String; 2]>>(r#"[["a","b"]]"#, r#"[["c","d"],["e","f"]]"#);
    let mut all: (Pair, [String; 1]) =
        from_str(r#"[[1,"a string with memory"],["another one"]]"#).unwrap();
    let memory = [all.0.1.as_ptr(), all.1[0].as_ptr()];
    from_str_in_place(r#"[[2,"a"],["b"]]"#, &mut all).unwrap();
    assert_eq!(all, (Pair(2, "a".into()), ["b".into()]));
    assert_eq!([all.0.1.as_ptr(), all.1[0].as_ptr()], memory);
    for text in [
        "[",
        "[[3]]",
        "[[3,\"c\"],[]]",
        "[[3,\"c\"],[\"d\"],4]",
        "[[3,\"c\"],[\"d\"]",
        "[[3,\"c\",5",
    ] {
        let err = from_str_in_place(text, &mut all).unwrap_err();
        assert_eq!(err.to_string(), from_str::<(Pair, [String; 1])>(text).unwrap_err().to_string());
    }
}

#[derive(Debug, PartialEq, Default, FastJson)]
#[fastjson(default)]
struct Nest {
    inner: Option<Box<Nest>>,
    all: Vec<Nest>,
    pair: Option<Box<(Nest, String)>>,
}

#[test]
fn depth_is_limited_over_a_deep_value_too() {
    let ways = [(r#"{"inner":"#, "}"), (r#"{"all":["#, "]}"), (r#"{"pair":["#, r#","s"]}"#)];
    for (open, close) in ways {
        let nested = |n: usize| format!("{}{{}}{}", open.repeat(n), close.repeat(n));
        let (deep, deeper) = (nested(60), nested(100_000));
        let mut place: Nest = from_str(&deep).unwrap();
        for _ in 0..2 {
            let err = from_str_in_place(&deeper, &mut place).unwrap_err();
            assert_eq!(err.to_string(), from_str::<Nest>(&deeper).unwrap_err().to_string());
            from_str_in_place(&deep, &mut place).unwrap();
            assert_eq!(place, from_str(&deep).unwrap());
        }
    }
}

/// A struct may be read from an array, too.
#[test]
fn structs_from_arrays() {
    over::<Line>(r#"{"text":"a","numbers":[1]}"#, r#"["b",[2,3]]"#);
    over::<Vec<Line>>(r#"[["a",[1]]]"#, r#"[["b",[]],{"numbers":[5],"text":"c"}]"#);
}
