//! The codecs of the standard library's types, one file a family.

mod floats;
mod integers;
mod maps;
mod pointers;
mod scalars;
mod sequences;
mod strings;
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
    let key = T::decode(cur)?;
    if !cur.eat("\"") {
        cur.rewind(at);
        return Err(cur.expected(expected));
    }
    Ok(key)
}
