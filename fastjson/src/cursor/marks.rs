//! Going back: marks that a failed try returns to, and objects that are read once more with some of their members hidden.
//!
//! A flattened type that tells its names only when it sees the members (an enum) reads the whole object again, behind a
//! [`Veil`]: members that the types around it know are passed over there, by whatever reads the object, and those that it takes
//! are noted, so that what nobody took can go to a flattened map or be an error.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cell::Cell;
use core::ops::Range;

use super::Cursor;
use crate::error::{Error, Kind, Result};
use crate::key::Keys;

/// No object has this depth inside.
pub(super) const NO_DEPTH: u32 = u32::MAX;

/// What few documents need. Empty, it costs nothing but its place in the cursor.
#[derive(Default)]
pub(crate) struct Rare {
    /// The memory of an error that was not needed, for the next one.
    spare: Cell<Option<Error>>,
    veils: Vec<Veil>,
    /// The offset of the veiled object.
    veiled_at: usize,
    /// The offsets of the names that were taken from the veiled object.
    taken: Vec<usize>,
    /// How many tries of untagged enums are being made, one inside the other.
    pub(crate) tries: u32,
    /// In how many levels more the outermost object could hold another, plus one, in which a member was met that it does not know; 0 if
    /// there was none. Who begins to watch sets it to 0, and afterwards back if it was more.
    pub(crate) stranger: u32,
    /// How the next try is to go about it.
    pub(crate) retry: Retry,
    /// Which variants of which untagged enum are known to fail at which offset, while there may be another visit. (`None`
    /// mostly, whose drop is no call.)
    pub(crate) failed: Option<BTreeMap<(usize, usize), u64>>,
}

impl Rare {
    /// Whether anything is to be dropped.
    pub(super) fn has_memory(&mut self) -> bool {
        self.veils.capacity() > 0
            || self.taken.capacity() > 0
            || self.failed.is_some()
            || self.spare.get_mut().is_some()
    }
}

/// Of the object at an offset, the longest member is to be read last.
#[derive(Clone)]
pub(crate) struct Retry {
    pub(crate) at: usize,
    /// From its name to behind its value.
    pub(crate) longest: Range<usize>,
}

impl Default for Retry {
    /// No object stands there.
    fn default() -> Retry {
        Retry { at: usize::MAX, longest: 0..0 }
    }
}

/// Names that are hidden from whatever reads the object at an offset.
#[derive(Clone, Copy)]
pub(crate) struct Veil {
    pub(crate) at: usize,
    pub(crate) keys: &'static Keys,
    /// One more name, that of a tag.
    pub(crate) tag: Option<&'static str>,
}

/// The state of a cursor, to come back to.
#[derive(Clone, Copy)]
pub(crate) struct Mark {
    pub(crate) offset: usize,
    depth: u32,
    veiled: u32,
    veiled_at: usize,
    veils: usize,
    taken: usize,
    tries: u32,
}

impl Mark {
    /// How many more containers could be entered.
    pub(crate) fn depth(&self) -> u32 {
        self.depth
    }

    /// How many tries were being made.
    pub(crate) fn tries(&self) -> u32 {
        self.tries
    }
}

impl Cursor<'_> {
    /// The state as it is here.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            offset: self.offset(),
            depth: self.depth,
            veiled: self.veiled,
            veiled_at: self.rare.veiled_at,
            veils: self.rare.veils.len(),
            taken: self.rare.taken.len(),
            tries: self.rare.tries,
        }
    }

    /// Back to where `mark` was made, in all respects.
    pub(crate) fn back_to(&mut self, mark: &Mark) {
        self.rare.taken.truncate(mark.taken);
        self.keep_taken(mark);
    }

    /// Back to where `mark` was made, but for what has been taken from veiled objects.
    pub(crate) fn keep_taken(&mut self, mark: &Mark) {
        self.rewind(mark.offset);
        self.depth = mark.depth;
        self.veiled = mark.veiled;
        self.rare.veiled_at = mark.veiled_at;
        self.rare.veils.truncate(mark.veils);
        self.rare.tries = mark.tries;
    }

    /// Hides members of an object from whatever reads it next, until the cursor goes back to a mark.
    pub(crate) fn veil(&mut self, veil: Veil) {
        self.rewind(veil.at);
        self.rare.veils.push(veil);
        self.rare.veiled_at = veil.at;
        self.veiled = self.depth.wrapping_sub(1);
    }

    /// Whether there may be an object of which some members are not to be read, or not in any order.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn may_be_unusual(&self) -> bool {
        self.veiled != NO_DEPTH || self.rare.retry.at != usize::MAX
    }

    /// Whether the cursor is in the veiled object, and not deeper.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn is_in_veiled(&self) -> bool {
        self.depth == self.veiled
    }

    /// Whether the object at `at` is the veiled one.
    pub(crate) fn is_veiled(&self, at: usize) -> bool {
        self.veiled != NO_DEPTH && self.rare.veiled_at == at
    }

    /// Whether what reads the veiled object is all that stands behind a tag.
    pub(crate) fn is_behind_tag(&self) -> bool {
        self.rare.veils.last().is_some_and(|veil| veil.tag.is_some() && veil.keys.nested.is_empty())
    }

    /// From the name of a member of the veiled object to the next one that is not hidden, which is counted as taken.
    #[cold]
    #[inline(never)]
    pub(super) fn visible_member(&mut self, mut more: bool) -> Result<bool> {
        while more {
            let at = self.offset();
            let name = self.string()?;
            let is_hidden = |veil: &Veil| {
                veil.at == self.rare.veiled_at
                    && (veil.tag == Some(&*name) || veil.keys.find(&name).is_some())
            };
            if !self.rare.veils.iter().any(is_hidden) {
                self.rewind(at);
                self.rare.taken.push(at);
                return Ok(true);
            }
            self.colon()?;
            self.skip_value()?;
            more = self.any_object_next()?;
        }
        Ok(false)
    }

    /// The member of the veiled object that was counted last is not taken after all.
    #[inline]
    pub(crate) fn untake(&mut self) {
        if self.is_in_veiled() {
            self.rare.taken.pop();
        }
    }

    /// The name at the cursor is taken, if it is in the veiled object.
    #[inline]
    pub(crate) fn take_here(&mut self) {
        if self.is_in_veiled() {
            let at = self.offset();
            self.rare.taken.push(at);
        }
    }

    /// Notes that the object at hand has a member that it does not know.
    #[inline]
    pub(crate) fn meet_stranger(&mut self) {
        self.rare.stranger = self.rare.stranger.max(self.depth + 1);
    }

    /// How many names have been taken from veiled objects so far.
    pub(crate) fn taken(&self) -> usize {
        self.rare.taken.len()
    }

    /// The offsets of the names that have been taken since there were `since`, in order.
    pub(crate) fn sorted_taken(&self, since: usize) -> Vec<usize> {
        let mut taken = self.rare.taken.get(since..).unwrap_or_default().to_vec();
        taken.sort_unstable();
        taken
    }

    /// Forgets what has been taken since there were `since`.
    pub(crate) fn forget_taken(&mut self, since: usize) {
        self.rare.taken.truncate(since);
    }

    /// Keeps the memory of an error that is not needed.
    pub(crate) fn discard(&mut self, err: Error) {
        self.rare.spare.set(Some(err));
    }

    /// An error, in memory that is at hand if there is some.
    #[cold]
    pub(super) fn make_error(&self, kind: Kind, offset: usize) -> Error {
        match self.rare.spare.take() {
            Some(err) => err.renew(kind, offset),
            None => Error::new(kind, offset),
        }
    }
}
