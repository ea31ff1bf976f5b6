//! [`DisplayFromStr`]: a type as the text that it displays.

use alloc::string::String;
use core::fmt::{self, Display, Write};
use core::str::FromStr;

use super::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::{Error, Result};
use crate::writer::Writer;

/// A type as a string of what its [`Display`] writes, read by its [`FromStr`]; as a value and as a map key.
///
/// ```
/// use std::collections::BTreeMap;
/// use std::net::Ipv4Addr;
/// use fastjson::codecs::{As, DisplayFromStr, Same};
///
/// assert_eq!(fastjson::to_string(&As::<DisplayFromStr, _>::new(1.5))?, r#""1.5""#);
///
/// let text = r#"{"127.0.0.1": "localhost"}"#;
/// let names: BTreeMap<Ipv4Addr, String> =
///     fastjson::from_str::<As<BTreeMap<DisplayFromStr, Same>, _>>(text)?.into_inner();
/// assert_eq!(names[&Ipv4Addr::LOCALHOST], "localhost");
///
/// let err = fastjson::from_str::<As<DisplayFromStr, u8>>(r#""300""#).unwrap_err();
/// assert_eq!(err.to_string(), "number too large to fit in target type at line 1 column 1, $");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use std::net::Ipv4Addr;
/// use fastjson::codecs::DisplayFromStr;
///
/// #[derive(fastjson::FastJson)]
/// struct Host {
///     name: String,
///     #[fastjson(as = "DisplayFromStr")]
///     address: Ipv4Addr,
/// }
/// ```
///
/// # Errors
/// While writing, when `Display` fails. While reading, at the string, what `FromStr` says.
#[derive(Clone, Copy, Debug)]
pub enum DisplayFromStr {}

impl<T: Display + ?Sized> EncodeAs<T> for DisplayFromStr {
    fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
        let mut text = Text::Short { bytes: [0; SHORT], len: 0 };
        match write!(text, "{value}") {
            Ok(()) => {
                w.string(text.as_str());
                Ok(())
            }
            Err(_) => Err(Error::unsupported("a `Display` impl failed")),
        }
    }
}

impl<'de, T> DecodeAs<'de, T> for DisplayFromStr
where
    T: FromStr,
    T::Err: Display,
{
    const FIRST: FirstBytes = FirstBytes::STRING;
    const NEVER_ABSENT: bool = true;

    fn decode_as(cur: &mut Cursor<'de>) -> Result<T> {
        let at = cur.offset();
        let text = cur.string()?;
        text.parse().map_err(|err| cur.error_at(at, err))
    }
}

impl<T: Display + ?Sized> EncodeKeyAs<T> for DisplayFromStr {
    fn encode_key_as(key: &T, w: &mut Writer<'_>) -> Result<()> {
        Self::encode_as(key, w)
    }
}

impl<'de, T> DecodeKeyAs<'de, T> for DisplayFromStr
where
    T: FromStr,
    T::Err: Display,
{
    fn decode_key_as(cur: &mut Cursor<'de>) -> Result<T> {
        Self::decode_as(cur)
    }
}

/// Most of what is displayed is short and needs no memory of its own.
const SHORT: usize = 64;

/// What a `Display` impl has written so far: it comes in pieces, and is escaped as a whole.
enum Text {
    Short { bytes: [u8; SHORT], len: usize },
    Long(String),
}

impl Text {
    fn as_str(&self) -> &str {
        match self {
            // Whole pieces of text were put there, so it is text.
            Text::Short { bytes, len } => str::from_utf8(&bytes[..*len]).unwrap_or_default(),
            Text::Long(text) => text,
        }
    }
}

impl Write for Text {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        match self {
            Text::Short { bytes, len } => match bytes.get_mut(*len..*len + piece.len()) {
                Some(room) => {
                    room.copy_from_slice(piece.as_bytes());
                    *len += piece.len();
                }
                None => {
                    let mut text = String::with_capacity(4 * SHORT + piece.len());
                    text.push_str(self.as_str());
                    text.push_str(piece);
                    *self = Text::Long(text);
                }
            },
            Text::Long(text) => text.push_str(piece),
        }
        Ok(())
    }
}
