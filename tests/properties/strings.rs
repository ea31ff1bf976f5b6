//! Strings of all of Unicode: the text is serde_json's, and reads back in any spelling.

use std::borrow::Cow;

use fastjson::{Cursor, Decode, Result};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};

use crate::check;
use crate::round_trips::text;

/// A string as the cursor gives it: borrowed where it can be.
struct AsIs<'de>(Cow<'de, str>);

impl<'de> Decode<'de> for AsIs<'de> {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        cur.string().map(AsIs)
    }
}

#[test]
fn strings_round_trip() {
    check(3000, text(), |value| {
        let text = fastjson::to_string(&value).expect("its text");
        assert_eq!(text, serde_json::to_string(&value).expect("its text"));
        assert_eq!(fastjson::from_str::<String>(&text).expect("its own text"), value);
        let as_is = fastjson::from_str::<AsIs<'_>>(&text).expect("its own text").0;
        assert_eq!(as_is, value);
        assert_eq!(matches!(as_is, Cow::Borrowed(_)), !text.contains('\\'));
        assert_eq!(
            fastjson::from_str::<&str>(&text).ok(),
            (!text.contains('\\')).then_some(&*value)
        );
    });
}

/// Every character there is, alone and among others.
#[test]
fn all_characters_round_trip() {
    let all: Vec<char> = ('\0'..=char::MAX).collect();
    assert_eq!(all.len(), 0x10_f800);
    for chunk in all.chunks(997) {
        let value: String = chunk.iter().collect();
        let text = fastjson::to_string(&value).expect("its text");
        assert_eq!(text, serde_json::to_string(&value).expect("its text"));
        assert_eq!(fastjson::from_str::<String>(&text).expect("its own text"), value);
    }
    for &c in all.iter().take(0x3000).chain(all.iter().step_by(251)) {
        let text = fastjson::to_string(&c).expect("its text");
        assert_eq!(text, serde_json::to_string(&c).expect("its text"));
        assert_eq!(fastjson::from_str::<char>(&text).expect("its own text"), c);
    }
}

/// One character in one of the ways to write it.
fn spelled() -> impl Strategy<Value = (char, String)> {
    let character = prop_oneof![
        any::<char>(),
        "[\"\\\\/\u{8}\u{c}\n\r\t\u{0}a-zé😀]".prop_map(|s| s.chars().next().expect("one"))
    ];
    (character, 0..4).prop_map(|(c, spelling)| {
        let units = |digits: fn(u16) -> String| {
            c.encode_utf16(&mut [0; 2]).iter().map(|&unit| digits(unit)).collect()
        };
        let short = match c {
            '"' | '\\' | '/' => Some(c),
            '\u{8}' => Some('b'),
            '\u{c}' => Some('f'),
            '\n' => Some('n'),
            '\r' => Some('r'),
            '\t' => Some('t'),
            _ => None,
        };
        let plain = c >= ' ' && !matches!(c, '"' | '\\');
        let spelled = match (spelling, short) {
            (0 | 1, Some(letter)) => format!("\\{letter}"),
            (0 | 1, None) if plain => c.to_string(),
            (2, _) => units(|unit| format!("\\u{unit:04X}")),
            _ => units(|unit| format!("\\u{unit:04x}")),
        };
        (c, spelled)
    })
}

#[test]
fn any_spelling_is_read() {
    check(1200, vec(spelled(), 0..60), |spelled| {
        let value: String = spelled.iter().map(|(c, _)| *c).collect();
        let body: String = spelled.iter().map(|(_, spelling)| &**spelling).collect();
        let text = format!("\"{body}\"");
        assert_eq!(fastjson::from_str::<String>(&text).expect("a string"), value);
        assert_eq!(serde_json::from_str::<String>(&text).expect("a string"), value);
        let keyed = format!("{{{text} :[{text}]}}");
        let map: std::collections::BTreeMap<String, [Box<str>; 1]> =
            fastjson::from_str(&keyed).expect("a map");
        assert_eq!(map.get(&value).map(|[inner]| &**inner), Some(&*value));
    });
}

/// Bytes that may be a string or not are one for both or for neither.
#[test]
fn any_bytes_are_judged_alike() {
    let bytes = prop_oneof![
        vec(any::<u8>(), 0..20),
        "[\"\\\\u0-9dDcC8aAbfnrt/\n é]{0,30}".prop_map(String::into_bytes),
    ];
    check(6000, bytes, |bytes| {
        let text = [b"\"", &*bytes, b"\""].concat();
        let ours = fastjson::from_slice::<String>(&text).ok();
        assert_eq!(ours, serde_json::from_slice(&text).ok(), "{}", text.escape_ascii());
        let ours = fastjson::from_slice::<String>(&bytes).ok();
        assert_eq!(ours, serde_json::from_slice(&bytes).ok(), "{}", bytes.escape_ascii());
    });
}
