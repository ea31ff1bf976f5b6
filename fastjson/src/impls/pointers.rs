//! `&T`, `Box`, `Rc`, `Arc`, `Cow`, `Weak`: what they point to. Their lengths are unbounded whatever that is, or the constants of recursive types
//! would ask for themselves; and they look at the stack, for they let a type hold itself without a container in between.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::rc::{self, Rc};
use alloc::sync::{self, Arc};
use alloc::vec::Vec;

use crate::__codegen_v1::decode_by_slot;
use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::Result;
use crate::key::Keys;
use crate::writer::{Run, Writer};

macro_rules! encode {
    ($([$($generics:tt)*] $pointer:ty),* $(,)?) => {$(
        impl<$($generics)*> Encode for $pointer
        where
            T: Encode,
        {
            #[inline]
            fn encode_short(&self) -> Option<Box<str>> {
                T::encode_short(self)
            }

            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                w.enter()?;
                T::encode(self, w)?;
                w.leave();
                Ok(())
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
                match run.enter() {
                    Ok(()) => T::encode_run(self, run, next),
                    Err(err) => run.fail(err, next),
                }
            }
        }

        impl<$($generics)*> EncodeKey for $pointer
        where
            T: EncodeKey,
        {
            #[inline]
            fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
                w.enter()?;
                T::encode_key(self, w)?;
                w.leave();
                Ok(())
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_key_run(&self, run: &mut Run<'_, '_>, next: usize) {
                match run.enter() {
                    Ok(()) => T::encode_key_run(self, run, next),
                    Err(err) => run.fail(err, next),
                }
            }
        }
    )*};
}

encode! {
    [T: ?Sized] &T,
    [T: ?Sized] &mut T,
    [T: ?Sized] Box<T>,
    [T: ?Sized] Rc<T>,
    [T: ?Sized] Arc<T>,
    [T: ToOwned + ?Sized] Cow<'_, T>,
}

macro_rules! decode {
    ($($pointer:ident $({ $($in_place:tt)* })?)*) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $pointer<T> {
            // Left open, for `T` may be a type that asks its pointer.
            const FIRST: FirstBytes = FirstBytes::ANY;
            const NEVER_ABSENT: bool = T::NEVER_ABSENT;
            const NAMES: Option<&'static Keys> = T::NAMES;
            const BY_SLOT: bool = true;

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

            $($($in_place)*)?
        }

        impl<'de, T: DecodeKey<'de>> DecodeKey<'de> for $pointer<T> {
            #[inline]
            fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
                cur.check_stack()?;
                T::decode_key(cur).map($pointer::new)
            }
        }

        impl<'de, T: Decode<'de>> Decode<'de> for $pointer<[T]> {
            const FIRST: FirstBytes = FirstBytes::ARRAY;
            const NEVER_ABSENT: bool = true;
            const BY_VALUE: bool = true;

            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                Vec::decode(cur).map(Self::from)
            }
        }
    )*};
}

decode! {
    Box {
        #[inline]
        fn decode_in_place(cur: &mut Cursor<'de>, place: &mut Self) -> Result<()> {
            cur.check_stack()?;
            T::decode_in_place(cur, place)
        }
    }
    Rc
    Arc
}

impl<'de, T> Decode<'de> for Cow<'_, T>
where
    T: ToOwned + ?Sized,
    T::Owned: Decode<'de>,
{
    const FIRST: FirstBytes = T::Owned::FIRST;
    const NEVER_ABSENT: bool = T::Owned::NEVER_ABSENT;
    const BY_VALUE: bool = T::Owned::BY_VALUE;

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

impl<'de, T> DecodeKey<'de> for Cow<'_, T>
where
    T: ToOwned + ?Sized,
    T::Owned: DecodeKey<'de>,
{
    #[inline]
    fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
        T::Owned::decode_key(cur).map(Cow::Owned)
    }
}

macro_rules! weak {
    ($($module:ident)*) => {$(
        /// Writes what it points to, or `null` if that is gone.
        impl<T: Encode + ?Sized> Encode for $module::Weak<T> {
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                self.upgrade().encode(w)
            }
        }

        /// Points to nothing, whatever is read: nobody else would hold it.
        impl<'de, T: Decode<'de>> Decode<'de> for $module::Weak<T> {
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                cur.check_stack()?;
                Option::<T>::decode(cur)?;
                Ok(Self::new())
            }

            #[inline]
            fn absent() -> Option<Self> {
                Some(Self::new())
            }
        }
    )*};
}

weak! { rc sync }
