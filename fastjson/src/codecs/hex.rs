//! [`Hex`] and [`HexUpper`]: bytes as hexadecimal digits.

use super::bytes::{Bytes, FromBytes, wrong_length};
use super::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::{Error, Result};
use crate::writer::Writer;

/// Bytes as a string of hexadecimal digits, two a byte: written in lower case, read in either.
///
/// It serves `Vec<u8>`, `[u8; N]`, `Box<[u8]>`, `Rc<[u8]>`, `Arc<[u8]>`, `Cow<[u8]>` and [others](super::Bytes), as values and as map
/// keys; `[u8]` and references are written.
///
/// ```
/// use fastjson::codecs::{As, Hex};
///
/// assert_eq!(fastjson::to_string(&As::<Hex, _>::new(vec![0xde, 0xad]))?, r#""dead""#);
/// let bytes: [u8; 2] = fastjson::from_str::<As<Hex, _>>(r#""DEad""#)?.into_inner();
/// assert_eq!(bytes, [0xde, 0xad]);
///
/// let err = fastjson::from_str::<As<Hex, Vec<u8>>>(r#""dea""#).unwrap_err();
/// assert_eq!(err.to_string(), "an odd number of hexadecimal digits: 3 at line 1 column 1, $");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use fastjson::codecs::Hex;
///
/// #[derive(fastjson::FastJson)]
/// struct Commit {
///     #[fastjson(as = "Hex")]
///     id: [u8; 20],
///     #[fastjson(as = "Vec<Hex>")]
///     parents: Vec<[u8; 20]>,
/// }
/// ```
///
/// # Errors
/// While reading, at the string: what is no digit, an odd number of digits, and another number of bytes than the type takes.
#[derive(Clone, Copy, Debug)]
pub enum Hex {}

/// As [`Hex`], but written in upper case.
///
/// ```
/// use fastjson::codecs::{As, HexUpper};
///
/// assert_eq!(fastjson::to_string(&As::<HexUpper, _>::new([0xde, 0xad]))?, r#""DEAD""#);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use fastjson::codecs::HexUpper;
///
/// #[derive(fastjson::FastJson)]
/// struct Device {
///     #[fastjson(as = "HexUpper")]
///     address: [u8; 6],
/// }
/// ```
///
/// # Errors
/// Those of [`Hex`].
#[derive(Clone, Copy, Debug)]
pub enum HexUpper {}

macro_rules! hex {
    ($($codec:ident $digits:literal)*) => {$(
        impl<T: Bytes + ?Sized> EncodeAs<T> for $codec {
            fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
                encode(value.bytes(), $digits, w);
                Ok(())
            }
        }

        impl<'de, T: FromBytes> DecodeAs<'de, T> for $codec {
            const FIRST: FirstBytes = FirstBytes::STRING;
            const NEVER_ABSENT: bool = true;

            fn decode_as(cur: &mut Cursor<'de>) -> Result<T> {
                decode(cur)
            }
        }

        impl<T: Bytes + ?Sized> EncodeKeyAs<T> for $codec {
            fn encode_key_as(key: &T, w: &mut Writer<'_>) -> Result<()> {
                encode(key.bytes(), $digits, w);
                Ok(())
            }
        }

        impl<'de, T: FromBytes> DecodeKeyAs<'de, T> for $codec {
            fn decode_key_as(cur: &mut Cursor<'de>) -> Result<T> {
                decode(cur)
            }
        }
    )*};
}

hex! { Hex b"0123456789abcdef" HexUpper b"0123456789ABCDEF" }

fn encode(bytes: &[u8], digits: &[u8; 16], w: &mut Writer<'_>) {
    w.literal("\"");
    // Piece by piece, so that a sink's buffer stays small and what is written stays in the cache.
    for piece in bytes.chunks(512) {
        w.ascii(2 * piece.len(), |text| {
            for (pair, byte) in text.as_chunks_mut::<2>().0.iter_mut().zip(piece) {
                *pair = [digits[usize::from(byte >> 4)], digits[usize::from(byte & 15)]];
            }
        });
    }
    w.literal("\"");
}

fn decode<T: FromBytes>(cur: &mut Cursor<'_>) -> Result<T> {
    let at = cur.offset();
    if cur.peek() != b'"' {
        return Err(cur.expected("a string of hexadecimal digits"));
    }
    let text = cur.string()?;
    let (pairs, odd) = text.as_bytes().as_chunks::<2>();
    if odd.is_empty() && T::LEN.is_none_or(|len| len == pairs.len()) {
        let value = T::from_bytes(pairs.len(), |bytes| {
            let mut all = 0;
            for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
                let (high, low) = (VALUES[usize::from(*high)], VALUES[usize::from(*low)]);
                *byte = high << 4 | low;
                all |= high | low;
            }
            if all < NO_DIGIT { Ok(()) } else { Err(()) }
        });
        if let Ok(value) = value {
            return Ok(value);
        }
    }
    Err(complaint(cur, at, &text, T::LEN))
}

/// Says why the string at `at` is not the hexadecimal form of so many bytes.
#[cold]
#[inline(never)]
fn complaint(cur: &Cursor<'_>, at: usize, text: &str, len: Option<usize>) -> Error {
    if let Some(c) = text.chars().find(|c| !c.is_ascii_hexdigit()) {
        return cur.error_at(at, format_args!("{c:?} is not a hexadecimal digit"));
    }
    match len {
        Some(len) if text.len().is_multiple_of(2) => wrong_length(cur, at, len, text.len() / 2),
        _ => cur.error_at(at, format_args!("an odd number of hexadecimal digits: {}", text.len())),
    }
}

/// What stands in [`VALUES`] for bytes that are no digits.
const NO_DIGIT: u8 = 16;

/// The values of the digits.
static VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut i = 0;
    while i < 16 {
        values[b"0123456789abcdef"[i] as usize] = i as u8;
        values[b"0123456789ABCDEF"[i] as usize] = i as u8;
        i += 1;
    }
    values
};
