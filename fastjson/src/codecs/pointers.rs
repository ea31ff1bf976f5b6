//! Codecs of what holds one value: `Option`, references, `Box`, `Rc`, `Arc`, `Cow`, `Cell`, `RefCell`, `Mutex`, `RwLock`.
//!
//! As with the types' own forms, pointers are unbounded whatever they point to and look at the stack.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cell::{Cell, RefCell};
#[cfg(feature = "std")]
use std::sync::{Mutex, RwLock};

use super::{DecodeAs, EncodeAs};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::{Error, Result};
use crate::writer::{Run, Writer};

impl<T, A: EncodeAs<T>> EncodeAs<Option<T>> for Option<A> {
    const MAX_LEN: Option<usize> = match A::MAX_LEN {
        Some(n) if n < 4 => Some(4),
        n => n,
    };

    #[inline]
    fn encode_as(value: &Option<T>, w: &mut Writer<'_>) -> Result<()> {
        match value {
            Some(value) => A::encode_as(value, w),
            None => {
                w.literal("null");
                Ok(())
            }
        }
    }

    #[inline]
    fn encode_fixed_as(value: &Option<T>, run: &mut Run<'_, '_>) {
        let max = <Self as EncodeAs<Option<T>>>::MAX_LEN.unwrap_or(0);
        let after = run.budget().saturating_sub(max);
        match value {
            Some(value) => A::encode_fixed_as(value, run),
            None => run.literal("null"),
        }
        run.settle(after);
    }
}

impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, Option<T>> for Option<A> {
    const FIRST: FirstBytes = A::FIRST.or(FirstBytes::NULL);

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<Option<T>> {
        if cur.null() { Ok(None) } else { A::decode_as(cur).map(Some) }
    }

    #[inline]
    fn decode_slot_as(cur: &mut Cursor<'de>, out: &mut Option<Option<T>>) -> Result<()> {
        let inner = out.insert(None);
        if cur.null() { Ok(()) } else { A::decode_slot_as(cur, inner) }
    }

    /// A field that is missing is `None`.
    #[inline]
    fn absent_as() -> Option<Option<T>> {
        Some(None)
    }
}

macro_rules! encode {
    ($([$($generics:tt)*] $pointer:ty: $codec:ty;)*) => {$(
        impl<$($generics)*> EncodeAs<$pointer> for $codec {
            #[inline]
            fn encode_as(value: &$pointer, w: &mut Writer<'_>) -> Result<()> {
                w.enter()?;
                A::encode_as(value, w)?;
                w.leave();
                Ok(())
            }
        }
    )*};
}

encode! {
    [T: ?Sized, A: EncodeAs<T> + ?Sized] &T: &A;
    [T: ?Sized, A: EncodeAs<T> + ?Sized] &mut T: &mut A;
    [T: ?Sized, A: EncodeAs<T> + ?Sized] Box<T>: Box<A>;
    [T: ?Sized, A: EncodeAs<T> + ?Sized] Rc<T>: Rc<A>;
    [T: ?Sized, A: EncodeAs<T> + ?Sized] Arc<T>: Arc<A>;
    [T: ToOwned + ?Sized, A: EncodeAs<T> + ToOwned + ?Sized] Cow<'_, T>: Cow<'_, A>;
}

macro_rules! decode {
    ($($pointer:ident)*) => {$(
        impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, $pointer<T>> for $pointer<A> {
            const FIRST: FirstBytes = A::FIRST;
            const NEVER_ABSENT: bool = A::NEVER_ABSENT;

            #[inline]
            fn decode_as(cur: &mut Cursor<'de>) -> Result<$pointer<T>> {
                cur.check_stack()?;
                A::decode_as(cur).map($pointer::new)
            }

            #[inline]
            fn absent_as() -> Option<$pointer<T>> {
                A::absent_as().map($pointer::new)
            }
        }

        impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, $pointer<[T]>> for $pointer<[A]> {
            const FIRST: FirstBytes = FirstBytes::ARRAY;
            const NEVER_ABSENT: bool = true;

            fn decode_as(cur: &mut Cursor<'de>) -> Result<$pointer<[T]>> {
                <Vec<A> as DecodeAs<'de, Vec<T>>>::decode_as(cur).map(Into::into)
            }
        }
    )*};
}

decode! { Box Rc Arc }

/// Always an owned value, whatever the lifetime.
impl<'de, 'a, T, A> DecodeAs<'de, Cow<'a, T>> for Cow<'_, A>
where
    T: ToOwned + ?Sized,
    A: ToOwned + ?Sized,
    A::Owned: DecodeAs<'de, T::Owned>,
{
    const FIRST: FirstBytes = <A::Owned as DecodeAs<'de, T::Owned>>::FIRST;
    const NEVER_ABSENT: bool = <A::Owned as DecodeAs<'de, T::Owned>>::NEVER_ABSENT;

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<Cow<'a, T>> {
        A::Owned::decode_as(cur).map(Cow::Owned)
    }

    #[inline]
    fn absent_as() -> Option<Cow<'a, T>> {
        A::Owned::absent_as().map(Cow::Owned)
    }
}

impl<T: Copy, A: EncodeAs<T>> EncodeAs<Cell<T>> for Cell<A> {
    const MAX_LEN: Option<usize> = A::MAX_LEN;

    #[inline]
    fn encode_as(value: &Cell<T>, w: &mut Writer<'_>) -> Result<()> {
        A::encode_as(&value.get(), w)
    }

    #[inline]
    fn encode_fixed_as(value: &Cell<T>, run: &mut Run<'_, '_>) {
        A::encode_fixed_as(&value.get(), run);
    }
}

impl<T: ?Sized, A: EncodeAs<T> + ?Sized> EncodeAs<RefCell<T>> for RefCell<A> {
    fn encode_as(value: &RefCell<T>, w: &mut Writer<'_>) -> Result<()> {
        match value.try_borrow() {
            Ok(value) => A::encode_as(&value, w),
            Err(_) => {
                Err(Error::unsupported("a `RefCell` that is mutably borrowed cannot be read"))
            }
        }
    }
}

#[cfg(feature = "std")]
impl<T: ?Sized, A: EncodeAs<T> + ?Sized> EncodeAs<Mutex<T>> for Mutex<A> {
    /// Waits for the lock.
    fn encode_as(value: &Mutex<T>, w: &mut Writer<'_>) -> Result<()> {
        match value.lock() {
            Ok(value) => A::encode_as(&value, w),
            Err(_) => Err(Error::unsupported("a `Mutex` that is poisoned cannot be read")),
        }
    }
}

#[cfg(feature = "std")]
impl<T: ?Sized, A: EncodeAs<T> + ?Sized> EncodeAs<RwLock<T>> for RwLock<A> {
    /// Waits for the lock.
    fn encode_as(value: &RwLock<T>, w: &mut Writer<'_>) -> Result<()> {
        match value.read() {
            Ok(value) => A::encode_as(&value, w),
            Err(_) => Err(Error::unsupported("a `RwLock` that is poisoned cannot be read")),
        }
    }
}

macro_rules! cells {
    ($($cell:ident)*) => {$(
        impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, $cell<T>> for $cell<A> {
            const FIRST: FirstBytes = A::FIRST;
            const NEVER_ABSENT: bool = A::NEVER_ABSENT;

            #[inline]
            fn decode_as(cur: &mut Cursor<'de>) -> Result<$cell<T>> {
                A::decode_as(cur).map($cell::new)
            }

            #[inline]
            fn absent_as() -> Option<$cell<T>> {
                A::absent_as().map($cell::new)
            }
        }
    )*};
}

cells! { Cell RefCell }
#[cfg(feature = "std")]
cells! { Mutex RwLock }
