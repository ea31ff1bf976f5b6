//! Members that were not predicted: strangers, which are passed over, and fields between them. Both may be known from other objects
//! ([`names`]).

use super::PassedTag;
use crate::cursor::{Cursor, same};
use crate::error::{Kind, Result};
use crate::key::Keys;
use crate::skip;
use crate::skip::names::{self, Field, Names, Owner, Unknown};

/// What comes behind members that no name expected.
enum Met {
    /// The value of a field, whose name stands at an offset.
    Field(usize, usize),
    /// The end of the object.
    End,
    /// A name, on which other names are to go on.
    Change,
}

impl Cursor<'_> {
    /// The next member that `keys` know, standing on its value: its index, and the offset of its name. `None`, and the object is over, and
    /// left. Begins behind a value, or `on_name`. For types that know a tag and its content alone: others are no strangers to them.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn known_member(
        &mut self,
        keys: &'static Keys,
        on_name: bool,
    ) -> Result<Option<(usize, usize)>> {
        if self.is_in_veiled() {
            return self.visible_known_member(keys, on_name);
        }
        let stranger = self.rare.stranger;
        let found = self.other_members(keys, self.level(0), !on_name, &mut None)?;
        self.rare.stranger = stranger;
        if found.is_none() {
            self.leave();
        }
        Ok(found)
    }

    /// The same, where members may be hidden.
    #[cold]
    #[inline(never)]
    fn visible_known_member(
        &mut self,
        keys: &'static Keys,
        mut on_name: bool,
    ) -> Result<Option<(usize, usize)>> {
        while on_name || self.object_next()? {
            let at = self.offset();
            if let Some(i) = keys.find(&self.name()?) {
                return Ok(Some((i, at)));
            }
            if keys.deny_unknown {
                return Err(self.fail(Kind::UnknownField { keys }, at));
            }
            self.skip_value()?;
            self.untake();
            on_name = false;
        }
        Ok(None)
    }

    /// Members that were not predicted, up to one that is known: its index, standing on its value, and its offset. `None`, and the object
    /// is over. Begins behind a value or on a name. Not for a type that takes the rest.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn other_members(
        &mut self,
        keys: &'static Keys,
        level: usize,
        mut is_behind: bool,
        tag: &mut Option<PassedTag>,
    ) -> Result<Option<(usize, usize)>> {
        debug_assert!(!keys.takes_strangers() && !self.is_in_veiled());
        loop {
            let met = names::with(self.left(), |names| {
                match names.rest(|names| self.pass_strangers(keys, level, is_behind, tag, names)) {
                    Some(met) => met,
                    None => self.pass_strangers(keys, level, is_behind, tag, names),
                }
            });
            let met = match met {
                Some(met) => met,
                None => self.pass_strangers(keys, level, is_behind, tag, &mut Unknown::all()),
            };
            match met? {
                Met::Field(i, at) => return Ok(Some((i, at))),
                Met::End => return Ok(None),
                Met::Change => is_behind = false,
            }
        }
    }

    /// [`other_members`](Cursor::other_members), by what is known about names.
    #[inline(never)]
    fn pass_strangers(
        &mut self,
        keys: &'static Keys,
        level: usize,
        is_behind: bool,
        tag: &mut Option<PassedTag>,
        names: &mut impl Names,
    ) -> Result<Met> {
        let owner = Owner::typed(keys);
        let mut gap = self.gap(level);
        let mut is_on_name = !is_behind;
        loop {
            if is_on_name {
                let at = self.offset();
                let expected = names
                    .eat_expected_of(owner, |name| self.eat_likely_name(name))
                    .or_else(|| names.eat_second_of(owner, |name| self.eat_likely_name(name)));
                match expected {
                    Some(Some(i)) => return Ok(Met::Field(i, at)),
                    Some(None) => self.check_expected(tag)?,
                    None => {
                        if let Some(i) = self.other_name(keys, tag, names)? {
                            return Ok(Met::Field(i, at));
                        }
                    }
                }
                self.meet_stranger();
                skip::value_by(self, names)?;
            }
            // Behind a value.
            while self.peek() == b',' {
                let comma = self.offset();
                match names.eat_expected_of(owner, |name| self.eat_likely_member(&gap, name)) {
                    Some(Some(i)) => return Ok(Met::Field(i, comma + 1 + gap.len())),
                    Some(None) => self.check_expected(tag)?,
                    None => break,
                }
                self.meet_stranger();
                skip::value_by(self, names)?;
            }
            if self.object_over(level)? {
                return Ok(Met::End);
            }
            if names.is_over() {
                return Ok(Met::Change);
            }
            gap.renew(self, level);
            is_on_name = true;
        }
    }

    /// A name that was not expected, and its colon: the index of its field, if there is one. A tag is to be passed over.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn other_name(
        &mut self,
        keys: &'static Keys,
        tag: &mut Option<PassedTag>,
        names: &mut impl Names,
    ) -> Result<Field> {
        let at = self.offset();
        let plain = self.plain_string();
        // (What has escapes is not learned: it could be a tag, or none, and look alike.)
        let is_plain = plain.is_some();
        let name = match plain {
            Some(name) => name,
            None => self.unescaped()?,
        };
        let field = keys.find(name);
        let mut tag = tag.as_mut().filter(|tag| field.is_none() && same(tag.name, name));
        if field.is_none() && tag.is_none() && keys.deny_unknown && !keys.is_open {
            self.colon()?;
            self.meet_stranger();
            return Err(self.fail(Kind::UnknownField { keys }, at));
        }
        // Where strangers are denied, none may be expected, and a tag is one in the next object.
        if is_plain && (field.is_some() || !keys.deny_unknown) {
            names.note(self, at, Owner::typed(keys), field);
        }
        self.colon_in_line()?;
        if let Some(tag) = &mut tag {
            self.check_tag(tag, at)?;
        }
        Ok(field)
    }

    /// The stranger whose value is at the cursor, and whose name was expected, may be a tag: what is expected in objects of a type does not
    /// depend on whether they have one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_expected(&self, tag: &mut Option<PassedTag>) -> Result<()> {
        match tag {
            None => Ok(()),
            Some(tag) => self.check_if_tag(tag),
        }
    }

    #[inline(never)]
    fn check_if_tag(&self, tag: &mut PassedTag) -> Result<()> {
        let Some(member) = self.before().trim_ascii_end().strip_suffix(b"\":") else {
            return Ok(());
        };
        // What is expected has no escapes, and so no quotes inside.
        match member.split_at_checked(member.len().wrapping_sub(tag.name.len())) {
            Some(([before @ .., b'"'], name)) if name == tag.name.as_bytes() => {
                self.check_tag(tag, before.len())
            }
            _ => Ok(()),
        }
    }
}
