//! Floats beside the standard library's.

use super::*;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;

/// As the standard library reads it, at the end of memory and with much behind it.
fn check(text: &str) {
    let double: f64 = text.parse().expect(text);
    let single: f32 = text.parse().expect(text);
    for tail in ["", ",111111111111111111111111"] {
        let text = &*fastjson_guard::guarded(|| Box::<str>::from([text, tail].concat()));
        let ours = |f: fn(&mut Cursor<'_>) -> Result<u64>| f(&mut Cursor::new(text)).ok();
        let expected = double.is_finite().then_some(double.to_bits());
        assert_eq!(ours(|c| c.float::<f64>().map(f64::to_bits)), expected, "{text} f64");
        let expected = single.is_finite().then_some(single.to_bits().into());
        let found = ours(|c| c.float::<f32>().map(|f| f.to_bits().into()));
        assert_eq!(found, expected, "{text} f32");
    }
}

/// Fractions of every length behind few and many digits, ties of `f32` among them, where zeros take the place of digits.
#[test]
fn padded_decimals() {
    for text in [
        "512.000030517578125",
        "512.000091552734375",
        "524288.03125",
        "524288.09375",
        "1.1234567",
        "1.12345678",
        "1.123456789012345",
        "1.1234567890123456",
        "999.123456781234567",
        "1000.12345678",
        "999999.1",
        "1234567.1",
        "0.5",
        "-0.0",
        "1.5e3",
        "1.12345678e1",
        "1.123456789012345e-7",
        "0.12345678901234567",
        "0.123456789012345678",
        "0.1234567890123456789",
        "0.00000000000000000123456789012345678",
        "9.999999999999999999",
        "-9.9999999999999999",
        "10.9999999999999999",
        "1.12345678901234567e300",
        "-1.1e-7",
        "0.000001234e+5",
        "1.5e309",
        "1.5e-400",
        "0.0e99999999999999999999",
    ] {
        check(text);
    }
    let mut digits = 0x9e37_79b9_7f4a_7c15_u64;
    for n in 0..if cfg!(miri) { 50 } else { 100_000 } {
        digits ^= digits << 13;
        digits ^= digits >> 7;
        digits ^= digits << 17;
        let integer = (digits >> 20) % 10_u64.pow(1 + n % 7);
        let fraction = format!("{digits:020}");
        let fraction = &fraction[..1 + n as usize % 20];
        check(&format!("{integer}.{fraction}"));
        check(&format!("{integer}.{fraction}e{}", (digits >> 40) as i64 % 330 - 20));
    }
}

/// Of every number of digits, with what may and may not follow.
#[test]
fn whole_numbers() {
    let mut digits = 0x9e37_79b9_7f4a_7c15_u64;
    for n in 0..if cfg!(miri) { 50 } else { 50_000 } {
        digits ^= digits << 13;
        digits ^= digits >> 7;
        digits ^= digits << 17;
        let integer = (digits >> 3) % 10_u64.pow(1 + n % 19);
        let sign = ["", "-"][digits as usize % 2];
        check(&format!("{sign}{integer}"));
        check(&format!("{sign}{integer}e{}", (digits >> 40) as i64 % 340 - 20));
        check(&format!("{sign}{integer}.{}", digits % 1000));
    }
    for text in
        ["00", "01", "-01", "00000000", "0123456789", "1.", "1234567.", "-", "1e", "1234567e+"]
    {
        for tail in ["", ",111111111111111111111111"] {
            let text = &*fastjson_guard::guarded(|| Box::<str>::from([text, tail].concat()));
            Cursor::new(text).float::<f64>().expect_err(text);
        }
    }
}

#[test]
fn hard_cases() {
    for text in [
        "0",
        "-0",
        "0.0",
        "1",
        "-1",
        "0.1",
        "1e23",
        "8.5e22",
        "9007199254740993",
        "9007199254740992",
        "9007199254740991",
        "9007199254740993.0",
        "9007199254740993.00000000000000000000000001",
        "2.2250738585072014e-308",
        "2.2250738585072011e-308",
        "2.225073858507201e-308",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2e-324",
        "1e-400",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e309",
        "1e99999999999999999999",
        "1e-99999999999999999999",
        "0e99999999999999999999",
        "6.631236846766476e-316",
        "3.237883913302901e-319",
        "1.00000017881393421514957253748434595763683319091796875001e0",
        "16777217",
        "16777219",
        "16777216.999",
        "33554435",
        "3.4028235e38",
        "3.4028236e38",
        "1.17549435e-38",
        "1e-45",
        "7e-46",
        "7.1e-46",
        "0.000000000000000000000000000000000000011754943508222875",
        "123456789012345678901234567890",
        "0.00000000000000000000000000000000000000000000000000123456789012345678901234567890",
        "10000000000000000000000000000000000000000000000000000000000000000000000000000",
        "18446744073709551615",
        "18446744073709551616",
        "1.448997445238699",
        "0.500000000000000166533453693773481063544750213623046875",
    ] {
        check(text);
    }
}

#[test]
fn powers_of_ten() {
    for power in -350..=320 {
        for digits in
            ["1", "2", "9.999999999999999", "4.5035996273704985", "12345678901234567890123"]
        {
            check(&format!("{digits}e{power}"));
        }
    }
}

#[test]
fn long_numbers() {
    for n in [19, 20, 21, 40, 309, 400, 800, 100_000] {
        let nines = "9".repeat(n);
        check(&nines);
        check(&format!("0.{nines}"));
        check(&format!("{nines}e-{n}"));
        check(&format!("1.{}1", "0".repeat(n)));
        check(&format!("0.{}1e{n}", "0".repeat(n)));
    }
}

/// Random bit patterns, their neighbours' midpoints, and random digits, against the standard library. A linear
/// congruential generator (D. E. Knuth, MMIX) is all the randomness this needs.
#[test]
fn random_numbers() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state ^ state >> 29
    };
    let rounds = if cfg!(miri) { 50 } else { 200_000 };
    for _ in 0..rounds {
        let float = f64::from_bits(next());
        if float.is_finite() {
            check(&format!("{float:e}"));
        }
        let float = f32::from_bits(next() as u32);
        if float.is_finite() {
            check(&format!("{float:e}"));
            let above = f32::from_bits(float.to_bits() + 1);
            if above.is_finite() {
                check(&format!("{:e}", (f64::from(float) + f64::from(above)) / 2.0));
            }
        }
        let digits: String = format!("{}.{}e{}", next() % 1000, next(), next() as i64 % 340);
        check(&digits);
    }
}

#[test]
fn what_is_no_number() {
    for text in ["", "-", "+1", "01", "-01", "1.", ".5", "1e", "1e+", "1.e1", "-.1", "NaN", "inf"] {
        let mut cur = Cursor::new(text);
        let read = cur.float::<f64>();
        assert!(read.is_err(), "{text}: {read:?}");
    }
}
