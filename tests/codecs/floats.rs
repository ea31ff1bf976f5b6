//! What becomes of floats that are not finite.

use fastjson::codecs::{NonFiniteError, NonFiniteNull, NonFiniteString};
use proptest::prelude::any;

use crate::{check, read, reads, refuses, round_trips, write, write_error};

#[test]
fn finite_floats_are_as_ever() {
    check(2000, any::<u64>(), |bits| {
        let float = f64::from_bits(bits);
        if float.is_finite() {
            let text = fastjson::to_string(&float).expect("a number");
            assert_eq!(write::<NonFiniteNull, f64>(&float), text);
            assert_eq!(write::<NonFiniteError, f64>(&float), text);
            assert_eq!(write::<NonFiniteString, f64>(&float), text);
            assert_eq!(read::<NonFiniteNull, f64>(&text).to_bits(), bits);
            assert_eq!(read::<NonFiniteError, f64>(&text).to_bits(), bits);
            assert_eq!(read::<NonFiniteString, f64>(&text).to_bits(), bits);
        }
        let float = f32::from_bits(bits as u32);
        if float.is_finite() {
            let text = fastjson::to_string(&float).expect("a number");
            assert_eq!(write::<NonFiniteString, f32>(&float), text);
            assert_eq!(read::<NonFiniteString, f32>(&text).to_bits(), bits as u32);
        }
    });
}

#[test]
fn null() {
    for float in [f64::NAN, -f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(write::<NonFiniteNull, f64>(&float), "null");
        assert_eq!(write::<NonFiniteNull, f32>(&(float as f32)), "null");
    }
    refuses::<NonFiniteNull, f64>(&[("null", "expected f64, found `null`")]);
}

#[test]
fn error() {
    assert_eq!(write_error::<NonFiniteError, f64>(-f64::NAN), "NaN has no JSON form");
    assert_eq!(write_error::<NonFiniteError, f32>(f32::INFINITY), "Infinity has no JSON form");
    assert_eq!(
        write_error::<Vec<NonFiniteError>, _>(vec![0.5, -f64::INFINITY]),
        "-Infinity has no JSON form"
    );
    refuses::<NonFiniteError, f32>(&[(r#""NaN""#, "expected f32, found string `\"NaN\"`")]);
}

#[test]
fn string() {
    round_trips::<NonFiniteString, f64>(&[
        (f64::INFINITY, r#""Infinity""#),
        (f64::NEG_INFINITY, r#""-Infinity""#),
        (-0.0, "-0.0"),
    ]);
    round_trips::<NonFiniteString, f32>(&[
        (f32::INFINITY, r#""Infinity""#),
        (f32::NEG_INFINITY, r#""-Infinity""#),
    ]);
    assert_eq!(write::<NonFiniteString, f64>(&-f64::NAN), r#""NaN""#);
    assert!(read::<NonFiniteString, f64>(r#""NaN""#).is_nan());
    assert!(read::<NonFiniteString, f32>(r#""NaN""#).is_nan());
    reads::<NonFiniteString, f64>(&f64::INFINITY, &[r#""\u0049nfinity""#]);
    reads::<NonFiniteString, f64>(&1.0, &["1", "1.0", "1e0"]);
    let expected = "expected a number, \"NaN\", \"Infinity\" or \"-Infinity\", found";
    for (text, found) in [
        (r#""nan""#, "string `\"nan\"`"),
        (r#""1""#, "string `\"1\"`"),
        (r#""""#, "string `\"\"`"),
        (r#""Infinity ""#, "string `\"Infinity \"`"),
        ("null", "`null`"),
        ("NaN", "`NaN`"),
        ("[]", "an array"),
    ] {
        refuses::<NonFiniteString, f64>(&[(text, &format!("{expected} {found}"))]);
    }
}
