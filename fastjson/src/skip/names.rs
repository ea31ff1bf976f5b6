//! What is known about the names of members that are passed over.

use crate::cursor::{Cursor, Gap};
use crate::key::Keys;
use crate::scan::Pattern;

/// Whose object it is that a name stands in: what follows a name depends on it, and whether it is a field's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Owner(pub(super) usize);

impl Owner {
    /// An object of a type.
    pub(crate) fn typed(keys: &'static Keys) -> Owner {
        const { assert!(align_of::<Keys>() > 1) };
        Owner(core::ptr::from_ref(keys).addr())
    }

    /// An object without a type, so many levels deeper than the cursor is. (Odd, and thus no type's.)
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn deeper(cur: &Cursor<'_>, levels: usize) -> Owner {
        Owner((cur.depth() as usize).wrapping_sub(levels) << 1 | 1)
    }
}

/// What a name in an object of an [`Owner`] stands for: one of its fields, or none.
pub(crate) type Field = Option<usize>;

/// What is known about names. A name is `"name":` here, as it stands in a text.
pub(crate) trait Names {
    /// [`Cursor::eat_likely_member`] of the name that is expected.
    fn eat_expected<'de>(&mut self, cur: &mut Cursor<'de>, gap: &Gap<'de>) -> bool;

    /// Steps over the name that is expected by `eat`, if it is known in objects of the owner and stands here.
    fn eat_expected_of(
        &mut self,
        owner: Owner,
        eat: impl FnOnce(&Pattern) -> bool,
    ) -> Option<Field>;

    /// The same of the name that would be expected if the expected one were not.
    fn eat_second_of(&mut self, owner: Owner, eat: impl FnOnce(&Pattern) -> bool) -> Option<Field>;

    /// Notes a name that was not expected, and whose colon is at the cursor, if one follows.
    fn note(&mut self, cur: &Cursor<'_>, at: usize, owner: Owner, field: Field);

    /// Passes names by `f` as unknown ones, if it is time for that because those that are known are met seldom.
    fn rest<R>(&mut self, f: impl FnOnce(&mut Unknown) -> R) -> Option<R>;

    /// Whether it is time for a change: for a [`rest`](Names::rest), or for an end of it.
    fn is_over(&self) -> bool;
}

/// No name is known.
pub(crate) struct Unknown {
    /// How many are to be passed before [it is over](Names::is_over).
    pub(super) left: usize,
}

impl Unknown {
    /// Of all names.
    pub(crate) fn all() -> Unknown {
        Unknown { left: usize::MAX }
    }
}

impl Names for Unknown {
    #[inline(always)]
    fn eat_expected<'de>(&mut self, _: &mut Cursor<'de>, _: &Gap<'de>) -> bool {
        false
    }

    #[inline(always)]
    fn eat_expected_of(&mut self, _: Owner, _: impl FnOnce(&Pattern) -> bool) -> Option<Field> {
        None
    }

    #[inline(always)]
    fn eat_second_of(&mut self, _: Owner, _: impl FnOnce(&Pattern) -> bool) -> Option<Field> {
        None
    }

    #[inline(always)]
    fn note(&mut self, _: &Cursor<'_>, _: usize, _: Owner, _: Field) {
        self.left = self.left.saturating_sub(1);
    }

    #[inline(always)]
    fn rest<R>(&mut self, _: impl FnOnce(&mut Unknown) -> R) -> Option<R> {
        None
    }

    #[inline(always)]
    fn is_over(&self) -> bool {
        self.left == 0
    }
}

#[cfg(feature = "std")]
pub(crate) use super::learned::{are_learned, with};

/// Without `std` there is no place for what could be learned.
#[cfg(not(feature = "std"))]
pub(crate) fn are_learned(_: usize) -> bool {
    false
}

#[cfg(not(feature = "std"))]
pub(crate) fn with<R>(_: usize, _: impl FnOnce(&mut Unknown) -> R) -> Option<R> {
    None
}
