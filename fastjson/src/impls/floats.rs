//! `f32` and `f64`: read to the nearest float, printed to the shortest text that reads back. What is not finite is `null`.

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::{Error, Result};
use crate::writer::{Run, Writer};

/// The longest text of a float.
const MAX_LEN: usize = crate::writer::FLOAT;

macro_rules! float {
    ($($float:ident $write:ident)*) => {$(
        impl Encode for $float {
            const MAX_LEN: Option<usize> = Some(MAX_LEN);

            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                let mut run = w.run(MAX_LEN);
                self.encode_fixed(&mut run);
                run.end();
                Ok(())
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_fixed(&self, run: &mut Run<'_, '_>) {
                run.$write(*self);
            }
        }

        impl EncodeKey for $float {
            fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
                if !self.is_finite() {
                    return Err(Error::unsupported("a key that is not a finite number has no JSON form"));
                }
                let mut run = w.run(MAX_LEN + 2);
                run.literal("\"");
                self.encode_fixed(&mut run);
                run.literal("\"");
                run.end();
                Ok(())
            }
        }

        impl<'de> Decode<'de> for $float {
            const FIRST: FirstBytes = FirstBytes::NUMBER;
            const NEVER_ABSENT: bool = true;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                cur.float::<$float>()
            }
        }

        impl<'de> DecodeKey<'de> for $float {
            fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
                super::quoted(cur, concat!("a key of type ", stringify!($float)))
            }
        }
    )*};
}

float! { f32 float f64 double }
