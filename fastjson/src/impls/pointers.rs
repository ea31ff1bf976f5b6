//! `&T`, `Box`, `Rc`, `Arc`, `Cow`: what they point to. Their lengths are unbounded whatever that is, or the constants of recursive types
//! would ask for themselves; and they look at the stack, for they let a type hold itself without a container in between.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::__codegen_v1::decode_by_slot;
use crate::cursor::Cursor;
use crate::decode::Decode;
use crate::encode::Encode;
use crate::error::Result;
use crate::writer::Writer;

macro_rules! encode {
    ($([$($generics:tt)*] $pointer:ty),* $(,)?) => {$(
        impl<$($generics)*> Encode for $pointer {
            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                w.enter()?;
                T::encode(self, w)?;
                w.leave();
                Ok(())
            }
        }
    )*};
}

encode! {
    [T: Encode + ?Sized] &T,
    [T: Encode + ?Sized] &mut T,
    [T: Encode + ?Sized] Box<T>,
    [T: Encode + ?Sized] Rc<T>,
    [T: Encode + ?Sized] Arc<T>,
    [T: Encode + ToOwned + ?Sized] Cow<'_, T>,
}

macro_rules! decode {
    ($($pointer:ident)*) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $pointer<T> {
            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                decode_by_slot(cur)
            }

            /// The value is built in its own slot and moved once.
            #[inline]
            fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
                cur.check_stack()?;
                let mut value = None;
                T::decode_slot(cur, &mut value)?;
                *out = value.map($pointer::new);
                Ok(())
            }

            #[inline]
            fn absent() -> Option<Self> {
                T::absent().map($pointer::new)
            }
        }

        impl<'de, T: Decode<'de>> Decode<'de> for $pointer<[T]> {
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                Vec::decode(cur).map(Self::from)
            }
        }
    )*};
}

decode! { Box Rc Arc }

impl<'de, T> Decode<'de> for Cow<'_, T>
where
    T: ToOwned + ?Sized,
    T::Owned: Decode<'de>,
{
    /// Always an owned value, whatever the lifetime.
    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        T::Owned::decode(cur).map(Cow::Owned)
    }

    #[inline]
    fn absent() -> Option<Self> {
        T::Owned::absent().map(Cow::Owned)
    }
}
