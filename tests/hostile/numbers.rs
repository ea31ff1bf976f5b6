//! Numbers of a hundred thousand digits, as any type, as keys, and where no one looks.

use std::collections::BTreeMap;
use std::fmt::Debug;

use fastjson::{Decode, ErrorKind, FastJson};
use serde::{Deserialize, Serialize};

use crate::verdict::judge;

const DIGITS: usize = 100_000;

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Known {
    a: u8,
}

/// A number, and what it is as an `f64`; `None` where that is infinite.
fn endless() -> Vec<(String, Option<f64>)> {
    let zeros = "0".repeat(DIGITS);
    let ones = "1".repeat(DIGITS);
    let nines = "9".repeat(DIGITS);
    vec![
        (ones.clone(), None),
        (nines.clone(), None),
        (format!("1{zeros}"), None),
        (format!("0.{ones}"), Some(1.0 / 9.0)),
        (format!("0.{nines}"), Some(1.0)),
        (format!("1.{zeros}1"), Some(1.0)),
        (format!("0.{zeros}1"), Some(0.0)),
        (format!("0.{zeros}1e{}", DIGITS + 1), Some(1.0)),
        (format!("1{zeros}e-{DIGITS}"), Some(1.0)),
        (format!("25{zeros}.5e-{}", DIGITS + 1), Some(2.5)),
        (format!("1e{zeros}1"), Some(10.0)),
        (format!("1E+{zeros}"), Some(1.0)),
        (format!("1e{ones}"), None),
        (format!("1e-{nines}"), Some(0.0)),
        (format!("0e{nines}"), Some(0.0)),
        (format!("0.{zeros}e{nines}"), Some(0.0)),
        // Halfway between two floats but for the last digit.
        (format!("9007199254740993.{zeros}1"), Some(9_007_199_254_740_994.0)),
        (format!("9007199254740993.{zeros}"), Some(9_007_199_254_740_992.0)),
        (format!("9007199254740992.{nines}"), Some(9_007_199_254_740_992.0)),
    ]
}

#[test]
fn as_floats() {
    for (text, expected) in endless() {
        for sign in ["", "-"] {
            let text = format!("{sign}{text}");
            let value = judge::<f64>(text.as_bytes());
            let single = judge::<f32>(text.as_bytes());
            match expected {
                Some(expected) => {
                    let expected = if sign == "-" { -expected } else { expected };
                    let shown = &text[..40];
                    assert_eq!(value.map(f64::to_bits).ok(), Some(expected.to_bits()), "{shown}");
                    assert_eq!(single.ok(), Some(expected as f32), "{shown}");
                }
                None => {
                    let err = value.expect_err("it is infinite");
                    assert_eq!((err.kind(), err.offset()), (ErrorKind::OutOfRange, 0));
                    assert!(err.to_string().len() < 200, "{err}");
                    assert_eq!(single.expect_err("it is infinite").kind(), ErrorKind::OutOfRange);
                }
            }
        }
    }
}

#[test]
fn as_integers() {
    #[track_caller]
    fn refused<'de, T: Deserialize<'de> + Decode<'de> + PartialEq + Debug>(text: &'de str) {
        let err = judge::<T>(text.as_bytes()).expect_err("no integer, or too large");
        let is_integer = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        let expected = if is_integer { ErrorKind::OutOfRange } else { ErrorKind::InvalidType };
        assert_eq!((err.kind(), err.offset()), (expected, 0), "{err}");
    }
    for (text, _) in endless() {
        let negative = format!("-{text}");
        for text in [&text, &negative] {
            refused::<u8>(text);
            refused::<i16>(text);
            refused::<u32>(text);
            refused::<i64>(text);
            refused::<u64>(text);
            refused::<i128>(text);
            refused::<u128>(text);
        }
    }
    let leading = format!("{}1", "0".repeat(DIGITS));
    for err in [
        judge::<u8>(leading.as_bytes()).expect_err("leading zeros"),
        judge::<u128>(leading.as_bytes()).expect_err("leading zeros"),
    ] {
        assert_eq!(err.kind(), ErrorKind::Syntax);
    }
    assert!(judge::<f64>(leading.as_bytes()).is_err());
}

#[test]
fn as_keys_and_unknown_values() {
    for (text, _) in endless() {
        let keyed = format!("{{\"{text}\":1}}");
        assert!(judge::<BTreeMap<u64, u8>>(keyed.as_bytes()).is_err());
        assert!(judge::<BTreeMap<i128, u8>>(keyed.as_bytes()).is_err());
        let any = judge::<BTreeMap<String, u8>>(keyed.as_bytes()).expect("any name");
        assert_eq!(any.keys().next(), Some(&text));

        let unknown = format!("{{\"x\":{text},\"a\":1,\"y\":[-{text}]}}");
        assert_eq!(judge::<Known>(unknown.as_bytes()).expect("JSON"), Known { a: 1 });
        for broken in [
            format!("{{\"x\":{text}.,\"a\":1}}"),
            format!("{{\"x\":0{text},\"a\":1}}"),
            format!("{{\"a\":1,\"x\":{text}"),
        ] {
            assert!(judge::<Known>(broken.as_bytes()).is_err());
        }
    }
}

#[test]
fn broken_at_the_end() {
    for (text, _) in endless() {
        for tail in [".", "e+", "-", ".5.5", "e5e5", "\u{0}"] {
            assert!(judge::<Vec<f64>>(format!("[{text}{tail}]").as_bytes()).is_err());
        }
        let text = format!("[{text}x]");
        assert!(judge::<Vec<u64>>(text.as_bytes()).is_err());
        assert!(judge::<Vec<i128>>(text.as_bytes()).is_err());
    }
}
