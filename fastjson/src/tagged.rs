//! Enums whose variants have a name in the text: externally, internally and adjacently tagged. Nothing is buffered: what
//! stands before the tag is skipped over, and read when the variant is known.
//!
//! Tried and left out: the names of few variants compared one by one, instead of a search (2 to 5 % fewer instructions, and no row faster:
//! which variant comes is hard to foretell).

use alloc::boxed::Box;
use core::mem;

use crate::cursor::Cursor;
use crate::decode::{DecodeFields, Fields};
use crate::error::{Error, Kind, Result};
use crate::flatten::finish;
use crate::key::{Keys, Variants};
use crate::object::{Found, PassedTag};

/// Where the tag of an internally tagged enum was found. (Put where the caller wants it, not returned: a result as large as this is copied in
/// other pieces than it was written, and waits for all of them.)
#[derive(Clone, Copy, Debug)]
pub struct Tagged {
    /// The offset of the object.
    pub at: usize,
    /// The offset of the tag's value; that of the object, if there is none.
    pub tag_at: usize,
    /// Where reading goes on: behind the tag if it stands first, else at the first member.
    resume: usize,
    tag: &'static str,
    place: TagPlace,
}

impl Tagged {
    /// No object so far.
    pub const NONE: Tagged =
        Tagged { at: 0, tag_at: 0, resume: 0, tag: "", place: TagPlace::Nowhere };
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TagPlace {
    /// It is the first member, and the cursor stands behind it.
    First,
    /// It comes later, and the cursor stands on the first member.
    Ahead,
    /// There is none, and the cursor stands on the first member.
    Nowhere,
    /// There is no member at all.
    Empty,
    /// It is the first element of an array.
    Element,
}

/// An adjacently tagged enum, up to its content. Put where the caller wants it, as [`Tagged`].
#[derive(Clone, Copy, Debug)]
pub struct Adjacent {
    /// The offset of the object.
    pub at: usize,
    /// The offset of the tag's value; that of the object, if there is none.
    pub tag_at: usize,
    /// Whether there is content, on which the cursor then stands.
    pub has_content: bool,
    /// Where reading goes on, if it is not behind the content.
    resume: Option<usize>,
    is_array: bool,
}

impl Adjacent {
    /// No object so far.
    pub const NONE: Adjacent =
        Adjacent { at: 0, tag_at: 0, has_content: false, resume: None, is_array: false };
}

/// The names of an adjacently tagged enum.
#[derive(Debug)]
pub struct AdjacentKeys {
    /// The tag, then the content.
    keys: Keys,
    variants: &'static Variants,
}

/// The index of the tag among the names of a tagged enum.
const TAG: usize = 0;
/// That of the content.
const CONTENT: usize = 1;

impl AdjacentKeys {
    /// The names of the tag and of the content, and the variants.
    #[must_use]
    pub const fn new(keys: Keys, variants: &'static Variants) -> AdjacentKeys {
        AdjacentKeys { keys, variants }
    }
}

/// Reads the object around a tag as the payload of an internally tagged variant.
///
/// # Errors
/// Those of the payload's fields, and a missing one.
#[inline]
pub fn tagged_payload<'de, T: DecodeFields<'de>>(
    cur: &mut Cursor<'de>,
    tagged: &Tagged,
) -> Result<T> {
    let mut slots = T::slots();
    let at = cur.tagged_object(tagged, T::KEYS, &mut slots)?;
    let value = finish::<T>(&mut slots, at, cur)?;
    mem::forget(slots);
    Ok(value)
}

/// The slots of a type without fields.
#[derive(Debug)]
pub struct NoFields;

impl<'de> Fields<'de> for NoFields {
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
        cur.unknown_index(i)
    }
}

impl<'de> Cursor<'de> {
    /// Finds the tag of an internally tagged enum in the object at the cursor: the number of the variant. If it stands first, decoding goes
    /// straight on behind it; else what stands before it is passed over, and read again. `keys` have its name alone.
    ///
    /// # Errors
    /// When there is no object, no tag in it, or no variant of that name.
    #[doc(hidden)]
    pub fn tagged(
        &mut self,
        keys: &'static Keys,
        variants: &'static Variants,
        tagged: &mut Tagged,
    ) -> Result<usize> {
        tagged.at = self.offset();
        tagged.tag = keys.name_of(TAG);
        if self.peek() != b'{' {
            return self.tagged_array(variants, tagged);
        }
        self.enter()?;
        if !self.eat_first_known(keys) {
            return self.other_tagged(keys, variants, tagged);
        }
        tagged.tag_at = self.offset();
        let variant = self.variant_name(variants)?;
        tagged.resume = self.offset();
        tagged.place = TagPlace::First;
        Ok(variant)
    }

    /// Steps over the brace at the cursor, all up to the first of the names that `keys` know, and that name, if that is what stands there.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn eat_first_known(&mut self, keys: &'static Keys) -> bool {
        let gap = self.gap(self.level(0));
        !self.is_in_veiled()
            && keys.own.first().is_some_and(|name| self.eat_first_member(&gap, name))
    }

    /// [`tagged`](Cursor::tagged), where the tag is not what stands first, or not as expected: from the brace of the object on.
    #[inline(never)]
    fn other_tagged(
        &mut self,
        keys: &'static Keys,
        variants: &'static Variants,
        tagged: &mut Tagged,
    ) -> Result<usize> {
        let is_empty = !self.step_to_members()?;
        tagged.resume = self.offset();
        let found = if is_empty { None } else { self.known_member(keys, true)? };
        if let Some(Found { is_first, .. }) = found {
            tagged.tag_at = self.offset();
            let variant = self.variant_name(variants)?;
            tagged.place = if is_first { TagPlace::First } else { TagPlace::Ahead };
            if is_first {
                tagged.resume = self.offset();
            }
            return Ok(variant);
        }
        let Some(variant) = variants.default else {
            return Err(self.missing_tag(tagged.tag, variants, tagged.at));
        };
        tagged.tag_at = tagged.at;
        tagged.place = if is_empty { TagPlace::Empty } else { TagPlace::Nowhere };
        if !is_empty {
            // Back into the object.
            self.enter()?;
        }
        Ok(usize::from(variant))
    }

    /// From the brace of an object into which has been stepped to the first name, if there is one; else out of it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn step_to_members(&mut self) -> Result<bool> {
        self.bump(1);
        self.white_of(self.level(0));
        self.first_member()
    }

    /// The array form: the tag is the first element.
    #[cold]
    fn tagged_array(&mut self, variants: &'static Variants, tagged: &mut Tagged) -> Result<usize> {
        if self.peek() != b'[' {
            return Err(self.expected(variants.expecting));
        }
        if !self.array_start()? {
            return Err(self.missing_tag(tagged.tag, variants, tagged.at));
        }
        tagged.tag_at = self.offset();
        let variant = self.variant_name(variants)?;
        tagged.resume = self.offset();
        tagged.place = TagPlace::Element;
        Ok(variant)
    }

    /// Reads the rest of an internally tagged object into `fields`, passing over the tag.
    ///
    /// # Errors
    /// As [`object`](Cursor::object), and for a second tag.
    #[doc(hidden)]
    pub fn tagged_object(
        &mut self,
        tagged: &Tagged,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<usize> {
        let Tagged { at, tag, place, resume, .. } = *tagged;
        if self.offset() != resume {
            self.rewind(resume);
        }
        let mut passed = PassedTag { name: tag, is_ahead: false };
        let mut on_name = true;
        let more = match place {
            TagPlace::First if self.is_in_veiled() => self.object_next()?,
            TagPlace::First => {
                on_name = false;
                true
            }
            TagPlace::Ahead => {
                passed.is_ahead = true;
                self.take_here();
                true
            }
            TagPlace::Nowhere => {
                self.take_here();
                true
            }
            TagPlace::Empty => false,
            TagPlace::Element => {
                let more = self.array_next()?;
                let Some(min) = keys.array_min else {
                    self.rewind(at);
                    return Err(self.expected(keys.expecting));
                };
                self.elements(more, keys.name, keys.len(), min, fields, at)?;
                return Ok(at);
            }
        };
        if more {
            self.members(at, self.level(0), on_name, keys, fields, Some(passed))?;
        } else if keys.is_open {
            self.open_members(at, keys, fields, Some(tag))?;
        }
        Ok(at)
    }

    /// Reads the rest of an internally tagged object of which the tag is all.
    ///
    /// # Errors
    /// When the object is no JSON, or has a second tag.
    #[doc(hidden)]
    pub fn tagged_unit(&mut self, tagged: &Tagged) -> Result<()> {
        const KEYS: &Keys = &Keys::NONE.array(0);
        self.tagged_object(tagged, KEYS, &mut NoFields).map(|_| ())
    }

    #[cold]
    #[inline(never)]
    fn missing_tag(&self, tag: &'static str, variants: &'static Variants, at: usize) -> Error {
        self.fail(Kind::Missing { type_name: variants.name, fields: Box::new([tag]) }, at)
    }

    /// Reads an adjacently tagged enum up to its content, in whichever order the two stand: the number of the variant.
    ///
    /// # Errors
    /// When there is no object, no tag in it, or no variant of that name.
    #[doc(hidden)]
    pub fn adjacent(&mut self, keys: &'static AdjacentKeys, found: &mut Adjacent) -> Result<usize> {
        found.at = self.offset();
        if self.peek() != b'{' {
            return self.adjacent_array(keys, found);
        }
        self.enter()?;
        if !self.eat_first_known(&keys.keys) {
            return self.other_adjacent(keys, found);
        }
        found.tag_at = self.offset();
        let variant = self.adjacent_tag(keys.variants)?;
        found.has_content = self.content_behind_tag(keys)?;
        Ok(variant)
    }

    /// [`adjacent`](Cursor::adjacent), where the tag is not what stands first, or not as expected: from the brace of the object on.
    #[inline(never)]
    fn other_adjacent(
        &mut self,
        keys: &'static AdjacentKeys,
        found: &mut Adjacent,
    ) -> Result<usize> {
        let mut content = None;
        let mut on_name = self.step_to_members()?;
        let is_empty = !on_name;
        while !is_empty && let Some(member) = self.known_member(&keys.keys, on_name)? {
            self.take_known_entry();
            if member.index == TAG {
                found.tag_at = self.offset();
                let variant = self.adjacent_tag(keys.variants)?;
                found.has_content = match content {
                    None => self.content_behind_tag(keys)?,
                    Some(content) => {
                        found.resume = Some(self.offset());
                        self.rewind(content);
                        true
                    }
                };
                return Ok(variant);
            }
            if content.is_some() {
                return Err(self.duplicate(keys.keys.name_of(CONTENT)));
            }
            content = Some(self.offset());
            self.skip_value()?;
            on_name = false;
        }
        let Some(variant) = keys.variants.default else {
            return Err(self.missing_tag(keys.keys.name_of(TAG), keys.variants, found.at));
        };
        found.tag_at = found.at;
        if let Some(content) = content {
            // The end is behind the object, on whose closing brace `finish_adjacent` wants to stand.
            found.resume = Some(self.offset() - 1);
            found.has_content = true;
            self.enter()?;
            self.rewind(content);
        }
        Ok(usize::from(variant))
    }

    /// The tag. As in serde, it may have the form of a variant itself, `{"Name":null}`.
    fn adjacent_tag(&mut self, variants: &'static Variants) -> Result<usize> {
        if self.peek() != b'{' {
            return self.variant_name(variants);
        }
        let at = self.offset();
        if !self.object_start()? {
            self.rewind(at);
            return Err(self.expected("the name of a variant"));
        }
        let variant = self.variant_name(variants)?;
        self.colon()?;
        self.no_payload()?;
        self.end_variant(at)?;
        Ok(variant)
    }

    /// From behind the tag to the content, if there is any.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn content_behind_tag(&mut self, keys: &'static AdjacentKeys) -> Result<bool> {
        let gap = self.gap(self.level(0));
        let likely = keys.keys.own.get(CONTENT).filter(|_| !self.is_in_veiled());
        Ok(likely.is_some_and(|name| self.eat_member(&gap, name)) || self.other_content(keys)?)
    }

    /// The same, where it is not what stands next.
    #[inline(never)]
    fn other_content(&mut self, keys: &'static AdjacentKeys) -> Result<bool> {
        match self.known_member(&keys.keys, false)? {
            Some(Found { index: TAG, .. }) => Err(self.duplicate(keys.keys.name_of(TAG))),
            Some(_) => {
                self.take_known_entry();
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// The array form: tag and content.
    #[cold]
    fn adjacent_array(
        &mut self,
        keys: &'static AdjacentKeys,
        found: &mut Adjacent,
    ) -> Result<usize> {
        let variants = keys.variants;
        if self.peek() != b'[' {
            return Err(self.expected(variants.expecting));
        }
        if !self.array_start()? {
            return Err(self.wrong_length(variants.name, 2, false, found.at));
        }
        found.tag_at = self.offset();
        let variant = self.variant_name(variants)?;
        if !self.array_next()? {
            return Err(self.wrong_length(variants.name, 2, false, found.at));
        }
        (found.has_content, found.is_array) = (true, true);
        Ok(variant)
    }

    /// From behind the content to behind the whole.
    ///
    /// # Errors
    /// When the tag or the content comes again, or another member where these are denied.
    #[doc(hidden)]
    pub fn finish_adjacent(&mut self, keys: &'static AdjacentKeys, found: &Adjacent) -> Result<()> {
        if !found.has_content {
            return Ok(());
        }
        if found.is_array {
            return match self.array_next()? {
                false => Ok(()),
                true => Err(self.wrong_length(keys.variants.name, 2, false, found.at)),
            };
        }
        if let Some(resume) = found.resume {
            self.rewind(resume);
        }
        if self.peek() == b'}' {
            self.bump(1);
            self.leave();
            return Ok(());
        }
        match self.known_member(&keys.keys, false)? {
            Some(found) => Err(self.duplicate(keys.keys.name_of(found.index))),
            None => Ok(()),
        }
    }

    /// Reads the content of a unit variant, if there is any: it must be `null`.
    ///
    /// # Errors
    /// When it is something else.
    #[doc(hidden)]
    pub fn no_content(&mut self, found: &Adjacent) -> Result<()> {
        if found.has_content { self.no_payload() } else { Ok(()) }
    }

    /// The error of a variant that has no content where some is due.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn missing_content(&self, keys: &'static AdjacentKeys, at: usize) -> Error {
        self.missing_tag(keys.keys.name_of(CONTENT), keys.variants, at)
    }

    /// Reads an externally tagged variant: a unit variant whole (`"Name"` or `{"Name":null}`), of another one the text up to its
    /// payload. Returns the number of the variant.
    ///
    /// # Errors
    /// When there is no variant, none of that name, or a payload where none is due or the other way round.
    #[doc(hidden)]
    pub fn variant(&mut self, variants: &'static Variants) -> Result<usize> {
        if let Some(i) = self.eat_indexed(&variants.index, variants.quoted) {
            return Ok(i);
        }
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
            b'{' if self.is_veiled(at) => self.visible_variant(variants),
            b'{' => {
                self.enter()?;
                self.bump(1);
                // Mostly the name follows at once.
                if self.peek() != b'"' || self.is_in_veiled() {
                    self.white();
                    if !self.first_member()? {
                        self.rewind(at);
                        return Err(self.expected("an object with one variant"));
                    }
                }
                let i = self.variant_name(variants)?;
                self.colon_in_line()?;
                if i < variants.units {
                    self.no_payload()?;
                    self.end_variant(at)?;
                }
                Ok(i)
            }
            _ => Err(self.expected(variants.expecting)),
        }
    }

    fn no_payload(&mut self) -> Result<()> {
        if self.null() { Ok(()) } else { Err(self.expected("`null` for a unit variant")) }
    }

    /// The first member of a veiled object that is a variant; behind a tag, or in an untagged enum, it must be the only one.
    #[cold]
    fn visible_variant(&mut self, variants: &'static Variants) -> Result<usize> {
        let at = self.offset();
        let mut more = self.object_start()?;
        while more {
            let name_at = self.offset();
            let name = self.name()?;
            if let Some(i) = variants.find(&name) {
                self.take_entry(name_at);
                if i < variants.units {
                    self.no_payload()?;
                    self.end_variant(at)?;
                }
                return Ok(i);
            }
            if self.is_whole() {
                return Err(self.fail(Kind::UnknownVariant { variants }, name_at));
            }
            self.skip_value()?;
            self.untake();
            more = self.object_next()?;
        }
        Err(self.fail(Kind::NoVariant { name: variants.name }, at))
    }

    /// Reads the name of a variant, from its table or as a number or boolean.
    ///
    /// # Errors
    /// When there is no variant of that name.
    #[doc(hidden)]
    pub fn variant_name(&mut self, variants: &'static Variants) -> Result<usize> {
        let at = self.offset();
        let found = if self.peek() == b'"' || variants.bare.is_empty() {
            match self.plain_string() {
                Some(name) => variants.find(name),
                None => variants.find(self.unescaped()?),
            }
        } else {
            self.bare_name(variants)?
        };
        match found.or(variants.other.map(usize::from)) {
            Some(i) => Ok(i),
            None => Err(self.fail(Kind::UnknownVariant { variants }, at)),
        }
    }

    /// A name without quotes.
    #[cold]
    fn bare_name(&mut self, variants: &'static Variants) -> Result<Option<usize>> {
        let at = self.offset();
        if matches!(self.peek(), b'[' | b'{' | b'n') {
            return Err(self.expected("the name of a variant"));
        }
        self.skip_value()?;
        let len = self.offset() - at;
        self.rewind(at);
        let text = self.text(len);
        self.rewind(at + len);
        let found = variants.bare.iter().find(|(known, _)| *known == text);
        Ok(found.map(|&(_, i)| usize::from(i)))
    }

    /// Steps over the brace that closes a variant with a payload, whose value begins at `at`.
    ///
    /// # Errors
    /// When something else follows the payload.
    #[doc(hidden)]
    #[inline]
    pub fn end_variant(&mut self, at: usize) -> Result<()> {
        if self.is_veiled(at) {
            if self.is_whole() && self.object_next()? {
                return Err(self.syntax("`}` behind the only variant"));
            }
            return Ok(());
        }
        self.white();
        if self.peek() != b'}' {
            return Err(self.syntax("`}` behind the only variant"));
        }
        self.bump(1);
        self.leave();
        Ok(())
    }
}
