//! `Cell`, `RefCell`, `Mutex`, `RwLock`: what they hold. What cannot be looked at (borrowed mutably, poisoned) cannot be written.

use core::cell::{Cell, RefCell};

use crate::cursor::Cursor;
use crate::decode::{Decode, FirstBytes};
use crate::encode::Encode;
use crate::error::{Error, Result};
use crate::writer::{Run, Writer};

impl<T: Encode + Copy> Encode for Cell<T> {
    const MAX_LEN: Option<usize> = T::MAX_LEN;

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        self.get().encode(w)
    }

    #[inline]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        self.get().encode_fixed(run);
    }
}

impl<T: Encode + ?Sized> Encode for RefCell<T> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        match self.try_borrow() {
            Ok(value) => value.encode(w),
            Err(_) => {
                Err(Error::unsupported("a `RefCell` that is mutably borrowed cannot be read"))
            }
        }
    }
}

#[cfg(feature = "std")]
impl<T: Encode + ?Sized> Encode for std::sync::Mutex<T> {
    /// Waits for the lock.
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        match self.lock() {
            Ok(value) => value.encode(w),
            Err(_) => Err(Error::unsupported("a `Mutex` that is poisoned cannot be read")),
        }
    }
}

#[cfg(feature = "std")]
impl<T: Encode + ?Sized> Encode for std::sync::RwLock<T> {
    /// Waits for the lock.
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        match self.read() {
            Ok(value) => value.encode(w),
            Err(_) => Err(Error::unsupported("a `RwLock` that is poisoned cannot be read")),
        }
    }
}

macro_rules! decode {
    ($($cell:ty),*) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $cell {
            const FIRST: FirstBytes = T::FIRST;
            const NEVER_ABSENT: bool = T::NEVER_ABSENT;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                T::decode(cur).map(Self::new)
            }

            #[inline]
            fn absent() -> Option<Self> {
                T::absent().map(Self::new)
            }
        }
    )*};
}

decode! { Cell<T>, RefCell<T> }
#[cfg(feature = "std")]
decode! { std::sync::Mutex<T>, std::sync::RwLock<T> }
