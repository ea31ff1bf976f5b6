//! Numbers and booleans in quotes.

use std::fmt::Debug;
use std::num::{NonZero, Saturating, Wrapping};

use fastjson::codecs::{Quoted, Scalar};
use proptest::prelude::any;

use crate::{check, reads, refuses, round_trips, write};

#[track_caller]
fn all<T: Scalar + Clone + PartialEq + Debug>(values: &[T]) {
    for value in values {
        let bare = fastjson::to_string(value).expect("a value");
        let quoted = format!("\"{bare}\"");
        round_trips::<Quoted, T>(&[(value.clone(), &quoted)]);
        reads::<Quoted, T>(value, &[&bare]);
    }
}

#[test]
fn every_type() {
    all(&[0, 1, u8::MAX]);
    all(&[0, u16::MAX]);
    all(&[0, u32::MAX]);
    all(&[0, u64::MAX]);
    all(&[0, u128::MAX]);
    all(&[0, usize::MAX]);
    all(&[0, i8::MIN, i8::MAX]);
    all(&[0, i16::MIN, i16::MAX]);
    all(&[0, i32::MIN, i32::MAX]);
    all(&[0, i64::MIN, i64::MAX]);
    all(&[0, i128::MIN, i128::MAX]);
    all(&[0, isize::MIN, isize::MAX]);
    all(&[true, false]);
    all(&[NonZero::<u8>::MIN, NonZero::<u8>::MAX]);
    all(&[NonZero::<i128>::MIN]);
    all(&[Wrapping(0_u64), Wrapping(u64::MAX)]);
    all(&[Saturating(i32::MIN), Saturating(0)]);
    all(&[0.0, -0.0, 1.5, f64::MAX, f64::MIN, f64::MIN_POSITIVE]);
    all(&[0.0, -1.5, f32::MAX, f32::MIN_POSITIVE]);
}

#[test]
fn any_number() {
    check(200, any::<(i64, u64, i128)>(), |(signed, bits, wide)| {
        all(&[signed]);
        all(&[bits]);
        all(&[wide]);
        let float = f64::from_bits(bits);
        if float.is_finite() {
            all(&[float]);
        }
    });
}

#[test]
fn what_is_not_finite_is_a_bare_null() {
    assert_eq!(write::<Quoted, f64>(&f64::NAN), "null");
    assert_eq!(write::<Quoted, f32>(&f32::NEG_INFINITY), "null");
}

#[test]
fn errors() {
    let expected = "expected a string that holds u8, found";
    for (text, found) in [
        (r#""""#, "string `\"\"`"),
        (r#"" 1""#, "string `\" 1\"`"),
        (r#""1 ""#, "string `\"1 \"`"),
        (r#""+1""#, "string `\"+1\"`"),
        (r#""01""#, "string `\"01\"`"),
        (r#""-1""#, "string `\"-1\"`"),
        (r#""256""#, "string `\"256\"`"),
        (r#""1.0""#, "string `\"1.0\"`"),
        (r#""null""#, "string `\"null\"`"),
        (r#""one""#, "string `\"one\"`"),
    ] {
        refuses::<Quoted, u8>(&[(text, &format!("{expected} {found}"))]);
    }
    refuses::<Quoted, u8>(&[
        ("256", "number `256` is out of range for u8"),
        ("true", "expected u8, found `true`"),
        ("null", "expected u8, found `null`"),
    ]);
    refuses::<Quoted, NonZero<u8>>(&[(
        r#""0""#,
        "expected a string that holds NonZero<u8>, found string `\"0\"`",
    )]);
    refuses::<Quoted, bool>(&[
        (r#""True""#, "expected a string that holds bool, found string `\"True\"`"),
        (r#""1""#, "expected a string that holds bool, found string `\"1\"`"),
        ("1", "expected a boolean, found number `1`"),
    ]);
    refuses::<Quoted, f64>(&[
        (r#""NaN""#, "expected a string that holds f64, found string `\"NaN\"`"),
        (r#""1e""#, "expected a string that holds f64, found string `\"1e\"`"),
    ]);
}
