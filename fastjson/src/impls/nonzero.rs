//! `NonZero` of every integer: the integer, but zero is out of range.

use core::num::NonZero;

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::{Kind, Result};
use crate::number::Target;
use crate::writer::{Run, Writer};

macro_rules! common {
    ($int:ident, |$cur:ident| $read:expr) => {
        impl Encode for NonZero<$int> {
            const MAX_LEN: Option<usize> = $int::MAX_LEN;

            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                self.get().encode(w)
            }

            #[inline]
            fn encode_fixed(&self, run: &mut Run<'_, '_>) {
                self.get().encode_fixed(run);
            }
        }

        impl EncodeKey for NonZero<$int> {
            #[inline]
            fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
                self.get().encode_key(w)
            }
        }

        impl<'de> Decode<'de> for NonZero<$int> {
            const FIRST: FirstBytes = FirstBytes::NUMBER;
            const NEVER_ABSENT: bool = true;

            #[inline]
            fn decode($cur: &mut Cursor<'de>) -> Result<Self> {
                let at = $cur.offset();
                let value = $read;
                Self::new(value).ok_or_else(|| {
                    $cur.fail(
                        Kind::Range { target: concat!("NonZero<", stringify!($int), ">") },
                        at,
                    )
                })
            }

            #[inline(never)]
            fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
                *out = Some(Self::decode(cur)?);
                Ok(())
            }
        }

        impl<'de> DecodeKey<'de> for NonZero<$int> {
            #[inline]
            fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
                super::quoted(cur, concat!("a key of type NonZero<", stringify!($int), ">"))
            }
        }
    };
}

macro_rules! unsigned {
    ($($int:ident)*) => {$(
        common!($int, |cur| {
            const TARGET: Target = Target {
                name: concat!("NonZero<", stringify!($int), ">"),
                max: $int::MAX as u64,
                min: 0,
            };
            cur.integer(&TARGET)? as $int
        });
    )*};
}

macro_rules! signed {
    ($($int:ident)*) => {$(
        common!($int, |cur| {
            const TARGET: Target = Target {
                name: concat!("NonZero<", stringify!($int), ">"),
                max: $int::MAX as u64,
                min: $int::MIN.unsigned_abs() as u64,
            };
            cur.integer(&TARGET)? as $int
        });
    )*};
}

unsigned! { u8 u16 u32 u64 usize }
signed! { i8 i16 i32 i64 isize }
common!(u128, |cur| u128::decode(cur)?);
common!(i128, |cur| i128::decode(cur)?);
