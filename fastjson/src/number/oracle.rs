//! Tests: every reader of numbers against JSON's grammar a byte at a time and the standard library's values, on texts that end where
//! memory does.

use super::*;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt::Debug;
use core::str::FromStr;

use crate::decode::Decode;

/// The number that a text begins with.
fn oracle(text: &str) -> Option<&str> {
    let digits = |from: usize| from + text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let integer = usize::from(text.starts_with('-'));
    let mut end = digits(integer);
    if end == integer || (text[integer..].starts_with('0') && end > integer + 1) {
        return None;
    }
    for (marks, signs) in [(".", ""), ("eE", "+-")] {
        if text[end..].starts_with(|c| marks.contains(c)) {
            let from = end + 1 + usize::from(text[end + 1..].starts_with(|c| signs.contains(c)));
            end = digits(from);
            if end == from {
                return None;
            }
        }
    }
    Some(&text[..end])
}

/// A type reads what is expected, and all of the number.
#[track_caller]
fn reads<'de, T: Decode<'de> + PartialEq + Debug>(text: &'de str, expected: Option<(T, usize)>) {
    let mut cur = Cursor::new(text);
    let value = T::decode(&mut cur).ok();
    assert_eq!(value.map(|value| (value, cur.offset())), expected, "`{text}`");
}

fn integer<'de, T: Decode<'de> + FromStr + PartialEq + Debug>(
    text: &'de str,
    number: Option<&str>,
) {
    // Minus zero is zero, whatever the type.
    let value = |number: &str| if number == "-0" { "0" } else { number }.parse().ok();
    reads::<T>(text, number.and_then(|number| Some((value(number)?, number.len()))));
}

/// At the end of the text, and with enough behind it for every way to read a number.
fn compare(text: &str) {
    for tail in ["", ",111111111111111111111111", "                        "] {
        compare_whole(&[text, tail].concat());
    }
    // (Nothing unsafe is in it that is not above.)
    if !text.contains(',') && !cfg!(miri) {
        compare_elements(text);
    }
}

/// As elements that are passed over.
fn compare_elements(text: &str) {
    let is_number =
        oracle(text).is_some_and(|number| number.trim_ascii_end() == text.trim_ascii_end());
    for tail in ["]", ",0]", ",null,true,false]", r#","a",0,[],1,{},"b"]"#] {
        let array = ["[", text, ",", text, tail].concat();
        let array = &*fastjson_guard::guarded(|| Box::<str>::from(array));
        let mut cur = Cursor::new(array);
        let skipped = cur.skip_value().ok().map(|()| cur.offset());
        assert_eq!(skipped, is_number.then_some(array.len()), "`{array}`");
    }
}

fn compare_whole(text: &str) {
    let text = &*fastjson_guard::guarded(|| Box::<str>::from(text));
    let number = oracle(text);
    assert_eq!(grammar(&Cursor::new(text)).ok(), number.map(str::len), "`{text}`");
    if let Some(n) = near_number(text.as_bytes()) {
        assert_eq!(Some(n), number.map(str::len), "`{text}`");
    }
    let mut cur = Cursor::new(text);
    let skipped = cur.skip_value().ok().map(|()| cur.offset());
    assert_eq!(skipped, number.map(str::len), "`{text}`");

    integer::<u8>(text, number);
    integer::<i16>(text, number);
    integer::<u64>(text, number);
    integer::<i64>(text, number);
    integer::<u128>(text, number);
    integer::<i128>(text, number);

    let double = number.and_then(|number| number.parse::<f64>().ok()).filter(|f| f.is_finite());
    let single = number.and_then(|number| number.parse::<f32>().ok()).filter(|f| f.is_finite());
    let len = number.map_or(0, str::len);
    reads::<f64>(text, double.map(|value| (value, len)));
    reads::<f32>(text, single.map(|value| (value, len)));

    #[cfg(feature = "serde")]
    {
        let unsigned = number.and_then(|number| number.parse().ok().map(Any::Unsigned));
        let negative = number.filter(|number| *number != "-0");
        let negative = negative.and_then(|number| number.parse().ok().map(Any::Negative));
        let mut cur = Cursor::new(text);
        let any = cur.any_number().ok().map(|any| (any, cur.offset()));
        let expected = unsigned.or(negative).or(double.map(Any::Float));
        assert_eq!(any, expected.map(|any| (any, len)), "`{text}`");
    }
}

/// Every text of up to five characters of those that matter.
#[test]
fn all_short_texts() {
    const CHARACTERS: [char; 9] = ['-', '+', '.', 'e', 'E', '0', '1', '9', ','];
    let max = if cfg!(miri) { 3 } else { 5 };
    for len in 0..=max {
        for mut rest in 0..CHARACTERS.len().pow(len) {
            let text: String = (0..len)
                .map(|_| {
                    let character = CHARACTERS[rest % CHARACTERS.len()];
                    rest /= CHARACTERS.len();
                    character
                })
                .collect();
            compare(&text);
        }
    }
}

/// As many digits before the point, behind it and in the exponent as several words hold, and what may follow.
#[test]
fn digits_of_all_lengths() {
    let digits: String = "3141592653589793238462643383279502884197".repeat(2);
    let max = if cfg!(miri) { 12 } else { 36 };
    for integer in 0..max {
        for fraction in 0..max {
            let number = format!("{}.{}", &digits[..integer], &digits[integer..][..fraction]);
            compare(&number);
            compare(&format!("-{number}e-{integer}"));
        }
        for end in ["", " ", ",1", "e", "e5", "E+05,", ".", ".0", "\u{0}", "/", ":", "é", "\u{7f}"]
        {
            compare(&format!("{}{end}", &digits[..integer]));
            compare(&format!("-{}{end}", &digits[..integer]));
            compare(&format!("0.{}{end}", "0".repeat(integer)));
            compare(&format!("1e{}{end}", "0".repeat(integer)));
        }
    }
}

/// The limits of all types, and the numbers around them.
#[test]
fn limits() {
    for bits in [7, 8, 15, 16, 31, 32, 63, 64] {
        for off in -2..=2 {
            let value = (1_i128 << bits) + off;
            compare(&format!("{value}"));
            compare(&format!("-{value}"));
            compare(&format!("{value}0"));
        }
    }
    // Of twenty digits, what is left of them in 64 bits says whether these hold them all.
    let (turns, off) = if cfg!(miri) { (0..2, 0..=0) } else { (0..6, -1..=1) };
    for turns in turns {
        for begin in 0..11 {
            for off in off.clone() {
                let value = (turns << 64) + begin * 10_i128.pow(19) + off;
                compare(&format!("{value}"));
            }
        }
    }
    for wide in [u128::MAX, 1 << 127, (1 << 127) - 1, (1 << 127) + 1] {
        compare(&format!("{wide}"));
        compare(&format!("-{wide}"));
        compare(&format!("{wide}0"));
    }
    compare("340282366920938463463374607431768211456");
}
