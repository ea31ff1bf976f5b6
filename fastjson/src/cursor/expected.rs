//! What mostly stands next, compared as a whole: the white space of a level, the name of a field, and all that is between two values.
//!
//! Where it does stand there, the cursor's place, which all that follows depends on, need not wait for a search: a branch has foretold it.

use super::Cursor;
use crate::key::Name;
use crate::scan::{self, Pattern};

/// Of how many levels the layout is kept. (To keep the white space itself instead of its place made pretty documents 3 % faster and small
/// ones 6 % slower: it is 384 bytes.)
pub(super) const LEVELS: usize = 8;

/// White space that stood somewhere in the text: its offset, and its length of up to [`Pattern::LEN`]. In one word, for every text begins
/// with none at each level.
// INVARIANT: the length is at most `Pattern::LEN`, so much white space stands there in the cursor's text, and so do `Pattern::LEN` bytes, if
// the text has as many at all.
#[derive(Clone, Copy)]
pub(super) struct White(usize);

impl White {
    const LEN_BITS: u32 = 6;

    pub(super) const NONE: White = White(0);

    #[inline(always)]
    fn offset(self) -> usize {
        self.0 >> Self::LEN_BITS
    }

    #[inline(always)]
    fn len(self) -> usize {
        self.0 % (1 << Self::LEN_BITS)
    }
}

impl Cursor<'_> {
    /// The level of the container that the cursor is in, or of one that is `deeper`: its place in the layout. Levels count down inwards, so
    /// that of what is around a container is the next higher one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn level(&self, deeper: usize) -> usize {
        (self.depth as usize).wrapping_sub(deeper) % LEVELS
    }

    /// Whether `white` stands at `place`.
    ///
    /// # Safety
    /// [`Pattern::LEN`] bytes of the text must stand there.
    #[cfg_attr(not(debug_assertions), inline(always))]
    unsafe fn is_white_at(&self, white: White, place: *const u8) -> bool {
        debug_assert!(place.addr() + Pattern::LEN <= self.end.addr());
        debug_assert!(white.offset() + Pattern::LEN <= self.end.addr() - self.start.addr());
        // SAFETY: the text has so many bytes, by the caller's promise, and then so many stand where `white` does.
        unsafe { scan::is_same(place, self.start.add(white.offset()), white.len()) }
    }

    /// Steps over the white space that is expected at a level, if it stands here and no more. `false` also near the end of the text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_white(&mut self, level: usize) -> bool {
        let white = self.layout[level % LEVELS];
        if self.left() <= Pattern::LEN {
            return false;
        }
        // SAFETY: a pattern's length and a byte are left, and white space is no longer.
        unsafe {
            if !self.is_white_at(white, self.cur) || *self.cur.add(white.len()) <= b' ' {
                return false;
            }
        }
        self.bump(white.len());
        true
    }

    /// Steps over white space, which is noted for the level.
    #[inline(never)]
    pub(crate) fn note_white(&mut self, level: usize) {
        let (at, left) = (self.offset(), self.left());
        self.white();
        let len = left - self.left();
        if len <= Pattern::LEN && left >= Pattern::LEN && at <= usize::MAX >> White::LEN_BITS {
            self.layout[level % LEVELS] = White(at << White::LEN_BITS | len);
        }
    }

    /// Steps over `name` and its colon, if both stand here without a space between them, and over the white space behind it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_name(&mut self, name: &Name) -> bool {
        if self.left() < Pattern::LEN || name.pattern.is_never() {
            return self.eat_any_name(name);
        }
        // SAFETY: a pattern's length is left.
        let is_here = unsafe { name.pattern.is_at(self.cur) };
        if is_here {
            self.bump(name.pattern.len());
            self.white_behind_colon();
        }
        is_here
    }

    /// [`eat_name`](Cursor::eat_name), whatever the length of name and text.
    #[inline(never)]
    fn eat_any_name(&mut self, name: &Name) -> bool {
        let is_here = self.eat(name.text);
        if is_here {
            self.white_behind_colon();
        }
        is_here
    }

    /// Steps over a comma, the white space of a level, `name` and mostly a space, if they stand here and a value behind them: all that is
    /// between two values. `false` also near the end of the text, and for a long name.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_member(&mut self, level: usize, name: &Name) -> bool {
        let white = self.layout[level % LEVELS];
        if self.left() < 1 + white.len() + Pattern::LEN + 2 {
            return false;
        }
        // SAFETY: a comma's, the white space's and a pattern's length and two bytes are left. A name is no longer than a pattern.
        unsafe {
            let mut at = 1;
            if *self.cur != b',' {
                return false;
            }
            if *self.cur.add(at) != b'"' {
                if !self.is_white_at(white, self.cur.add(at)) {
                    return false;
                }
                at += white.len();
            }
            if !name.pattern.is_at(self.cur.add(at)) {
                return false;
            }
            at += name.pattern.len();
            // A branch, which is foretold: what follows would have to wait for a length that is computed.
            if *self.cur.add(at) <= b' ' {
                if *self.cur.add(at) != b' ' || *self.cur.add(at + 1) <= b' ' {
                    return false;
                }
                at += 1;
            }
            self.bump(at);
        }
        true
    }
}
