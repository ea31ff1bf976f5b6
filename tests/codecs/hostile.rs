//! Bad input: nested without end, bent at every byte.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use fastjson::codecs::{
    As, Base64, DecodeAs, DisplayFromStr, DurationMillis, EncodeAs, Hex, NonFiniteString,
    OneOrMany, Quoted, Rfc3339, Same, TimestampMillis,
};
use fastjson::{Cursor, Decode, Encode, ErrorKind, Result, Writer};

/// Holds itself through a codec, an array each level.
#[derive(Debug)]
struct Tree(Vec<Tree>);

impl<'de> Decode<'de> for Tree {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        <Vec<Same> as DecodeAs<'de, Vec<Tree>>>::decode_as(cur).map(Tree)
    }
}

impl Encode for Tree {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        <Vec<Same> as EncodeAs<Vec<Tree>>>::encode_as(&self.0, w)
    }
}

#[test]
fn levels_are_counted() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let tree = fastjson::from_str::<Tree>(&nested(127)).expect("as deep as may be");
    assert_eq!(fastjson::to_string(&tree).expect("a tree"), nested(127));
    for levels in [128, 1_000_000] {
        let err = fastjson::from_str::<Tree>(&nested(levels)).expect_err("too deep");
        assert_eq!((err.kind(), err.offset()), (ErrorKind::RecursionLimit, 127));
    }
}

/// Holds itself through a pointer, with no text in between: the stack is all that ends it.
#[derive(Debug)]
struct Endless(Box<Endless>);

impl<'de> Decode<'de> for Endless {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        <Box<Same> as DecodeAs<'de, Box<Endless>>>::decode_as(cur).map(Endless)
    }
}

impl Encode for Endless {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        <Box<Same> as EncodeAs<Box<Endless>>>::encode_as(&self.0, w)
    }
}

#[test]
fn the_stack_is_watched() {
    let err = fastjson::from_str::<Endless>("1").expect_err("endless");
    assert_eq!(err.kind(), ErrorKind::RecursionLimit);
}

type Codec = (
    BTreeMap<DisplayFromStr, Base64>,
    Vec<Option<Hex>>,
    [Quoted; 2],
    OneOrMany<NonFiniteString>,
    (Rfc3339, TimestampMillis, DurationMillis),
    Box<Same>,
);
type Value = (
    BTreeMap<u16, Vec<u8>>,
    Vec<Option<[u8; 2]>>,
    [i64; 2],
    Vec<f64>,
    (SystemTime, SystemTime, Duration),
    Box<String>,
);

const TEXT: &str = r#"[{"7":"AQI="},[null,"00ff"],["-1","2"],["NaN",1.5],["2024-01-02T03:04:05.250Z",-1,1500],"a\n"]"#;

#[test]
fn every_cut_is_an_error() {
    let value = fastjson::from_str::<As<Codec, Value>>(TEXT).expect("a value");
    assert_eq!(fastjson::to_string(&value).expect("a value"), TEXT);
    for len in 0..TEXT.len() {
        let err = fastjson::from_str::<As<Codec, Value>>(&TEXT[..len]).expect_err("cut");
        assert!(err.is_eof(), "{}: {err}", &TEXT[..len]);
    }
}

/// Whatever stands in the place of one byte, the text is read or refused; where it is no JSON, refused.
#[test]
fn every_bent_byte_is_read_or_refused() {
    for at in 0..TEXT.len() {
        for byte in 0..=0x7f_u8 {
            let mut text = TEXT.as_bytes().to_vec();
            text[at] = byte;
            let read = fastjson::from_slice::<As<Codec, Value>>(&text);
            match (read, serde_json::from_slice::<serde_json::Value>(&text)) {
                (Ok(value), Ok(_)) => {
                    let again = fastjson::to_string(&value).expect("a value");
                    fastjson::from_str::<As<Codec, Value>>(&again).expect("what was written");
                }
                (Ok(_), Err(err)) => panic!("{}: {err}", String::from_utf8_lossy(&text)),
                (Err(err), _) => assert!(err.offset() <= text.len()),
            }
        }
    }
}
