//! Untagged enums: variants that the value's first byte or the names in it rule out are dropped, the others are tried in
//! declaration order, and the first that succeeds is it. A failed try goes back in the text and leaves nothing behind but
//! the memory of its error, which the next one takes.
//!
//! To look at all names costs as much as to decode the object. So the variant whose first name is the first in the text is tried before:
//! if it succeeds, meets no member that it does not know, and each variant before it needs a name that it does not know, then none of
//! these could have succeeded. If it met others, the look decides about it.
//!
//! A variant that is tried behind another that failed decodes the longest member last: if it fails as well, then mostly at one of the
//! others, and nothing long has been decoded.
//!
//! Where untagged enums hold each other, the tries inside a failed try are made again by the next one: which variants have failed
//! where is remembered while a try may be repeated, so that a value is not tried as a variant twice in vain (k variants at depth d would
//! otherwise make k to the d tries).

use core::cmp::Reverse;
use core::ops::Range;

use crate::cursor::{Cursor, Mark, Retry, Veil};
use crate::decode::FirstBytes;
use crate::error::{Error, Kind, Result};
use crate::key::Keys;

/// One variant, as far as it can be told without a try.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    first: FirstBytes,
    names: Option<&'static Keys>,
}

impl Candidate {
    /// A variant whose values begin with `first` and, if they are objects, have the names `names`.
    #[must_use]
    pub const fn new(first: FirstBytes, names: Option<&'static Keys>) -> Candidate {
        Candidate { first, names }
    }
}

/// The variants of one untagged enum, at most 64 of which are told apart beforehand.
#[derive(Debug)]
pub struct Untagged<C: ?Sized = [Candidate]> {
    name: &'static str,
    /// What a message says instead of what the best variant found wrong.
    expecting: Option<&'static str>,
    candidates: C,
}

impl<const N: usize> Untagged<[Candidate; N]> {
    /// The variants of an enum called `name`.
    #[must_use]
    pub const fn new(name: &'static str, candidates: [Candidate; N]) -> Self {
        Untagged { name, expecting: None, candidates }
    }

    /// What the message of a value that is no variant says that was expected.
    #[must_use]
    pub const fn expecting(mut self, expecting: &'static str) -> Self {
        self.expecting = Some(expecting);
        self
    }
}

impl Untagged {
    /// The only variant whose values may begin with `byte`: it is not tried but decoded.
    #[inline]
    fn only(&self, byte: u8) -> Option<usize> {
        let first = FirstBytes::of(byte);
        let mut candidates = self.candidates.iter();
        let i = candidates.position(|candidate| candidate.first.meets(first))?;
        let has_more = candidates.any(|candidate| candidate.first.meets(first));
        (!has_more && self.expecting.is_none()).then_some(i)
    }
}

/// Decodes the value at the cursor as the first variant that succeeds; `attempt` decodes it as variant `i`.
///
/// # Errors
/// When no variant does: the error of the one that came furthest.
#[inline]
pub fn untagged<'de, T>(
    cur: &mut Cursor<'de>,
    of: &'static Untagged,
    out: &mut Option<T>,
    attempt: fn(usize, &mut Cursor<'de>, &mut Option<T>) -> Result<()>,
) -> Result<()> {
    let veiled = cur.is_veiled(cur.offset()).then(|| of_veiled(cur));
    let result = tried(cur, of, out, attempt);
    if let Some(mark) = veiled {
        cur.unveil(&mark);
    }
    result
}

/// An untagged enum is all that there is in an object: what is flattened into another type behind it has all of the members, too. Returned is
/// where that ends to be so.
#[cold]
#[inline(never)]
fn of_veiled(cur: &mut Cursor<'_>) -> Mark {
    let mark = cur.mark();
    cur.veil(Veil { at: cur.offset(), keys: Keys::OPEN, tag: None, is_whole: true });
    mark
}

/// [`untagged`], whatever else there is in the object.
#[cfg_attr(not(debug_assertions), inline(always))]
fn tried<'de, T>(
    cur: &mut Cursor<'de>,
    of: &'static Untagged,
    out: &mut Option<T>,
    attempt: fn(usize, &mut Cursor<'de>, &mut Option<T>) -> Result<()>,
) -> Result<()> {
    if let Some(i) = of.only(cur.peek()) {
        return attempt(i, cur, out);
    }
    // Where two enums share their code, they fail alike.
    let mut tries = Tries::new(cur, of, attempt as usize);
    while let Some(i) = tries.next(cur)? {
        match attempt(i, cur, out) {
            Ok(()) => {
                if tries.is_first(cur, i)? {
                    tries.succeed(cur);
                    return Ok(());
                }
                *out = None;
            }
            Err(err) => tries.fail(cur, i, err)?,
        }
    }
    match tries.best(cur)? {
        // Once more, for what it says.
        Some(i) => attempt(i, cur, out),
        None => Ok(()),
    }
}

/// The tries of one value.
struct Tries {
    of: &'static Untagged,
    identity: usize,
    mark: Mark,
    /// The variants that are still to be tried, a bit each.
    left: u64,
    /// The next variant beyond the 64 that have bits.
    beyond: usize,
    is_object: bool,
    /// Whether the names need no look (any more).
    has_looked: bool,
    /// Whether names have ruled variants out.
    has_ruled: bool,
    /// Of the variants that lack names, the one of which most are there, then the one that lacks the fewest.
    nearest: Option<Near>,
    /// Whether this value is inside another one's try, and may be visited again.
    is_nested: bool,
    /// The failed variant that came furthest, and how far.
    best: Option<(usize, usize)>,
    /// Only one variant was ever possible: its error is the value's.
    is_only: bool,
    /// The value has been read in vain.
    has_wasted: bool,
    /// The longest member, once it has been looked for.
    longest: Option<Range<usize>>,
    /// A variant is tried before its turn: what [`Rare::stranger`](crate::cursor::Rare::stranger) was before.
    guess: Option<u32>,
}

/// A variant that lacks names.
#[derive(Clone, Copy)]
struct Near {
    variant: usize,
    /// How many of those that it needs are there.
    there: u32,
    lacking: u32,
}

impl Tries {
    fn new(cur: &mut Cursor<'_>, of: &'static Untagged, identity: usize) -> Tries {
        let mark = cur.mark();
        let byte = cur.peek();
        let first = FirstBytes::of(byte);
        let mut left = 0;
        for (i, candidate) in of.candidates.iter().enumerate().take(64) {
            left |= u64::from(candidate.first.meets(first)) << i;
        }
        let is_nested = cur.rare.tries > 0;
        let mut has_looked = false;
        if is_nested
            && let Some(all) = &cur.rare.failed
            && let Some(failed) = all.get(&(identity, mark.offset, cur.hidden(mark.offset)))
        {
            left &= !failed;
            has_looked = true;
        }
        Tries {
            of,
            identity,
            mark,
            left,
            beyond: 64,
            is_object: byte == b'{',
            has_looked,
            has_ruled: false,
            nearest: None,
            is_nested,
            best: None,
            is_only: false,
            has_wasted: false,
            longest: None,
            guess: None,
        }
    }

    /// The next variant to try.
    fn next(&mut self, cur: &mut Cursor<'_>) -> Result<Option<usize>> {
        let wants_longest = self.has_wasted && self.longest.is_none();
        let wants_look = !self.has_looked || (wants_longest && !cur.is_veiled(self.mark.offset));
        if self.is_object && wants_look && self.left.count_ones() > 1 {
            if let Some(i) = self.foresee(cur) {
                cur.rare.tries = self.mark.tries() + 1;
                return Ok(Some(i));
            }
            self.look(cur)?;
        }
        let i = if self.left != 0 {
            self.left.trailing_zeros() as usize
        } else if self.beyond < self.of.candidates.len() {
            self.beyond
        } else {
            return Ok(None);
        };
        let has_more = self.left.count_ones() > 1 || self.of.candidates.len() > 64;
        self.is_only = !has_more && !self.has_wasted && self.of.expecting.is_none();
        cur.rare.retry = match &self.longest {
            Some(longest) if self.has_wasted && has_more => {
                Some(Retry { at: self.mark.offset, longest: longest.clone() })
            }
            // The last one is likely to succeed.
            _ => None,
        };
        // A variant that is the only one left is not tried but decoded.
        cur.rare.tries = self.mark.tries() + u32::from(!self.is_only);
        Ok(Some(i))
    }

    /// Which of several variants is likely to be it, as its first name is the first in the text. If it is not the first one left, those
    /// before it are ruled out by an object that has only its names.
    fn foresee(&mut self, cur: &mut Cursor<'_>) -> Option<usize> {
        if self.has_wasted {
            return None;
        }
        let candidates = &self.of.candidates;
        cur.bump(1);
        cur.white();
        let found = bits(self.left).find(|&i| {
            let names = candidates[i].names;
            names.and_then(|names| names.own.first()).is_some_and(|name| cur.eat(name.text))
        });
        cur.rewind(self.mark.offset);
        let i = found?;
        let before = self.left & ((1 << i) - 1);
        if before != 0 {
            let names = candidates[i].names?;
            if cur.is_veiled(self.mark.offset)
                || bits(before)
                    .any(|i| candidates[i].names.is_none_or(|other| !other.needs_more_than(names)))
            {
                return None;
            }
            self.guess = Some(core::mem::take(&mut cur.rare.stranger));
        }
        Some(i)
    }

    /// Variant `i` succeeded: whether it was its turn.
    #[inline]
    fn is_first(&mut self, cur: &mut Cursor<'_>, i: usize) -> Result<bool> {
        match self.end_guess(cur) {
            true => self.confirm(cur, i),
            false => Ok(true),
        }
    }

    /// Whether a guess met members that it did not know.
    #[inline]
    fn end_guess(&mut self, cur: &mut Cursor<'_>) -> bool {
        let Some(before) = self.guess.take() else { return false };
        let stranger = cur.rare.stranger;
        cur.rare.stranger = before.max(stranger);
        stranger >= self.mark.depth()
    }

    /// A guess succeeded but left members over: whether the variants before it need names that the object lacks. If not, it must wait.
    #[cold]
    #[inline(never)]
    fn confirm(&mut self, cur: &mut Cursor<'_>, i: usize) -> Result<bool> {
        let end = cur.offset();
        cur.back_to(&self.mark);
        self.look(cur)?;
        let is_first = self.left.trailing_zeros() as usize == i;
        if is_first {
            cur.rewind(end);
        } else {
            self.has_wasted = true;
        }
        Ok(is_first)
    }

    /// Rules variants out that need names which the object lacks; and finds the longest member.
    #[inline(never)]
    fn look(&mut self, cur: &mut Cursor<'_>) -> Result<()> {
        self.has_looked = true;
        let candidates = &self.of.candidates;
        let mut seen = [0_u64; 64];
        let mut longest = 0..0;
        let mut more = cur.object_start()?;
        while more {
            let name_at = cur.offset();
            let name = cur.name()?;
            for i in bits(self.left) {
                if let Some(names) = candidates[i].names
                    && let Some(field) = names.find(&name)
                    && field < 64
                {
                    seen[i] |= 1 << field;
                }
            }
            cur.skip_value()?;
            if cur.offset() - name_at > longest.len() {
                longest = name_at..cur.offset();
            }
            more = cur.object_next()?;
        }
        cur.back_to(&self.mark);
        // Of a veiled object it might be hidden; and an object without members has none.
        self.longest = (!cur.is_veiled(self.mark.offset) && !longest.is_empty()).then_some(longest);
        for i in bits(self.left) {
            let required = candidates[i].names.map_or(0, |names| names.required);
            let lacking = (required & !seen[i]).count_ones();
            if lacking > 0 {
                self.left &= !(1 << i);
                self.has_ruled = true;
                self.note_lacking(i, lacking);
            }
        }
        Ok(())
    }

    /// Variant `i` lacks so many names.
    fn note_lacking(&mut self, variant: usize, lacking: u32) {
        let names = self.of.candidates[variant].names;
        let required = names.map_or(0, |names| names.required.count_ones());
        let near = Near { variant, there: required.saturating_sub(lacking), lacking };
        let is_nearer = |old: Near| {
            let rank = |near: Near| (near.there, Reverse(near.lacking), Reverse(near.variant));
            rank(near) > rank(old)
        };
        if self.nearest.is_none_or(is_nearer) {
            self.nearest = Some(near);
        }
    }

    #[inline]
    fn succeed(&self, cur: &mut Cursor<'_>) {
        cur.rare.tries = self.mark.tries();
        cur.rare.retry = None;
        if self.is_nested && (self.has_wasted || self.has_ruled) {
            // A short look is made again sooner than it is remembered.
            const SHORT: usize = 512;
            if self.has_wasted || cur.offset() - self.mark.offset > SHORT {
                self.remember(cur, !self.left);
            }
        }
        if cur.rare.tries == 0 {
            cur.rare.failed = None;
        }
    }

    /// Goes back; an error that another variant cannot mend is passed on.
    #[cold]
    #[inline(never)]
    fn fail(&mut self, cur: &mut Cursor<'_>, i: usize, err: Error) -> Result<()> {
        self.end_guess(cur);
        if self.is_only || !err.is_about_value() {
            return Err(err);
        }
        self.has_wasted = true;
        let reached = err.offset_or(self.mark.offset);
        // (What only lacks names has come as far as those that were not tried for that.)
        if let (Some(lacking), true) = (err.lacking(), reached == self.mark.offset) {
            self.note_lacking(i, lacking);
        } else if self
            .best
            .is_none_or(|(first, best)| reached > best || reached == best && i < first)
        {
            self.best = Some((i, reached));
        }
        cur.discard(err);
        cur.back_to(&self.mark);
        if i < 64 {
            self.left &= !(1 << i);
        } else {
            self.beyond = i + 1;
        }
        Ok(())
    }

    /// No variant succeeded: the one whose error is to be shown, if there is one and it matters.
    #[cold]
    #[inline(never)]
    fn best(&self, cur: &mut Cursor<'_>) -> Result<Option<usize>> {
        let at = self.mark.offset;
        cur.rare.retry = None;
        if self.is_nested {
            self.remember(cur, u64::MAX);
        } else {
            cur.rare.failed = None;
        }
        let furthest = self.best.filter(|&(_, reached)| reached > at || self.nearest.is_none());
        let best = furthest.map(|(i, _)| i).or(self.nearest.map(|near| near.variant));
        match (self.of.expecting, best) {
            (Some(expecting), _) => Err(cur.expected(expecting)),
            (None, Some(i)) if !self.is_nested => Ok(Some(i)),
            (None, _) => {
                let reached = self.best.map_or(at, |(_, reached)| reached);
                let name = self.of.name;
                Err(cur.fail(Kind::NoVariant { name }, if self.is_nested { reached } else { at }))
            }
        }
    }

    fn remember(&self, cur: &mut Cursor<'_>, failed: u64) {
        let key = (self.identity, self.mark.offset, cur.hidden(self.mark.offset));
        *cur.rare.failed.get_or_insert_default().entry(key).or_default() |= failed;
    }
}

/// The numbers of the bits that are set, in order.
#[inline]
fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let i = set.trailing_zeros();
        set &= set.wrapping_sub(1);
        (i < 64).then_some(i as usize)
    })
}
