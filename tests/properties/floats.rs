//! Floats by their bits. Their text is serde_json's, byte for byte; ryu, which prints by another algorithm, is the oracle: its
//! text and ours must be read to the same bits, and have the same significant digits.

use proptest::num::{f32, f64};
use proptest::prelude::{Strategy, any, prop_oneof};

use crate::check;

macro_rules! floats {
    ($($any:ident, $edges:ident: $float:ident, $uint:ident, $write:ident, $strategy:expr;)*) => {$(
        /// The text of a float is right by all witnesses.
        #[track_caller]
        pub(crate) fn $write(value: $float) {
            let text = fastjson::to_string(&value).expect("any float has a text");
            assert_eq!(text, serde_json::to_string(&value).expect("any float has a text"));
            if !value.is_finite() {
                assert_eq!(text, "null");
                return;
            }
            let mut buffer = ryu::Buffer::new();
            let oracle = buffer.format_finite(value);
            let read = |text: &str| fastjson::from_str::<$float>(text).expect("a number").to_bits();
            assert_eq!(read(&text), value.to_bits(), "{text}");
            assert_eq!(read(oracle), value.to_bits(), "{oracle}");
            assert_eq!(digits(&text), digits(oracle), "{text} and {oracle}");
            assert_eq!(text.parse::<$float>().expect("a number").to_bits(), value.to_bits());
        }

        #[test]
        fn $any() {
            check(10_000, $strategy, $write);
        }

        /// Each exponent with mantissas at its ends, and the floats around each power of ten.
        #[test]
        fn $edges() {
            const MANTISSA: u32 = $float::MANTISSA_DIGITS - 1;
            const EXPONENTS: $uint = $float::INFINITY.to_bits() >> MANTISSA;
            let ones = (1 << MANTISSA) - 1;
            for exponent in 0..=EXPONENTS {
                for mantissa in [0, 1, 2, ones / 3, ones / 2, ones / 2 + 1, ones - 1, ones] {
                    $write($float::from_bits(exponent << MANTISSA | mantissa));
                }
            }
            for exponent in $float::MIN_10_EXP - 20..=$float::MAX_10_EXP {
                for digits in ["1", "2.5", "9.999999", "1.2345678"] {
                    let power: $float = format!("{digits}e{exponent}").parse().expect("a number");
                    for bits in power.to_bits().saturating_sub(3)..power.to_bits() + 4 {
                        $write($float::from_bits(bits));
                        $write(-$float::from_bits(bits));
                    }
                }
            }
        }
    )*};
}

floats! {
    doubles, edges_of_doubles: f64, u64, write_double, prop_oneof![
        any::<u64>().prop_map(f64::from_bits),
        f64::ANY,
        any::<i64>().prop_map(|n| n as f64),
        any::<i32>().prop_map(|n| f64::from(n) / 1000.0),
    ];
    singles, edges_of_singles: f32, u32, write_single, prop_oneof![
        any::<u32>().prop_map(f32::from_bits),
        f32::ANY,
        any::<i32>().prop_map(|n| n as f32),
        any::<i16>().prop_map(|n| f32::from(n) / 100.0),
    ];
}

/// The significant digits of a number, which do not depend on the notation.
fn digits(text: &str) -> String {
    let mantissa = text.split('e').next().unwrap_or("");
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

/// Decimal text of any length is read to the float that the standard library and serde_json read.
#[test]
fn any_decimal() {
    let decimal = "(0|[1-9][0-9]{0,25})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?";
    check(6000, decimal, |text| {
        let nearest: f64 = text.parse().expect("a number");
        let expected = nearest.is_finite().then_some(nearest.to_bits());
        assert_eq!(fastjson::from_str::<f64>(&text).ok().map(f64::to_bits), expected, "{text}");
        assert_eq!(serde_json::from_str::<f64>(&text).ok().map(f64::to_bits), expected, "{text}");
        let nearest: f32 = text.parse().expect("a number");
        let expected = nearest.is_finite().then_some(nearest.to_bits());
        assert_eq!(fastjson::from_str::<f32>(&text).ok().map(f32::to_bits), expected, "{text}");
        let in_array = format!("[-{text} , 1]");
        let pair = fastjson::from_str::<(f64, u8)>(&in_array).ok();
        let expected = text.parse::<f64>().ok().filter(|float| float.is_finite());
        assert_eq!(
            pair.map(|(float, _)| float.to_bits()),
            expected.map(|float| (-float).to_bits())
        );
    });
}

/// Text that may be a number or not is one for both or for neither.
#[test]
fn any_text_is_judged_alike() {
    check(8000, "[-+.eE0-9]{0,8}", |text| {
        let ours = fastjson::from_str::<f64>(&text).ok().map(f64::to_bits);
        let theirs = serde_json::from_str::<f64>(&text).ok().map(f64::to_bits);
        assert_eq!(ours, theirs, "{text}");
    });
}
