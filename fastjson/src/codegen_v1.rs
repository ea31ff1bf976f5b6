//! The only door for generated code, versioned: code generated ahead of time by an older release keeps
//! compiling within a major version. Nothing here is for use by hand, but all of it is sound for any caller.
//!
//! What the derive expands to, in outline:
//!
//! ```text
//! const _: () = {
//!     use ::fastjson::__codegen_v1 as __fj;
//!
//!     impl __fj::EncodeFields for Point {
//!         fn encode_fields(&self, __run: &mut __fj::Run<'_, '_>) {
//!             let [__r0, __r1, …] = const { __fj::runs([__fj::part(5, <i32 as __fj::Encode>::MAX_LEN), …]) };
//!             __run.settle(__r0);
//!             __run.lead();
//!             __fj::value::<i32>(__run, "\"x\":", &self.x, __r1);
//!             …
//!         }
//!     }
//!
//!     pub struct __Slots(__fj::Option<i32>, …);
//!     impl<'__de> __fj::Fields<'__de> for __Slots { … }
//!     impl<'__de> __fj::DecodeFields<'__de> for Point { … }
//!     impl<'__de> __fj::Decode<'__de> for Point { … }
//! };
//! ```
//!
//! Whole ones are the snapshots of the tests.

pub use core::clone::Clone;
pub use core::convert::{From, Into, TryFrom};
pub use core::default::Default;
pub use core::fmt::Display;
pub use core::hash::BuildHasher;
pub use core::marker::PhantomData;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, usize};
pub use core::result::Result::{Err, Ok};

use core::mem;

#[cfg(feature = "serde")]
pub use crate::codecs::Serde;
pub use crate::codecs::{
    BorrowCow, DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs, NonFiniteError, NonFiniteNull,
    NonFiniteString, OmitEmpty, Presence, Quoted, Same,
};
pub use crate::cursor::Cursor;
use crate::decode::Returned;
pub use crate::decode::{Decode, DecodeFields, DecodeKey, Fields, FirstBytes, Names, Offer, Out};
pub use crate::encode::{Encode, EncodeFields, EncodeKey};
pub use crate::error::{Error, Result};
pub use crate::flatten::{Open, OpenAs, finish, not_an_object};
pub use crate::impls::tuples::{Element, Elements, element_as};
pub use crate::in_place::{Member, decode_in_place};
pub use crate::key::{Keys, Variants, bit, names};
pub use crate::tagged::{Adjacent, AdjacentKeys, NoFields, Tagged, tagged_payload};
pub use crate::untagged::{Candidate, Untagged, untagged};
pub use crate::writer::{
    Part, Place, Run, Writer, part, part_if, runs, skipped_variant, unlisted_variant, value,
    value_as,
};

/// What a user's check returns.
pub type Checked<E> = core::result::Result<(), E>;

/// Names that meet in one object through types.
pub mod clash {
    pub use crate::clash::{one_map, own, shared};
}

#[cfg(feature = "serde")]
pub mod serde {
    //! The bridge to serde.
    //!
    //! A function with serde's signature under `#[serde(with)]` is called as
    //!
    //! ```text
    //! path(&self.f0, __fj::serde::serializer(__w))?;
    //! self.f0 = __fj::Some(__fj::serde::placed::<T>(__c.offset(), path(__fj::serde::deserializer(__c)))?);
    //! ```
    //!
    //! and a field whose type has only serde's traits goes through the codec `Serde`.

    pub use crate::bridge::{Deserializer, Serde, Serializer, deserializer, placed, serializer};

    /// `#[fastjson(serde)]` on a container. What is to be emitted stands at the top of `bridge/auto.rs`.
    pub mod auto {
        pub use crate::bridge::auto::{Auto, Probe};

        /// What has to be in scope, without names.
        pub mod traits {
            pub use crate::bridge::auto::{
                NativeDecode as _, NativeEncode as _, SerdeDecode as _, SerdeEncode as _,
            };
        }
    }
}

/// A value of the type that a definition of another crate's type says it has.
#[inline(always)]
pub const fn constrain<T>(value: T) -> T {
    value
}

/// What a value begins with that is read from an object or from an array.
pub const STRUCT: FirstBytes = FirstBytes::OBJECT.or(FirstBytes::ARRAY);

/// The `Decode::NAMES` of a derived struct.
#[must_use]
pub const fn known<'de, T: DecodeFields<'de>>() -> Names {
    Some(T::KEYS)
}

/// What a derived enum begins with, if it has a unit variant.
pub const ENUM: FirstBytes = FirstBytes::OBJECT.or(FirstBytes::STRING);

impl Cursor<'_> {
    /// What a user's function returned for the value at `at`; an error learns its place.
    ///
    /// # Errors
    /// Those of the function.
    #[inline]
    pub fn placed<T>(&self, at: usize, result: Result<T>) -> Result<T> {
        result.map_err(|err| err.or_at(at))
    }

    /// What a user's check or conversion returned for the value at `at`.
    ///
    /// # Errors
    /// Those of the function, in its words.
    #[inline]
    pub fn checked<T, E: core::fmt::Display>(
        &self,
        at: usize,
        result: core::result::Result<T, E>,
    ) -> Result<T> {
        result.map_err(|err| self.error_at(at, err))
    }
}

/// The whole of `EncodeFields::encode_fields` of an enum of unit variants: the name, and `null`.
pub fn encode_unit_member<T: EncodeKey>(value: &T, run: &mut Run<'_, '_>) {
    run.settle(1);
    run.lead();
    value.encode_key_run(run, 7);
    run.literal(":null");
}

/// Reads an object that is moved no more than once.
///
/// # Errors
/// Those of the fields, and a missing field.
#[inline]
pub fn decode_fields<'de, T: DecodeFields<'de>>(cur: &mut Cursor<'de>) -> Result<T> {
    let mut slots = T::slots();
    let mut value = Returned(None);
    // (`?` and methods with closures would be functions of each type in builds that do not optimize.)
    let (at, result) = match cur.object(T::KEYS, &mut slots) {
        Ok(at) => (at, T::finish(&mut slots, at, cur, &mut value)),
        Err(err) => (0, Err(err)),
    };
    match result {
        Ok(()) => {
            mem::forget(slots);
            match value.0 {
                Some(value) => Ok(value),
                None => Err(cur.unfilled(at)),
            }
        }
        Err(err) => Err(err),
    }
}

/// What a slot holds, which has been looked at: it is not empty.
// Of this ABI it cannot unwind (if it is empty after all, the program ends), so that no caller has to be ready to drop what it has taken before:
// 2 % of what a debug build of 100 structs takes.
#[inline]
pub extern "C" fn take<T>(slot: &mut Option<T>) -> T {
    match slot.take() {
        Some(value) => value,
        None => emptied(),
    }
}

/// Ends slots from which all has been taken: that they are empty is not asked.
// (In users' crates, clippy warns of `mem::forget` itself where no slot has anything to drop.)
#[inline]
pub fn forget<S>(slots: S) {
    mem::forget(slots);
}

// (Of the same ABI: where `take` is put in line, nothing of it has to be ready to unwind either.)
#[cold]
#[inline(never)]
extern "C" fn emptied() -> ! {
    panic!("a slot is taken that has not been filled")
}

/// The error of a struct that lacks fields of its own: those that are `empty`, and those that its keys say must be there.
///
/// # Errors
/// Always.
// (With the call of the cursor's method, and the constant, in each derived `finish`, rustc had 7 % more to do.)
#[inline]
pub fn missing<'de, T: DecodeFields<'de>>(
    cur: &mut Cursor<'de>,
    at: usize,
    empty: &[(usize, bool)],
) -> Result<()> {
    Err(cur.missing(at, T::KEYS, empty))
}

/// [`Elements::decode_elements`]
///
/// # Errors
/// Those of the elements; another length.
#[inline]
pub fn elements<'de, E: Elements<'de>>(
    cur: &mut Cursor<'de>,
    name: &'static str,
    elements: E,
) -> Result<E::Tuple> {
    elements.decode_elements(cur, name)
}

/// A `Decode::decode` expressed through `decode_slot`.
///
/// # Errors
/// Those of `decode_slot`.
#[inline]
pub fn decode_by_slot<'de, T: Decode<'de>>(cur: &mut Cursor<'de>) -> Result<T> {
    decode_by_slot_as::<Same, T>(cur)
}

/// The same of a codec.
///
/// # Errors
/// Those of `decode_slot_as`.
#[inline]
pub fn decode_by_slot_as<'de, A: DecodeAs<'de, T>, T>(cur: &mut Cursor<'de>) -> Result<T> {
    let at = cur.offset();
    let mut out = None;
    A::decode_slot_as(cur, &mut out)?;
    match out {
        Some(value) => Ok(value),
        None => Err(cur.unfilled(at)),
    }
}
