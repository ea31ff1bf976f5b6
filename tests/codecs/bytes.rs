//! `Hex` and `Base64`, against oracles that work bit by bit.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use fastjson::codecs::{As, Base64, Base64Url, DecodeAs, EncodeAs, Hex, HexUpper, Same};
use proptest::collection::vec;
use proptest::prelude::any;

use crate::{check, read, reads, refuses, round_trips, write};

const STANDARD: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The digits of the bytes' bits, so many bits to a digit; the last one is filled up with zeros.
fn digits(bytes: &[u8], bits: usize, alphabet: &str) -> String {
    let all: Vec<u8> = bytes.iter().flat_map(|b| (0..8).rev().map(move |i| b >> i & 1)).collect();
    all.chunks(bits)
        .map(|chunk| {
            let value = (0..bits).fold(0, |v, i| v << 1 | chunk.get(i).copied().unwrap_or(0));
            char::from(alphabet.as_bytes()[usize::from(value)])
        })
        .collect()
}

/// The bytes of a text, or `None` where it is not of the form.
fn undigits(text: &str, bits: usize, alphabet: &str) -> Option<Vec<u8>> {
    let mut all = Vec::new();
    for c in text.chars() {
        let value = alphabet.find(c)?;
        all.extend((0..bits).rev().map(|i| (value >> i & 1) as u8));
    }
    let (whole, rest) = all.as_chunks::<8>();
    if rest.len() >= bits || rest.contains(&1) {
        return None;
    }
    Some(whole.iter().map(|byte| byte.iter().fold(0, |v, bit| v << 1 | bit)).collect())
}

fn padded(text: &str) -> String {
    format!("{text}{}", ["", "", "==", "="][text.len() % 4])
}

/// All lengths around those of the pieces in which bytes are written.
fn samples() -> impl Iterator<Item = Vec<u8>> {
    let lengths = (0..70).chain([255, 256, 257, 511, 512, 513, 767, 768, 769, 1024, 1537, 20_000]);
    lengths.map(|len| (0..len).map(|i: usize| (i * 167 + len + (i >> 8)) as u8).collect())
}

#[track_caller]
fn agrees(bytes: &[u8]) {
    fn one<A>(bytes: &[u8], text: &str)
    where
        A: EncodeAs<Vec<u8>> + for<'de> DecodeAs<'de, Vec<u8>>,
    {
        let quoted = format!("\"{text}\"");
        let value = bytes.to_vec();
        let written = fastjson::to_string(&As::<A, _>::new(value.clone())).expect("bytes");
        assert_eq!(written, quoted);
        let mut sink = Vec::new();
        fastjson::to_writer(&mut sink, &As::<A, _>::new(value)).expect("bytes");
        assert_eq!(sink, quoted.as_bytes());
        assert_eq!(read::<A, Vec<u8>>(&quoted), bytes);
    }
    one::<Hex>(bytes, &digits(bytes, 4, "0123456789abcdef"));
    one::<HexUpper>(bytes, &digits(bytes, 4, "0123456789ABCDEF"));
    one::<Base64>(bytes, &padded(&digits(bytes, 6, STANDARD)));
    one::<Base64Url>(bytes, &digits(bytes, 6, URL));
}

#[test]
fn all_lengths_agree_with_the_oracles() {
    samples().for_each(|bytes| agrees(&bytes));
    check(300, vec(any::<u8>(), 0..200), |bytes| agrees(&bytes));
}

#[test]
fn every_text_is_read_or_refused_as_by_the_oracles() {
    fn same<A: for<'de> DecodeAs<'de, Vec<u8>>>(text: &str, expected: Option<Vec<u8>>) {
        let quoted = serde_json::to_string(text).expect("a string");
        let read = fastjson::from_str::<As<A, Vec<u8>>>(&quoted);
        assert_eq!(read.ok().map(As::into_inner), expected, "{text}");
    }
    fn all(text: &str) {
        same::<Hex>(
            text,
            undigits(&text.to_lowercase(), 4, "0123456789abcdef")
                .filter(|_| text.is_ascii() && text.len().is_multiple_of(2)),
        );
        let base64 = |alphabet| {
            let bare = text.trim_end_matches('=');
            let whole = bare.len() == text.len() || (bare.is_ascii() && padded(bare) == text);
            undigits(bare, 6, alphabet).filter(|_| whole)
        };
        same::<Base64>(text, base64(STANDARD));
        same::<Base64Url>(text, base64(URL));
    }
    // Texts of up to three characters that matter, then longer ones.
    let characters =
        ["A", "Q", "a", "f", "/", "-", "_", "+", "=", "0", "9", "g", "é", "\n", "\"", "K"];
    for a in characters {
        all(a);
        for b in characters {
            all(&format!("{a}{b}"));
            for c in characters {
                all(&format!("{a}{b}{c}"));
                all(&format!("QUJD{a}{b}{c}"));
                all(&format!("{a}{b}{c}QUJDQ"));
            }
        }
    }
    check(2000, "[A-Za-z0-9+/_-]{0,9}={0,3}", |text| all(&text));
    check(1000, "[A-Za-z0-9+/]{4,8}", |text| all(&padded(&text)));
    check(1000, "[0-9a-fA-F]{0,12}", |text| all(&text));
    check(500, ".{0,12}", |text| all(&text));
}

#[test]
fn the_test_vectors_of_rfc_4648() {
    for (bytes, base64, hex) in [
        ("", "", ""),
        ("f", "Zg==", "66"),
        ("fo", "Zm8=", "666F"),
        ("foo", "Zm9v", "666F6F"),
        ("foob", "Zm9vYg==", "666F6F62"),
        ("fooba", "Zm9vYmE=", "666F6F6261"),
        ("foobar", "Zm9vYmFy", "666F6F626172"),
    ] {
        let bytes = bytes.as_bytes().to_vec();
        let (base64, hex) = (format!("\"{base64}\""), format!("\"{hex}\""));
        round_trips::<Base64, _>(&[(bytes.clone(), base64.as_str())]);
        reads::<Base64Url, _>(&bytes, &[&base64]);
        round_trips::<HexUpper, _>(&[(bytes.clone(), hex.as_str())]);
        reads::<Hex, _>(&bytes, &[&hex, &hex.to_lowercase()]);
    }
}

#[test]
fn all_types_of_bytes() {
    round_trips::<Hex, _>(&[(vec![0_u8, 0xff], r#""00ff""#), (vec![], r#""""#)]);
    round_trips::<Hex, _>(&[([0xab_u8, 0xcd], r#""abcd""#)]);
    round_trips::<Hex, [u8; 0]>(&[([], r#""""#)]);
    round_trips::<Hex, Box<[u8]>>(&[(Box::new([1, 2]), r#""0102""#)]);
    round_trips::<Base64, Rc<[u8]>>(&[(Rc::new([1, 2]), r#""AQI=""#)]);
    round_trips::<Base64Url, Arc<[u8]>>(&[(Arc::new([1, 2]), r#""AQI""#)]);
    round_trips::<HexUpper, Cow<'static, [u8]>>(&[(Cow::Borrowed(&[0xa]), r#""0A""#)]);
    assert_eq!(write::<Hex, &[u8]>(&&[1_u8, 2][..]), r#""0102""#);
    assert_eq!(write::<Hex, &[u8; 2]>(&&[1_u8, 2]), r#""0102""#);
    assert_eq!(write::<Base64, &&Vec<u8>>(&&&vec![1_u8, 2]), r#""AQI=""#);
}

#[test]
fn escapes_may_stand_in_the_text() {
    reads::<Hex, _>(&vec![0xab_u8], &[r#""\u0061b""#]);
    reads::<Base64, _>(&vec![0xff_u8, 0xff, 0xff], &[r#""\/\/\/\/""#, r#""\u002f///""#]);
}

#[test]
fn keys() {
    type Map = BTreeMap<[u8; 2], Vec<u8>>;
    let map = Map::from([([0, 1], vec![2]), ([0xff, 0xfe], vec![])]);
    round_trips::<BTreeMap<Hex, Base64>, Map>(&[(map.clone(), r#"{"0001":"Ag==","fffe":""}"#)]);
    round_trips::<BTreeMap<HexUpper, Same>, Map>(&[(map.clone(), r#"{"0001":[2],"FFFE":[]}"#)]);
    round_trips::<BTreeMap<Base64, Hex>, Map>(&[(map.clone(), r#"{"AAE=":"02","//4=":""}"#)]);
    round_trips::<BTreeMap<Base64Url, Hex>, Map>(&[(map, r#"{"AAE":"02","__4":""}"#)]);
    let err = fastjson::from_str::<As<BTreeMap<Hex, Same>, BTreeMap<[u8; 1], u8>>>(
        r#"{"00": 1, "0g": 2}"#,
    );
    let err = err.unwrap_err();
    assert_eq!(err.to_string(), "'g' is not a hexadecimal digit at line 1 column 11, $");
}

#[test]
fn errors_stand_at_the_string() {
    refuses::<Hex, Vec<u8>>(&[
        (r#""0""#, "an odd number of hexadecimal digits: 1"),
        (r#""abc""#, "an odd number of hexadecimal digits: 3"),
        (r#""0x12""#, "'x' is not a hexadecimal digit"),
        (r#"" 12""#, "' ' is not a hexadecimal digit"),
        (r#""1\n2""#, r"'\n' is not a hexadecimal digit"),
        (r#""abcé""#, "'é' is not a hexadecimal digit"),
        ("7", "expected a string of hexadecimal digits, found number `7`"),
        ("null", "expected a string of hexadecimal digits, found `null`"),
        ("[1]", "expected a string of hexadecimal digits, found an array"),
    ]);
    refuses::<Hex, [u8; 2]>(&[
        (r#""""#, "expected 2 bytes, found 0"),
        (r#""00""#, "expected 2 bytes, found 1"),
        (r#""000000""#, "expected 2 bytes, found 3"),
        (r#""0000z0""#, "'z' is not a hexadecimal digit"),
        (r#""00000""#, "an odd number of hexadecimal digits: 5"),
    ]);
    refuses::<HexUpper, [u8; 1]>(&[(r#""0000""#, "expected 1 byte, found 2")]);
    let padding = "the padding of base64 stands at the end and fills up four characters";
    let bits = "the last character of base64 has bits that belong to no byte";
    let first = "base64 breaks off behind the first character of four";
    refuses::<Base64, Vec<u8>>(&[
        (r#""A""#, first),
        (r#""AAAAA""#, first),
        (r#""=""#, padding),
        (r#""====""#, padding),
        (r#""AA=""#, padding),
        (r#""AA=A""#, padding),
        (r#""AA==AA==""#, padding),
        (r#""AAAA=""#, padding),
        (r#""AB==""#, bits),
        (r#""AB""#, bits),
        (r#""AAB=""#, bits),
        (r#""AA-A""#, "'-' is not a character of base64"),
        (r#""AA A""#, "' ' is not a character of base64"),
        (r#""AAAÀ""#, "'À' is not a character of base64"),
        (r#""AAA😀""#, "'😀' is not a character of base64"),
        ("7", "expected a string of base64, found number `7`"),
    ]);
    refuses::<Base64Url, [u8; 2]>(&[
        (r#""AAA+""#, "'+' is not a character of base64"),
        (r#""AAAA""#, "expected 2 bytes, found 3"),
        (r#""AA""#, "expected 2 bytes, found 1"),
        (r#""AAB""#, bits),
    ]);
}
