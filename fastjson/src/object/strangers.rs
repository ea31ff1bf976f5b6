//! Members that were not predicted: strangers, which are passed over, and fields between them. Both may be known from other objects
//! ([`names`]).

use crate::cursor::Cursor;
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
    /// Members that were not predicted, up to one that is known: its index, standing on its value, and its offset. `None`, and the object
    /// is over. Begins behind a value or on a name. Not for a tagged type or a map, which take some of these.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn other_members(
        &mut self,
        keys: &'static Keys,
        level: usize,
        mut is_behind: bool,
    ) -> Result<Option<(usize, usize)>> {
        debug_assert!(!keys.takes_rest && !self.is_in_veiled());
        loop {
            let met = names::with(self.left(), |names| {
                match names.rest(|names| self.pass_strangers(keys, level, is_behind, names)) {
                    Some(met) => met,
                    None => self.pass_strangers(keys, level, is_behind, names),
                }
            });
            let met = match met {
                Some(met) => met,
                None => self.pass_strangers(keys, level, is_behind, &mut Unknown::all()),
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
        names: &mut impl Names,
    ) -> Result<Met> {
        let owner = Owner::typed(keys);
        let mut gap = self.gap(level);
        let mut is_on_name = !is_behind;
        loop {
            if is_on_name {
                let at = self.offset();
                let expected = names.eat_expected_of(owner, |name| self.eat_likely_name(name));
                let field = match expected.or_else(|| names.eat_second_of(owner, self)) {
                    Some(field) => field,
                    None => self.other_name(keys, names)?,
                };
                if let Some(i) = field {
                    return Ok(Met::Field(i, at));
                }
                self.meet_stranger();
                skip::value_by(self, names)?;
            }
            // Behind a value.
            while self.peek() == b',' {
                let comma = self.offset();
                match names.eat_expected_of(owner, |name| self.eat_likely_member(&gap, name)) {
                    Some(None) => {
                        self.meet_stranger();
                        skip::value_by(self, names)?;
                    }
                    Some(Some(i)) => return Ok(Met::Field(i, comma + 1 + gap.len())),
                    None => break,
                }
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

    /// A name that was not expected, and its colon: the index of its field, if there is one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn other_name(&mut self, keys: &'static Keys, names: &mut impl Names) -> Result<Field> {
        let at = self.offset();
        let field = match self.plain_string() {
            Some(name) => keys.find(name),
            None => keys.find(self.unescaped()?),
        };
        if field.is_none() && keys.deny_unknown {
            self.colon()?;
            self.meet_stranger();
            return Err(self.fail(Kind::UnknownField { keys }, at));
        }
        names.note(self, at, Owner::typed(keys), field);
        self.colon_in_line()?;
        Ok(field)
    }
}
