//! The comparison itself.

use std::any::type_name;
use std::fmt::Debug;

use fastjson::codecs::{DecodeAs, EncodeAs, Serde};
use fastjson::{Cursor, Decode, Encode, Result, Writer};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::bend;

/// A type that has only serde's traits, as fastjson sees it.
#[derive(Debug, PartialEq)]
pub(crate) struct Via<T>(pub(crate) T);

impl<T: Serialize> Encode for Via<T> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        Serde::encode_as(&self.0, w)
    }
}

impl<'de, T: Deserialize<'de>> Decode<'de> for Via<T> {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        Serde::decode_as(cur).map(Via)
    }

    fn absent() -> Option<Self> {
        Serde::absent_as().map(Via)
    }
}

/// Writes a value through the bridge and with serde_json, to the same bytes or an error in both.
#[track_caller]
pub(crate) fn write<T: Serialize>(value: &T) -> Option<String> {
    let name = type_name::<T>();
    match (fastjson::to_string(&Via(value)), serde_json::to_string(value)) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours, theirs, "{name}: fastjson (left) writes otherwise");
            Some(ours)
        }
        (Err(_), Err(_)) => None,
        (Ok(ours), Err(err)) => panic!("{name}: fastjson writes `{ours}`, serde_json: {err}"),
        (Err(err), Ok(theirs)) => panic!("{name}: fastjson: {err}, serde_json writes `{theirs}`"),
    }
}

/// Reads a text through the bridge and with serde_json, to the same value or an error in both.
#[track_caller]
pub(crate) fn read<'de, T: Deserialize<'de> + PartialEq + Debug>(text: &'de str) -> Option<T> {
    let name = type_name::<T>();
    match (fastjson::from_str::<Via<T>>(text), serde_json::from_str::<T>(text)) {
        (Ok(Via(ours)), Ok(theirs)) => {
            assert_eq!(ours, theirs, "{name}: fastjson (left) reads `{text}` otherwise");
            Some(ours)
        }
        (Err(err), Err(theirs)) => {
            assert!(err.offset() <= text.len() && err.line() > 0 && err.column() > 0, "{err:?}");
            // Of two mistakes, ours may be the type of a value whose text breaks off.
            if theirs.is_eof() && err.kind() != fastjson::ErrorKind::InvalidType {
                assert!(err.is_eof(), "{name}: `{text}`: {err}, serde_json: {theirs}");
            }
            None
        }
        (Ok(Via(ours)), Err(err)) => {
            panic!("{name}: `{text}`: fastjson {ours:?}, serde_json: {err}")
        }
        (Err(err), Ok(theirs)) => {
            panic!("{name}: `{text}`: fastjson: {err}, serde_json {theirs:?}")
        }
    }
}

/// Each value is written alike and read back by both, and texts that are nearly right are taken or refused by both alike.
#[track_caller]
pub(crate) fn round_trips<T>(values: impl IntoIterator<Item = T>)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    for value in values {
        let text = write(&value).expect("the value has a JSON form");
        assert_eq!(read::<T>(&text).as_ref(), Some(&value), "`{text}` reads back as another value");
        bends::<T>(&text);
    }
}

/// Texts that are nearly `text` are taken or refused by both alike.
#[track_caller]
pub(crate) fn bends<T: DeserializeOwned + PartialEq + Debug>(text: &str) {
    let bent = bend::all(text);
    let refused = bent.iter().filter(|text| read::<T>(text).is_none()).count();
    assert!(refused > 0, "{}: nothing near `{text}` is refused", type_name::<T>());
}
