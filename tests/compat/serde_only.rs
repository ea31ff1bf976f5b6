//! The comparison's stand-in: serde_json with itself.

use std::any::type_name;
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::bend;

/// A type that is read and written.
pub(crate) trait Both: Serialize + DeserializeOwned + PartialEq + Debug {}

impl<T: Serialize + DeserializeOwned + PartialEq + Debug> Both for T {}

/// Writes a value.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T) -> Option<String> {
    serde_json::to_string(value).ok()
}

/// Reads a text.
pub(crate) fn read<'de, T>(text: &'de str) -> Option<T>
where
    T: Deserialize<'de> + PartialEq + Debug,
{
    serde_json::from_str(text).ok()
}

/// Each value is written and read back.
#[track_caller]
pub(crate) fn round_trips<T: Both>(values: impl IntoIterator<Item = T>) {
    for value in values {
        let text = write(&value).expect("the value has a JSON form");
        assert_eq!(read::<T>(&text).as_ref(), Some(&value), "`{text}` reads back as another value");
        bends::<T>(&text);
    }
}

/// Some text near `text` is refused.
#[track_caller]
pub(crate) fn bends<T: Both>(text: &str) {
    let bent = bend::all(text);
    let refused = bent.iter().filter(|text| read::<T>(text).is_none()).count();
    assert!(refused > 0, "{}: nothing near `{text}` is refused", type_name::<T>());
}

/// Each text is read.
#[track_caller]
pub(crate) fn accepts<'de, T>(texts: &[&'de str])
where
    T: Deserialize<'de> + PartialEq + Debug,
{
    let refused: Vec<_> = texts
        .iter()
        .filter_map(|text| {
            serde_json::from_str::<T>(text).err().map(|err| (*text, err.to_string()))
        })
        .collect();
    assert!(refused.is_empty(), "{}: refused: {refused:#?}", type_name::<T>());
}

/// The text is read to `value`.
#[track_caller]
pub(crate) fn reads<'de, T>(text: &'de str, value: T)
where
    T: Deserialize<'de> + PartialEq + Debug,
{
    match serde_json::from_str::<T>(text) {
        Ok(read) => assert_eq!(read, value, "`{text}`"),
        Err(err) => panic!("{}: `{text}`: {err}", type_name::<T>()),
    }
}

/// Each text is refused.
#[track_caller]
pub(crate) fn refuses<'de, T>(texts: &[&'de str])
where
    T: Deserialize<'de> + PartialEq + Debug,
{
    let taken: Vec<_> =
        texts.iter().filter_map(|text| read::<T>(text).map(|value| (*text, value))).collect();
    assert!(taken.is_empty(), "{}: taken: {taken:#?}", type_name::<T>());
}
