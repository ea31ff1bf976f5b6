//! The codecs of the standard library's types, one file a family.

mod floats;
mod integers;
mod maps;
mod pointers;
mod scalars;
mod sequences;
mod strings;
#[cfg(feature = "serde")]
mod third_party;
mod tuples;

use crate::cursor::Cursor;
use crate::decode::Decode;
use crate::error::Result;

/// Reads a map key that stands in quotes as it would stand without.
fn quoted<'de, T: Decode<'de>>(cur: &mut Cursor<'de>, expected: &'static str) -> Result<T> {
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
