//! Atomics: the value that they hold at the time.

use core::sync::atomic::{self, Ordering};

use crate::cursor::Cursor;
use crate::decode::{Decode, FirstBytes};
use crate::encode::Encode;
use crate::error::Result;
use crate::writer::{Run, Writer};

macro_rules! atomics {
    ($($width:literal: $($atomic:ident $value:ident),*;)*) => {$($(
        #[cfg(target_has_atomic = $width)]
        impl Encode for atomic::$atomic {
            const MAX_LEN: Option<usize> = $value::MAX_LEN;

            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                self.load(Ordering::Relaxed).encode(w)
            }

            #[inline]
            fn encode_fixed(&self, run: &mut Run<'_, '_>) {
                self.load(Ordering::Relaxed).encode_fixed(run);
            }
        }

        #[cfg(target_has_atomic = $width)]
        impl<'de> Decode<'de> for atomic::$atomic {
            const FIRST: FirstBytes = $value::FIRST;
            const NEVER_ABSENT: bool = true;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                $value::decode(cur).map(Self::new)
            }
        }
    )*)*};
}

atomics! {
    "8": AtomicBool bool, AtomicU8 u8, AtomicI8 i8;
    "16": AtomicU16 u16, AtomicI16 i16;
    "32": AtomicU32 u32, AtomicI32 i32;
    "64": AtomicU64 u64, AtomicI64 i64;
    "ptr": AtomicUsize usize, AtomicIsize isize;
}
