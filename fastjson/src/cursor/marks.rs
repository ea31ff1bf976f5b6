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

/// What few documents need. Empty, it costs nothing but its place in the cursor, and a word for each field to be written.
#[derive(Default)]
pub(crate) struct Rare {
    /// The memory of an error that was not needed, for the next one.
    spare: Cell<Option<Error>>,
    veiled: Option<Veiled>,
    /// How many tries of untagged enums are being made, one inside the other.
    pub(crate) tries: u32,
    /// In how many levels more the outermost object could hold another, plus one, in which a member was met that it does not know; 0 if
    /// there was none. Who begins to watch sets it to 0, and afterwards back if it was more.
    pub(crate) stranger: u32,
    /// How the next try is to go about it.
    pub(crate) retry: Option<Retry>,
    /// Which variants of which untagged enum are known to fail at which offset, with what hidden there, while there may be another visit.
    /// (`None` mostly, whose drop is no call.)
    pub(crate) failed: Option<BTreeMap<Tried, u64>>,
}

/// Where an untagged enum was tried: which enum, at which offset, with what hidden in the object there.
pub(crate) type Tried = (usize, usize, Vec<Hidden>);

/// What is hidden in an object.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hidden {
    /// The names of the keys at this address, and that of a tag.
    Names(usize, Option<&'static str>),
    /// The member whose name is at this offset.
    Entry(usize),
}

/// The veiled object.
#[derive(Default)]
struct Veiled {
    veils: Vec<Veil>,
    at: usize,
    /// The offsets of the names that were taken from it.
    taken: Vec<usize>,
    /// The offsets of the names of members that are hidden, since an enum with its tag outside took them, and behind how many veils it did.
    entries: Vec<(usize, usize)>,
}

impl Rare {
    /// Whether anything is to be dropped.
    pub(super) fn has_memory(&mut self) -> bool {
        self.veiled.is_some() || self.failed.is_some() || self.spare.get_mut().is_some()
    }
}

/// Of the object at an offset, the longest member is to be read last.
pub(crate) struct Retry {
    pub(crate) at: usize,
    /// From its name to behind its value.
    pub(crate) longest: Range<usize>,
}

/// Names that are hidden from whatever reads the object at an offset.
#[derive(Clone, Copy)]
pub(crate) struct Veil {
    pub(crate) at: usize,
    pub(crate) keys: &'static Keys,
    /// One more name, that of a tag.
    pub(crate) tag: Option<&'static str>,
    /// What reads the object is all that there is in it.
    pub(crate) is_whole: bool,
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
    entries: usize,
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

impl<'de> Cursor<'de> {
    /// Runs `decode`, and where it fails, goes back to where the cursor was, so that something else may be tried.
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// #[derive(Debug, PartialEq)]
    /// enum Names {
    ///     One(String),
    ///     All(Vec<String>),
    /// }
    /// impl<'de> Decode<'de> for Names {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         match cur.attempt(Vec::decode) {
    ///             Ok(names) => Ok(Names::All(names)),
    ///             Err(_) => String::decode(cur).map(Names::One),
    ///         }
    ///     }
    /// }
    /// let names: Vec<Names> = fastjson::from_str(r#"["a", ["b", "c"]]"#)?;
    /// assert_eq!(names, [Names::One("a".into()), Names::All(vec!["b".into(), "c".into()])]);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    ///
    /// # Errors
    /// That of `decode`.
    pub fn attempt<T>(&mut self, decode: impl FnOnce(&mut Cursor<'de>) -> Result<T>) -> Result<T> {
        let mark = self.mark();
        let result = decode(self);
        if result.is_err() {
            self.back_to(&mark);
        }
        result
    }
}

impl Cursor<'_> {
    /// The state as it is here.
    pub(crate) fn mark(&self) -> Mark {
        let (mut veiled_at, mut veils, mut taken, mut entries) = (0, 0, 0, 0);
        if let Some(veiled) = &self.rare.veiled {
            (veiled_at, veils) = (veiled.at, veiled.veils.len());
            (taken, entries) = (veiled.taken.len(), veiled.entries.len());
        }
        Mark {
            offset: self.offset(),
            depth: self.depth,
            veiled: self.veiled,
            veiled_at,
            veils,
            taken,
            entries,
            tries: self.rare.tries,
        }
    }

    /// Back to where `mark` was made, in all respects.
    pub(crate) fn back_to(&mut self, mark: &Mark) {
        self.forget_taken(mark.taken);
        self.keep_taken(mark);
    }

    /// Back to where `mark` was made, but for what has been taken from veiled objects.
    pub(crate) fn keep_taken(&mut self, mark: &Mark) {
        self.rewind(mark.offset);
        self.depth = mark.depth;
        self.veiled = mark.veiled;
        self.unveil(mark);
        if let Some(veiled) = &mut self.rare.veiled {
            veiled.at = mark.veiled_at;
        }
        self.rare.tries = mark.tries;
    }

    /// An enum with its tag outside takes the member of the veiled object whose name is at `at`. If it is flattened itself, and not a part of
    /// another enum, the member is [hidden](Cursor::hide_entries) from the types behind it.
    pub(crate) fn take_entry(&mut self, at: usize) {
        if let Some(veiled) = &mut self.rare.veiled {
            veiled.entries.push((at, veiled.veils.len()));
        }
    }

    /// The same for an enum with its tag and its content beside each other, on the value of one of which the cursor stands.
    pub(crate) fn take_known_entry(&mut self) {
        if self.is_in_veiled()
            && let Some(&at) = self.all_taken().last()
        {
            self.take_entry(at);
        }
    }

    /// The members that an enum has taken since the mark was made, behind the same veils.
    pub(crate) fn entries_since(&self, mark: &Mark) -> Vec<usize> {
        let Some(veiled) = &self.rare.veiled else { return Vec::new() };
        let since = veiled.entries.get(mark.entries..).unwrap_or_default();
        since.iter().filter(|(_, veils)| *veils == mark.veils).map(|&(at, _)| at).collect()
    }

    /// Nothing is hidden but what was when the mark was made.
    pub(crate) fn unveil(&mut self, mark: &Mark) {
        if let Some(veiled) = &mut self.rare.veiled {
            veiled.veils.truncate(mark.veils);
            veiled.entries.truncate(mark.entries);
        }
    }

    /// Hides members of the veiled object, which are taken, whatever has become of their values.
    pub(crate) fn hide_entries(&mut self, entries: &[usize]) {
        if let Some(veiled) = &mut self.rare.veiled {
            let veils = veiled.veils.len();
            veiled.entries.extend(entries.iter().map(|&at| (at, veils)));
            veiled.taken.extend(entries);
        }
    }

    /// What is hidden in the object at `at`.
    pub(crate) fn hidden(&self, at: usize) -> Vec<Hidden> {
        let Some(veiled) = self.rare.veiled.as_ref().filter(|_| self.is_veiled(at)) else {
            return Vec::new();
        };
        let veils = veiled.veils.iter().filter(|veil| veil.at == at);
        veils
            .map(|veil| Hidden::Names(core::ptr::from_ref(veil.keys).addr(), veil.tag))
            .chain(veiled.entries.iter().map(|&(entry, _)| Hidden::Entry(entry)))
            .collect()
    }

    /// Hides members of an object from whatever reads it next, until the cursor goes back to a mark.
    pub(crate) fn veil(&mut self, veil: Veil) {
        self.rewind(veil.at);
        let veiled = self.rare.veiled.get_or_insert_default();
        veiled.veils.push(veil);
        veiled.at = veil.at;
        self.veiled = self.depth.wrapping_sub(1);
    }

    /// Whether there may be an object of which some members are not to be read, or not in any order.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn may_be_unusual(&self) -> bool {
        self.veiled != NO_DEPTH || self.rare.retry.is_some()
    }

    /// Whether one member of the object at `at` is to be read last.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn is_retry(&self, at: usize) -> bool {
        self.rare.retry.as_ref().is_some_and(|retry| retry.at == at)
    }

    /// Whether the cursor is in the veiled object, and not deeper.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn is_in_veiled(&self) -> bool {
        self.depth == self.veiled
    }

    /// Whether the object at `at` is the veiled one.
    pub(crate) fn is_veiled(&self, at: usize) -> bool {
        self.veiled != NO_DEPTH && self.rare.veiled.as_ref().is_some_and(|veiled| veiled.at == at)
    }

    /// Whether what reads the veiled object is all that there is in it, but for a tag.
    pub(crate) fn is_whole(&self) -> bool {
        let last = self.rare.veiled.as_ref().and_then(|veiled| veiled.veils.last());
        last.is_some_and(|veil| veil.is_whole)
    }

    /// From the name of a member of the veiled object to the next one that is not hidden, which is counted as taken.
    #[cold]
    #[inline(never)]
    pub(super) fn visible_member(&mut self, mut more: bool) -> Result<bool> {
        while more {
            let at = self.offset();
            let name = self.string()?;
            let veiled = self.rare.veiled.get_or_insert_default();
            let is_hidden = |veil: &Veil| {
                veil.at == veiled.at
                    && (veil.tag == Some(&*name) || veil.keys.find(&name).is_some())
            };
            if !veiled.veils.iter().any(is_hidden)
                && !veiled.entries.iter().any(|&(entry, _)| entry == at)
            {
                veiled.taken.push(at);
                self.rewind(at);
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
        if self.is_in_veiled()
            && let Some(veiled) = &mut self.rare.veiled
        {
            veiled.taken.pop();
        }
    }

    /// The name at the cursor is taken, if it is in the veiled object.
    #[inline]
    pub(crate) fn take_here(&mut self) {
        let at = self.offset();
        if self.is_in_veiled()
            && let Some(veiled) = &mut self.rare.veiled
        {
            veiled.taken.push(at);
        }
    }

    /// Notes that the object at hand has a member that it does not know.
    #[inline]
    pub(crate) fn meet_stranger(&mut self) {
        self.rare.stranger = self.rare.stranger.max(self.depth + 1);
    }

    /// The offsets of the names that have been taken from veiled objects, in the order of taking.
    fn all_taken(&self) -> &[usize] {
        self.rare.veiled.as_ref().map_or(&[], |veiled| &veiled.taken)
    }

    /// How many names have been taken from veiled objects so far.
    pub(crate) fn taken(&self) -> usize {
        self.all_taken().len()
    }

    /// The offsets of the names that have been taken since there were `since`, in order.
    pub(crate) fn sorted_taken(&self, since: usize) -> Vec<usize> {
        let mut taken = self.all_taken().get(since..).unwrap_or_default().to_vec();
        taken.sort_unstable();
        taken
    }

    /// Forgets what has been taken since there were `since`.
    pub(crate) fn forget_taken(&mut self, since: usize) {
        if let Some(veiled) = &mut self.rare.veiled {
            veiled.taken.truncate(since);
        }
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
