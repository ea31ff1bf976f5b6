//! What the cursor says where it cannot go on. Cold, all of it.

use alloc::vec::Vec;
use core::fmt;

use super::Cursor;
use crate::error::{Error, Kind, Result};
use crate::key::Keys;

impl<'de> Cursor<'de> {
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
        let words = [&b"null"[..], b"true", b"false"];
        let kind = match rest.first() {
            // (An empty text may be nowhere, and to compare it there takes 70 ns.)
            None => Kind::Eof { expected },
            Some(b'"' | b'[' | b'{' | b'-' | b'0'..=b'9') => Kind::Type { expected },
            _ if words.iter().any(|word| rest.starts_with(word)) => Kind::Type { expected },
            _ if words.iter().any(|word| word.starts_with(rest)) => Kind::Eof { expected },
            _ => Kind::Syntax { expected },
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

    /// That the member whose value is at the cursor, of a field or tag of this name, is the second one.
    #[cold]
    #[inline(never)]
    pub(crate) fn duplicate(&self, field: &'static str) -> Error {
        let (at, _) = self.name_behind();
        self.fail(Kind::Duplicate { field }, at)
    }

    /// The name of the member whose value is at the cursor: the offset of its quote, and what stands between both.
    pub(crate) fn name_behind(&self) -> (usize, &'de [u8]) {
        let member = self.before().trim_ascii_end();
        let quoted = member.strip_suffix(b":").unwrap_or(member).trim_ascii_end();
        let before_end = quoted.strip_suffix(b"\"").unwrap_or(quoted);
        // A quote inside the name stands behind a backslash, and that before it never.
        let is_start = |at: &usize| {
            before_end[*at] == b'"' && at.checked_sub(1).is_none_or(|i| before_end[i] != b'\\')
        };
        let at = (0..before_end.len()).rev().find(is_start).unwrap_or(0);
        (at, before_end.get(at + 1..).unwrap_or_default())
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn wrong_length(
        &self,
        name: &'static str,
        expected: usize,
        at_least: bool,
        at: usize,
    ) -> Error {
        self.fail(Kind::Length { name, expected, at_least }, at)
    }

    /// The error that names the missing fields of the object at `at`, in declaration order: those that are `empty`, and those that the keys
    /// say must be there and the text, which is read once more, does not have.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn missing(&mut self, at: usize, keys: &'static Keys, empty: &[(usize, bool)]) -> Error {
        let mark = self.mark();
        self.rewind(at);
        // (An array has all of them. What is read has been read before: there are no errors in it.)
        let is_object = self.peek() == b'{';
        // (Zeroed memory comes from beside glibc's caches, and whoever frees it in a loop waits for all free blocks to be joined: 2 µs.)
        let mut is_there: Vec<bool> = core::iter::repeat_n(!is_object, keys.own.len()).collect();
        if is_object {
            let _ = self.note_names(keys, &mut is_there);
        }
        self.back_to(&mark);
        let is_missing = |i: usize| {
            let must_be_there = i < 64 && keys.required & (1 << i) != 0;
            must_be_there && !is_there[i] || empty.contains(&(i, true))
        };
        // (None is, if the empty one is of a type that is only called `Option`, say: it is one of those that are not there.)
        let is_known = (0..is_there.len()).any(is_missing);
        let is_named = |i: &usize| if is_known { is_missing(*i) } else { !is_there[*i] };
        // (As many as there are: what shrinks leaves a block that is too small for the next one, and all of these are joined sooner or later.)
        let mut fields = Vec::with_capacity((0..is_there.len()).filter(is_named).count());
        fields.extend((0..is_there.len()).filter(is_named).map(|i| keys.own[i].escaped()));
        let fields = fields.into();
        self.fail(Kind::Missing { type_name: keys.name, fields }, at)
    }

    /// Notes which of the own names the object at the cursor has.
    fn note_names(&mut self, keys: &'static Keys, is_there: &mut [bool]) -> Result<()> {
        let mut more = self.object_start()?;
        while more {
            if let Some(i) = keys.find(&self.name()?)
                && let Some(is_there) = is_there.get_mut(i)
            {
                *is_there = true;
            }
            self.skip_value()?;
            more = self.object_next()?;
        }
        Ok(())
    }

    /// A `decode_slot` or `decode_into` returned `Ok` and left its place empty: a hand-written impl is wrong.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn unfilled(&self, at: usize) -> Error {
        self.error_at(at, "a `Decode` impl returned without a value")
    }

    /// The integer at `at` is the discriminant of no variant.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn unknown_number(
        &self,
        at: usize,
        of: &'static str,
        number: &dyn core::fmt::Display,
    ) -> Error {
        self.error_at(at, format_args!("no variant of {of} has the number {number}"))
    }

    /// A field or variant number that the type does not have: hand-written keys are wrong.
    ///
    /// # Errors
    /// Always.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn unknown_index<T>(&self, i: usize) -> Result<T> {
        Err(self.error_at(
            self.offset(),
            format_args!("a type's names and fields differ: there is no field {i}"),
        ))
    }
}
