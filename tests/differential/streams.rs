//! Values in a row: the same items as serde_json's `StreamDeserializer`, and the same offset behind each.

use std::borrow::Cow;
use std::fmt::Debug;

use fastjson::{Decode, FastJson, Stream};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Line<'a> {
    id: u32,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(default)]
    tags: Vec<&'a str>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
enum Event {
    Tick,
    Moved { by: i8 },
}

/// The items up to the first error, which must be one in both: whether it is about the end of the text, if there is one.
#[track_caller]
fn same<'de, T>(text: &'de str) -> (Vec<T>, Option<bool>)
where
    T: Deserialize<'de> + Decode<'de> + PartialEq + Debug,
{
    let name = std::any::type_name::<T>();
    let mut ours = Stream::<T>::new(text);
    let mut theirs = serde_json::Deserializer::from_str(text).into_iter::<T>();
    let mut values = Vec::new();
    loop {
        assert_eq!(ours.byte_offset(), theirs.byte_offset(), "{name}: `{text}`: {values:?}");
        match (ours.next(), theirs.next()) {
            (Some(Ok(ours)), Some(Ok(theirs))) => {
                assert_eq!(ours, theirs, "{name}: `{text}`: fastjson (left) reads otherwise");
                values.push(ours);
            }
            (Some(Err(err)), Some(Err(theirs_err))) => {
                let offset = ours.byte_offset();
                assert_eq!(offset, theirs.byte_offset(), "{name}: `{text}`: {err}, {theirs_err}");
                assert!(offset <= err.offset() && err.offset() <= text.len(), "{err}");
                // serde_json goes on where a number or a word does not end: a listed difference.
                assert!(ours.next().is_none() && ours.next().is_none(), "{name}: `{text}`");
                assert_eq!(ours.byte_offset(), offset, "{name}: `{text}`");
                return (values, Some(err.is_eof()));
            }
            (None, None) => {
                assert_eq!(ours.byte_offset(), theirs.byte_offset(), "{name}: `{text}`");
                assert_eq!(ours.byte_offset(), text.len());
                assert!(ours.next().is_none(), "{name}: `{text}`");
                return (values, None);
            }
            (ours, theirs) => {
                panic!(
                    "{name}: `{text}` after {values:?}: fastjson {ours:?}, serde_json {theirs:?}"
                )
            }
        }
    }
}

/// Each of several types.
#[track_caller]
fn same_as_any(text: &str) {
    same::<Value>(text);
    same::<String>(text);
    same::<&str>(text);
    same::<u64>(text);
    same::<i8>(text);
    same::<f64>(text);
    same::<bool>(text);
    same::<char>(text);
    same::<()>(text);
    same::<Option<bool>>(text);
    same::<Vec<Value>>(text);
    same::<[u8; 1]>(text);
    same::<Line<'_>>(text);
    same::<Event>(text);
}

/// (No zero: behind a minus it is a listed difference.)
const VALUES: [&str; 19] = [
    "null",
    "true",
    "false",
    "30",
    "-1",
    "12",
    "1.5",
    "1e2",
    "18446744073709551616",
    "\"\"",
    "\"a\"",
    "\"\\n\"",
    "\"Tick\"",
    "[]",
    "[1]",
    "{}",
    "{\"a\":1}",
    "{\"id\":1,\"text\":\"a\\n\",\"tags\":[\"b\"]}",
    "{\"Moved\":{\"by\":-1}}",
];

const BETWEEN: [&str; 23] = [
    "", " ", "\n", "\r\n", "\t\t", "\n\n  ", ",", ", ", ":", "]", "}", "[", "{", "\"", "x", "-",
    ".", "/", "\u{0}", "\u{b}", "\u{a0}", "é", "\u{feff}",
];

#[test]
fn nothing() {
    for text in ["", " ", "\n", " \t\r\n  "] {
        same_as_any(text);
        assert_eq!(same::<Value>(text), (vec![], None));
    }
}

#[test]
fn one_value() {
    for value in VALUES {
        for around in BETWEEN {
            same_as_any(&format!("{value}{around}"));
            same_as_any(&format!("{around}{value}"));
            same_as_any(&format!(" {value}{around} "));
        }
    }
}

#[test]
fn two_values() {
    for first in VALUES {
        for between in BETWEEN {
            for second in VALUES {
                same_as_any(&format!("{first}{between}{second}"));
            }
        }
    }
}

#[test]
fn zeros() {
    for text in ["0", "0 0", "00", "01", "0\"0\"", "0.0 0", "0. 0", "0.0.0", "0e1 0", "0x0", "[0]0"]
    {
        same_as_any(text);
    }
}

#[test]
fn three_values() {
    for between in BETWEEN {
        let text = format!("{}{between}", VALUES.join(between));
        same_as_any(&text);
        for value in VALUES {
            same_as_any(&format!("{value}{between}{value}{between}{value}\n"));
        }
    }
}

#[test]
fn what_ends_where() {
    let values = |text: &'static str| same::<Value>(text);
    let (numbers, end) = values("1 2\n\n3");
    assert_eq!((numbers, end), (vec![1.into(), 2.into(), 3.into()], None));
    assert_eq!(values(r#"{}[]"a""b"12"c"true[1]null{}"#).0.len(), 10);
    // What was read before an error stays read; behind it there is nothing.
    assert_eq!(values("1 truefalse 3"), (vec![1.into()], Some(false)));
    assert_eq!(values("1,2"), (vec![1.into()], Some(false)));
    assert_eq!(same::<u8>("1\n2\n300\n4"), (vec![1, 2], Some(false)));
    assert_eq!(same::<u8>("1\n\"2\"\n3"), (vec![1], Some(false)));
    assert_eq!(same::<bool>("true wrong false"), (vec![true], Some(false)));
    assert_eq!(same::<bool>("true fals"), (vec![true], Some(true)));
}

#[test]
fn cut_off_at_every_byte() {
    let lines = "{\"id\": 1, \"text\": \"plain\", \"tags\": [\"a\", \"b\"]}\n\
                 {\"id\":20,\"text\":\"new\\nline \\u00e9\"}\r\n\
                 {\"text\": \"größe\", \"id\": 4294967295, \"more\": [null, true, -1.5e3]}\n";
    for at in (0..=lines.len()).filter(|&at| lines.is_char_boundary(at)) {
        let (values, is_eof) = same::<Line<'_>>(&lines[..at]);
        assert_eq!(values.len(), lines[..at].matches('}').count());
        // What is missing may be all that is wrong.
        assert_ne!(is_eof, Some(false), "`{}`", &lines[..at]);

        // And goes on there, when the rest has come.
        let mut stream = Stream::<Line<'_>>::new(&lines[..at]);
        let before = stream.by_ref().filter(Result::is_ok).count();
        let rest = Stream::<Line<'_>>::new(&lines[stream.byte_offset()..]);
        assert_eq!(before + rest.filter(Result::is_ok).count(), 3);
    }
    let words = "null true false 12 -1.5e3 \"a\" [1] {\"a\": 1}";
    for at in 0..=words.len() {
        let (_, is_eof) = same::<Value>(&words[..at]);
        assert_ne!(is_eof, Some(false), "`{}`", &words[..at]);
    }
}

#[test]
fn bytes() {
    let text = "{\"id\":1,\"text\":\"é\"}\n".repeat(20);
    let stream = Stream::<Line<'_>>::from_slice(text.as_bytes()).expect("UTF-8");
    assert_eq!(stream.map(|line| line.expect("a line").text).collect::<String>(), "é".repeat(20));
    // All of it is looked at first, so what is no UTF-8 is found before the first value.
    let mut bytes = text.into_bytes();
    bytes.extend(b"\"\xff\"");
    let err = Stream::<Line<'_>>::from_slice(&bytes).expect_err("no UTF-8");
    assert_eq!((err.line(), err.column(), err.offset()), (21, 2, 20 * 21 + 1));
}

#[test]
fn strings_are_borrowed() {
    let text =
        String::from("{\"id\":1,\"text\":\"plain\"}{\"id\":2,\"text\":\"\\n\",\"tags\":[\"a\"]}");
    let lines: Vec<Line<'_>> = Stream::new(&text).collect::<Result<_, _>>().expect("two lines");
    assert!(matches!(lines[0].text, Cow::Borrowed("plain")));
    assert!(matches!(&lines[1].text, Cow::Owned(text) if text == "\n"));
    assert!(text.as_bytes().as_ptr_range().contains(&lines[1].tags[0].as_ptr()));
}

/// A stream may wait for its next turn on another thread, whatever it yields.
#[test]
fn crosses_threads() {
    fn sendable<T: Send + Sync>(_: &T) {}
    let mut stream = Stream::<std::rc::Rc<str>>::new("\"a\\n\" \"b\"");
    sendable(&stream);
    assert_eq!(&*stream.next().expect("an item").expect("a string"), "a\n");
    std::thread::scope(|scope| {
        scope.spawn(|| assert_eq!(&*stream.next().expect("an item").expect("a string"), "b"));
    });
}
