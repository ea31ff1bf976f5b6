//! The one loop under every derived decoder: names by prediction, then by table; unknown, duplicate and missing members.
//!
//! A struct's decoder is a table of names and a function that decodes field `i` (DESIGN: slots). Most documents write
//! members in the order in which the type declares them, so the loop first compares the text with the next
//! expected `"name":` as a whole, and only on a miss finds the end of the name and searches for it.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

use crate::cursor::Cursor;
use crate::decode::Fields;
use crate::error::{Error, Kind, Result};
use crate::key::{Keys, Variants};

/// Which fields have been read.
trait Seen {
    /// None of `len`.
    fn none(len: usize) -> Self;
    /// Adds `i`; `false` if it was there.
    fn insert(&mut self, i: usize) -> bool;
}

impl Seen for u64 {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn none(_: usize) -> u64 {
        0
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn insert(&mut self, i: usize) -> bool {
        let bit = 1 << (i % 64);
        let is_new = *self & bit == 0;
        *self |= bit;
        is_new
    }
}

impl Seen for Vec<u64> {
    fn none(len: usize) -> Vec<u64> {
        vec![0; len.div_ceil(64)]
    }

    fn insert(&mut self, i: usize) -> bool {
        self[i / 64].insert(i)
    }
}

/// The tag of an internally tagged enum, found.
#[derive(Clone, Copy, Debug)]
pub struct Tagged {
    /// The number of the variant.
    pub variant: usize,
    /// The offset of the object.
    at: usize,
    /// Where reading goes on: behind the tag if it stands first, else at the first member.
    resume: usize,
    tag: &'static str,
    /// Whether the tag is still ahead.
    is_ahead: bool,
}

impl<'de> Cursor<'de> {
    /// Reads an object (or, where `keys` admit it, an array) into `fields`. Returns the offset of the object.
    ///
    /// # Errors
    /// Those of the fields; unknown members where denied; duplicate ones.
    #[doc(hidden)]
    pub fn object(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<usize> {
        let at = self.offset();
        if self.peek() != b'{' {
            return match (self.peek(), keys.array_min) {
                (b'[', Some(min)) => self.tuple(keys.name, keys.len(), min, fields),
                _ => Err(self.expected("an object")),
            };
        }
        if self.object_start()? {
            self.members(keys, fields, None)?;
        }
        Ok(at)
    }

    /// Finds the tag of an internally tagged enum in the object at the cursor. If it stands first, decoding goes straight on
    /// behind it; else the object is skipped over to it and read again.
    ///
    /// # Errors
    /// When there is no object, no tag in it, or no variant of that name.
    #[doc(hidden)]
    pub fn tagged(&mut self, tag: &'static str, variants: &'static Variants) -> Result<Tagged> {
        let at = self.offset();
        let mut more = self.object_start()?;
        let first = self.offset();
        while more {
            let is_first = self.offset() == first;
            let is_tag = self.name()? == tag;
            if is_tag {
                let variant = self.variant_name(variants)?;
                let mut resume = self.offset();
                if !is_first {
                    resume = first;
                    self.rewind(first);
                }
                return Ok(Tagged { variant, at, resume, tag, is_ahead: !is_first });
            }
            self.skip_value()?;
            more = self.object_next()?;
        }
        Err(self.fail(Kind::Missing { type_name: variants.name, fields: Box::new([tag]) }, at))
    }

    /// Reads the rest of an internally tagged object into `fields`, passing over the tag.
    ///
    /// # Errors
    /// As [`object`](Cursor::object), and for a second tag.
    #[doc(hidden)]
    pub fn tagged_object(
        &mut self,
        tagged: Tagged,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<usize> {
        self.rewind(tagged.resume);
        if tagged.is_ahead || self.object_next()? {
            self.members(keys, fields, Some(tagged))?;
        }
        Ok(tagged.at)
    }

    /// From the name of a member to behind the closing brace.
    fn members(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tagged: Option<Tagged>,
    ) -> Result<()> {
        match keys.len() {
            0..=64 => self.read_members::<u64>(keys, fields, tagged),
            _ => self.read_members::<Vec<u64>>(keys, fields, tagged),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn read_members<S: Seen>(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        mut tagged: Option<Tagged>,
    ) -> Result<()> {
        let mut seen = S::none(keys.len());
        let mut next = 0;
        loop {
            let at = self.offset();
            let i = if self.eat_name(keys, next) {
                self.white_behind_colon();
                Some(next)
            } else if self.eat_name(keys, next + 1) {
                // A field that may be missing mostly misses alone.
                next += 1;
                self.white_behind_colon();
                Some(next)
            } else {
                self.other_member(keys, fields, &mut tagged)?
            };
            if let Some(i) = i {
                if !seen.insert(i) {
                    return Err(self.duplicate(keys, i, at));
                }
                fields.field(i, self)?;
                next = i + 1;
            }
            if !self.object_next()? {
                return Ok(());
            }
        }
    }

    /// Steps over the name of field `i` and the colon, if both stand here without a space between them.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn eat_name(&mut self, keys: &Keys, i: usize) -> bool {
        match keys.own.get(i) {
            Some(literal) => self.eat(literal),
            None if keys.nested.is_empty() => false,
            None => keys.literal(i).is_some_and(|literal| self.eat(literal)),
        }
    }

    /// A member that was not predicted: its index, standing on its value; or `None`, and it is dealt with.
    #[inline(never)]
    fn other_member(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tagged: &mut Option<Tagged>,
    ) -> Result<Option<usize>> {
        let at = self.offset();
        let name = self.name()?;
        if let Some(i) = keys.find(&name) {
            return Ok(Some(i));
        }
        match tagged {
            Some(tagged) if tagged.tag == name => {
                if !tagged.is_ahead {
                    return Err(self.fail(Kind::Duplicate { field: tagged.tag }, at));
                }
                tagged.is_ahead = false;
                self.skip_value()?;
            }
            _ => {
                if !fields.unknown(&name, self)? {
                    if keys.deny_unknown {
                        return Err(self.fail(Kind::UnknownField { keys }, at));
                    }
                    self.skip_value()?;
                }
            }
        }
        Ok(None)
    }

    /// Reads a member's name and its colon, to the value.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn name(&mut self) -> Result<Cow<'de, str>> {
        // As `string`, in line.
        let name = match self.plain_string() {
            Some(name) => Cow::Borrowed(name),
            None => Cow::Owned(self.unescaped()?.into()),
        };
        self.colon()?;
        Ok(name)
    }

    /// Reads an array of `len` elements into `fields`, of which at least `min` must be there. Returns its offset.
    ///
    /// # Errors
    /// Those of the fields; another length.
    #[doc(hidden)]
    pub fn tuple(
        &mut self,
        name: &'static str,
        len: usize,
        min: usize,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<usize> {
        let at = self.offset();
        let mut more = self.array_start()?;
        let mut i = 0;
        while more && i < len {
            fields.field(i, self)?;
            i += 1;
            more = self.array_next()?;
        }
        if more || i < min {
            let expected = if more { len } else { min };
            return Err(self.wrong_length(name, expected, min < len && !more, at));
        }
        Ok(at)
    }

    /// Reads an externally tagged variant: a unit variant whole (`"Name"` or `{"Name":null}`), of another one the text up to its
    /// payload. Returns the number of the variant.
    ///
    /// # Errors
    /// When there is no variant, none of that name, or a payload where none is due or the other way round.
    #[doc(hidden)]
    pub fn variant(&mut self, variants: &'static Variants) -> Result<usize> {
        let at = self.offset();
        match self.peek() {
            b'"' => {
                let i = self.variant_name(variants)?;
                if i >= variants.units {
                    self.rewind(at);
                    return Err(self.expected("an object with the variant's payload"));
                }
                Ok(i)
            }
            b'{' => {
                if !self.object_start()? {
                    self.rewind(at);
                    return Err(self.expected("an object with one variant"));
                }
                let i = self.variant_name(variants)?;
                self.colon()?;
                if i < variants.units {
                    if !self.null() {
                        return Err(self.expected("`null` for a unit variant"));
                    }
                    self.end_variant()?;
                }
                Ok(i)
            }
            _ => Err(self.expected("a variant")),
        }
    }

    /// Reads the name of a variant, as a string.
    fn variant_name(&mut self, variants: &'static Variants) -> Result<usize> {
        let at = self.offset();
        let name = self.string()?;
        match variants.find(&name) {
            Some(i) => Ok(i),
            None => Err(self.fail(Kind::UnknownVariant { variants }, at)),
        }
    }

    /// Steps over the brace that closes a variant with a payload.
    ///
    /// # Errors
    /// When something else follows the payload.
    #[doc(hidden)]
    #[inline]
    pub fn end_variant(&mut self) -> Result<()> {
        self.white();
        if self.peek() != b'}' {
            return Err(self.syntax("`}` behind the only variant"));
        }
        self.bump(1);
        self.leave();
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn duplicate(&self, keys: &'static Keys, i: usize, at: usize) -> Error {
        let literal = keys.literal(i).unwrap_or("\"\":");
        self.fail(Kind::Duplicate { field: &literal[1..literal.len() - 2] }, at)
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

    /// The error that names the own fields for which `is_missing` is set, in declaration order.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn missing(&self, at: usize, keys: &'static Keys, is_missing: &[bool]) -> Error {
        let missing = keys.own.iter().zip(is_missing).filter(|&(_, &is_missing)| is_missing);
        let fields = missing.map(|(literal, _)| &literal[1..literal.len() - 2]).collect();
        self.fail(Kind::Missing { type_name: keys.name, fields }, at)
    }

    /// A `decode_slot` returned `Ok` and left its slot empty: a hand-written impl is wrong.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn unfilled(&self, at: usize) -> Error {
        self.error_at(at, "a `Decode` impl returned without a value")
    }

    /// A field or variant number that the type does not have: hand-written keys are wrong.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn unknown_index(&self, i: usize) -> Error {
        self.error_at(
            self.offset(),
            format_args!("a type's names and fields differ: there is no field {i}"),
        )
    }
}
