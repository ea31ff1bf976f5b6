//! Integers to 128 bits, as values and as map keys.

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::Result;
use crate::number::Target;
use crate::writer::{Run, Writer};

macro_rules! common {
    ($int:ident, $max_len:literal, |$self:ident, $run:ident| $write:expr) => {
        impl Encode for $int {
            const MAX_LEN: Option<usize> = Some($max_len);

            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                let mut run = w.run($max_len);
                self.encode_fixed(&mut run);
                run.end();
                Ok(())
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_fixed(&$self, $run: &mut Run<'_, '_>) {
                $write
            }
        }

        impl EncodeKey for $int {
            #[inline]
            fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
                let mut run = w.run(0);
                self.encode_key_run(&mut run, 0);
                run.end();
                Ok(())
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_key_run(&self, run: &mut Run<'_, '_>, next: usize) {
                run.settle(next.saturating_add($max_len + 2));
                run.literal("\"");
                self.encode_fixed(run);
                run.literal("\"");
            }
        }

        impl<'de> DecodeKey<'de> for $int {
            #[inline]
            fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
                super::quoted(cur, concat!("a key of type ", stringify!($int)))
            }
        }
    };
}

/// What an integer of a type must fit.
macro_rules! target {
    ($int:ident) => {
        const {
            Target {
                name: stringify!($int),
                max: $int::MAX as u64,
                min: ($int::MIN as i128).unsigned_abs() as u64,
            }
        }
    };
}

macro_rules! narrow {
    ($int:ident, $max_len:literal, |$self:ident, $run:ident| $write:expr) => {
        common!($int, $max_len, |$self, $run| $write);

        impl<'de> Decode<'de> for $int {
            const FIRST: FirstBytes = FirstBytes::NUMBER;
            const NEVER_ABSENT: bool = true;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                Ok(cur.integer(&target!($int))? as $int)
            }

            #[inline(never)]
            fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
                /// Out of line: what is short needs no register that would have to be saved.
                #[inline(never)]
                fn other(
                    cur: &mut Cursor<'_>,
                    out: &mut Option<$int>,
                    lanes: Option<u64>,
                ) -> Result<()> {
                    *out = Some(cur.other_integer(&target!($int), lanes)? as $int);
                    Ok(())
                }

                match cur.short_integer(&target!($int)) {
                    Ok(value) => *out = Some(value as $int),
                    Err(lanes) => return other(cur, out, lanes),
                }
                Ok(())
            }
        }
    };
}

macro_rules! unsigned {
    ($($int:ident)*) => {$(
        narrow!($int, 20, |self, run| run.unsigned(*self as u64));
    )*};
}

macro_rules! signed {
    ($($int:ident)*) => {$(
        narrow!($int, 21, |self, run| run.signed(*self as i64));
    )*};
}

macro_rules! wide {
    ($($int:ident: $min:expr, |$negative:ident, $magnitude:ident| $make:expr;)*) => {$(
        common!($int, 40, |self, run| run.text(40, itoa::Buffer::new().format(*self)));

        impl<'de> Decode<'de> for $int {
            const FIRST: FirstBytes = FirstBytes::NUMBER;
            const NEVER_ABSENT: bool = true;

            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                let ($negative, $magnitude) =
                    cur.wide_integer(stringify!($int), $int::MAX as u128, $min)?;
                Ok($make)
            }
        }
    )*};
}

unsigned! { u8 u16 u32 u64 usize }
signed! { i8 i16 i32 i64 isize }
wide! {
    u128: 0, |_negative, magnitude| magnitude;
    i128: i128::MIN.unsigned_abs(), |negative, magnitude| {
        let value = magnitude.cast_signed();
        if negative { value.wrapping_neg() } else { value }
    };
}
