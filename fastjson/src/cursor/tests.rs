//! The cursor against what it should do at the edges of a text.

use super::*;
use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

use crate::key::{Ends, Index, Name, names};
use crate::scan::Pattern;

/// A text that ends where memory does.
fn at_the_end(text: &str) -> Box<str> {
    fastjson_guard::guarded(|| text.into())
}

#[test]
fn literals_of_all_lengths_are_told_apart() {
    for len in 0..70 {
        let literal: String = ('a'..='z').cycle().take(len).collect();
        let literal = at_the_end(&literal);
        for more in ["", "x"] {
            let text = at_the_end(&format!("{literal}{more}"));
            let mut cur = Cursor::new(&text);
            assert!(cur.eat(&literal));
            assert_eq!(cur.offset(), len);
            assert_eq!(same(&literal, &text), more.is_empty());
        }
        for at in 0..len {
            let mut other = String::from(&*literal);
            other.replace_range(at..=at, "_");
            let other = at_the_end(&other);
            let mut cur = Cursor::new(&other);
            assert!(!cur.eat(&literal), "{other}");
            assert_eq!(cur.offset(), 0);
            assert!(!same(&literal, &other));
        }
        for less in 0..len {
            let text = at_the_end(&literal[..less]);
            assert!(!Cursor::new(&text).eat(&literal));
            assert!(!same(&literal, &text));
        }
    }
}

/// Whatever is read, it is not read behind the end.
#[test]
fn texts_that_break_off() {
    let text = r#" {"a" : [true, false, null, "plain", "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é", -12.5e+10, 12345678901], "bc":{}} "#;
    for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
        for start in (0..=end).filter(|&start| text.is_char_boundary(start)) {
            let part = at_the_end(&text[start..end]);
            let cur = || Cursor::new(&part);
            let expected = part.trim_start_matches([' ', '\n', '\t', '\r']);
            assert_eq!(cur().rest(), expected.as_bytes());
            assert_eq!(cur().peek(), expected.bytes().next().unwrap_or(0));
            assert_eq!(cur().null(), expected.starts_with("null"));
            assert_eq!(
                cur().bool().ok(),
                match expected {
                    _ if expected.starts_with("true") => Some(true),
                    _ if expected.starts_with("false") => Some(false),
                    _ => None,
                }
            );
            let string = cur().string().ok();
            let unescaped = cur().unescaped().ok().map(String::from);
            assert_eq!(string.as_deref(), unescaped.as_deref());
            let mut skipped = cur();
            let is_valid = skipped.skip_value().is_ok();
            assert_eq!(is_valid && expected.starts_with('"'), string.is_some(), "{part}");
            if let (true, Some(string)) = (is_valid, string) {
                let token = &part[part.len() - expected.len()..skipped.offset()];
                assert_eq!(token.contains('\\'), matches!(string, Cow::Owned(_)));
            }
        }
    }
}

#[test]
fn a_wrong_string_is_told_alike_where_it_is_skipped() {
    #[derive(Debug)]
    struct Skipped;
    impl<'de> crate::Decode<'de> for Skipped {
        fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
            cur.skip_value().map(|()| Skipped)
        }
    }
    for body in [
        "", "a", "\u{1}", "a\u{1}b", "\\", "\\x", "\\u", "\\u12", "\\u123", "\\u12g4", "\\u12\"",
        "é\n",
    ] {
        let text = at_the_end(&format!("\"{body}"));
        let read = crate::from_str::<alloc::string::String>(&text).expect_err(body);
        let skipped = crate::from_str::<Skipped>(&text).expect_err(body);
        assert_eq!(alloc::format!("{skipped}"), alloc::format!("{read}"), "{body:?}");
    }
}

#[test]
fn rewinds_are_checked() {
    let mut cur = Cursor::new("\"é\" 1");
    cur.string().expect("a string");
    cur.rewind(1);
    assert_eq!(cur.left(), 5);
    let result = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| cur.rewind(2)));
    assert!(result.is_err(), "in the middle of a character");
}

#[test]
fn white_space_is_jsons() {
    for white in ["", " ", "\n", "\n    ", " \t\r\n\t  \r\n\r\n", "\t", &"\n".repeat(50)] {
        for end in ["", "x"] {
            let text = at_the_end(&format!("{white}{end}"));
            let mut cur = Cursor::new(&text);
            cur.white();
            assert_eq!(cur.rest(), end.as_bytes(), "{white:?}");
        }
    }
    for other in ["\u{b}", "\u{c}", "\u{0}", "\u{a0}", "\u{feff}"] {
        let text = format!(" {other}x");
        let mut cur = Cursor::new(&text);
        cur.white();
        assert_eq!(cur.offset(), 1, "{other:?}");
    }
}

#[test]
fn levels_are_counted_both_ways() {
    let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
    fn depth(cur: &mut Cursor<'_>) -> Result<usize> {
        let mut deepest = 0;
        let mut more = cur.array_start()?;
        while more {
            deepest = deepest.max(depth(cur)?);
            more = cur.array_next()?;
        }
        Ok(deepest + 1)
    }
    assert_eq!(depth(&mut Cursor::new(&nested(127))).expect("127 levels"), 127);
    let err = depth(&mut Cursor::new(&nested(128))).expect_err("128 levels");
    assert_eq!(err.kind(), crate::ErrorKind::RecursionLimit);
    let siblings = format!("[{}]", [nested(100), nested(126)].join(","));
    assert_eq!(depth(&mut Cursor::new(&siblings)).expect("siblings"), 127);
}

/// What stands between two values, in every layout, near the end of the text and far from it: all of it is passed, or nothing.
#[test]
fn members_are_eaten_as_a_whole() {
    let long = |n: usize| format!("\n{}", " ".repeat(n));
    let whites = ["", " ", "\n", "\t", "\n\t", "\r\n  "].map(String::from);
    let whites: Vec<_> = whites.into_iter().chain([7, 15, 16, 30, 31, 32, 40].map(long)).collect();
    const NAMES: [Name; 11] = names([
        "\"\":",
        "\"n\":",
        "\"nnnn\":",
        "\"nnnnn\":",
        "\"nnnnnnnnnnnn\":",
        "\"nnnnnnnnnnnnn\":",
        "\"nnnnnnnnnnnnnn\":",
        "\"nnnnnnnnnnnnnnnnnnnnnnnnnnnn\":",
        "\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnn\":",
        "\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\":",
        "\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\":",
    ]);
    let step = if cfg!(miri) { 5 } else { 1 };
    for white in whites.iter().step_by(step) {
        for name in NAMES.iter().step_by(step) {
            let literal = name.text;
            let name_len = literal.len() - 3;
            for colon in ["", " ", "  ", "\n", "\t"] {
                for tail in (0..36).chain([70, 71, 72, 73]).step_by(step) {
                    for opening in [",", "{"] {
                        let start = format!("[{white}0{opening}");
                        let eaten = |text: &str| {
                            let text = at_the_end(text);
                            let mut cur = Cursor::new(&text);
                            let level =
                                cur.elements_start().expect("an array").expect("an element");
                            cur.bump(1);
                            let gap = cur.gap(level);
                            let is_eaten = match opening {
                                "," => cur.eat_member(&gap, name),
                                _ => cur.eat_first_member(&gap, name),
                            };
                            assert!(is_eaten || cur.offset() == start.len() - 1, "{text:?}");
                            is_eaten.then(|| cur.offset())
                        };
                        let text =
                            format!("{start}{white}{literal}{colon}1{}", "\u{e9}".repeat(tail));
                        let value = start.len() + white.len() + literal.len() + colon.len();
                        let is_usual =
                            white.len() <= 32 && name_len <= 28 && ["", " "].contains(&colon);
                        match eaten(&text) {
                            Some(at) => assert_eq!(at, value, "{text:?}"),
                            None => assert!(!is_usual, "{text:?}"),
                        }
                        // The same one behind other white space, near the end alone.
                        let other = format!("{start}{white} {literal}{colon}1{}", "x".repeat(tail));
                        let at = eaten(&other);
                        assert!(
                            at.is_none() || at == Some(value + 1) && tail < 36,
                            "{other:?} for {literal}"
                        );
                        // Another name is not eaten.
                        for other in [
                            format!("{start}{white}{}{colon}1", literal.replace(':', "n")),
                            format!("{start}{white}\"{}{colon}1", &literal[2..]),
                            format!("{start}{white}{}{literal}{colon}1", &literal[..1]),
                        ] {
                            let other = other + &"x".repeat(tail);
                            if !other.starts_with(&text[..value]) {
                                assert_eq!(eaten(&other), None, "{other:?} for {literal}");
                            }
                        }
                    }
                    // Nothing else than a comma is one.
                    let text = format!("[{white}0;{white}{literal}1{}", "x".repeat(tail));
                    let mut cur = Cursor::new(&text);
                    let level = cur.elements_start().expect("an array").expect("an element");
                    cur.bump(1);
                    assert!(!cur.eat_member(&cur.gap(level), name), "{text:?}");
                }
            }
        }
    }
}

/// A name and a colon with white space around it, alone and behind the white space that is expected, near the end of the text and far from it:
/// all of it is passed up to the value, or nothing.
#[test]
fn odd_colons_are_eaten() {
    const NAMES: [Name; 5] = names([
        "\"\":",
        "\"nnnnn\":",
        "\"nnnnnnnnnnnnnnnnnnnnnnnnnnnn\":",
        "\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnn\":",
        "\"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn\":",
    ]);
    for white in ["", "\n", "\n                                "] {
        for name in &NAMES {
            let quoted = name.text.trim_end_matches(':');
            let colons = [" : ", " :", ":", ": ", " :  ", " : \n", "\n: ", "  : ", " ", " ; "];
            for (colon, tail) in colons.iter().flat_map(|c| (0..40).map(move |n| (*c, n))) {
                let start = format!("[{white}0,");
                let text =
                    at_the_end(&format!("{start}{white}{quoted}{colon}1{}", "x".repeat(tail)));
                let mut cur = Cursor::new(&text);
                let level = cur.elements_start().expect("an array").expect("an element");
                let name_at = start.len() + white.len();
                let value = text.len() - tail - 1;
                let near = text.len() - name_at < Pattern::LEN;
                for is_whole in [true, false] {
                    cur.rewind(if is_whole { start.len() - 1 } else { name_at });
                    cur.has_odd_colons = true;
                    let before = cur.offset();
                    let is_eaten = match is_whole {
                        true => cur.eat_member(&cur.gap(level), name),
                        false => cur.eat_name(name),
                    };
                    // (In short texts, white space is not noted; near the end and of long names, names alone are eaten with usual colons only.)
                    let is_known = match is_whole {
                        true => white.is_empty() || white.len() <= 32 && text.len() > Pattern::LEN,
                        false => colon.starts_with(':') || !near && name.text.len() < 32,
                    };
                    assert_eq!(is_eaten, colon.contains(':') && is_known, "{text:?}");
                    assert_eq!(cur.offset(), if is_eaten { value } else { before }, "{text:?}");
                }
                // Another name is not eaten.
                cur.rewind(start.len() - 1);
                cur.has_odd_colons = true;
                let other = NAMES.iter().find(|other| other.text != name.text).expect("another");
                assert!(!cur.eat_member(&cur.gap(level), other), "{text:?}");
            }
        }
    }
}

/// White space that is expected and stands there, more of it, less of it, and other one; and the cursor may have gone back meanwhile.
#[test]
fn white_space_is_eaten_as_it_was() {
    let whites = ["", " ", "  ", "\n", "\n  ", "\n    ", "\t", " \n", "\r\n"].map(String::from);
    let long = [31, 32, 33, 50].map(|n| " ".repeat(n));
    let whites: Vec<_> = whites.into_iter().chain(long).collect();
    for noted in &whites {
        for found in &whites {
            for tail in [0, 1, 20, 31, 32, 33, 40] {
                let text = format!("[{noted}0,{found}1{}", "x".repeat(tail));
                let text = at_the_end(&text);
                let mut cur = Cursor::new(&text);
                for _ in 0..2 {
                    cur.rewind(0);
                    let level = cur.elements_start().expect("an array").expect("an element");
                    assert_eq!(cur.offset(), 1 + noted.len(), "{text:?}");
                    cur.bump(1);
                    assert!(cur.elements_next(level).expect("another element"));
                    assert_eq!(cur.offset(), 3 + noted.len() + found.len(), "{text:?}");
                }
            }
        }
    }
}

/// What is found by an index is what stands there, whatever its length, and nothing is read behind the end.
#[test]
fn indexed_names_of_all_lengths() {
    const LONGEST: usize = Pattern::LEN - ",\"\"".len();
    let name = |len: usize| &"abcdefghijklmnopqrstuvwxyz0123456789"[..len];
    let step = if cfg!(miri) { 5 } else { 1 };
    for len in (0..=LONGEST + 3).step_by(step) {
        let quoted = format!("\"{}\"", name(len));
        let known = names([&*quoted.clone().leak()]);
        // (Of which all slots are those of this name.)
        let index = Index::new(1, &[0; 2]);
        let eaten = |text: &str| {
            let text = at_the_end(text);
            let mut cur = Cursor::new(&text);
            cur.bump(1);
            let is_eaten = cur.eat_indexed(&index, &known).is_some();
            assert_eq!(cur.offset(), if is_eaten { 1 + quoted.len() } else { 1 }, "{text}");
            is_eaten
        };
        for tail in (0..=Pattern::LEN).step_by(step) {
            for byte in [" ", "\"", "]", "\u{e9}"] {
                let text = format!("[{quoted}{}", byte.repeat(tail));
                let is_short = len <= LONGEST && text.len() > Pattern::LEN;
                assert_eq!(eaten(&text), is_short, "{text}");
            }
            let text = format!("[{quoted}{}", " ".repeat(tail));
            for at in 1..=quoted.len() {
                for byte in ["~", "\\", "\u{e9}", "\0"] {
                    let mut other = text.clone();
                    other.replace_range(at..=at, byte);
                    assert!(!eaten(&other), "{other}");
                }
            }
        }
        // At the start of a text no byte stands before.
        let text = at_the_end(&format!("{quoted}{}", " ".repeat(Pattern::LEN)));
        assert_eq!(Cursor::new(&text).eat_indexed(&index, &known), None);
    }
}

/// The ends of a name are the same in a text as by themselves.
#[test]
fn ends_of_names() {
    for len in 0..=Pattern::LEN {
        let name: String = ('a'..='z').chain('A'..='Z').rev().take(len).collect();
        for more in 0..=Pattern::LEN {
            let text = at_the_end(&format!("\"{name}\"{}", "\"".repeat(more)));
            if text.len() < Pattern::LEN {
                continue;
            }
            // SAFETY: so many bytes are left.
            let ends = unsafe { Cursor::new(&text).ends_of_name() };
            match ends {
                // (It has no slot.)
                Some(ends) if len == 0 => assert_eq!(ends.len, 0),
                Some(ends) => assert_eq!(ends, Ends::of(name.as_bytes()), "{text}"),
                None => assert!(len > Pattern::LEN - 2, "{text}"),
            }
        }
    }
}

/// A name that was met is looked for where it may stand, and nowhere is read behind the end.
#[cfg(feature = "std")]
#[test]
fn likely_names_near_the_end() {
    for len in 0..40 {
        for more in 0..40 {
            let text = at_the_end(&format!("{{\"{}\":{}", "n".repeat(len), "7".repeat(more)));
            let mut cur = Cursor::new(&text);
            cur.bump(1);
            cur.plain_string().expect("a name");
            let name = cur.likely_name(1);
            assert_eq!(name.is_some(), len + 4 <= 32 && text.len() >= 32, "{text}");
            cur.rewind(1);
            let Some(name) = name else { continue };
            assert_eq!(cur.eat_likely_name(&name), text.len() > 32, "{text}");
            assert!(!cur.eat_likely_name(&name));
            // (What is compared is a pattern behind the white space, and a value of two bytes.)
            cur.rewind(0);
            let gap = cur.gap(0);
            assert!(!cur.eat_likely_member(&gap.without_members(), &name));
            assert_eq!(cur.eat_likely_member(&gap, &name), text.len() >= 34, "{text}");
        }
    }
}

/// The name before a value is found, whatever it says and whatever white space stands around its colon.
#[test]
fn the_name_behind_the_cursor() {
    let names =
        ["", "a", "\\\\", "\\\"", "\\\\\\\"", "a\\\"b\\\"", ":", " : ", "\u{e9}\\u0022", "{,\\\\"];
    for before in ["{", "{ ", "{\"\\\\\":\"\\\\\",", "{\"a\":{\"b\":\"\\\"\"}\n,\t"] {
        for name in names {
            for colon in [":", ": ", "\n:", " :\r\n\t"] {
                let text = format!("{before}\"{name}\"{colon}1}}");
                let mut cur = Cursor::new(&text);
                cur.rewind(text.len() - 2);
                assert_eq!(cur.name_behind(), (before.len(), name.as_bytes()), "{text:?}");
            }
        }
    }
}
