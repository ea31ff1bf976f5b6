//! Objects near the end of a text, which is all of a short one: no blocks can be read, and nothing is learned for so few members.
//!
//! A loop that expects the next field by blocks first and then by bytes took 1.1 to 1.7 times as long for short texts.

use super::PassedTag;
use super::seen::Seen;
use crate::cursor::Cursor;
use crate::decode::Fields;
use crate::error::Result;
use crate::key::Keys;
use crate::skip::{self, names::Unknown};

/// Of how many bytes such an end is. (With 80, objects of 70 bytes take up to 1.3 times as long, for blocks pay at their beginning.)
pub(super) const LEN: usize = 48;

impl<'de> Cursor<'de> {
    /// [`object`](Cursor::object) of usual members.
    #[inline(never)]
    pub(super) fn last_object(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<usize> {
        let at = self.offset();
        if self.peek() != b'{' {
            return self.no_object(keys, fields);
        }
        self.enter()?;
        self.bump(1);
        self.few_white();
        if self.peek() != b'"' {
            self.first_member()?;
            return Ok(at);
        }
        self.last_members_in_line::<u64>(0, 0, keys, fields, &mut None)?;
        self.leave();
        Ok(at)
    }

    /// Members from a name on, and the closing brace: the field is expected that is declared behind the last one, strangers or not.
    #[inline(never)]
    pub(super) fn last_members<S: Seen>(
        &mut self,
        next: usize,
        seen: S,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
    ) -> Result<()> {
        self.last_members_in_line(next, seen, keys, fields, tag)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn last_members_in_line<S: Seen>(
        &mut self,
        mut next: usize,
        mut seen: S,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
    ) -> Result<()> {
        loop {
            let is_next = keys.own.get(next).is_some_and(|name| self.eat(name.text));
            let field = if is_next {
                self.white_behind_mark();
                Some(next)
            } else {
                self.other_name(keys, tag, &mut Unknown::all())?
            };
            match field {
                Some(i) => {
                    self.member_value(i, keys, fields, &mut seen)?;
                    next = i + 1;
                }
                None => {
                    self.meet_stranger();
                    skip::last_value(self)?;
                }
            }
            self.few_white();
            match self.peek() {
                b',' => {
                    self.bump(1);
                    self.few_white();
                    self.at_name()?;
                }
                b'}' => {
                    self.bump(1);
                    return Ok(());
                }
                _ => return Err(self.syntax("`,` or `}`")),
            }
        }
    }
}
