//! [`OmitEmpty`]: which values `omit_empty` leaves out.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::rc::Rc;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::num::{Saturating, Wrapping};
use core::time::Duration;

/// A type whose fields can be tagged `omit_empty`: it knows which of its values are empty, as Go's `omitempty` does.
///
/// Empty are zero, `false`, `None`, and strings, paths, sequences, sets and maps that hold nothing; pointers are empty where what they point to is.
/// Other types may implement it.
///
/// ```
/// use fastjson::codecs::OmitEmpty;
///
/// struct Money {
///     cents: i64,
/// }
///
/// impl OmitEmpty for Money {
///     fn is_empty_value(&self) -> bool {
///         self.cents.is_empty_value()
///     }
/// }
///
/// assert!(Money { cents: 0 }.is_empty_value());
/// assert!(!Some(Money { cents: 0 }).is_empty_value());
/// ```
///
/// As an attribute:
///
/// ```
/// #[derive(fastjson::FastJson)]
/// struct Invoice {
///     #[fastjson(omit_empty, default)]
///     notes: Vec<String>,
///     #[fastjson(omit_empty, default)]
///     discount: u32,
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`omit_empty` does not know when a `{Self}` is empty",
    label = "neither a number, a boolean, a string, an `Option` nor a collection",
    note = "write `skip_serializing_if = path` with a function that knows, or implement `fastjson::codecs::OmitEmpty`"
)]
pub trait OmitEmpty {
    /// Whether a field of this value is left out.
    fn is_empty_value(&self) -> bool;
}

macro_rules! equal {
    ($($empty:literal: $($name:ident)*;)*) => {$($(
        impl OmitEmpty for $name {
            #[inline]
            fn is_empty_value(&self) -> bool {
                *self == $empty
            }
        }
    )*)*};
}

equal! {
    false: bool;
    0: u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize;
    0.0: f32 f64;
}

impl<T> OmitEmpty for Option<T> {
    #[inline]
    fn is_empty_value(&self) -> bool {
        self.is_none()
    }
}

macro_rules! collections {
    ($([$($generics:tt)*] $name:ty),* $(,)?) => {$(
        impl<$($generics)*> OmitEmpty for $name {
            #[inline]
            fn is_empty_value(&self) -> bool {
                self.is_empty()
            }
        }
    )*};
}

collections! {
    [] str,
    [] String,
    [T] [T],
    [T, const N: usize] [T; N],
    [T] Vec<T>,
    [T] VecDeque<T>,
    [T] LinkedList<T>,
    [T] BTreeSet<T>,
    [T] BinaryHeap<T>,
    [K, V] BTreeMap<K, V>,
}

#[cfg(feature = "std")]
collections! {
    [] std::ffi::OsStr,
    [] std::ffi::OsString,
    [T, S] std::collections::HashSet<T, S>,
    [K, V, S] std::collections::HashMap<K, V, S>,
}

macro_rules! wrappers {
    ($($wrapper:ident)*) => {$(
        impl<T: OmitEmpty> OmitEmpty for $wrapper<T> {
            #[inline]
            fn is_empty_value(&self) -> bool {
                self.0.is_empty_value()
            }
        }
    )*};
}

wrappers! { Wrapping Saturating }

impl OmitEmpty for Duration {
    #[inline]
    fn is_empty_value(&self) -> bool {
        self.is_zero()
    }
}

#[cfg(feature = "std")]
impl OmitEmpty for std::path::Path {
    #[inline]
    fn is_empty_value(&self) -> bool {
        self.as_os_str().is_empty()
    }
}

#[cfg(feature = "std")]
impl OmitEmpty for std::path::PathBuf {
    #[inline]
    fn is_empty_value(&self) -> bool {
        self.as_os_str().is_empty()
    }
}

macro_rules! pointers {
    ($([$($generics:tt)*] $pointer:ty),* $(,)?) => {$(
        impl<$($generics)*> OmitEmpty for $pointer {
            #[inline]
            fn is_empty_value(&self) -> bool {
                T::is_empty_value(self)
            }
        }
    )*};
}

pointers! {
    [T: OmitEmpty + ?Sized] &T,
    [T: OmitEmpty + ?Sized] &mut T,
    [T: OmitEmpty + ?Sized] Box<T>,
    [T: OmitEmpty + ?Sized] Rc<T>,
    [T: OmitEmpty + ?Sized] Arc<T>,
    [T: OmitEmpty + ToOwned + ?Sized] Cow<'_, T>,
}
