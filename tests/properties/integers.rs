//! Integers of every width: the text is the standard library's, and any text is read as it reads it.

use std::collections::BTreeMap;

use proptest::prelude::{Strategy, any, prop_oneof};

use crate::check;

/// A JSON number without fraction and exponent: what the standard library reads, and no sign or zeros in front of it.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'))
}

macro_rules! integers {
    ($($test:ident: $int:ident;)*) => {$(
        #[test]
        fn $test() {
            // As many small ones as large ones.
            let values = (any::<$int>(), 0..$int::BITS).prop_map(|(value, shift): ($int, u32)| value >> shift);
            check(2000, values, |value: $int| {
                let text = fastjson::to_string(&value).expect("its text");
                assert_eq!(text, value.to_string());
                assert_eq!(fastjson::from_str::<$int>(&text).expect("its own text"), value);
                let keyed = fastjson::to_string(&BTreeMap::from([(value, [value])])).expect("its text");
                assert_eq!(keyed, format!("{{\"{value}\":[{value}]}}"));
                let map = fastjson::from_str::<BTreeMap<$int, [$int; 1]>>(&keyed).expect("its own text");
                assert_eq!(map, BTreeMap::from([(value, [value])]));
            });
            let texts = prop_oneof!["-?[0-9]{0,45}", "-?[1-9][0-9]{0,24}", "[-0-9.eE+ x]{0,6}", any::<$int>().prop_map(|n| n.to_string())];
            check(4000, texts, |text| {
                // Minus zero is zero, whatever the type.
                let trimmed = if text.trim() == "-0" { "0" } else { text.trim() };
                let expected = is_integer(trimmed).then(|| trimmed.parse::<$int>().ok()).flatten();
                assert_eq!(fastjson::from_str::<$int>(&text).ok(), expected, "`{text}`");
                let in_array = fastjson::from_str::<[$int; 3]>(&format!("[1,{text},2]")).ok();
                assert_eq!(in_array, expected.map(|n| [1, n, 2]), "`{text}`");
            });
        }
    )*};
}

integers! {
    u8s: u8; u16s: u16; u32s: u32; u64s: u64; u128s: u128; usizes: usize;
    i8s: i8; i16s: i16; i32s: i32; i64s: i64; i128s: i128; isizes: isize;
}
