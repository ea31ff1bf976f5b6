//! `#[fastjson(serde)]` on a container: each field goes through fastjson's traits if its type has them, else through serde's, else it is an
//! error that names fastjson's.
//!
//! It is method resolution that chooses ("autoref specialization", D. Tolnay, 2019): the receiver `&&&probe` first meets the impl for `&&Probe`,
//! which asks for fastjson's trait, then that for `&Probe`, which asks for serde's, then the function of the type itself, which every type has and
//! whose own bound is the error. So the type must be known where the code stands; a type parameter counts as what its bounds say.
//!
//! With `__fj` as the name of `__codegen_v1`, the generated code has in scope
//!
//! ```text
//! use __fj::serde::auto::traits::*;
//! ```
//!
//! and for a field `self.f0: T`, with a writer `__w`, a cursor `__c` and a slot `self.f0: Option<T>`, emits
//!
//! ```text
//! (&&&__fj::serde::auto::Auto(&self.f0)).__fj_encode(__w)?;
//! (&&&__fj::serde::auto::Probe::<T>::NEW).__fj_decode_slot(__c, &mut self.f0)?;
//! (&&&__fj::serde::auto::Probe::<T>::NEW).__fj_absent()       // Option<T>
//! ```
//!
//! The expressions may stand where a lint for needless borrows is on: `#[allow(clippy::needless_borrow)]`.

use core::marker::PhantomData;

use serde_core::{Deserialize, Serialize};

use super::Serde;
use crate::codecs::{DecodeAs, EncodeAs};
use crate::cursor::Cursor;
use crate::decode::Decode;
use crate::encode::Encode;
use crate::error::Result;
use crate::writer::Writer;

/// A value that is to be written.
#[derive(Debug)]
pub struct Auto<'a, T: ?Sized>(pub &'a T);

/// A type that is to be read.
#[derive(Debug)]
pub struct Probe<T>(PhantomData<T>);

impl<T> Probe<T> {
    /// The probe.
    pub const NEW: Probe<T> = Probe(PhantomData);
}

/// The first choice of writing.
pub trait NativeEncode {
    /// By `Encode`.
    ///
    /// # Errors
    /// As `Encode::encode`.
    fn __fj_encode(&self, w: &mut Writer<'_>) -> Result<()>;
}

impl<T: Encode + ?Sized> NativeEncode for &&Auto<'_, T> {
    #[inline]
    fn __fj_encode(&self, w: &mut Writer<'_>) -> Result<()> {
        self.0.encode(w)
    }
}

/// The second choice of writing.
pub trait SerdeEncode {
    /// By `Serialize`.
    ///
    /// # Errors
    /// As `Encode::encode`.
    fn __fj_encode(&self, w: &mut Writer<'_>) -> Result<()>;
}

impl<T: Serialize + ?Sized> SerdeEncode for &Auto<'_, T> {
    #[inline]
    fn __fj_encode(&self, w: &mut Writer<'_>) -> Result<()> {
        Serde::encode_as(self.0, w)
    }
}

impl<T: ?Sized> Auto<'_, T> {
    /// No choice: the error that `T` has no `Encode`.
    ///
    /// # Errors
    /// As `Encode::encode`.
    pub fn __fj_encode(&self, w: &mut Writer<'_>) -> Result<()>
    where
        T: Encode,
    {
        self.0.encode(w)
    }
}

/// The first choice of reading.
pub trait NativeDecode<'de> {
    /// What is read.
    type Value;

    /// By `Decode`.
    ///
    /// # Errors
    /// As `Decode::decode`.
    fn __fj_decode_slot(&self, cur: &mut Cursor<'de>, out: &mut Option<Self::Value>) -> Result<()>;

    /// The value of a field that is absent.
    fn __fj_absent(&self) -> Option<Self::Value>;
}

impl<'de, T: Decode<'de>> NativeDecode<'de> for &&Probe<T> {
    type Value = T;

    #[inline]
    fn __fj_decode_slot(&self, cur: &mut Cursor<'de>, out: &mut Option<T>) -> Result<()> {
        T::decode_slot(cur, out)
    }

    #[inline]
    fn __fj_absent(&self) -> Option<T> {
        T::absent()
    }
}

/// The second choice of reading.
pub trait SerdeDecode<'de> {
    /// What is read.
    type Value;

    /// By `Deserialize`.
    ///
    /// # Errors
    /// As `Decode::decode`.
    fn __fj_decode_slot(&self, cur: &mut Cursor<'de>, out: &mut Option<Self::Value>) -> Result<()>;

    /// The value of a field that is absent.
    fn __fj_absent(&self) -> Option<Self::Value>;
}

impl<'de, T: Deserialize<'de>> SerdeDecode<'de> for &Probe<T> {
    type Value = T;

    #[inline]
    fn __fj_decode_slot(&self, cur: &mut Cursor<'de>, out: &mut Option<T>) -> Result<()> {
        Serde::decode_slot_as(cur, out)
    }

    #[inline]
    fn __fj_absent(&self) -> Option<T> {
        Serde::absent_as()
    }
}

impl<T> Probe<T> {
    /// No choice: the error that `T` has no `Decode`.
    ///
    /// # Errors
    /// As `Decode::decode`.
    pub fn __fj_decode_slot<'de>(&self, cur: &mut Cursor<'de>, out: &mut Option<T>) -> Result<()>
    where
        T: Decode<'de>,
    {
        T::decode_slot(cur, out)
    }

    /// No choice. That `T` has no `Decode` is said where it is read.
    pub fn __fj_absent(&self) -> Option<T> {
        None
    }
}
