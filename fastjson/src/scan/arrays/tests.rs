//! What is passed by blocks beside what is passed byte by byte (`skip/short.rs`).

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use fastjson_guard::guarded;

use super::*;
use crate::cursor::Cursor;
use crate::skip::{self, names::Unknown, short};

fn forms() -> impl Iterator<Item = fn(&[u8]) -> Passed> {
    // SAFETY: every x86-64 has the instructions.
    let sse2: fn(&[u8]) -> Passed = |text| unsafe { walk::<Sse2>(text) };
    // SAFETY: it is used only if the machine has the instructions.
    let avx2: fn(&[u8]) -> Passed = |text| unsafe { avx2::walk_arrays(text) };
    [sse2].into_iter().chain(avx2::counts_bits().then_some(avx2))
}

/// The end of the array if it is in whole blocks, else the last comma or opening bracket in these up to which all is right.
fn oracle(text: &str) -> Passed {
    let is_whole = |text: &str| short::value(text.as_bytes()) == Some(text.len());
    let text = &text[..text.len() / STEP * STEP];
    let other = |c: char| !"+-.0123456789eE[], \t\r\n".contains(c);
    let text = &text[..text.find(other).unwrap_or(text.len())];
    if let Some(end) = short::value(format!("[{text}").as_bytes()) {
        return Passed { bytes: end - 2, depth: 0 };
    }
    let count = |text: &str, bracket| text.matches(bracket).count();
    let marks = text.match_indices([',', '[']).map(|(at, _)| &text[..=at]);
    let right = marks.rev().find_map(|before| {
        let depth = (1 + count(before, '[')).checked_sub(count(before, ']'))?;
        is_whole(&format!("[{before}0{}", "]".repeat(depth)))
            .then_some(Passed { bytes: before.len(), depth })
    });
    right.unwrap_or(Passed::NONE)
}

fn check(text: &str) {
    let expected = oracle(text);
    let whole = format!("[{text}");
    let mut cur = Cursor::new(&whole);
    let end = skip::container(&mut cur, &mut Unknown::all()).ok().map(|()| cur.offset());
    assert_eq!(end, short::value(whole.as_bytes()), "{whole}");
    let text = guarded(|| text.as_bytes().to_vec());
    for form in forms() {
        assert_eq!(form(&text), expected, "{}", text.escape_ascii());
    }
}

const PARTS: [&str; 19] = [
    "0", "12", "-", ".", ".5", "e", "E+", "e-1", "+", "[", "]", "],[", ",", " ", "\n", "\t\r ",
    "1.25", "x", "\"",
];

/// All rows of three parts, at all places about the end of a block.
#[test]
fn every_row_of_parts() {
    for [a, b, c] in rows() {
        let row = format!("{a}{b}{c}");
        for place in (STEP - 9..=STEP + 1).step_by(if cfg!(miri) { 5 } else { 1 }) {
            let before: String = "7,".chars().cycle().take(place).collect();
            // Behind a comma, and behind a digit.
            check(&format!("{before}{row},8],9{}", " ".repeat(STEP)));
        }
    }
}

fn rows() -> impl Iterator<Item = [&'static str; 3]> {
    let step = if cfg!(miri) { 97 } else { 1 };
    (0..PARTS.len().pow(3)).step_by(step).map(|row| {
        let n = PARTS.len();
        [row / n / n, row / n % n, row % n].map(|part| PARTS[part])
    })
}

/// Every length of numbers, white space and nesting over whole blocks, and every cut.
#[test]
fn what_is_longer_than_a_block() {
    let lengths = if cfg!(miri) { vec![64, 130] } else { (1..200).collect::<Vec<_>>() };
    for len in lengths {
        let (digits, white) = ("4".repeat(len), " \n".repeat(len));
        for number in [
            format!("-{digits}"),
            format!("1.{digits}"),
            format!("1.{digits}E+{digits}"),
            format!("1.{digits}.5"),
            format!("1e{digits}e1"),
            format!("0{digits}"),
        ] {
            check(&format!("{number},{number}],{number}{}", " ".repeat(STEP)));
        }
        check(&format!("{white}1{white},{white}[{white}]{white}]{}", " ".repeat(STEP)));
        check(&format!("1{white}1{white}]{}", " ".repeat(STEP)));
        check(&format!("1,{white}]{}", " ".repeat(STEP)));
    }
    let text = format!("[1.5,-2e5],[ 30, [] ,0]{}]]]", ",[4,[5,[6]]]".repeat(20));
    for cut in 0..=text.len() {
        check(&text[..cut]);
    }
}

/// (Deeper than what goes byte by byte.)
#[test]
fn deep_arrays() {
    for levels in 1..200 {
        let (open, close) = ("[".repeat(levels), "]".repeat(levels));
        let text = format!("{open}5{close},6]{}", " ".repeat(STEP));
        for form in forms() {
            assert_eq!(form(text.as_bytes()), Passed { bytes: 2 * levels + 3, depth: 0 });
            let passed = form(format!("{open}5,{close}{}", " ".repeat(2 * STEP)).as_bytes());
            assert_eq!(passed, Passed { bytes: levels + 2, depth: levels + 1 });
            let passed = form(format!("{open}5,6,{}", " ".repeat(STEP)).as_bytes());
            assert_eq!(passed, Passed { bytes: levels + 4, depth: levels + 1 });
            let passed = form(format!("{open}{}", " ".repeat(STEP)).as_bytes());
            assert_eq!(passed, Passed { bytes: levels, depth: levels + 1 });
        }
    }
}
