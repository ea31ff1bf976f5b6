//! Strings and chars: all of the escapes, every byte at every place of a vector, and what is no string.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::compare::{Both, accepts, read, reads, refuses, round_trips, write};

/// Texts in which each kind of character occurs.
const TEXTS: [&str; 22] = [
    "",
    "a",
    "\"",
    "\\",
    "/",
    "\u{0}",
    "\u{1f}",
    "\u{7f}",
    "\u{80}",
    "é",
    "€",
    "😀",
    "\u{fffd}",
    "\u{ffff}",
    "\u{10ffff}",
    "\u{d7ff}\u{e000}",
    "\u{2028}\u{2029}",
    "\u{feff}",
    "tab\tnew\nreturn\rback\u{8}form\u{c}",
    "\\u0041",
    "a longer text, of more than one vector's width \" and on",
    "ends in a backslash\\",
];

fn owned<T: Both + for<'a> From<&'a str>>() {
    round_trips(TEXTS.map(T::from));
    accepts::<T>(&STRINGS);
    refuses::<T>(&NO_STRINGS);
}

/// Escapes and the rest, in every spelling.
const STRINGS: [&str; 17] = [
    r#""""#,
    r#""\"\\\/\b\f\n\r\t""#,
    r#""\u0041\u00e9\u20AC""#,
    r#""\ud83d\ude00""#,
    r#""\uD83D\uDE00x""#,
    r#""\u0000""#,
    r#""\uFFFF""#,
    r#""\ud7ff\ue000""#,
    r#""\udbff\udfff""#,
    "\"\u{7f}\"",
    "\"/\"",
    "\"'\"",
    " \"a\"\n",
    "\"é\\u00e9\"",
    "\"\\\\u0041\"",
    "\"\u{2028}\"",
    "\"a\\\\\"",
];

const NO_STRINGS: [&str; 46] = [
    "",
    "\"",
    "\"a",
    "a",
    "'a'",
    "\"a\"\"",
    "\"a\"b",
    "\"\\\"",
    "\"\\",
    "\"\\u",
    "\"\\u1",
    "\"\\u12",
    "\"\\u123",
    "\"\\u1234",
    r#""\u123""#,
    r#""\u123g""#,
    r#""\u+123""#,
    r#""\U0041""#,
    r#""\x41""#,
    r#""\a""#,
    r#""\0""#,
    r#""\'""#,
    r#""\é""#,
    r#""\u00é0""#,
    "\"\\\n\"",
    "\"\n\"",
    "\"\t\"",
    "\"\u{0}\"",
    "\"\u{1f}\"",
    r#""\ud800""#,
    r#""\udc00""#,
    r#""\ud800\ud800""#,
    r#""\ud800a""#,
    r#""\ud800\n""#,
    r#""\ud800\u0041""#,
    r#""\udc00\ud800""#,
    r#""\ud800\udbff""#,
    "\"\\ud800\\",
    "\"\\ud800\\u",
    "\"\\ud800\\udc0",
    "null",
    "1",
    "true",
    "[\"a\"]",
    "{}",
    "\u{feff}\"a\"",
];

#[test]
fn owned_strings() {
    owned::<String>();
    owned::<Box<str>>();
    owned::<Rc<str>>();
    owned::<Arc<str>>();
    round_trips(TEXTS.map(Cow::<'static, str>::from));
    accepts::<Cow<'static, str>>(&STRINGS);
    refuses::<Cow<'static, str>>(&NO_STRINGS);
    round_trips([Cow::<'static, [u8]>::Borrowed(&[1, 2]), Cow::Owned(vec![])]);
}

#[test]
fn escapes_are_read_to_what_they_mean() {
    reads(r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t".to_owned());
    reads(r#""\ud83d\ude00 \u00e9 \u0000""#, "😀 é \u{0}".to_owned());
    for code in (0..0xd800).chain(0xe000..0x1_0000).step_by(13).chain(0..0x100) {
        let c = char::from_u32(code).expect("no surrogate");
        let upper = format!("\"\\u{code:04X}\"");
        let lower = format!("\"x\\u{code:04x}y\"");
        assert_eq!(read::<char>(&upper), Some(c));
        assert_eq!(read::<String>(&lower), Some(format!("x{c}y")));
    }
    for code in (0x1_0000..0x11_0000).step_by(1021).chain([0x1_0000, 0x10_ffff]) {
        let c = char::from_u32(code).expect("a character");
        let mut halves = [0; 2];
        c.encode_utf16(&mut halves);
        let text = format!("\"\\u{:04x}\\u{:04X}\"", halves[0], halves[1]);
        assert_eq!(read::<char>(&text), Some(c), "{text}");
    }
}

#[test]
fn borrowed_strings() {
    for text in TEXTS {
        let json = write(text).expect("a string");
        assert_eq!(write(&text), Some(json.clone()));
        let borrows = !json.contains('\\');
        assert_eq!(read::<&str>(&json), borrows.then_some(text));
        assert_eq!(read::<(&str, Option<&str>)>(&format!("[{json},{json}]")).is_some(), borrows);
        assert_eq!(read::<Vec<&str>>(&format!("[{json}]")).is_some(), borrows);
    }
    refuses::<&str>(&NO_STRINGS);
}

#[test]
fn every_special_byte_at_every_place() {
    let specials = ["\"", "\\", "\n", "\u{0}", "\u{1f}", " ", "\u{7f}", "é", "€", "😀"];
    for len in 0..=40 {
        for at in 0..=len {
            for special in specials {
                let value = format!("{}{special}{}", "a".repeat(at), "b".repeat(len - at));
                let text = write(&value).expect("a string");
                assert_eq!(read::<String>(&text).as_ref(), Some(&value));
                // As it is, unescaped: most of these are errors.
                read::<String>(&format!("\"{value}\""));
                read::<(String,)>(&format!("[\"{value}\\"));
                read::<Option<u8>>(&format!("\"{value}\""));
            }
        }
    }
}

#[test]
fn every_escape_at_every_place() {
    let escapes =
        [r#"\""#, r"\\", r"\n", r"\u0041", r"\ud83d\ude00", r"\ud800", r"\x", r"\u12", r"\"];
    for before in 0..=34 {
        for after in [0, 1, 7, 15, 16, 33] {
            for escape in escapes {
                let text = format!("\"{}{escape}{}\"", "a".repeat(before), "b".repeat(after));
                read::<String>(&text);
                read::<&str>(&text);
                read::<Cow<'_, str>>(&text);
            }
        }
    }
}

#[test]
fn chars() {
    let all = TEXTS.iter().flat_map(|text| text.chars());
    round_trips(all.take(40));
    round_trips([vec!['a', '"'], vec![]]);
    accepts::<char>(&[r#""a""#, r#""\n""#, r#""\ud83d\ude00""#, "\"é\"", "\"\u{7f}\""]);
    accepts::<char>(&[r#""\"""#, r#""\\""#, r#""\/""#, r#""\u0041""#, r#" "\u20AC" "#]);
    accepts::<Vec<char>>(&[r#"["\n", "\u00e9","a" , "\t"]"#]);
    refuses::<char>(&[
        r#""""#,
        r#""ab""#,
        r#""a\n""#,
        r#""\na""#,
        r#""\n\n""#,
        r#""\n"#,
        r#""\"#,
        r#""\""#,
        r#""\x""#,
        r#""\u00""#,
        r#""\ude00""#,
        r#""\ud83d\u0041""#,
        "1",
        "null",
        "'a'",
        r#""\ud83d""#,
        "\"e\u{301}\"",
        "\"\n\"",
    ]);
}
