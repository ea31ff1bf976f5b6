//! Integers of every width: each limit and its neighbours, every length of digits, and what is no integer.

use crate::compare::{Both, accepts, read, refuses, round_trips, write};

/// What is no integer, whatever the width.
const NO_INTEGERS: [&str; 34] = [
    "", " ", "-", "--1", "+1", "- 1", "01", "00", "-01", "-00", "007", "1.", "1.0", "0.0", ".1",
    "1e", "1e0", "1E+2", "1e-1", "0x1", "1_000", "1 1", "1,", "\"1\"", "null", "true", "[]", "[1]",
    "{}", "NaN", "Infinity", "١", "1\u{0}", "\u{0}1",
];

/// `digits` (an integer without a sign) plus one, or less one.
fn neighbour(digits: &str, up: bool) -> String {
    let mut bytes = digits.as_bytes().to_vec();
    let (last, carry) = if up { (b'9', b'0') } else { (b'0', b'9') };
    let mut i = bytes.len();
    while i > 0 && bytes[i - 1] == last {
        bytes[i - 1] = carry;
        i -= 1;
    }
    match i.checked_sub(1) {
        Some(i) if up => bytes[i] += 1,
        Some(i) => bytes[i] -= 1,
        None if up => bytes.insert(0, b'1'),
        None => unreachable!("less than zero"),
    }
    let text = String::from_utf8(bytes).expect("digits");
    let text = text.trim_start_matches('0');
    if text.is_empty() { "0".into() } else { text.into() }
}

/// A limit and what lies around it, one and ten away.
fn around(limit: &str) -> Vec<String> {
    let (sign, digits) = limit.strip_prefix('-').map_or(("", limit), |digits| ("-", digits));
    let mut all = vec![limit.to_owned(), format!("{limit}0")];
    let (mut above, mut below) = (digits.to_owned(), digits.to_owned());
    for _ in 0..11 {
        above = neighbour(&above, true);
        all.push(format!("{sign}{above}"));
        if digits.len() > 1 {
            below = neighbour(&below, false);
            all.push(format!("{sign}{below}"));
        }
    }
    all.retain(|text| text != "-0");
    all
}

/// Digits of every length up to 45, in some patterns.
fn digits() -> impl Iterator<Item = String> {
    let patterns =
        ["1", "9", "10", "8446744073709551615", "340282366920938463463374607431768211455"];
    (1..=45).flat_map(move |len| {
        patterns.map(|pattern| pattern.chars().cycle().take(len).collect::<String>())
    })
}

fn integer<T: Both + Copy>(values: &[T], min: &str, max: &str) {
    round_trips(values.iter().copied());
    refuses::<T>(&NO_INTEGERS);
    accepts::<T>(&[min, max, "0", "1", " 1\n"]);
    for text in around(min).iter().chain(&around(max)) {
        read::<T>(text);
        read::<Vec<T>>(&format!("[{text}]"));
        read::<Vec<T>>(&format!("[{text} ,{text}]"));
        read::<(T, bool)>(&format!("[{text},false]"));
    }
    let refused = around(max).iter().filter(|text| read::<T>(text).is_none()).count();
    assert_eq!(refused, 12, "eleven above the limit, and ten times the limit");
    for digits in digits() {
        for text in [digits.clone(), format!("-{digits}")] {
            read::<T>(&text);
            for tail in [" ", "]", ".", "e", "E1", ".5", "\"", "x", "\u{e9}", "/", ":", "\u{0}"] {
                read::<T>(&format!("{text}{tail}"));
                read::<Vec<T>>(&format!("[{text}{tail}]"));
                read::<[T; 2]>(&format!("[1,{text}{tail}, 1]"));
            }
        }
    }
}

macro_rules! integers {
    ($($int:ident)*) => {$(
        #[test]
        fn $int() {
            const EVERY: $int = $int::MAX / 29;
            let mut values = vec![$int::MIN, $int::MIN + 1, 0, 1, $int::MAX - 1, $int::MAX];
            // Each power of two, of ten, and their neighbours; and some all over.
            for base in [2, 10 as $int] {
                let mut power = base;
                while let Some(next) = power.checked_mul(base) {
                    values.extend([power - 1, power, power + 1]);
                    power = next;
                }
            }
            values.extend((0..29).map(|i| i * EVERY));
            let all = values.clone();
            values.extend(all.iter().filter_map(|value| value.checked_neg()));
            for value in &values {
                assert_eq!(write(value), Some(value.to_string()));
                assert_eq!(read::<$int>(&value.to_string()), Some(*value));
            }
            let few = [$int::MIN, 0, 7, $int::MAX];
            integer::<$int>(&few, &$int::MIN.to_string(), &$int::MAX.to_string());
        }
    )*};
}

integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

#[test]
fn small_widths_are_exact() {
    for i in (-1000..=1000).chain(-33_000..=-32_700).chain(32_700..=33_000).chain(65_500..=65_600) {
        let text = i.to_string();
        assert_eq!(read::<u8>(&text), u8::try_from(i).ok());
        assert_eq!(read::<i8>(&text), i8::try_from(i).ok());
        assert_eq!(read::<u16>(&text), u16::try_from(i).ok());
        assert_eq!(read::<i16>(&text), i16::try_from(i).ok());
    }
}
