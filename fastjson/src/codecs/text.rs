//! [`DisplayFromStr`]: a type as the text that it displays.

use core::fmt::Display;
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
/// use std::net::IpAddr;
/// use fastjson::codecs::DisplayFromStr;
///
/// #[derive(fastjson::FastJson)]
/// struct Host {
///     #[fastjson(as = "Vec<DisplayFromStr>")]
///     addresses: Vec<IpAddr>,
/// }
/// ```
///
/// # Errors
/// While writing, when `Display` fails. While reading, at the string, what `FromStr` says.
#[derive(Clone, Copy, Debug)]
pub enum DisplayFromStr {}

impl<T: Display + ?Sized> EncodeAs<T> for DisplayFromStr {
    fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
        w.display(value).map_err(|_| Error::unsupported("a `Display` impl has failed"))
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
