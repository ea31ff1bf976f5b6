//! Members that were not predicted: strangers, which are passed over, and fields between them. Both may be known from other objects
//! ([`names`]).
//!
//! Tried and left out: what is told here as an enum of 16 bytes, which is returned through memory all the same (the few fields of twitter
//! took 1.05 times as long); results of floats and of arrays' ends in registers as well (1 to 4 % fewer instructions for them, and no row
//! faster).

use super::PassedTag;
use crate::cursor::{Cursor, same};
use crate::error::{Kind, Result};
use crate::key::Keys;
use crate::skip;
use crate::skip::names::{self, Field, Names, Owner, Unknown};

/// A field that was not predicted, on whose value the cursor stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) index: usize,
    /// Nothing stood between the cursor and its name.
    pub(crate) is_first: bool,
}

/// What comes behind members that no name expected. One word, so that a result is two registers. (Through memory it is written in two pieces
/// and read as one, which waits for both.)
#[derive(Clone, Copy, PartialEq, Eq)]
struct Met(usize);

impl Met {
    /// The end of the object.
    const END: Met = Met(usize::MAX);
    /// A name, on which other names are to go on.
    const CHANGE: Met = Met(usize::MAX - 2);

    /// A field.
    #[inline(always)]
    fn field(index: usize, is_first: bool) -> Met {
        Met(index << 1 | usize::from(is_first))
    }

    #[inline(always)]
    fn found(self) -> Found {
        Found { index: self.0 >> 1, is_first: self.0 & 1 == 1 }
    }
}

impl<'de> Cursor<'de> {
    /// The next member that `keys` know, standing on its value. `None`, and the object is over, and left. Begins behind a value, or
    /// `on_name`. For types that know a tag and its content alone: others are no strangers to them.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn known_member(
        &mut self,
        keys: &'static Keys,
        on_name: bool,
    ) -> Result<Option<Found>> {
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
    ) -> Result<Option<Found>> {
        let mut is_first = on_name;
        while on_name || self.object_next()? {
            let at = self.offset();
            if let Some(index) = keys.find(&self.name()?) {
                return Ok(Some(Found { index, is_first }));
            }
            if keys.deny_unknown {
                return Err(self.fail(Kind::UnknownField { keys }, at));
            }
            self.skip_value()?;
            self.untake();
            (on_name, is_first) = (false, false);
        }
        Ok(None)
    }

    /// Members that were not predicted, up to one that is known. `None`, and the object is over. Begins behind a value or on a name. Not for
    /// a type that takes the rest.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn other_members(
        &mut self,
        keys: &'static Keys,
        level: usize,
        mut is_behind: bool,
        tag: &mut Option<PassedTag>,
    ) -> Result<Option<Found>> {
        debug_assert!(!keys.takes_strangers() && !self.is_in_veiled());
        let mut has_passed = false;
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
                Met::END => return Ok(None),
                Met::CHANGE => (is_behind, has_passed) = (false, true),
                field => {
                    let Found { index, is_first } = field.found();
                    return Ok(Some(Found { index, is_first: is_first && !has_passed }));
                }
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
        let mut is_first = is_on_name;
        loop {
            if is_on_name {
                let expected = names
                    .eat_expected_of(owner, |name| self.eat_likely_name(name))
                    .or_else(|| names.eat_second_of(owner, |name| self.eat_likely_name(name)));
                match expected {
                    Some(Some(index)) => return Ok(Met::field(index, is_first)),
                    Some(None) => self.check_expected(tag)?,
                    None => {
                        if let Some(index) = self.other_name(keys, tag, names)? {
                            return Ok(Met::field(index, is_first));
                        }
                    }
                }
                is_first = false;
                self.meet_stranger();
                skip::value_by(self, names)?;
            }
            // Behind a value.
            while self.peek() == b',' {
                match names.eat_expected_of(owner, |name| self.eat_likely_member(&gap, name)) {
                    Some(Some(index)) => return Ok(Met::field(index, false)),
                    Some(None) => self.check_expected(tag)?,
                    None => break,
                }
                self.meet_stranger();
                skip::value_by(self, names)?;
            }
            if self.object_over(level)? {
                return Ok(Met::END);
            }
            if names.is_over() {
                return Ok(Met::CHANGE);
            }
            gap.renew(self, level);
            is_on_name = true;
        }
    }

    /// A member that was not expected: the field whose name it has, standing on its value, or `None`, and it is passed over.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn other_member_by_search(
        &mut self,
        keys: &'static Keys,
        tag: &mut Option<PassedTag>,
    ) -> Result<Field> {
        let field = self.other_name(keys, tag, &mut Unknown::all())?;
        if field.is_none() {
            self.meet_stranger();
            skip::value(self)?;
        }
        Ok(field)
    }

    /// A name that was not expected, and its colon: the index of its field, if there is one. A tag is to be passed over.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn other_name(
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
            self.check_tag(tag)?;
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
        // What is expected has no escapes.
        let (_, name) = self.name_behind();
        if name == tag.name.as_bytes() { self.check_tag(tag) } else { Ok(()) }
    }
}
