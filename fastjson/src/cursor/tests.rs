//! The cursor against what it should do at the edges of a text.

use super::*;
use alloc::format;

#[test]
fn literals_of_all_lengths_are_told_apart() {
    for len in 0..70 {
        let literal: String = ('a'..='z').cycle().take(len).collect();
        for more in ["", "x"] {
            let text = format!("{literal}{more}");
            let mut cur = Cursor::new(&text);
            assert!(cur.eat(&literal));
            assert_eq!(cur.offset(), len);
        }
        for at in 0..len {
            let mut other = literal.clone();
            other.replace_range(at..=at, "_");
            let mut cur = Cursor::new(&other);
            assert!(!cur.eat(&literal), "{other}");
            assert_eq!(cur.offset(), 0);
        }
        if len > 0 {
            assert!(!Cursor::new(&literal[..len - 1]).eat(&literal));
        }
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
        let text = format!("{white}x");
        let mut cur = Cursor::new(&text);
        cur.white();
        assert_eq!(cur.peek(), b'x', "{white:?}");
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
