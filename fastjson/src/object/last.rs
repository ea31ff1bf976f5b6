//! Objects near the end of a text, which is all of a short one: no blocks can be read, and no names of strangers are learned.
//!
//! Expected is what follows in the order that was learned (`order.rs`), byte by byte and behind any white space, whether strangers stand
//! before it or not. (By blocks first and by bytes then, as elsewhere, short texts took 1.1 to 1.7 times as long. Without the learned order
//! objects with strangers execute 2 % less, and those in another order take 1.2 to 1.7 times as long.)

use super::PassedTag;
use super::seen::Seen;
use crate::cursor::Cursor;
use crate::decode::Fields;
use crate::error::Result;
use crate::key::Keys;
use crate::order;
use crate::skip::{self, names::Unknown};

/// Of how many bytes such an end is. (With 80, and the declared order alone, objects of 70 bytes took up to 1.3 times as long.)
pub(super) const LEN: usize = 48;

impl<'de> Cursor<'de> {
    /// The object of usual members into which has been stepped, with the cursor on its brace.
    #[inline(never)]
    pub(super) fn last_object(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<()> {
        self.bump(1);
        self.few_white();
        if self.peek() != b'"' {
            return self.first_member().map(|_| ());
        }
        self.last_members_in_line::<u64>(0, 0, keys, fields, &mut None)?;
        self.leave();
        Ok(())
    }

    /// Members from a name on, and the closing brace.
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
        let mut expected = order::expected(keys, next);
        loop {
            let is_here = keys.own.get(expected).is_some_and(|name| self.eat(name.text));
            let field = if is_here {
                self.white_behind_mark();
                Some(expected)
            } else {
                let field = self.other_name(keys, tag, &mut Unknown::all())?;
                if let Some(i) = field {
                    order::note(keys, next, i);
                }
                field
            };
            match field {
                Some(i) => {
                    self.member_value(i, keys, fields, &mut seen)?;
                    next = i + 1;
                    expected = order::expected(keys, next);
                }
                None => {
                    self.meet_stranger();
                    skip::short_value(self)?;
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
