//! The codecs of the standard library's types, one file a family: all that serde has, with serde_json's JSON.
//!
//! A type of another crate gets a file in a folder `third_party`, behind a feature named after the crate, which turns on the optional
//! dependency of that name: `Encode` and `Decode` with the JSON that the crate's own serde impls make, the key traits if
//! serde_json takes it as a key, `FIRST` and `NEVER_ABSENT` as for the types here, and a differential test with that crate's serde feature.

mod atomics;
mod bytes;
mod cells;
pub(crate) mod collections;
mod floats;
mod integers;
pub(crate) mod maps;
mod net;
mod nonzero;
#[cfg(feature = "std")]
mod paths;
mod pointers;
mod ranges;
mod scalars;
pub(crate) mod sequences;
mod strings;
#[cfg(feature = "serde_json")]
mod third_party;
mod time;
pub(crate) mod tuples;
mod wrappers;

use crate::cursor::Cursor;
use crate::decode::Decode;
use crate::error::Result;

/// Reads a map key that stands in quotes as it would stand without.
pub(crate) fn quoted<'de, T: Decode<'de>>(
    cur: &mut Cursor<'de>,
    expected: &'static str,
) -> Result<T> {
    let at = cur.offset();
    if !cur.eat("\"") {
        return Err(cur.expected(expected));
    }
    // What is wrong is the whole key, whatever of it the type could not read; unless it is no string to begin with.
    match T::decode(cur) {
        Ok(key) if cur.eat("\"") => Ok(key),
        _ => {
            cur.rewind(at);
            cur.string()?;
            cur.rewind(at);
            Err(cur.expected(expected))
        }
    }
}
