//! [`Base64`] and [`Base64Url`]: bytes as base64 (RFC 4648, "The Base16, Base32, and Base64 Data Encodings").

use super::bytes::{Bytes, FromBytes, wrong_length};
use super::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::{Error, Result};
use crate::writer::Writer;

/// Bytes as a string of base64 in the standard alphabet (`+` and `/`): written with padding, read with or without.
///
/// It serves the same types as [`Hex`](super::Hex), as values and as map keys.
///
/// ```
/// use fastjson::codecs::{As, Base64};
///
/// assert_eq!(fastjson::to_string(&As::<Base64, _>::new(b"any"))?, r#""YW55""#);
/// assert_eq!(fastjson::to_string(&As::<Base64, _>::new(b"an"))?, r#""YW4=""#);
/// let bytes: Vec<u8> = fastjson::from_str::<As<Base64, _>>(r#""YW4""#)?.into_inner();
/// assert_eq!(bytes, b"an");
///
/// let err = fastjson::from_str::<As<Base64, Vec<u8>>>(r#""YW4_""#).unwrap_err();
/// assert_eq!(err.to_string(), "'_' is not a character of base64 at line 1 column 1, $");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use fastjson::codecs::Base64;
///
/// #[derive(fastjson::FastJson)]
/// struct Upload {
///     name: String,
///     #[fastjson(as = "Base64")]
///     content: Vec<u8>,
/// }
/// ```
///
/// # Errors
/// While reading, at the string: what is not of the alphabet, padding that is not whole, text that breaks off or whose last character has
/// bits that belong to no byte (so that no two texts are the same bytes), and another number of bytes than the type takes.
#[derive(Clone, Copy, Debug)]
pub enum Base64 {}

/// Bytes as a string of base64 in the alphabet for URLs (`-` and `_`): written without padding, read with or without.
///
/// It serves the same types as [`Hex`](super::Hex), as values and as map keys.
///
/// ```
/// use fastjson::codecs::{As, Base64Url};
///
/// assert_eq!(fastjson::to_string(&As::<Base64Url, _>::new([0xfb, 0xff]))?, r#""-_8""#);
/// let bytes: [u8; 2] = fastjson::from_str::<As<Base64Url, _>>(r#""-_8=""#)?.into_inner();
/// assert_eq!(bytes, [0xfb, 0xff]);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use fastjson::codecs::Base64Url;
///
/// #[derive(fastjson::FastJson)]
/// struct Token {
///     #[fastjson(as = "Base64Url")]
///     signature: [u8; 32],
/// }
/// ```
///
/// # Errors
/// Those of [`Base64`].
#[derive(Clone, Copy, Debug)]
pub enum Base64Url {}

macro_rules! base64 {
    ($($codec:ident $table:ident)*) => {$(
        impl<T: Bytes + ?Sized> EncodeAs<T> for $codec {
            fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
                encode(value.bytes(), &$table, w);
                Ok(())
            }
        }

        impl<'de, T: FromBytes> DecodeAs<'de, T> for $codec {
            const FIRST: FirstBytes = FirstBytes::STRING;
            const NEVER_ABSENT: bool = true;

            fn decode_as(cur: &mut Cursor<'de>) -> Result<T> {
                decode(cur, &$table)
            }
        }

        impl<T: Bytes + ?Sized> EncodeKeyAs<T> for $codec {
            fn encode_key_as(key: &T, w: &mut Writer<'_>) -> Result<()> {
                encode(key.bytes(), &$table, w);
                Ok(())
            }
        }

        impl<'de, T: FromBytes> DecodeKeyAs<'de, T> for $codec {
            fn decode_key_as(cur: &mut Cursor<'de>) -> Result<T> {
                decode(cur, &$table)
            }
        }
    )*};
}

base64! { Base64 STANDARD Base64Url URL }

/// An alphabet, both ways.
struct Alphabet {
    characters: [u8; 64],
    values: [u8; 256],
    is_padded: bool,
}

/// What stands for bytes that are not of the alphabet.
const NO_CHARACTER: u8 = 64;

static STANDARD: Alphabet = Alphabet::new(*b"+/", true);
static URL: Alphabet = Alphabet::new(*b"-_", false);

impl Alphabet {
    const fn new(last: [u8; 2], is_padded: bool) -> Alphabet {
        const FIRST: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        let mut characters = [0; 64];
        let mut values = [NO_CHARACTER; 256];
        let mut i = 0;
        while i < 64 {
            characters[i] = if i < 62 { FIRST[i] } else { last[i - 62] };
            values[characters[i] as usize] = i as u8;
            i += 1;
        }
        Alphabet { characters, values, is_padded }
    }

    /// The character of the six bits that end `shift` bits above the lowest.
    fn character(&self, bits: u32, shift: u32) -> u8 {
        self.characters[(bits >> shift & 63) as usize]
    }

    /// The value of one to four characters, and some value from `NO_CHARACTER` on if one is not of the alphabet.
    fn bits(&self, text: &[u8]) -> (u32, u8) {
        text.iter().fold((0, 0), |(bits, all), byte| {
            let value = self.values[usize::from(*byte)];
            (bits << 6 | u32::from(value), all | value)
        })
    }
}

fn encode(bytes: &[u8], alphabet: &Alphabet, w: &mut Writer<'_>) {
    w.literal("\"");
    let (triples, rest) = bytes.as_chunks::<3>();
    // Piece by piece, so that a sink's buffer stays small and what is written stays in the cache.
    for piece in triples.chunks(256) {
        w.ascii(4 * piece.len(), |text| {
            for (text, &[a, b, c]) in text.as_chunks_mut::<4>().0.iter_mut().zip(piece) {
                let bits = u32::from_be_bytes([0, a, b, c]);
                *text = [18, 12, 6, 0].map(|shift| alphabet.character(bits, shift));
            }
        });
    }
    if !rest.is_empty() {
        let n = if alphabet.is_padded { 4 } else { rest.len() + 1 };
        w.ascii(n, |text| {
            let bits = rest.iter().zip([16, 8]).fold(0, |bits, (b, up)| bits | u32::from(*b) << up);
            for (i, (to, shift)) in text.iter_mut().zip([18, 12, 6, 0]).enumerate() {
                *to = if i <= rest.len() { alphabet.character(bits, shift) } else { b'=' };
            }
        });
    }
    w.literal("\"");
}

fn decode<T: FromBytes>(cur: &mut Cursor<'_>, alphabet: &Alphabet) -> Result<T> {
    let at = cur.offset();
    if cur.peek() != b'"' {
        return Err(cur.expected("a string of base64"));
    }
    let string = cur.string()?;
    let text = without_padding(&string);
    let (quads, rest) = text.as_bytes().as_chunks::<4>();
    // Two characters hold a byte and three hold two; one holds none and cannot be.
    let len = 3 * quads.len() + rest.len().saturating_sub(1);
    if rest.len() != 1 && T::LEN.is_none_or(|expected| expected == len) {
        let value = T::from_bytes(len, |bytes| {
            let (triples, last) = bytes.as_chunks_mut::<3>();
            let mut all = 0;
            for (triple, quad) in triples.iter_mut().zip(quads) {
                let (bits, seen) = alphabet.bits(quad);
                let [_, a, b, c] = bits.to_be_bytes();
                *triple = [a, b, c];
                all |= seen;
            }
            if !rest.is_empty() {
                let (bits, seen) = alphabet.bits(rest);
                let bits = bits << (6 * (4 - rest.len()));
                for (byte, shift) in last.iter_mut().zip([16, 8]) {
                    *byte = (bits >> shift) as u8;
                }
                let spare = bits & (0xffff >> (8 * (rest.len() - 2)));
                all |= seen | if spare == 0 { 0 } else { NO_CHARACTER };
            }
            if all < NO_CHARACTER { Ok(()) } else { Err(()) }
        });
        if let Ok(value) = value {
            return Ok(value);
        }
    }
    Err(complaint(cur, at, text, alphabet, T::LEN))
}

/// The text without its padding, if that is whole: as much as makes its length a multiple of four.
fn without_padding(text: &str) -> &str {
    let bare = text.strip_suffix("==").or_else(|| text.strip_suffix('=')).unwrap_or(text);
    if text.len().is_multiple_of(4) { bare } else { text }
}

/// Says why the string at `at`, which reads `text` without its padding, is not the base64 of so many bytes.
#[cold]
#[inline(never)]
fn complaint(
    cur: &Cursor<'_>,
    at: usize,
    text: &str,
    alphabet: &Alphabet,
    len: Option<usize>,
) -> Error {
    let is_strange =
        |c: &char| u8::try_from(*c).map_or(NO_CHARACTER, |b| alphabet.values[usize::from(b)]) >= 64;
    match (text.chars().find(is_strange), text.len() % 4) {
        (Some('='), _) => {
            cur.error_at(at, "the padding of base64 stands at the end and fills up four characters")
        }
        (Some(c), _) => cur.error_at(at, format_args!("{c:?} is not a character of base64")),
        (None, 1) => cur.error_at(at, "base64 breaks off behind the first character of four"),
        (None, rest) => {
            let found = text.len() / 4 * 3 + rest.saturating_sub(1);
            match len {
                Some(len) if len != found => wrong_length(cur, at, len, found),
                _ => {
                    cur.error_at(at, "the last character of base64 has bits that belong to no byte")
                }
            }
        }
    }
}
