//! `Wrapping`, `Saturating`, `Reverse`: what they wrap, as values and as map keys. A number beyond a `Saturating` integer becomes its
//! nearest one, as long as it has 64 bits.

use core::cmp::Reverse;
use core::num::{Saturating, Wrapping};

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::Result;
use crate::number::Target;
use crate::writer::{Run, Writer};

macro_rules! encode {
    ($($wrapper:ident)*) => {$(
        impl<T: Encode> Encode for $wrapper<T> {
            const MAX_LEN: Option<usize> = T::MAX_LEN;

            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                self.0.encode(w)
            }

            #[inline]
            fn encode_fixed(&self, run: &mut Run<'_, '_>) {
                self.0.encode_fixed(run);
            }
        }

        impl<T: EncodeKey> EncodeKey for $wrapper<T> {
            #[inline]
            fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
                self.0.encode_key(w)
            }
        }
    )*};
}

macro_rules! decode {
    ($($wrapper:ident)*) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $wrapper<T> {
            const FIRST: FirstBytes = T::FIRST;
            const NEVER_ABSENT: bool = T::NEVER_ABSENT;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                T::decode(cur).map($wrapper)
            }

            #[inline]
            fn absent() -> Option<Self> {
                T::absent().map($wrapper)
            }

            #[inline]
            fn decode_in_place(cur: &mut Cursor<'de>, place: &mut Self) -> Result<()> {
                T::decode_in_place(cur, &mut place.0)
            }
        }

        impl<'de, T: DecodeKey<'de>> DecodeKey<'de> for $wrapper<T> {
            #[inline]
            fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
                T::decode_key(cur).map($wrapper)
            }
        }
    )*};
}

encode! { Wrapping Saturating Reverse }
decode! { Wrapping Reverse }

macro_rules! saturating {
    ($($int:ident, |$cur:ident| $read:expr;)*) => {$(
        impl<'de> Decode<'de> for Saturating<$int> {
            const FIRST: FirstBytes = FirstBytes::NUMBER;
            const NEVER_ABSENT: bool = true;

            #[inline]
            fn decode($cur: &mut Cursor<'de>) -> Result<Self> {
                Ok(Saturating($read))
            }
        }

        impl<'de> DecodeKey<'de> for Saturating<$int> {
            #[inline]
            fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
                super::quoted(cur, concat!("a key of type Saturating<", stringify!($int), ">"))
            }
        }
    )*};
}

macro_rules! clamped {
    ($($int:ident)*) => {
        saturating! {$(
            $int, |cur| {
                const TARGET: Target = Target {
                    name: concat!("Saturating<", stringify!($int), ">"),
                    max: u64::MAX,
                    min: i64::MIN.unsigned_abs(),
                };
                let is_negative = cur.peek() == b'-';
                let bits = cur.integer(&TARGET)?;
                let value =
                    if is_negative { i128::from(bits.cast_signed()) } else { i128::from(bits) };
                value.clamp($int::MIN as i128, $int::MAX as i128) as $int
            };
        )*}
    };
}

clamped! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize }
saturating! {
    u128, |cur| u128::decode(cur)?;
    i128, |cur| i128::decode(cur)?;
}
