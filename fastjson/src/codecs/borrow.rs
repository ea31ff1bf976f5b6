//! [`BorrowCow`]: `Cow`s that borrow from the text where they can.

use alloc::borrow::{Cow, ToOwned};
use alloc::vec::Vec;

use super::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs};
use crate::cursor::Cursor;
use crate::decode::{Decode, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::Result;
use crate::writer::Writer;

/// A `Cow<'a, str>` or `Cow<'a, [u8]>` that borrows from the text where that holds no escape; as a value and, of `str`, as a map key.
///
/// A `Cow`'s own form owns whatever it reads, so that it is read for every lifetime. The derive takes this codec by itself where a field's
/// type is written with a lifetime of the item.
///
/// Bytes are read from a string, which gives its UTF-8, and from an array of numbers, which is how they are written.
///
/// ```
/// use std::borrow::Cow;
/// use fastjson::codecs::{As, BorrowCow};
///
/// let text = r#"["plain", "with\nescape"]"#;
/// let texts: Vec<Cow<'_, str>> = fastjson::from_str::<As<Vec<BorrowCow>, _>>(text)?.into_inner();
/// assert!(matches!(texts[0], Cow::Borrowed("plain")));
/// assert!(matches!(&texts[1], Cow::Owned(text) if text == "with\nescape"));
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use std::borrow::Cow;
/// use fastjson::codecs::BorrowCow;
///
/// #[derive(fastjson::FastJson)]
/// struct Message<'a> {
///     #[fastjson(as = "Option<BorrowCow>")]
///     subject: Option<Cow<'a, str>>,
/// }
/// ```
///
/// # Errors
/// Those of `String` and, where bytes are read from an array, of `Vec<u8>`.
#[derive(Clone, Copy, Debug)]
pub enum BorrowCow {}

impl<B> EncodeAs<Cow<'_, B>> for BorrowCow
where
    B: Encode + ToOwned + ?Sized,
{
    #[inline]
    fn encode_as(value: &Cow<'_, B>, w: &mut Writer<'_>) -> Result<()> {
        value.encode(w)
    }
}

impl<'de: 'a, 'a> DecodeAs<'de, Cow<'a, str>> for BorrowCow {
    const FIRST: FirstBytes = FirstBytes::STRING;
    const NEVER_ABSENT: bool = true;

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<Cow<'a, str>> {
        cur.string()
    }
}

impl<'de: 'a, 'a> DecodeAs<'de, Cow<'a, [u8]>> for BorrowCow {
    const FIRST: FirstBytes = FirstBytes::STRING.or(FirstBytes::ARRAY);
    const NEVER_ABSENT: bool = true;

    fn decode_as(cur: &mut Cursor<'de>) -> Result<Cow<'a, [u8]>> {
        match cur.peek() {
            b'"' => Ok(match cur.string()? {
                Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
                Cow::Owned(text) => Cow::Owned(text.into_bytes()),
            }),
            b'[' => Vec::decode(cur).map(Cow::Owned),
            _ => Err(cur.expected("a string or an array of bytes")),
        }
    }
}

impl EncodeKeyAs<Cow<'_, str>> for BorrowCow {
    #[inline]
    fn encode_key_as(key: &Cow<'_, str>, w: &mut Writer<'_>) -> Result<()> {
        key.encode_key(w)
    }
}

impl<'de: 'a, 'a> DecodeKeyAs<'de, Cow<'a, str>> for BorrowCow {
    #[inline]
    fn decode_key_as(cur: &mut Cursor<'de>) -> Result<Cow<'a, str>> {
        cur.string()
    }
}
