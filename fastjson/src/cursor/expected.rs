//! What mostly stands next, compared as a whole: the white space of a level, the name of a field, and all that is between two values. And
//! how long an array mostly is: as long as the last one.
//!
//! Where it does stand there, the cursor's place, which all that follows depends on, need not wait for a search: a branch has foretold it.

use core::marker::PhantomData;

use super::Cursor;
use crate::key::{Ends, Index, Name};
use crate::scan::{self, Pattern};

/// Of how many levels the layout is kept. (To keep the white space itself instead of its place made pretty documents 3 % faster and small
/// ones 6 % slower: it is 384 bytes.)
pub(super) const LEVELS: usize = 8;

/// White space that stood somewhere in the text: its offset, and its length of up to [`Pattern::LEN`]. In one word, for every text begins
/// with none at each level.
// INVARIANT: the length is at most `Pattern::LEN`, so much white space stands there in the cursor's text, and so do `Pattern::LEN` bytes, if
// the text has as many at all.
#[derive(Clone, Copy, PartialEq)]
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

/// For how many elements a `Vec` takes memory if nothing is known.
const USUAL_LEN: usize = 4;

/// How many bytes are taken because the last array needed them.
const MOST_EXPECTED: usize = 4096;

/// Where the length of the last array of `T` is noted: levels share a place with others, as for the white space, and with other types.
#[cfg_attr(not(debug_assertions), inline(always))]
fn place_of_len<T>(level: usize) -> usize {
    (level + size_of::<T>() / 8) % LEVELS
}

impl<'de> Cursor<'de> {
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

    /// Notes that no white space stands in the containers of a level.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn note_no_white(&mut self, level: usize) {
        self.layout[level % LEVELS] = White::NONE;
    }

    /// Steps over white space, which is noted for the level.
    #[inline(never)]
    pub(crate) fn note_white(&mut self, level: usize) {
        let (at, left) = (self.offset(), self.left());
        if left < Pattern::LEN {
            return self.few_white();
        }
        self.white();
        let len = left - self.left();
        if len <= Pattern::LEN && at <= usize::MAX >> White::LEN_BITS {
            self.layout[level % LEVELS] = White(at << White::LEN_BITS | len);
        }
    }

    /// For how many `T` an array of a level needs memory, if it is as long as the last one was: 0 if that is not worth a thought. What is
    /// for nothing is bounded by [`MOST_EXPECTED`]. For more elements it is a power of two of them, as an array grows by itself: with 85
    /// strings instead of 64 at first, two arrays of 500 pairs of strings took 1.2 times as long, for the allocator merged and split their
    /// memory.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn expected_len<T>(&self, level: usize) -> usize {
        let most = const {
            let most = MOST_EXPECTED / if size_of::<T>() == 0 { 1 } else { size_of::<T>() };
            if most == 0 { 0 } else { 1 << most.ilog2() }
        };
        match usize::from(self.lens[place_of_len::<T>(level)]).min(most) {
            ..=USUAL_LEN => 0,
            len => len,
        }
    }

    /// Notes how many `T` the array of a level has.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn note_len<T>(&mut self, level: usize, len: usize) {
        self.lens[place_of_len::<T>(level)] = u16::try_from(len).unwrap_or(u16::MAX);
    }

    /// Steps over `name` and its colon, if both stand here without a space between them, and over the white space behind it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_name(&mut self, name: &Name) -> bool {
        if self.is_near_start_or_end() || name.pattern.is_never() {
            return self.eat_any_name(name);
        }
        self.eat_likely_name(&name.pattern) || self.has_odd_colons && self.eat_odd_name(name)
    }

    /// The same for a name that was met before; `false` also at the start and near the end of the text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_likely_name(&mut self, name: &Pattern) -> bool {
        if self.is_near_start_or_end() {
            return false;
        }
        // SAFETY: a pattern's length is left, and a byte stands before.
        let is_here = unsafe { name.is_behind(self.cur.sub(1)) };
        if is_here {
            debug_assert!(name.len() > 2);
            self.bump(name.len() - 1);
            self.white_behind_mark();
        }
        is_here
    }

    /// What [`eat_likely_name`](Cursor::eat_likely_name) is to find elsewhere: the name that begins at `at` and ends here, with its colon.
    #[cfg(feature = "std")]
    pub(crate) fn likely_name(&self, at: usize) -> Option<Pattern> {
        let before = at.checked_sub(1)?;
        let is_name = self.peek() == b':';
        Pattern::at(self.since(before), self.offset() + 1 - before).filter(|_| is_name)
    }

    /// Steps over one of `names` that stands here, found by `index`: its number. `None`, and the cursor unmoved, if none is found, as at the
    /// start and near the end of the text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_indexed(&mut self, index: &Index, names: &[Name]) -> Option<usize> {
        if index.is_empty() || self.is_near_start_or_end() {
            return None;
        }
        // SAFETY: a pattern's length is left.
        let ends = unsafe { self.ends_of_name() }?;
        let number = index.number(ends)?;
        let pattern = &names.get(number)?.pattern;
        // SAFETY: a pattern's length is left, and a byte stands before.
        if !unsafe { pattern.is_behind(self.cur.sub(1)) } {
            return None;
        }
        debug_assert!(pattern.len() - 1 == ends.len + 2);
        // (Known sooner than the pattern's length is, which waits for the hash.)
        self.bump(ends.len + 2);
        Some(number)
    }

    /// What stands behind the byte here, which may be any, up to the next quote, if one follows soon.
    ///
    /// # Safety
    /// [`Pattern::LEN`] bytes of the text must be left.
    #[inline(always)]
    pub(super) unsafe fn ends_of_name(&self) -> Option<Ends> {
        debug_assert!(self.left() >= Pattern::LEN);
        // SAFETY: as demanded of the caller.
        let quotes = unsafe { scan::quotes(self.cur) } & !1;
        let len = (quotes.trailing_zeros() as usize).wrapping_sub(1);
        if quotes == 0 {
            return None;
        }
        // SAFETY: `len` is less than a pattern's by two or more, and that is eight or more.
        let word = |at: usize| unsafe {
            u64::from_le(self.cur.add(1 + at).cast::<u64>().read_unaligned())
        };
        let short = len.min(8);
        // (Of no byte all are taken: such a name has no slot.)
        let mask = u64::MAX.wrapping_shr((64 - 8 * short) as u32);
        Some(Ends { first: word(0) & mask, last: word(len.max(8) - 8) & mask, len })
    }

    /// Whether no byte stands before, or less than a pattern's length is left.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_near_start_or_end(&self) -> bool {
        self.left() < Pattern::LEN || self.cur == self.start
    }

    /// [`eat_name`](Cursor::eat_name), whatever the length of name and text.
    #[inline(never)]
    fn eat_any_name(&mut self, name: &Name) -> bool {
        let is_here = self.eat(name.text);
        if is_here {
            self.white_behind_mark();
        }
        is_here
    }

    /// The same, whatever white space stands around the colon.
    #[inline(never)]
    fn eat_odd_name(&mut self, name: &Name) -> bool {
        let before = self.cur;
        if !self.eat(name.text.strip_suffix(':').unwrap_or(name.text)) {
            return false;
        }
        if let [b' ', b':', b' ', value, ..] = self.rest()
            && *value > b' '
        {
            self.bump(3);
            return true;
        }
        if self.eat_usual_colon() {
            self.has_odd_colons = false;
            return true;
        }
        self.white();
        if self.peek() != b':' {
            self.cur = before;
            return false;
        }
        self.bump(1);
        self.white_behind_mark();
        true
    }

    /// What is expected between two members of an object of a level.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn gap(&self, level: usize) -> Gap<'de> {
        let white = self.layout[level % LEVELS];
        let len = white.len();
        debug_assert!(white.offset() + len <= self.whole().len());
        Gap {
            white,
            // SAFETY: it stands in the text, by its invariant.
            place: unsafe { self.start.add(white.offset()) },
            len,
            bits: scan::bits(len),
            last: match self.has_odd_colons {
                true => 0,
                false => self.end.addr().saturating_sub(len + Pattern::LEN + 2),
            },
            text: PhantomData,
        }
    }

    /// Steps over a comma, the white space of the gap, `name` and mostly a space, if they stand here and a value behind them: all that is
    /// between two values. `false` also for a long name.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_member(&mut self, gap: &Gap<'de>, name: &Name) -> bool {
        if self.cur.addr() > gap.last {
            return self.peek() == b',' && self.eat_member_near_end(gap, name);
        }
        debug_assert!(self.left() >= gap.len + Pattern::LEN + 2);
        // SAFETY: the white space's and a pattern's length and two bytes are left. A pattern begins with a comma.
        unsafe {
            if gap.len == 0 {
                name.pattern.is_at(self.cur) && self.at_value(name.pattern.len())
            } else {
                *self.cur == b',' && self.eat_first_member(gap, name)
            }
        }
    }

    /// The same behind an opening brace, on which the cursor stands.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_first_member(&mut self, gap: &Gap<'de>, name: &Name) -> bool {
        if self.cur.addr() > gap.last {
            return self.eat_member_near_end(gap, name);
        }
        self.eat_likely_member(gap, &name.pattern)
    }

    /// The same behind a comma or an opening brace, on which the cursor stands, of a name that was met before; `false` also near the end of
    /// the text, or where no member may follow.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_likely_member(&mut self, gap: &Gap<'de>, name: &Pattern) -> bool {
        if self.cur.addr() > gap.last {
            return false;
        }
        debug_assert!(self.left() >= gap.len + Pattern::LEN + 2);
        // SAFETY: the white space's and a pattern's length and two bytes are left. A pattern begins with a byte that is not compared here.
        unsafe {
            (gap.len == 0 || gap.is_white_at(self.cur.add(1)))
                && name.is_behind(self.cur.add(gap.len))
                && self.at_value(gap.len + name.len())
        }
    }

    /// The same behind a byte that stands here, whatever the length of name and text. (Of a short text that is all.)
    #[inline(never)]
    fn eat_member_near_end(&mut self, gap: &Gap<'de>, name: &Name) -> bool {
        if self.has_odd_colons {
            return self.eat_odd_member(gap, name);
        }
        self.eat_behind_mark(|cur| {
            // (A space, or none, is told sooner without the gap.)
            if gap.len < 2 || !cur.eat_white_of(gap) {
                cur.white_behind_mark();
            }
            let is_here = cur.eat(name.text);
            if is_here && cur.peek() == b' ' {
                cur.bump(1);
            }
            is_here
        })
    }

    /// The same, whatever white space stands around the colon. (Of the gap only the white space is looked at: what reads more of it gets it by its
    /// address, and every object has to put it into memory, which is up to 2.6 % more instructions for a document.)
    #[inline(never)]
    fn eat_odd_member(&mut self, gap: &Gap<'de>, name: &Name) -> bool {
        // SAFETY: the white space's and a pattern's length and three bytes are left.
        let is_here = self.left() >= gap.len + Pattern::LEN + 3
            && unsafe {
                (gap.len == 0 || self.is_white_at(gap.white, self.cur.add(1)))
                    && name.pattern.is_behind_but_colon(self.cur.add(gap.len))
                    && self.at_value_behind_spaced_colon(gap.len + name.pattern.len() - 1)
            };
        is_here || self.eat_behind_mark(|cur| cur.eat_white_of(gap) && cur.eat_odd_name(name))
    }

    /// Steps over the white space of the gap, if it stands here.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn eat_white_of(&mut self, gap: &Gap<'de>) -> bool {
        self.eat(&self.whole()[gap.white.offset()..][..gap.len])
    }

    /// Steps over a byte and what `eat` eats, if that stands here and a value behind it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn eat_behind_mark(&mut self, eat: impl FnOnce(&mut Self) -> bool) -> bool {
        let before = self.cur;
        self.bump(1);
        let is_here = eat(self) && self.peek() > b' ';
        if !is_here {
            self.cur = before;
        }
        is_here
    }

    /// Steps over `at` bytes and a colon between spaces, if a value follows.
    ///
    /// # Safety
    /// Four bytes more must be left, and they must begin on a character boundary.
    #[cfg_attr(not(debug_assertions), inline(always))]
    unsafe fn at_value_behind_spaced_colon(&mut self, at: usize) -> bool {
        debug_assert!(at + 4 <= self.left());
        // SAFETY: as demanded of the caller.
        let [before, colon, behind, value] = unsafe { *self.cur.add(at).cast::<[u8; 4]>() };
        let is_here = [before, colon, behind] == *b" : " && value > b' ';
        if is_here {
            self.bump(at + 3);
        }
        is_here
    }

    /// Steps over `at` bytes and mostly a space, if a value follows.
    ///
    /// # Safety
    /// Two bytes more must be left, and they must begin on a character boundary.
    #[cfg_attr(not(debug_assertions), inline(always))]
    unsafe fn at_value(&mut self, mut at: usize) -> bool {
        debug_assert!(at + 2 <= self.left());
        // SAFETY: as demanded of the caller.
        unsafe {
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

/// What is expected between two members: a comma and the white space that stood there the last time. Made once for as many members as
/// come as expected.
// INVARIANT: at `place`, `Pattern::LEN` bytes are readable for `'de`, if the text has as many at all.
#[derive(Clone, Copy)]
pub(crate) struct Gap<'de> {
    white: White,
    place: *const u8,
    len: usize,
    bits: u32,
    /// The last address of a comma behind which the text is long enough; 0, if colons are odd.
    last: usize,
    text: PhantomData<&'de str>,
}

impl<'de> Gap<'de> {
    /// Whether the white space stands at `place`.
    ///
    /// # Safety
    /// [`Pattern::LEN`] bytes of the text must stand there.
    #[inline(always)]
    unsafe fn is_white_at(&self, place: *const u8) -> bool {
        // SAFETY: as demanded of the caller; and then the text has as many bytes.
        unsafe { scan::is_same_in(self.bits, place, self.place, self.len) }
    }

    /// In an array, where no member may follow.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn without_members(self) -> Gap<'de> {
        Gap { last: 0, ..self }
    }

    /// Of an object's level, where other white space may have been met meanwhile.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn renew(&mut self, cur: &Cursor<'de>, level: usize) {
        if cur.layout[level % LEVELS] != self.white || cur.has_odd_colons != (self.last == 0) {
            *self = cur.gap(level);
        }
    }
}
