//! The candidates: every way to decode and encode one and the same type.

use std::error::Error;

use serde::Deserialize;
use serde_json::{Deserializer, Value};

use crate::{documents::Document, dynamic::DynamicError};

/// A library, or a way to use one.
///
/// The error stays the library's own: turning a `Result` into another one in the timed
/// part would copy the value once more.
pub(crate) trait Candidate: Default + 'static {
    /// The column's title.
    const NAME: &'static str;

    /// Whether decoded floats must be the nearest to their text. Where not, one unit in
    /// the last place is let pass and counted.
    const EXACT: bool = false;

    /// Whether the encoded text must be serde_json's, byte for byte.
    const SERDE_JSON_BYTES: bool = false;

    /// What a text or a value is refused with.
    type Error: Error + Send + Sync + 'static;

    /// Decodes a text.
    fn decode<T: Document>(&mut self, text: &[u8]) -> Result<T, Self::Error>;

    /// Decodes a text of `count` documents, a line each, and hands them on one by one.
    fn decode_lines<T: Document>(
        &mut self,
        text: &[u8],
        count: usize,
        each: impl FnMut(T),
    ) -> Result<(), Self::Error>;

    /// Encodes into a new vector.
    fn encode<T: Document>(&self, value: &T) -> Result<Vec<u8>, Self::Error>;

    /// Encodes behind what a vector holds.
    fn encode_into<T: Document>(&self, value: &T, out: &mut Vec<u8>) -> Result<(), Self::Error>;
}

/// fastjson through its derive.
#[derive(Default)]
pub(crate) struct Fastjson;

impl Candidate for Fastjson {
    const NAME: &'static str = "fastjson";
    const EXACT: bool = true;
    const SERDE_JSON_BYTES: bool = true;
    type Error = fastjson::Error;

    #[inline]
    fn decode<T: Document>(&mut self, text: &[u8]) -> Result<T, Self::Error> {
        fastjson::from_slice(text)
    }

    #[inline]
    fn decode_lines<T: Document>(
        &mut self,
        text: &[u8],
        _: usize,
        mut each: impl FnMut(T),
    ) -> Result<(), Self::Error> {
        for value in fastjson::Stream::from_slice(text)? {
            each(value?);
        }
        Ok(())
    }

    #[inline]
    fn encode<T: Document>(&self, value: &T) -> Result<Vec<u8>, Self::Error> {
        fastjson::to_vec(value)
    }

    #[inline]
    fn encode_into<T: Document>(&self, value: &T, out: &mut Vec<u8>) -> Result<(), Self::Error> {
        fastjson::encode_into(value, out)
    }
}

/// `serde_json` through serde's derive.
#[derive(Default)]
pub(crate) struct SerdeJson;

impl Candidate for SerdeJson {
    const NAME: &'static str = "serde_json";
    type Error = serde_json::Error;

    #[inline]
    fn decode<T: Document>(&mut self, text: &[u8]) -> Result<T, Self::Error> {
        serde_json::from_slice(text)
    }

    #[inline]
    fn decode_lines<T: Document>(
        &mut self,
        text: &[u8],
        _: usize,
        mut each: impl FnMut(T),
    ) -> Result<(), Self::Error> {
        for value in Deserializer::from_slice(text).into_iter() {
            each(value?);
        }
        Ok(())
    }

    #[inline]
    fn encode<T: Document>(&self, value: &T) -> Result<Vec<u8>, Self::Error> {
        serde_json::to_vec(value)
    }

    #[inline]
    fn encode_into<T: Document>(&self, value: &T, out: &mut Vec<u8>) -> Result<(), Self::Error> {
        serde_json::to_writer(out, value)
    }
}

/// The reflective path through a tree of dynamic values; see [`crate::dynamic`].
#[derive(Default)]
pub(crate) struct Dynamic;

impl Candidate for Dynamic {
    const NAME: &'static str = "dynamic";
    type Error = DynamicError;

    #[inline]
    fn decode<T: Document>(&mut self, text: &[u8]) -> Result<T, Self::Error> {
        let mut tree: Value = serde_json::from_slice(text)?;
        T::from_value(&mut tree)
    }

    #[inline]
    fn decode_lines<T: Document>(
        &mut self,
        text: &[u8],
        _: usize,
        mut each: impl FnMut(T),
    ) -> Result<(), Self::Error> {
        for tree in Deserializer::from_slice(text).into_iter::<Value>() {
            each(T::from_value(&mut tree?)?);
        }
        Ok(())
    }

    #[inline]
    fn encode<T: Document>(&self, value: &T) -> Result<Vec<u8>, Self::Error> {
        let tree = serde_json::to_value(value)?;
        Ok(serde_json::to_vec(&tree)?)
    }

    #[inline]
    fn encode_into<T: Document>(&self, value: &T, out: &mut Vec<u8>) -> Result<(), Self::Error> {
        let tree = serde_json::to_value(value)?;
        Ok(serde_json::to_writer(out, &tree)?)
    }
}

/// `sonic-rs` through serde's derive.
#[derive(Default)]
pub(crate) struct Sonic;

impl Candidate for Sonic {
    const NAME: &'static str = "sonic-rs";
    type Error = sonic_rs::Error;

    #[inline]
    fn decode<T: Document>(&mut self, text: &[u8]) -> Result<T, Self::Error> {
        sonic_rs::from_slice(text)
    }

    #[inline]
    fn decode_lines<T: Document>(
        &mut self,
        text: &[u8],
        count: usize,
        mut each: impl FnMut(T),
    ) -> Result<(), Self::Error> {
        // Its stream does not see the end of the text, but makes an error of it.
        let stream = sonic_rs::Deserializer::from_slice(text).into_stream();
        for value in stream.take(count) {
            each(value?);
        }
        Ok(())
    }

    #[inline]
    fn encode<T: Document>(&self, value: &T) -> Result<Vec<u8>, Self::Error> {
        sonic_rs::to_vec(value)
    }

    #[inline]
    fn encode_into<T: Document>(&self, value: &T, out: &mut Vec<u8>) -> Result<(), Self::Error> {
        sonic_rs::to_writer(out, value)
    }
}

/// `simd-json` through serde's derive. It decodes in place and so needs an input of its
/// own: copying the text is part of its time. The copy and its other buffers are reused,
/// which is the best it can do.
#[derive(Default)]
pub(crate) struct SimdJson {
    copy: Vec<u8>,
    buffers: simd_json::Buffers,
}

impl SimdJson {
    /// Decodes a copy of the text, from which the value may borrow.
    #[inline]
    pub(crate) fn decode_copy<'a, T: Deserialize<'a>>(
        &'a mut self,
        text: &[u8],
    ) -> Result<T, simd_json::Error> {
        self.copy.clear();
        self.copy.extend_from_slice(text);
        simd_json::serde::from_slice_with_buffers(&mut self.copy, &mut self.buffers)
    }
}

impl Candidate for SimdJson {
    const NAME: &'static str = "simd-json";
    type Error = simd_json::Error;

    #[inline]
    fn decode<T: Document>(&mut self, text: &[u8]) -> Result<T, Self::Error> {
        self.decode_copy(text)
    }

    #[inline]
    fn decode_lines<T: Document>(
        &mut self,
        text: &[u8],
        _: usize,
        mut each: impl FnMut(T),
    ) -> Result<(), Self::Error> {
        // It has no stream.
        let mut rest = text;
        while let Some(end) = memchr::memchr(b'\n', rest) {
            each(self.decode_copy(&rest[..end])?);
            rest = &rest[end + 1..];
        }
        Ok(())
    }

    #[inline]
    fn encode<T: Document>(&self, value: &T) -> Result<Vec<u8>, Self::Error> {
        simd_json::serde::to_vec(value)
    }

    #[inline]
    fn encode_into<T: Document>(&self, value: &T, out: &mut Vec<u8>) -> Result<(), Self::Error> {
        simd_json::serde::to_writer(out, value)
    }
}
