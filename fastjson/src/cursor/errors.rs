//! What the cursor says where it cannot go on. Cold, all of it.

use core::fmt;

use super::Cursor;
use crate::error::{Error, Kind};

impl Cursor<'_> {
    /// An error with a message of one's own, at `offset` of the text. An example stands at [`Decode`](crate::Decode).
    #[cold]
    pub fn error_at(&self, offset: usize, message: impl fmt::Display) -> Error {
        use alloc::string::ToString;
        self.make_error(Kind::Custom(message.to_string().into()), offset)
    }

    /// `expected` should stand here, and does not: the text ends, or holds another value, or no value at all.
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// struct It(usize);
    /// impl<'de> Decode<'de> for It {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         if cur.peek() != b'"' {
    ///             return Err(cur.expected("a name"));
    ///         }
    ///         Ok(It(cur.string()?.len()))
    ///     }
    /// }
    /// let err = fastjson::from_str::<It>("7").err().unwrap();
    /// assert_eq!(err.to_string(), "expected a name, found number `7` at line 1 column 1, $");
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    #[cold]
    #[inline(never)]
    pub fn expected(&self, expected: &'static str) -> Error {
        let rest = self.rest();
        let is_value = match rest.first() {
            Some(b'"' | b'[' | b'{' | b'-' | b'0'..=b'9') => true,
            _ => [&b"null"[..], b"true", b"false"].iter().any(|word| rest.starts_with(word)),
        };
        let kind = if is_value {
            Kind::Type { expected }
        } else if [&b"null"[..], b"true", b"false"].iter().any(|word| word.starts_with(rest)) {
            Kind::Eof { expected }
        } else {
            Kind::Syntax { expected }
        };
        self.make_error(kind, self.offset())
    }

    /// `expected` should stand here by JSON's grammar, and does not.
    #[cold]
    #[inline(never)]
    pub(crate) fn syntax(&self, expected: &'static str) -> Error {
        let is_end = self.left() == 0;
        let kind = if is_end { Kind::Eof { expected } } else { Kind::Syntax { expected } };
        self.make_error(kind, self.offset())
    }

    /// An error of `kind` at `offset`.
    #[cold]
    #[inline(never)]
    pub(crate) fn fail(&self, kind: Kind, offset: usize) -> Error {
        self.make_error(kind, offset)
    }

    #[cold]
    #[inline(never)]
    pub(super) fn too_deep(&self) -> Error {
        let limit = if self.depth == 0 { "levels" } else { "stack" };
        self.make_error(Kind::Depth { limit }, self.offset())
    }
}
