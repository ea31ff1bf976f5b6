//! `Path` and `PathBuf`, as strings: a path that is not UTF-8 cannot be written.

use std::boxed::Box;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::string::String;
use std::sync::Arc;

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::{Error, Result};
use crate::writer::Writer;

impl Encode for Path {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        let Some(text) = self.to_str() else {
            return Err(Error::unsupported("a path that is not UTF-8 has no JSON form"));
        };
        w.string(text);
        Ok(())
    }
}

impl Encode for PathBuf {
    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        self.as_path().encode(w)
    }
}

impl<'de> Decode<'de> for PathBuf {
    const FIRST: FirstBytes = FirstBytes::STRING;
    const NEVER_ABSENT: bool = true;
    const BY_VALUE: bool = true;

    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        String::decode(cur).map(PathBuf::from)
    }

    #[inline(never)]
    fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
        *out = Some(Self::decode(cur)?);
        Ok(())
    }
}

impl<'de: 'a, 'a> Decode<'de> for &'a Path {
    const FIRST: FirstBytes = FirstBytes::STRING;
    const NEVER_ABSENT: bool = true;

    /// Borrows from the text; a string with escapes cannot be borrowed and is an error.
    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        <&str>::decode(cur).map(Path::new)
    }
}

macro_rules! owned {
    ($($path:ty),*) => {$(
        impl<'de> Decode<'de> for $path {
            const FIRST: FirstBytes = FirstBytes::STRING;
            const NEVER_ABSENT: bool = true;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                PathBuf::decode(cur).map(Self::from)
            }
        }
    )*};
}

owned! { Box<Path>, Rc<Path>, Arc<Path> }

macro_rules! encode_keys {
    ($($path:ty),*) => {$(
        impl EncodeKey for $path {
            #[inline]
            fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
                self.encode(w)
            }
        }
    )*};
}

encode_keys! { Path, PathBuf }

macro_rules! decode_keys {
    ($($path:ty),*) => {$(
        impl<'de> DecodeKey<'de> for $path {
            #[inline]
            fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
                Self::decode(cur)
            }
        }
    )*};
}

decode_keys! { PathBuf, Box<Path>, Rc<Path>, Arc<Path> }

impl<'de: 'a, 'a> DecodeKey<'de> for &'a Path {
    #[inline]
    fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
        Self::decode(cur)
    }
}
