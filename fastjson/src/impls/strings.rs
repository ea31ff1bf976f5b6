//! `String`, `str` and their relatives, as values and as map keys.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::sync::Arc;
use core::fmt::{self, Write as _};

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::{Error, Result};
use crate::writer::{Run, Writer, short_string};

impl Encode for str {
    #[inline]
    fn encode_short(&self) -> Option<Box<str>> {
        short_string(self)
    }

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.string(self);
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        run.string(self, next);
    }
}

impl Encode for String {
    #[inline]
    fn encode_short(&self) -> Option<Box<str>> {
        short_string(self)
    }

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.string(self);
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        run.string(self, next);
    }
}

impl Encode for fmt::Arguments<'_> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        if let Some(text) = self.as_str() {
            w.string(text);
            return Ok(());
        }
        let mut text = String::new();
        if text.write_fmt(*self).is_err() {
            return Err(Error::unsupported("a value that fails to be formatted has no JSON form"));
        }
        w.string(&text);
        Ok(())
    }
}

/// Reads a string into memory of its own, without a detour where it holds no escape.
#[inline(always)]
fn owned<S: for<'a> From<&'a str>>(cur: &mut Cursor<'_>) -> Result<S> {
    match cur.plain_string() {
        Some(text) => Ok(text.into()),
        None => Ok(cur.unescaped()?.into()),
    }
}

impl<'de> Decode<'de> for String {
    const FIRST: FirstBytes = FirstBytes::STRING;
    const NEVER_ABSENT: bool = true;
    const BY_VALUE: bool = true;

    // (Where it was called, and its result read from memory, twitter took 2 % more instructions.)
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        match cur.plain_owned() {
            Some(text) => Ok(text),
            None => Ok(cur.unescaped()?.into()),
        }
    }

    #[inline(never)]
    fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
        *out = Some(Self::decode(cur)?);
        Ok(())
    }

    fn decode_in_place(cur: &mut Cursor<'de>, place: &mut Self) -> Result<()> {
        cur.string_in_place(place)
    }
}

impl<'de: 'a, 'a> Decode<'de> for &'a str {
    const FIRST: FirstBytes = FirstBytes::STRING;
    const NEVER_ABSENT: bool = true;

    /// Borrows from the text; a string with escapes cannot be borrowed and is an error.
    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        match cur.plain_string() {
            Some(text) => Ok(text),
            None => {
                let at = cur.offset();
                cur.unescaped()?;
                cur.rewind(at);
                Err(cur.expected("a string without escapes, to be borrowed"))
            }
        }
    }
}

macro_rules! owned {
    ($($name:ty),*) => {$(
        impl<'de> Decode<'de> for $name {
            const FIRST: FirstBytes = FirstBytes::STRING;
            const NEVER_ABSENT: bool = true;
            const BY_VALUE: bool = true;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                owned(cur)
            }
        }
    )*};
}

owned! { Box<str>, Rc<str>, Arc<str> }

macro_rules! keys {
    ($($name:ty),*) => {$(
        impl EncodeKey for $name {
            #[inline]
            fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
                w.string(self);
                Ok(())
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_key_run(&self, run: &mut Run<'_, '_>, next: usize) {
                run.string(self, next);
            }
        }
    )*};
}

keys! { str, String }

macro_rules! decode_keys {
    ($($name:ty),*) => {$(
        impl<'de> DecodeKey<'de> for $name {
            #[inline]
            fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
                Self::decode(cur)
            }
        }
    )*};
}

decode_keys! { String, Box<str>, Rc<str>, Arc<str> }

impl<'de: 'a, 'a> DecodeKey<'de> for &'a str {
    #[inline]
    fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
        Self::decode(cur)
    }
}
