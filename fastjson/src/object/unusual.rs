//! Objects of which some members are hidden, or one is to be read last, or whose names cannot be predicted. Cold, all of it.

use alloc::vec::Vec;
use core::ops::Range;

use super::PassedTag;
use crate::cursor::Cursor;
use crate::decode::Fields;
use crate::error::Result;
use crate::key::{Form, Keys};

impl<'de> Cursor<'de> {
    /// The members of the object at `at`, of which some are hidden, or one is to be read last, or names cannot be predicted.
    #[cold]
    #[inline(never)]
    pub(super) fn unusual_members(
        &mut self,
        at: usize,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
    ) -> Result<()> {
        if tag.is_none()
            && keys.form != Form::Twins
            && !self.is_in_veiled()
            && let Some(retry) = self.rare.retry.take_if(|retry| retry.at == at)
        {
            self.members_but_one(&retry.longest, keys, fields)
        } else {
            self.visible_members(keys, fields, tag)
        }
    }

    /// [`read_members`](Cursor::read_members), where members may be hidden or names cannot be predicted.
    #[cold]
    #[inline(never)]
    fn visible_members(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
    ) -> Result<()> {
        let mut seen = Vec::new();
        loop {
            self.found_member(keys, fields, tag, &mut seen)?;
            if !self.object_next()? {
                return Ok(());
            }
        }
    }

    /// [`read_members`](Cursor::read_members), the longest member last: of a try behind one that failed, the others tell sooner
    /// whether it fails as well.
    #[cold]
    #[inline(never)]
    fn members_but_one(
        &mut self,
        longest: &Range<usize>,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<()> {
        let mut seen = Vec::new();
        while self.offset() != longest.start {
            self.found_member(keys, fields, &mut None, &mut seen)?;
            self.any_object_next()?;
        }
        self.rewind(longest.end);
        while self.any_object_next()? {
            self.found_member(keys, fields, &mut None, &mut seen)?;
        }
        let end = self.offset();
        self.enter()?;
        self.rewind(longest.start);
        self.found_member(keys, fields, &mut None, &mut seen)?;
        self.leave();
        self.rewind(end);
        Ok(())
    }

    /// One member, found by its name.
    fn found_member(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
        seen: &mut Vec<u64>,
    ) -> Result<()> {
        match self.other_member(keys, fields, tag)? {
            Some(i) => self.member_value(i, keys, fields, seen),
            None => Ok(()),
        }
    }
}
