//! What the codecs of bytes as text write from and read into.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::cursor::Cursor;
use crate::error::Error;

/// Bytes that [`Hex`](super::Hex) and [`Base64`](super::Base64) write.
///
/// ```
/// use fastjson::codecs::{As, Bytes, Hex};
///
/// struct Digest([u8; 4]);
///
/// impl Bytes for Digest {
///     fn bytes(&self) -> &[u8] {
///         &self.0
///     }
/// }
///
/// assert_eq!(fastjson::to_string(&As::<Hex, _>::new(Digest([0, 1, 2, 255])))?, r#""000102ff""#);
/// # Ok::<(), fastjson::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not bytes that a codec writes as text",
    label = "not bytes: `Vec<u8>`, `[u8; N]`, `Box<[u8]>` and `&[u8]` are",
    note = "inside of containers the codec is named where the bytes are, as in `as = \"Vec<Hex>\"`; other types may implement `fastjson::codecs::Bytes`"
)]
pub trait Bytes {
    /// The bytes.
    fn bytes(&self) -> &[u8];
}

impl Bytes for [u8] {
    fn bytes(&self) -> &[u8] {
        self
    }
}

impl<const N: usize> Bytes for [u8; N] {
    fn bytes(&self) -> &[u8] {
        self
    }
}

macro_rules! pointers {
    ($($pointer:ty),*) => {$(
        impl Bytes for $pointer {
            fn bytes(&self) -> &[u8] {
                self
            }
        }
    )*};
}

pointers! { Vec<u8>, Box<[u8]>, Rc<[u8]>, Arc<[u8]>, Cow<'_, [u8]> }

impl<T: Bytes + ?Sized> Bytes for &T {
    fn bytes(&self) -> &[u8] {
        T::bytes(self)
    }
}

/// Bytes that [`Hex`](super::Hex) and [`Base64`](super::Base64) read.
///
/// ```
/// use fastjson::codecs::{As, FromBytes, Hex};
///
/// struct Digest([u8; 4]);
///
/// impl FromBytes for Digest {
///     const LEN: Option<usize> = Some(4);
///
///     fn from_bytes<E>(_: usize, fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, E> {
///         let mut digest = Digest([0; 4]);
///         fill(&mut digest.0)?;
///         Ok(digest)
///     }
/// }
///
/// let digest = fastjson::from_str::<As<Hex, Digest>>(r#""000102ff""#)?.into_inner();
/// assert_eq!(digest.0, [0, 1, 2, 255]);
/// # Ok::<(), fastjson::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not bytes that a codec reads from text",
    label = "not bytes: `Vec<u8>`, `[u8; N]` and `Box<[u8]>` are",
    note = "inside of containers the codec is named where the bytes are, as in `as = \"Vec<Hex>\"`; other types may implement `fastjson::codecs::FromBytes`"
)]
pub trait FromBytes: Sized {
    /// The number of bytes, where it is always the same. Text of another number of bytes is an error.
    const LEN: Option<usize> = None;

    /// Makes a value of `len` bytes, which are [`LEN`](FromBytes::LEN) if that is given and which `fill` puts there.
    ///
    /// # Errors
    /// Those of `fill`, when what the text holds are not bytes.
    fn from_bytes<E>(len: usize, fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, E>;
}

impl FromBytes for Vec<u8> {
    fn from_bytes<E>(len: usize, fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, E> {
        let mut bytes = alloc::vec![0; len];
        fill(&mut bytes)?;
        Ok(bytes)
    }
}

impl<const N: usize> FromBytes for [u8; N] {
    const LEN: Option<usize> = Some(N);

    fn from_bytes<E>(_: usize, fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, E> {
        let mut bytes = [0; N];
        fill(&mut bytes)?;
        Ok(bytes)
    }
}

macro_rules! from_vec {
    ($($pointer:ty),*) => {$(
        impl FromBytes for $pointer {
            fn from_bytes<E>(
                len: usize,
                fill: impl FnOnce(&mut [u8]) -> Result<(), E>,
            ) -> Result<Self, E> {
                Vec::from_bytes(len, fill).map(Self::from)
            }
        }
    )*};
}

from_vec! { Box<[u8]>, Rc<[u8]>, Arc<[u8]>, Cow<'_, [u8]> }

/// The text at `at` holds another number of bytes than the type takes.
#[cold]
pub(super) fn wrong_length(cur: &Cursor<'_>, at: usize, expected: usize, found: usize) -> Error {
    let s = if expected == 1 { "" } else { "s" };
    cur.error_at(at, format_args!("expected {expected} byte{s}, found {found}"))
}
