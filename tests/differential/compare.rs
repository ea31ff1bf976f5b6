//! The comparison itself.

use std::any::type_name;
use std::fmt::Debug;

use fastjson::{Decode, DecodeOwned, Encode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::bend;

/// A type that both libraries read and write.
pub(crate) trait Both:
    Serialize + DeserializeOwned + Encode + DecodeOwned + PartialEq + Debug
{
}

impl<T: Serialize + DeserializeOwned + Encode + DecodeOwned + PartialEq + Debug> Both for T {}

/// Writes a value with both, to the same bytes or an error in both.
#[track_caller]
pub(crate) fn write<T: Serialize + Encode + ?Sized>(value: &T) -> Option<String> {
    let name = type_name::<T>();
    match (fastjson::to_string(value), serde_json::to_string(value)) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours, theirs, "{name}: fastjson (left) writes otherwise");
            Some(ours)
        }
        (Err(_), Err(_)) => None,
        (Ok(ours), Err(err)) => panic!("{name}: fastjson writes `{ours}`, serde_json: {err}"),
        (Err(err), Ok(theirs)) => panic!("{name}: fastjson: {err}, serde_json writes `{theirs}`"),
    }
}

/// Reads a text with both, to the same value or an error in both.
#[track_caller]
pub(crate) fn read<'de, T>(text: &'de str) -> Option<T>
where
    T: Deserialize<'de> + Decode<'de> + PartialEq + Debug,
{
    let name = type_name::<T>();
    match (fastjson::from_str::<T>(text), serde_json::from_str::<T>(text)) {
        (Ok(ours), Ok(theirs)) => {
            assert!(
                ours == theirs || crate::listed::read_otherwise(text),
                "{name}: `{text}`: fastjson reads {ours:?}, serde_json {theirs:?}"
            );
            let first = text.trim_start().as_bytes()[0];
            assert!(T::FIRST.admits(first), "{name}: `{text}` is ruled out by its first byte");
            assert!(!T::NEVER_ABSENT || T::absent().is_none(), "{name}: it may be absent");
            Some(ours)
        }
        (Err(err), Err(_)) => {
            assert!(err.offset() <= text.len() && err.line() > 0 && err.column() > 0, "{err:?}");
            None
        }
        (Ok(ours), Err(err)) => {
            let is_listed = crate::listed::refused_by_theirs(text, &err);
            assert!(is_listed, "{name}: `{text}`: fastjson {ours:?}, serde_json: {err}");
            Some(ours)
        }
        (Err(err), Ok(theirs)) => {
            let is_listed = crate::listed::refused_by_ours(text, &err);
            assert!(is_listed, "{name}: `{text}`: fastjson: {err}, serde_json {theirs:?}");
            None
        }
    }
}

/// Each value is written alike and read back by both, and texts that are nearly right are taken or refused by both alike.
#[track_caller]
pub(crate) fn round_trips<T: Both>(values: impl IntoIterator<Item = T>) {
    let mut place = None;
    for value in values {
        let text = write(&value).expect("the value has a JSON form");
        let mut read = read::<T>(&text);
        assert_eq!(read.as_ref(), Some(&value), "`{text}` reads back as another value");
        bends::<T>(&text);
        let place = place.get_or_insert_with(|| read.take().expect("it has been read"));
        over(place, &text);
    }
}

/// Texts that are nearly `text` are taken or refused by both alike.
#[track_caller]
pub(crate) fn bends<T: Both>(text: &str) {
    let bent = bend::all(text);
    let refused = bent.iter().filter(|text| read::<T>(text).is_none()).count();
    assert!(refused > 0, "{}: nothing near `{text}` is refused", type_name::<T>());
    if let Ok(mut place) = fastjson::from_str::<T>(text) {
        for text in bent.iter().map(String::as_str).chain([text]) {
            over(&mut place, text);
        }
    }
}

/// Over another value, which an error may have left half read, fastjson reads what it reads afresh, or tells the same error.
#[track_caller]
fn over<T: DecodeOwned + PartialEq + Debug>(place: &mut T, text: &str) {
    let name = type_name::<T>();
    match (fastjson::from_str_in_place(text, place), fastjson::from_str::<T>(text)) {
        (Ok(()), Ok(fresh)) => assert_eq!(*place, fresh, "{name}: `{text}` over another value"),
        (Err(over), Err(fresh)) => {
            assert_eq!(over.to_string(), fresh.to_string(), "{name}: `{text}` over another value");
        }
        (over, fresh) => panic!("{name}: `{text}`: over another value {over:?}, afresh {fresh:?}"),
    }
}

/// Both read each text, to the same value.
#[track_caller]
pub(crate) fn accepts<'de, T>(texts: &[&'de str])
where
    T: Deserialize<'de> + Decode<'de> + PartialEq + Debug,
{
    for text in texts {
        assert!(read::<T>(text).is_some(), "{}: both refuse `{text}`", type_name::<T>());
    }
}

/// Both read the text, to `value`.
#[track_caller]
pub(crate) fn reads<'de, T>(text: &'de str, value: T)
where
    T: Deserialize<'de> + Decode<'de> + PartialEq + Debug,
{
    assert_eq!(read::<T>(text), Some(value), "`{text}`");
}

/// Both refuse each text.
#[track_caller]
pub(crate) fn refuses<'de, T>(texts: &[&'de str])
where
    T: Deserialize<'de> + Decode<'de> + PartialEq + Debug,
{
    for text in texts {
        let value = read::<T>(text);
        assert!(value.is_none(), "{}: both read `{text}` as {value:?}", type_name::<T>());
    }
}
