//! [`As`]: a codec where there is no field to name it on.

use core::fmt;
use core::marker::PhantomData;

use super::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs};
use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::Result;
use crate::writer::{Run, Writer};

/// A value in the form of the codec `A`: for the entrances and for types without the derive. On fields, the attribute does this.
///
/// ```
/// use fastjson::codecs::{As, Hex};
///
/// let ids = [vec![0x0a, 0xff], vec![]];
/// let text = fastjson::to_string(&As::<[Hex; 2], _>::new(ids))?;
/// assert_eq!(text, r#"["0aff",""]"#);
///
/// let ids: Vec<[u8; 2]> = fastjson::from_str::<As<Vec<Hex>, _>>(r#"["0aff"]"#)?.into_inner();
/// assert_eq!(ids, [[0x0a, 0xff]]);
/// # Ok::<(), fastjson::Error>(())
/// ```
pub struct As<A: ?Sized, T> {
    value: T,
    codec: PhantomData<fn() -> A>,
}

impl<A: ?Sized, T> As<A, T> {
    /// Has the value written in the form of `A`.
    pub const fn new(value: T) -> As<A, T> {
        As { value, codec: PhantomData }
    }

    /// The value itself.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<A: EncodeAs<T> + ?Sized, T> Encode for As<A, T> {
    const MAX_LEN: Option<usize> = A::MAX_LEN;

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        A::encode_as(&self.value, w)
    }

    #[inline]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        A::encode_fixed_as(&self.value, run);
    }
}

impl<A: EncodeKeyAs<T> + ?Sized, T> EncodeKey for As<A, T> {
    #[inline]
    fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
        A::encode_key_as(&self.value, w)
    }
}

impl<'de, A: DecodeAs<'de, T>, T> Decode<'de> for As<A, T> {
    const FIRST: FirstBytes = A::FIRST;
    const NEVER_ABSENT: bool = A::NEVER_ABSENT;

    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        A::decode_as(cur).map(As::new)
    }

    #[inline]
    fn absent() -> Option<Self> {
        A::absent_as().map(As::new)
    }
}

impl<'de, A: DecodeKeyAs<'de, T>, T> DecodeKey<'de> for As<A, T> {
    #[inline]
    fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
        A::decode_key_as(cur).map(As::new)
    }
}

impl<A: ?Sized, T: fmt::Debug> fmt::Debug for As<A, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("As").field(&self.value).finish()
    }
}
