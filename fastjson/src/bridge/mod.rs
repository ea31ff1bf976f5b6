//! The bridge to types that only have serde's traits: serde's `Deserializer` over the same [`Cursor`], its `Serializer` over the same
//! [`Writer`]. There is no tree in between; text, limits and places of errors are those of fastjson.
//!
//! A bridged type behaves as it does under serde_json: what its visitors are called with, how keys stand in quotes and which numbers
//! are integers is taken from there, `-0` included. Otherwise are only: bytes are those of a string that is JSON (serde_json lets control
//! characters and lone surrogates through to `deserialize_bytes`); the stack has a limit, so a type that holds itself without end is an error;
//! a sequence that says it is empty and is not, or a `Display` that fails, makes no text that is not JSON.
//!
//! ```text
//! codec.rs   Serde, the codec that users name              auto.rs    `#[fastjson(serde)]` on a container: native, serde's, or an error
//! de.rs      Deserializer: values                          ser.rs     Serializer: values
//! access.rs  elements, members, variants                   refuse.rs  serializers that take only some values: keys, raw text
//! key.rs     the deserializer of a map's key               error.rs   serde's errors as ours
//! ```

mod access;
pub(crate) mod auto;
mod codec;
mod de;
mod error;
mod key;
mod refuse;
mod ser;

pub use codec::Serde;
pub use de::Deserializer;
pub use ser::Serializer;

use crate::cursor::Cursor;
use crate::error::Result;
use crate::writer::Writer;

/// The name by which serde_json's `RawValue` makes itself known to its own serializer.
const RAW: &str = "$serde_json::private::RawValue";

/// The same for serde_json's `Number`, where it keeps the digits as they were written.
const NUMBER: &str = "$serde_json::private::Number";

/// Whether serde_json's `Number` keeps the digits as they were written: it is a `String` then, which has to be dropped.
#[cfg(feature = "serde_json")]
pub(crate) const KEEPS_DIGITS: bool = core::mem::needs_drop::<serde_json::Number>();
#[cfg(not(feature = "serde_json"))]
const KEEPS_DIGITS: bool = false;

/// serde's serializer that writes one value to `w`: what functions under `#[serde(serialize_with)]` take.
#[inline]
pub fn serializer<'r, 'w>(w: &'r mut Writer<'w>) -> Serializer<'r, 'w> {
    Serializer::new(w)
}

/// serde's deserializer of the value at the cursor: what functions under `#[serde(deserialize_with)]` take.
#[inline]
pub fn deserializer<'c, 'de>(cur: &'c mut Cursor<'de>) -> Deserializer<'c, 'de> {
    Deserializer::new(cur)
}

/// The result of serde's code about the value at offset `at`: an error that it made without a place gets this one.
///
/// # Errors
/// Those of `result`.
#[inline]
pub fn placed<T>(at: usize, result: Result<T>) -> Result<T> {
    match result {
        Ok(value) => Ok(value),
        Err(err) => Err(err.or_at(at)),
    }
}
