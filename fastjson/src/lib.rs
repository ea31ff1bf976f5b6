//! Typed JSON with codecs generated at compile time.
//!
//! `#[derive(FastJson)]` writes an encoder and a decoder for a type: monomorphized functions in which the names of fields are constants and
//! every tag has been checked. Nothing is reflected, boxed or looked up at run time. The names of the functions here, the attributes
//! and the JSON are serde_json's.
//!
//! ```
//! use fastjson::FastJson;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(rename_all = "camelCase")]
//! struct User {
//!     id: u64,
//!     full_name: String,
//!     #[fastjson(default, skip_serializing_if = "Vec::is_empty")]
//!     tags: Vec<String>,
//! }
//!
//! let user: User = fastjson::from_str(r#"{"id": 7, "fullName": "Ada Lovelace"}"#)?;
//! assert_eq!(user, User { id: 7, full_name: "Ada Lovelace".into(), tags: vec![] });
//! assert_eq!(fastjson::to_string(&user)?, r#"{"id":7,"fullName":"Ada Lovelace"}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! Errors know where they are and say what to do:
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug)]
//! #[fastjson(deny_unknown_fields)]
//! struct Server {
//!     port: u16,
//! }
//!
//! let err = fastjson::from_str::<Vec<Server>>(r#"[{"port": 80}, {"prot": 8080}]"#).unwrap_err();
//! assert_eq!(
//!     err.render(),
//!     r#"error: unknown field `prot` of Server; did you mean `port`?
//!  --> line 1, column 17, at $[1]
//!   |
//! 1 | [{"port": 80}, {"prot": 8080}]
//!   |                 ^^^^^^
//! "#,
//! );
//! ```
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `std` | yes | [`from_reader`], [`to_writer`], hash maps and sets, `Mutex`, `RwLock`, `SystemTime`, paths, `OsString`, conversions to and from [`std::io::Error`] |
//! | `in_place` | no | `from_str_in_place`, `from_slice_in_place`, `Stream::next_in_place`: values are decoded over others and keep their memory. A derive then writes a fifth more |
//! | `derive` | yes | the derive macros and their [attributes] |
//! | `serde` | no | the bridge to types that only have serde's traits: `#[fastjson(serde)]`, serde's functions under `#[serde(with)]`, [`codecs`]`::Serde` |
//! | `serde_json` | no | `Value`, `Map`, `Number` and `RawValue` of serde_json as JSON; brings `serde` |
//!
//! Without `std` the crate needs only `alloc`.
//!
//! # Where fastjson differs from serde_json
//!
//! Every deliberate difference is a case in `differences.toml`, which the differential tests read too:
//!
//! ```toml
#![doc = include_str!("../differences.toml")]
//! ```

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

#[cfg(feature = "derive")]
pub mod attributes;
#[cfg(feature = "serde")]
mod bridge;
mod clash;
pub mod codecs;
mod cursor;
mod decode;
mod encode;
mod error;
mod flatten;
mod impls;
mod in_place;
mod key;
mod locate;
mod number;
mod object;
mod options;
mod order;
mod scan;
mod skip;
mod stream;
mod string;
mod tagged;
mod untagged;
mod writer;

#[doc(hidden)]
#[path = "codegen_v1.rs"]
pub mod __codegen_v1;

/// What unit tests allocate in `guarded` code ends where no memory is: nothing is read or written behind it.
#[cfg(test)]
#[global_allocator]
static ALLOCATOR: fastjson_guard::Guarded = fastjson_guard::Guarded;

use alloc::string::String;
use alloc::vec::Vec;
use core::mem::{self, MaybeUninit};

pub use cursor::Cursor;
pub use decode::{Decode, DecodeKey, DecodeOwned};
pub use encode::{Encode, EncodeKey};
pub use error::{Error, ErrorKind, Result};
/// Implements [`trait@Decode`] alone, for types that are only read. The attributes are those of [`FastJson`](macro@FastJson).
///
/// ```
/// #[derive(fastjson::Decode)]
/// struct Query<'a> {
///     text: &'a str,
///     #[fastjson(default)]
///     page: u32,
/// }
/// let query: Query = fastjson::from_str(r#"{"text": "rust"}"#)?;
/// assert_eq!((query.text, query.page), ("rust", 0));
/// # Ok::<(), fastjson::Error>(())
/// ```
#[cfg(feature = "derive")]
pub use fastjson_derive::Decode;
/// Implements [`trait@Encode`] alone, for types that are only written. The attributes are those of [`FastJson`](macro@FastJson).
///
/// ```
/// #[derive(fastjson::Encode)]
/// enum Event<'a> {
///     Started,
///     Failed { reason: &'a str },
/// }
/// let events = [Event::Started, Event::Failed { reason: "no disk" }];
/// assert_eq!(fastjson::to_string(&events)?, r#"["Started",{"Failed":{"reason":"no disk"}}]"#);
/// # Ok::<(), fastjson::Error>(())
/// ```
#[cfg(feature = "derive")]
pub use fastjson_derive::Encode;
/// Implements [`trait@Encode`] and [`trait@Decode`] for a struct or an enum, and [`EncodeKey`] and [`DecodeKey`] for enums of units and for newtypes.
///
/// Attributes are written `#[fastjson(…)]` and have serde's names; what stands under `#[serde(…)]` is read too, and a `#[fastjson]` key takes
/// the place of serde's for the same thing. A key that fastjson does not know is a compile error at that key. The
/// [table of all keys](attributes#all-keys) tells each in a line; the pages have examples:
///
/// | page | keys |
/// |---|---|
/// | [names](attributes::names) | `rename`, `alias`, `rename_all`, `rename_all_fields` |
/// | [missing fields](attributes::missing) | `default`, `default_value` |
/// | [what is left out](attributes::skipping) | `skip…`, `skip_serializing_if`, `skip_none`, `omit_empty` |
/// | [unknown names](attributes::unknown) | `deny_unknown_fields`, `duplicate_fields`, `case_insensitive` |
/// | [enums](attributes::enums) | `tag`, `content`, `untagged`, `other`, `default`, `repr`, identifiers |
/// | [flatten](attributes::flatten) | `flatten` |
/// | [through another type](attributes::conversions) | `transparent`, `from`, `try_from`, `into` |
/// | [other forms](attributes::codecs) | `as`, `string`, `non_finite`, `with`, `serialize_with`, `deserialize_with`, `validate` |
/// | [types of other crates](attributes::remote) | `remote`, `getter` |
/// | [generics](attributes::bounds) | `bound`, `borrow`, `crate`, `expecting` |
/// | [coming from serde](attributes::serde) | `serde`, `ignore_serde`, what overrides what |
///
/// ```
/// use fastjson::FastJson;
///
/// #[derive(FastJson, Debug, PartialEq)]
/// #[fastjson(rename_all = "camelCase")]
/// enum Access {
///     Public,
///     Members {
///         #[fastjson(rename = "groups", alias = "teams")]
///         allowed: Vec<String>,
///         #[fastjson(default = "fallback", skip_serializing_if = "Option::is_none")]
///         expires: Option<u64>,
///     },
/// }
///
/// fn fallback() -> Option<u64> {
///     Some(3600)
/// }
///
/// let access: Access = fastjson::from_str(r#"{"members": {"teams": ["ops"]}}"#)?;
/// assert_eq!(access, Access::Members { allowed: vec!["ops".into()], expires: Some(3600) });
/// assert_eq!(fastjson::to_string(&Access::Public)?, r#""public""#);
/// # Ok::<(), fastjson::Error>(())
/// ```
#[cfg(feature = "derive")]
pub use fastjson_derive::FastJson;
pub use stream::Stream;
pub use writer::Writer;

/// Decodes a value from text.
///
/// ```
/// let primes: Vec<u32> = fastjson::from_str(" [2, 3, 5] ")?;
/// assert_eq!(primes, [2, 3, 5]);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// When the text is not JSON, is not the JSON of a `T`, or goes on behind the value.
pub fn from_str<'de, T: Decode<'de>>(text: &'de str) -> Result<T> {
    T::decode_text(text)
}

/// Decodes a value from bytes, which must be UTF-8.
///
/// ```
/// let pair: (bool, &str) = fastjson::from_slice(br#"[true, "yes"]"#)?;
/// assert_eq!(pair, (true, "yes"));
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// As [`from_str`], and when the bytes are not UTF-8, wherever in the text.
pub fn from_slice<'de, T: Decode<'de>>(bytes: &'de [u8]) -> Result<T> {
    from_str(utf8(bytes)?)
}

/// Decodes a value from text over another one, whose memory it keeps: strings, vectors and boxes are filled again, so that messages that
/// are alike cost no allocation. The outcome is that of [`from_str`]; nothing is left of the old value.
///
/// Kept is what structs, tuples, `Option`, `Vec`, fixed arrays, `Box` and `String` hold. Other values are decoded afresh: enums, maps, structs
/// with flattened fields or of another crate (`remote`), types that are read through another one (`from`), and fields with a codec. What the largest text took stays with the value. (A struct of more than 64 fields takes memory for
/// a set of those that it has read.)
///
/// ```
/// use fastjson::FastJson;
///
/// #[derive(FastJson, Default)]
/// struct Message {
///     topic: String,
///     #[fastjson(default)]
///     tags: Vec<String>,
/// }
///
/// let mut message = Message::default();
/// fastjson::from_str_in_place(r#"{"topic": "weather", "tags": ["rain", "wind"]}"#, &mut message)?;
/// let memory = message.topic.as_ptr();
///
/// fastjson::from_str_in_place(r#"{"topic": "news"}"#, &mut message)?;
/// assert_eq!((message.topic.as_str(), message.tags.len()), ("news", 0));
/// assert_eq!(message.topic.as_ptr(), memory);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// As [`from_str`]. The value is then partly the old one and partly new.
#[cfg(feature = "in_place")]
pub fn from_str_in_place<'de, T: Decode<'de> + 'de>(text: &'de str, place: &mut T) -> Result<()> {
    let mut cur = Cursor::new(text);
    let result = T::decode_in_place(&mut cur, place);
    let result = cur.finish(result);
    // It is empty, and is not asked whether it is.
    mem::forget(cur);
    result
}

/// Decodes a value from bytes, which must be UTF-8, [over another one](from_str_in_place).
///
/// ```
/// let mut names = vec![String::from("a long name"), String::new(), String::new()];
/// fastjson::from_slice_in_place(br#"["Ada", "Alan"]"#, &mut names)?;
/// assert_eq!(names, ["Ada", "Alan"]);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// As [`from_slice`]. The value is then partly the old one and partly new.
#[cfg(feature = "in_place")]
pub fn from_slice_in_place<'de, T: Decode<'de> + 'de>(
    bytes: &'de [u8],
    place: &mut T,
) -> Result<()> {
    from_str_in_place(utf8(bytes)?, place)
}

/// The bytes as text.
fn utf8(bytes: &[u8]) -> Result<&str> {
    scan::utf8(bytes).ok_or_else(|| {
        let offset = str::from_utf8(bytes).err().map_or(0, |err| err.valid_up_to());
        Error::new(error::Kind::Utf8, offset).locate(bytes, 0, offset)
    })
}

/// Decodes a value from all that a reader gives. The value owns what it holds, for the text is gone afterwards.
///
/// ```
/// let file = std::io::Cursor::new("[1.5, 2]");
/// let numbers: Vec<f64> = fastjson::from_reader(file)?;
/// assert_eq!(numbers, [1.5, 2.0]);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// As [`from_slice`], and those of the reader.
#[cfg(feature = "std")]
pub fn from_reader<R: std::io::Read, T: DecodeOwned>(mut reader: R) -> Result<T> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    from_slice(&bytes)
}

/// Encodes a value as text.
///
/// ```
/// assert_eq!(fastjson::to_string(&("a\tb", [1.5, 1e30], None::<u8>))?, r#"["a\tb",[1.5,1e+30],null]"#);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// When the value has no JSON form (a map key that is not a finite number, say) or is nested too deeply for the stack.
pub fn to_string<T: Encode + ?Sized>(value: &T) -> Result<String> {
    encode_fresh(value).map(writer::into_string)
}

/// Encodes a value as bytes, which are UTF-8.
///
/// ```
/// assert_eq!(fastjson::to_vec(&[true, false])?, b"[true,false]");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`].
pub fn to_vec<T: Encode + ?Sized>(value: &T) -> Result<Vec<u8>> {
    encode_fresh(value)
}

/// Encodes a value into memory of its own.
#[inline]
fn encode_fresh<T: Encode + ?Sized>(value: &T) -> Result<Vec<u8>> {
    if const { writer::short_len::<T>() > 0 } {
        let mut text = Vec::with_capacity(const { writer::short_len::<T>() });
        writer::short(value, &mut text)?;
        return Ok(text);
    }
    if let Some(text) = value.encode_short() {
        return Ok(text.into_boxed_bytes().into_vec());
    }
    let mut scratch = [MaybeUninit::uninit(); writer::SCRATCH];
    let mut w = Writer::fresh(&mut scratch);
    let result = value.encode(&mut w);
    let text = w.end(result);
    // It is empty, and is not asked whether it is.
    mem::forget(w);
    text
}

/// Encodes a value behind what `buffer` holds. A buffer that is cleared and used again costs no allocation.
///
/// ```
/// let mut buffer = Vec::new();
/// for number in [1, 2] {
///     fastjson::encode_into(&number, &mut buffer)?;
///     buffer.push(b'\n');
/// }
/// assert_eq!(buffer, b"1\n2\n");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`]; the buffer then holds what it held before.
pub fn encode_into<T: Encode + ?Sized>(value: &T, buffer: &mut Vec<u8>) -> Result<()> {
    if const { writer::short_len::<T>() > 0 } {
        return writer::short(value, buffer);
    }
    let len = buffer.len();
    let mut w = Writer::append(buffer);
    let result = value.encode(&mut w);
    w.finish();
    mem::forget(w);
    if result.is_err() {
        buffer.truncate(len);
    }
    result
}

/// Encodes a value into a sink, at most 16 KiB at a time. Memory stays bounded by that and by the longest string.
///
/// ```
/// let mut file = Vec::new();
/// fastjson::to_writer(&mut file, &["a", "b"])?;
/// assert_eq!(file, br#"["a","b"]"#);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// As [`to_string`], and those of the sink; part of the text may have been written then.
#[cfg(feature = "std")]
pub fn to_writer<W: std::io::Write, T: Encode + ?Sized>(mut sink: W, value: &T) -> Result<()> {
    let mut scratch = [MaybeUninit::uninit(); writer::SCRATCH];
    let mut w = Writer::drain(&mut scratch, &mut sink);
    value.encode(&mut w)?;
    w.flush()
}
