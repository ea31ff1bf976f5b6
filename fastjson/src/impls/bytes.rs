//! Text that need not be UTF-8, as arrays of bytes: `&[u8]`, `CStr`, `OsStr` and their owned forms.

use alloc::boxed::Box;
use alloc::ffi::CString;
use alloc::rc::Rc;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ffi::CStr;
use core::num::NonZero;

use crate::cursor::Cursor;
use crate::decode::{Decode, FirstBytes};
use crate::encode::Encode;
use crate::error::Result;
use crate::writer::Writer;

impl<'de: 'a, 'a> Decode<'de> for &'a [u8] {
    const FIRST: FirstBytes = FirstBytes::STRING;
    const NEVER_ABSENT: bool = true;

    /// Borrows from the text, which has no bytes but those of strings. (What is written is an array: it reads back as a `Vec`.)
    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        <&str>::decode(cur).map(str::as_bytes)
    }
}

impl Encode for CStr {
    /// Without the zero at the end.
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        self.to_bytes().encode(w)
    }
}

impl Encode for CString {
    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        self.as_c_str().encode(w)
    }
}

impl<'de> Decode<'de> for CString {
    const FIRST: FirstBytes = FirstBytes::ARRAY.or(FirstBytes::STRING);
    const NEVER_ABSENT: bool = true;

    /// From an array or from a string, without zeros.
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        match cur.peek() {
            b'[' => Vec::<NonZero<u8>>::decode(cur).map(CString::from),
            b'"' => {
                let at = cur.offset();
                if let Ok(text) = CString::new(&*cur.string()?) {
                    return Ok(text);
                }
                cur.rewind(at);
                Err(cur.expected("a string without `\\u0000`"))
            }
            _ => Err(cur.expected("an array of bytes or a string")),
        }
    }
}

macro_rules! decode {
    ($owned:ty: $($pointer:ty),*) => {$(
        impl<'de> Decode<'de> for $pointer {
            const FIRST: FirstBytes = <$owned as Decode<'de>>::FIRST;
            const NEVER_ABSENT: bool = true;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                <$owned>::decode(cur).map(Self::from)
            }
        }
    )*};
}

decode! { CString: Box<CStr>, Rc<CStr>, Arc<CStr> }

/// `{"Unix":[…]}` or `{"Windows":[…]}`, each read only where it is at home.
#[cfg(all(feature = "std", any(unix, windows)))]
mod os {
    use std::ffi::{OsStr, OsString};
    #[cfg(unix)]
    use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
    #[cfg(windows)]
    use std::os::windows::ffi::{OsStrExt as _, OsStringExt as _};

    use super::*;
    use crate::key::Variants;

    const HERE: &str = if cfg!(unix) { "Unix" } else { "Windows" };

    impl Encode for OsStr {
        fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
            w.literal("{\"");
            w.literal(HERE);
            w.literal("\":");
            #[cfg(unix)]
            self.as_bytes().encode(w)?;
            #[cfg(windows)]
            self.encode_wide().collect::<Vec<u16>>().encode(w)?;
            w.literal("}");
            Ok(())
        }
    }

    impl Encode for OsString {
        #[inline]
        fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
            self.as_os_str().encode(w)
        }
    }

    impl<'de> Decode<'de> for OsString {
        const FIRST: FirstBytes = FirstBytes::OBJECT;
        const NEVER_ABSENT: bool = true;

        fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
            const VARIANTS: &Variants = &Variants::new("OsString", &[(HERE, 0)], 0);
            let at = cur.offset();
            cur.variant(VARIANTS)?;
            #[cfg(unix)]
            let text = OsString::from_vec(Vec::decode(cur)?);
            #[cfg(windows)]
            let text = OsString::from_wide(&Vec::<u16>::decode(cur)?);
            cur.end_variant(at)?;
            Ok(text)
        }
    }

    decode! { OsString: Box<OsStr>, Rc<OsStr>, Arc<OsStr> }
}
