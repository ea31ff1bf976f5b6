//! Floats: written to the same text, read to the same bits, and to those that the standard library reads, too.

use crate::compare::{read, refuses, round_trips, write};

macro_rules! floats {
    ($float:ident, $bits_of:ident, $number:ident) => {
        /// The bits that a text is read to: by both, and by the standard library.
        #[track_caller]
        fn $bits_of(text: &str) -> Option<u64> {
            let bits = read::<$float>(text).map($float::to_bits);
            let theirs = serde_json::from_str::<$float>(text).ok().map($float::to_bits);
            assert_eq!(bits, theirs, "`{text}`: fastjson (left) reads other bits");
            bits.map(u64::from)
        }

        /// As `bits_of`, for a text that is a number: the nearest float, or an error if that is infinite.
        #[track_caller]
        fn $number(text: &str) {
            let nearest: $float = text.parse().expect("a number");
            let expected = nearest.is_finite().then_some(u64::from(nearest.to_bits()));
            assert_eq!($bits_of(text), expected, "`{text}` is {nearest:e}");
        }
    };
}

floats!(f64, bits_of_f64, f64_number);
floats!(f32, bits_of_f32, f32_number);

fn number(text: &str) {
    f64_number(text);
    f32_number(text);
    let negative = format!("-{text}");
    f64_number(&negative);
    if !is_double_rounded(&negative) {
        f32_number(&negative);
    }
}

/// Negative integers below `i64::MIN` are read through an `f64` by serde_json, and so can be a bit off: a listed difference.
fn is_double_rounded(text: &str) -> bool {
    text.parse::<i128>().is_ok_and(|n| n < i128::from(i64::MIN) && n >= -i128::from(u64::MAX))
}

/// Numbers that have been read wrongly somewhere, and limits.
const HARD: [&str; 62] = [
    "0.0",
    "0",
    "0e0",
    "0e999999999999",
    "0.0e-999999999999",
    "0.00000000000000000000000000000",
    "1e-999999999999",
    "1e999999999999",
    "1e2147483647",
    "1e-2147483648",
    "1e-2147483649",
    "1e2147483648",
    "1e18446744073709551616",
    "1e22",
    "1e23",
    "9e22",
    "8.5e22",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "9007199254740993.0",
    "9007199254740994",
    "9007199254740995",
    "9007199254740996.5",
    "18014398509481985",
    "36028797018963967",
    "123456789012345678901234567890",
    "18446744073709551615",
    "18446744073709551616",
    "184467440737095516150",
    "1.7976931348623157e308",
    "1.7976931348623158e308",
    "1.7976931348623159e308",
    "17976931348623157e292",
    "2.2250738585072011e-308",
    "2.2250738585072012e-308",
    "2.2250738585072014e-308",
    "4.9e-324",
    "5e-324",
    "2.4703282292062327e-324",
    "2.4703282292062328e-324",
    "2e-324",
    "1e-400",
    "1e400",
    "3.4028234663852886e38",
    "3.4028235677973366e38",
    "3.4028235677973365e38",
    "3.4028236e38",
    "1.401298464324817e-45",
    "7.006492321624085e-46",
    "7.006492321624086e-46",
    "1.1754942106924411e-38",
    "1.17549435e-38",
    "16777217",
    "16777219",
    "33554434.999",
    "0.1",
    "0.3",
    "6.02214076e23",
    "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880",
    "0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001e93",
    "100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000e-92",
];

#[test]
fn hard_numbers() {
    for text in HARD {
        number(text);
        number(&text.replace('e', "E"));
        if let Some((digits, exponent)) = text.split_once('e').filter(|(_, e)| !e.starts_with('-'))
        {
            number(&format!("{digits}e+{exponent}"));
            number(&format!("{digits}e0000{exponent}"));
        }
    }
    assert_eq!(bits_of_f64("-0.0"), Some(1 << 63));
    assert_eq!(bits_of_f64("-0"), Some(1 << 63));
    assert_eq!(bits_of_f32("-0e5"), Some(1 << 31));
    assert_eq!(bits_of_f64("1e400"), None);
    assert_eq!(bits_of_f32("3.4028236e38"), None);
}

#[test]
fn digits_of_every_length() {
    for digits in
        ["1", "9", "12345678901234567890", "5000000000000000000000000000000", "0000000001"]
    {
        for len in 1..=60 {
            let fraction: String = digits.chars().cycle().take(len).collect();
            number(&format!("0.{fraction}"));
            number(&format!("7.{fraction}e-7"));
            number(&format!("{}.5", fraction.trim_start_matches('0').to_owned() + "1"));
            number(&format!("{}e-{len}", "1".to_owned() + &fraction));
            number(&format!("{}e17", "1".to_owned() + &fraction));
        }
    }
    for exponent in -400..=400 {
        for digits in ["1", "9.999999999999999", "4.5035996273704955", "17", "123456789012345678"] {
            number(&format!("{digits}e{exponent}"));
        }
    }
}

/// Bits that walk over all exponents and many mantissas: xorshift, from a fixed seed.
fn some_bits(count: usize) -> impl Iterator<Item = u64> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    })
    .take(count)
}

#[test]
fn floats_of_all_sizes_are_written_alike_and_read_back() {
    for bits in some_bits(4000) {
        let double = f64::from_bits(bits);
        let single = f32::from_bits((bits >> 32) as u32);
        let text = write(&double).expect("any float has a text");
        assert_eq!(bits_of_f64(&text), double.is_finite().then_some(bits), "`{text}`");
        let text = write(&single).expect("any float has a text");
        assert_eq!(
            bits_of_f32(&text),
            single.is_finite().then_some(single.to_bits().into()),
            "`{text}`"
        );
    }
}

#[test]
fn what_is_no_float() {
    let texts = [
        "",
        "-",
        "+1",
        "1.",
        ".5",
        "1.e5",
        "1e",
        "1e+",
        "1e-",
        "1e 5",
        "01.5",
        "00",
        "-01",
        "1.5.5",
        "1e5e5",
        "1e5.5",
        "0x1p3",
        "nan",
        "NaN",
        "inf",
        "Infinity",
        "-Infinity",
        "null",
        "\"1.5\"",
        "true",
        "[1.5]",
        "1,5",
        "1_0.0",
        "--1.0",
        "1.5f",
        "1.٥",
        "1e٥",
        "1.\u{0}",
        "-.5",
        "-e5",
    ];
    refuses::<f64>(&texts);
    refuses::<f32>(&texts);
}

#[test]
fn floats_round_trip() {
    let values = [
        0.0,
        -0.0,
        1.0,
        -1.5,
        1e15,
        1e16,
        1e17,
        1e-5,
        1e-6,
        1e-7,
        123456.789,
        1e300,
        5e-324,
        f64::MAX,
    ];
    round_trips(values);
    round_trips([
        0.0_f32,
        -0.0,
        1.0,
        0.1,
        1e9,
        1e16,
        1e-7,
        16777216.0,
        f32::MIN_POSITIVE,
        f32::MAX,
    ]);
    round_trips([vec![0.1, 1e16], vec![], vec![-1e-300]]);
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(write(&value).as_deref(), Some("null"));
        assert_eq!(write(&[value as f32]).as_deref(), Some("[null]"));
    }
}
