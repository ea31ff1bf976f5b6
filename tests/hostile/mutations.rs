//! Documents broken at every byte: cut off, a byte changed, put in, taken out or doubled; and bytes that are no text. They end
//! where memory does.

use std::borrow::Cow;
use std::fmt::Debug;

use fastjson::{Decode, ErrorKind};
use fastjson_guard::guarded;
use serde::Deserialize;

use crate::documents::{LINES, Line, NUMBERS, Numbers, ORDER, Order, PRETTY, STATUSES, Status};
use crate::place;
use crate::verdict::judge;

/// A type that reads a document for as long as a test takes.
trait Document<'de>: Deserialize<'de> + Decode<'de> + PartialEq + Debug {}

impl<'de, T: Deserialize<'de> + Decode<'de> + PartialEq + Debug> Document<'de> for T {}

/// Runs a check over every document with its type.
macro_rules! each_document {
    ($check:ident) => {
        $check!(Order, ORDER);
        $check!(Order, PRETTY);
        $check!(Vec<Status>, STATUSES);
        $check!(Numbers, NUMBERS);
        $check!(Vec<Line<'_>>, LINES);
    };
}

#[test]
fn whole() {
    macro_rules! check {
        ($type:ty, $text:expr) => {
            judge::<$type>($text.as_bytes()).expect("a document");
        };
    }
    each_document!(check);
}

/// Cut off anywhere, a document ends too early, right there; and the path leads there.
fn cut<'de, T: Document<'de>>(text: &'de str) {
    let paths = place::paths(text);
    for end in 0..text.trim_end().len() {
        let half: &[u8] = guarded(|| text.as_bytes()[..end].to_vec()).leak();
        let err = judge::<T>(half).expect_err("half a document");
        if !text.is_char_boundary(end) {
            assert_eq!(err.kind(), ErrorKind::InvalidUtf8);
            continue;
        }
        assert_eq!(err.kind(), ErrorKind::UnexpectedEnd, "{}: {err}", &text[..end]);
        assert!(err.is_eof() && !err.is_syntax() && !err.is_data() && !err.is_io());
        assert_eq!(end - err.offset(), half_a_word(&text[..end]), "{}: {err}", &text[..end]);
        let (_, path) = paths.iter().rev().find(|(from, _)| *from <= end).expect("a path");
        assert_eq!(err.path(), path, "`{}`", &text[..end]);
    }
}

/// The length of the half of `null`, `true` or `false` that a text ends with: the error is at its beginning.
fn half_a_word(text: &str) -> usize {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let word = &text[rest.len()..];
    let is_half = ["null", "true", "false"].iter().any(|w| w.starts_with(word) && *w != word);
    let is_in_string = rest.bytes().filter(|&b| b == b'"').count() % 2 == 1;
    if is_half && !is_in_string { word.len() } else { 0 }
}

#[test]
fn cut_off_at_every_byte() {
    macro_rules! check {
        ($type:ty, $text:expr) => {
            cut::<$type>($text);
        };
    }
    each_document!(check);
}

/// Bytes that mean something to JSON, or to UTF-8.
const BYTES: &[u8] = b"\"\\{}[]:,01-.eEntu/ \n\t\x00\x1f\x7f\x80\xbf\xc3\xf0\xff";

fn changed<T: for<'de> Document<'de>>(text: &str) {
    let mut broken = guarded(|| text.as_bytes().to_vec());
    let mut refused = 0;
    for at in 0..text.len() {
        for &byte in BYTES {
            broken[at] = byte;
            refused += usize::from(judge::<T>(&broken).is_err());
        }
        broken[at] = text.as_bytes()[at];
    }
    assert!(refused > text.len() * BYTES.len() / 2, "{refused} are refused");
}

fn shifted<T: for<'de> Document<'de>>(text: &str) {
    let judge = |pieces: &[&[u8]]| drop(judge::<T>(&guarded(|| pieces.concat())));
    for at in 0..=text.len() {
        let (head, tail) = text.as_bytes().split_at(at);
        for byte in *b"\"\\,]}0 \xe2" {
            judge(&[head, &[byte], tail]);
        }
        if let [byte, rest @ ..] = tail {
            judge(&[head, rest]);
            judge(&[head, &[*byte], tail]);
        }
    }
}

/// [`Line`] with text of its own, so that it can be read from a text that is gone.
type OwnedLine = (Cow<'static, str>, String);

#[test]
fn order_changed() {
    changed::<Order>(ORDER);
}

#[test]
fn pretty_order_changed() {
    changed::<Order>(PRETTY);
}

#[test]
fn statuses_changed() {
    changed::<Vec<Status>>(STATUSES);
}

#[test]
fn numbers_changed() {
    changed::<Numbers>(NUMBERS);
}

#[test]
fn lines_changed() {
    for at in 0..LINES.len() {
        for &byte in BYTES {
            let mut broken = guarded(|| LINES.as_bytes().to_vec());
            broken[at] = byte;
            let _ = judge::<Vec<Line<'_>>>(&broken);
        }
    }
    changed::<Vec<OwnedLine>>(r#"[["a\\b","\u0041é"],["","plain"]]"#);
}

#[test]
fn bytes_put_in_taken_out_and_doubled() {
    shifted::<Order>(ORDER);
    shifted::<Order>(PRETTY);
    shifted::<Vec<Status>>(STATUSES);
    shifted::<Numbers>(NUMBERS);
}

#[test]
fn no_utf8_anywhere() {
    let sequences: [&[u8]; 10] = [
        b"\x80",
        b"\xc3",
        b"\xc0\xaf",
        b"\xe2\x82",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x98",
        b"\xf4\x90\x80\x80",
        b"\xf8\x88\x80\x80\x80",
        b"\xff\xfe",
        b"\xc3\xc3\xa9",
    ];
    // Short and long texts are checked by different code.
    let long = format!("{ORDER}{}", " ".repeat(300));
    for text in [ORDER, PRETTY, &long, "{}", ""] {
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            for sequence in sequences {
                let (head, tail) = text.as_bytes().split_at(at);
                let broken = guarded(|| [head, sequence, tail].concat());
                let err = judge::<Order>(&broken).expect_err("no UTF-8");
                assert_eq!((err.kind(), err.offset()), (ErrorKind::InvalidUtf8, at));
                assert!(err.is_syntax() && !err.is_eof() && !err.is_data());
            }
        }
    }
}
