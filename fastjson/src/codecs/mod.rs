//! Codecs: other JSON forms of a type, which `#[fastjson(as = "…")]` names.
//!
//! A codec is a type that implements [`EncodeAs`] and [`DecodeAs`] for the types that it writes and reads. It is never made a value:
//! only its functions are called. Codecs nest as types do: [`Same`] (written `_` in the attribute) is a type's own form, and a container of codecs is
//! the codec of a container of what they are for.
//!
//! | codec | of | JSON |
//! |---|---|---|
//! | [`Same`] | every type | the type's own |
//! | [`Hex`], [`HexUpper`] | [bytes](Bytes) | `"00ff"` |
//! | [`Base64`], [`Base64Url`] | [bytes](Bytes) | `"AP8="`, `"AP8"` |
//! | [`DisplayFromStr`] | what has `Display` and `FromStr` | `"127.0.0.1"` |
//! | [`Quoted`] (tag `string`) | numbers and booleans | `"7"` |
//! | [`NonFiniteNull`], [`NonFiniteError`], [`NonFiniteString`] (tag `non_finite`) | `f32`, `f64` | a number, or `null`, an error, `"NaN"` |
//! | [`DurationSeconds`], [`DurationSecondsF64`], [`DurationMillis`] | `Duration` | `90`, `90.5`, `90500` |
//! | [`TimestampSeconds`], [`TimestampMillis`] | `SystemTime` | `1704164645`, `1704164645000` |
//! | [`Rfc3339`] | `SystemTime` | `"2024-01-02T03:04:05Z"` |
//! | [`OneOrMany<A>`](OneOrMany) | `Vec` | the one value, or an array |
//! | [`BorrowCow`] | `Cow<'a, str>`, `Cow<'a, [u8]>` | the type's own, borrowed where it can be |
//! | `Option<A>`, `Vec<A>`, `[A; N]`, `(A, B)`, `Box<A>`, … | the same container | the container's own, of what the codecs write |
//! | `HashMap<A, B>`, `BTreeMap<A, B>` | maps of any hasher | an object, of names by `A` and values by `B` |
//!
//! Keys have codecs, too: `Same`, `Hex`, `Base64`, `DisplayFromStr`, `Rfc3339`, `BorrowCow` and their like.

mod base64;
mod borrow;
mod bytes;
mod durations;
mod empty;
mod hex;
mod maps;
mod non_finite;
mod one_or_many;
mod pointers;
mod presence;
mod quoted;
#[cfg(feature = "std")]
mod rfc3339;
mod sequences;
mod text;
#[cfg(feature = "std")]
mod timestamps;
mod value;

#[cfg(feature = "serde")]
pub use crate::bridge::Serde;
pub use base64::{Base64, Base64Url};
pub use borrow::BorrowCow;
pub use bytes::{Bytes, FromBytes};
pub use durations::{DurationMillis, DurationSeconds, DurationSecondsF64};
pub use empty::OmitEmpty;
pub use hex::{Hex, HexUpper};
pub use non_finite::{Float, NonFiniteError, NonFiniteNull, NonFiniteString};
pub use one_or_many::OneOrMany;
pub use presence::Presence;
pub use quoted::{Quoted, Scalar};
#[cfg(feature = "std")]
pub use rfc3339::Rfc3339;
pub use text::DisplayFromStr;
#[cfg(feature = "std")]
pub use timestamps::{TimestampMillis, TimestampSeconds};
pub use value::As;

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::Result;
use crate::writer::{Run, Writer};

/// Writes a `T` in the form of the codec `Self`.
#[diagnostic::on_unimplemented(
    message = "the codec `{Self}` does not write `{T}`",
    label = "not a codec of this field's type"
)]
pub trait EncodeAs<T: ?Sized> {
    /// As [`Encode::MAX_LEN`].
    #[doc(hidden)]
    const MAX_LEN: Option<usize> = None;

    /// Writes one value.
    ///
    /// # Errors
    /// When the value has no such form, or when the sink fails.
    fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()>;

    /// As [`Encode::encode_fixed`].
    #[doc(hidden)]
    fn encode_fixed_as(value: &T, run: &mut Run<'_, '_>) {
        let _ = (value, run);
        crate::encode::no_fixed_form()
    }

    /// As [`Encode::encode_run`].
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run_as(value: &T, run: &mut Run<'_, '_>, next: usize) {
        crate::writer::encode_run::<Self, T>(value, run, next);
    }
}

/// Reads a `T` from the form of the codec `Self`.
#[diagnostic::on_unimplemented(
    message = "the codec `{Self}` does not read `{T}`",
    label = "not a codec of this field's type"
)]
pub trait DecodeAs<'de, T>: Sized {
    /// As [`Decode::FIRST`].
    #[doc(hidden)]
    const FIRST: FirstBytes = FirstBytes::ANY;

    /// As [`Decode::NEVER_ABSENT`].
    #[doc(hidden)]
    const NEVER_ABSENT: bool = false;

    /// Reads one value; the cursor is moved as in [`Decode::decode`].
    ///
    /// # Errors
    /// When the text at the cursor is not of this form.
    fn decode_as(cur: &mut Cursor<'de>) -> Result<T>;

    /// As [`Decode::decode_slot`].
    ///
    /// # Errors
    /// As [`decode_as`](DecodeAs::decode_as).
    #[doc(hidden)]
    #[inline]
    fn decode_slot_as(cur: &mut Cursor<'de>, out: &mut Option<T>) -> Result<()> {
        *out = Some(Self::decode_as(cur)?);
        Ok(())
    }

    /// The value of a field whose name is absent; `None` (the default) makes the field required.
    #[inline]
    fn absent_as() -> Option<T> {
        None
    }
}

/// Writes a map's key in the form of the codec `Self`.
#[diagnostic::on_unimplemented(
    message = "the codec `{Self}` does not write keys of type `{K}`",
    label = "not a codec of this map's keys"
)]
pub trait EncodeKeyAs<K: ?Sized> {
    /// Writes one key as a JSON string.
    ///
    /// # Errors
    /// When the key has no such form, or when the sink fails.
    fn encode_key_as(key: &K, w: &mut Writer<'_>) -> Result<()>;

    /// As [`Encode::encode_run`].
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_key_run_as(key: &K, run: &mut Run<'_, '_>, next: usize) {
        run.call(next, |w| Self::encode_key_as(key, w));
    }
}

/// Reads a map's key from the form of the codec `Self`.
#[diagnostic::on_unimplemented(
    message = "the codec `{Self}` does not read keys of type `{K}`",
    label = "not a codec of this map's keys"
)]
pub trait DecodeKeyAs<'de, K>: Sized {
    /// Reads one key, quotes included.
    ///
    /// # Errors
    /// When the text between the quotes is not of this form.
    fn decode_key_as(cur: &mut Cursor<'de>) -> Result<K>;
}

/// A type's own form; in the attribute it is written `_`.
#[derive(Clone, Copy, Debug)]
pub enum Same {}

impl<T: Encode + ?Sized> EncodeAs<T> for Same {
    const MAX_LEN: Option<usize> = T::MAX_LEN;

    #[inline]
    fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
        value.encode(w)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_fixed_as(value: &T, run: &mut Run<'_, '_>) {
        value.encode_fixed(run);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run_as(value: &T, run: &mut Run<'_, '_>, next: usize) {
        value.encode_run(run, next);
    }
}

impl<'de, T: Decode<'de>> DecodeAs<'de, T> for Same {
    const FIRST: FirstBytes = T::FIRST;
    const NEVER_ABSENT: bool = T::NEVER_ABSENT;

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<T> {
        T::decode(cur)
    }

    #[inline]
    fn decode_slot_as(cur: &mut Cursor<'de>, out: &mut Option<T>) -> Result<()> {
        T::decode_slot(cur, out)
    }

    #[inline]
    fn absent_as() -> Option<T> {
        T::absent()
    }
}

impl<K: EncodeKey + ?Sized> EncodeKeyAs<K> for Same {
    #[inline]
    fn encode_key_as(key: &K, w: &mut Writer<'_>) -> Result<()> {
        key.encode_key(w)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_key_run_as(key: &K, run: &mut Run<'_, '_>, next: usize) {
        key.encode_key_run(run, next);
    }
}

impl<'de, K: DecodeKey<'de>> DecodeKeyAs<'de, K> for Same {
    #[inline]
    fn decode_key_as(cur: &mut Cursor<'de>) -> Result<K> {
        K::decode_key(cur)
    }
}
