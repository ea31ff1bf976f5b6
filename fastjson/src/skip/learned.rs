//! Which names stand behind which: learned from what a thread has passed before. It is a guess, and changes no result: names are compared
//! all the same.
//!
//! Whoever writes many objects mostly writes the same members in the same order. An expected name is one comparison with all that stands
//! around it, where a search for its end and for its field would be. Expected is what followed the last name when that was passed before, or the
//! time before that. (Twitter and its minified form are passed over in 0.7 of the time, citm in 0.9 and 0.8; objects of names that come once
//! in 1.03 to 1.15, and those in an order of chance in 1.13 to 1.2.)
//!
//! Where names are expected in vain (keys of a map, members in an order of chance), that is seen by how densely they lie, and names are
//! passed as if nothing were known for a while.
//!
//! Tried and left out: names told apart by the whole way to them instead of their depth (it takes more places, and when one is taken, all names
//! inside are lost with it) or by the member of a typed object too, in which they stand (1 % fewer instructions for the few fields of
//! twitter); a name's place for good, if others come (after a map of many keys, half of the names had none).

use core::cell::RefCell;

use super::names::{Field, Names, Owner, Unknown};
use crate::cursor::{Cursor, Gap};
use crate::key::hash;
use crate::scan::Pattern;

/// From how many bytes on it pays to look at what is known.
const LONG: usize = 64;

/// Names in all objects share as many places. At the first one is none.
const PLACES: usize = 512;

/// How many places are looked at for a name.
const REACH: usize = 8;

/// How near to each other unexpected names are too dense, and how many of them are too many.
const DENSE: usize = 64;
const PATIENCE: u16 = 64;

/// For how many names there is a rest then, and how many may be unexpected before there is the next one.
const REST: usize = 1024;
const TRIES: u16 = 16;

/// What is known about a name.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Known {
    /// The name, behind a byte that is not compared.
    pattern: Pattern,
    owner: Owner,
    /// The place of the name that followed the last time, and of the one that did before.
    next: u16,
    second: u16,
    /// The index of the field, or [`NONE`].
    field: u16,
    /// Of a hash of name and owner; 0 at a place without a name.
    tag: u16,
}

const _: () = assert!(size_of::<Known>() == 64);

const NONE: u16 = u16::MAX;

/// The owner at a place without a name.
const NOBODY: Owner = Owner(0);

/// The names that a thread has passed.
pub(crate) struct Learned {
    known: [Known; PLACES],
    /// The place of the last one, or 0.
    last: u16,
    /// How many unexpected ones were dense, less those that were not.
    misses: u16,
    /// The offset of the last of them.
    missed_at: usize,
    rest: usize,
    /// Which of several places is the next that is taken from another name.
    turn: usize,
}

impl Learned {
    const NOTHING: Learned = {
        let pattern = Pattern::UNUSED;
        let known = Known { pattern, owner: NOBODY, next: 0, second: 0, field: 0, tag: 0 };
        Learned { known: [known; PLACES], last: 0, misses: 0, missed_at: 0, rest: 0, turn: 0 }
    };

    #[inline(always)]
    fn at(&self, place: u16) -> &Known {
        &self.known[usize::from(place) % PLACES]
    }

    /// Steps over the name at a place by `eat`, if it is the owner's.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn eat_at(
        &self,
        place: u16,
        owner: Owner,
        eat: impl FnOnce(&Pattern) -> bool,
    ) -> Option<Field> {
        let known = self.at(place);
        let is_here = known.owner == owner && eat(&known.pattern);
        is_here.then(|| (known.field != NONE).then_some(usize::from(known.field)))
    }

    /// Takes note that the name at a place followed the last one.
    fn follow(&mut self, place: u16) {
        if self.last != 0 {
            let last = &mut self.known[usize::from(self.last) % PLACES];
            (last.next, last.second) = (place, last.next);
        }
        self.last = place;
    }

    /// Where to note a name: where it is, or a place that is free, or in turn that of another one. (Those that are met no more give way like
    /// that, and those that are come back, till each has a place of its own.)
    fn place(&mut self, hash: u64, tag: u16) -> u16 {
        let first = hash as usize % PLACES;
        let nth = |i: usize| 1 + (first + i) % (PLACES - 1);
        let mut i = 0;
        while i < REACH && !matches!(self.known[nth(i)].tag, there if there == tag || there == 0) {
            i += 1;
        }
        if i == REACH {
            self.turn = self.turn.wrapping_add(1);
            i = self.turn % REACH;
        }
        nth(i) as u16
    }
}

impl Names for Learned {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn eat_expected<'de>(&mut self, cur: &mut Cursor<'de>, gap: &Gap<'de>) -> bool {
        let place = self.at(self.last).next;
        let next = self.at(place);
        let is_here = next.owner != NOBODY && cur.eat_likely_member(gap, &next.pattern);
        if is_here {
            self.last = place;
        }
        is_here
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn eat_expected_of(
        &mut self,
        owner: Owner,
        eat: impl FnOnce(&Pattern) -> bool,
    ) -> Option<Field> {
        let place = self.at(self.last).next;
        let field = self.eat_at(place, owner, eat)?;
        self.last = place;
        Some(field)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn eat_second_of(&mut self, owner: Owner, eat: impl FnOnce(&Pattern) -> bool) -> Option<Field> {
        let place = self.at(self.last).second;
        let field = self.eat_at(place, owner, eat)?;
        self.follow(place);
        Some(field)
    }

    #[inline(never)]
    fn note(&mut self, cur: &Cursor<'_>, at: usize, owner: Owner, field: Field) {
        // Near the end of a text, nothing is to be learned.
        if cur.left() < Pattern::LEN {
            return;
        }
        if at.wrapping_sub(self.missed_at) < DENSE {
            self.misses += 1;
        } else {
            self.misses = self.misses.saturating_sub(1);
        }
        self.missed_at = at;
        if self.misses > PATIENCE {
            (self.misses, self.rest, self.last) = (PATIENCE - TRIES, REST, 0);
            return;
        }
        let Some(pattern) = cur.likely_name(at) else { return };
        let field = match field.map(u16::try_from) {
            None => NONE,
            Some(Ok(i)) if i != NONE => i,
            Some(_) => return,
        };
        let hash = hash(pattern.text()) ^ hash(&owner.0.to_le_bytes());
        let tag = (hash >> 48) as u16 | 1;
        let place = self.place(hash, tag);
        let known = &mut self.known[usize::from(place)];
        (known.pattern, known.owner, known.field, known.tag) = (pattern, owner, field, tag);
        self.follow(place);
    }

    #[inline(always)]
    fn rest<R>(&mut self, f: impl FnOnce(&mut Unknown) -> R) -> Option<R> {
        if self.rest == 0 {
            return None;
        }
        let mut names = Unknown { left: self.rest };
        let result = f(&mut names);
        self.rest = names.left;
        Some(result)
    }

    #[inline(always)]
    fn is_over(&self) -> bool {
        self.rest > 0
    }
}

std::thread_local! {
    static LEARNED: RefCell<Learned> = const { RefCell::new(Learned::NOTHING) };
}

/// Whether names are learned in a text of which so many bytes are left.
#[inline(always)]
pub(crate) fn are_learned(left: usize) -> bool {
    left >= LONG
}

/// Passes names by `f`, by what is known. `None` in a text of which few bytes are `left`; and where `f` is running already (it runs no code of
/// a user's but the allocator).
#[inline(always)]
pub(crate) fn with<R>(left: usize, f: impl FnOnce(&mut Learned) -> R) -> Option<R> {
    if !are_learned(left) {
        return None;
    }
    LEARNED.with(|names| Some(f(&mut *names.try_borrow_mut().ok()?)))
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::*;

    const OWNER: Owner = Owner(3);

    /// Members of these names, and enough behind them.
    fn text(names: &[&str]) -> String {
        let members: Vec<String> = names.iter().map(|name| format!("\"{name}\":0")).collect();
        format!("{{{},\"\":\"{}\"}}", members.join(","), "x".repeat(LONG))
    }

    /// Passes the members of `text`; how many of their names were expected, and which fields they named.
    fn pass(names: &mut Learned, text: &str, n: usize, field: Field) -> (usize, Vec<Field>) {
        let mut cur = Cursor::new(text);
        let gap = cur.gap(0);
        let (mut expected, mut fields) = (0, Vec::new());
        for _ in 0..n {
            let met = names.eat_expected_of(OWNER, |name| cur.eat_likely_member(&gap, name));
            if met.is_some() {
                expected += 1;
            } else {
                cur.bump(1);
            }
            fields.push(
                met.or_else(|| names.eat_second_of(OWNER, |name| cur.eat_likely_name(name)))
                    .unwrap_or_else(|| {
                        let at = cur.offset();
                        cur.plain_string().expect("a name");
                        names.note(&cur, at, OWNER, field);
                        cur.colon().expect("a colon");
                        field
                    }),
            );
            cur.bump(1);
        }
        (expected, fields)
    }

    #[test]
    fn names_are_expected_in_the_order_they_had() {
        let mut names = Learned::NOTHING;
        let names = &mut names;
        let (short, long) = ("x".repeat(28), "x".repeat(29));
        let all = ["a", "bc", "d e", "ñ", &short, "f"];
        let text_of_all = text(&all);
        let field = Some(5);
        assert_eq!(pass(names, &text_of_all, 6, field), (0, [field].repeat(6)));
        // The first follows the last from now on.
        assert_eq!(pass(names, &text_of_all, 6, field), (5, [field].repeat(6)));
        assert_eq!(pass(names, &text_of_all, 6, None), (6, [field].repeat(6)));
        // A name that is missing does not disturb those behind it, and is still known the next time.
        assert_eq!(pass(names, &text(&["a", "d e", "ñ", &short, "f"]), 5, field).0, 4);
        assert_eq!(pass(names, &text_of_all, 6, None), (5, [field].repeat(6)));
        // What is too long is not noted.
        for _ in 0..3 {
            assert_eq!(pass(names, &text(&["a", &long, "f"]), 3, None).1[1], None);
        }
        // Another owner has other names.
        let mut cur = Cursor::new(&text_of_all);
        let gap = cur.gap(0);
        assert!(
            names.eat_expected_of(Owner(5), |name| cur.eat_likely_member(&gap, name)).is_none()
        );
        assert!(names.eat_second_of(Owner(5), |name| cur.eat_likely_name(name)).is_none());
    }

    #[test]
    fn names_that_come_once_give_a_rest_and_lose_their_places() {
        let mut names = Learned::NOTHING;
        let names = &mut names;
        let all = ["a", "b", "c", "d"];
        let text_of_all = text(&all);
        for round in 0..200 {
            let once: Vec<String> = (0..40).map(|i| format!("{round} {i}")).collect();
            let once: Vec<&str> = once.iter().map(String::as_str).collect();
            assert_eq!(pass(names, &text(&once), 40, None).0, 0);
            // Forty alone are not too many.
            assert_eq!(names.is_over(), round > 0);
            names.rest = 0;
        }
        assert!(names.known.iter().skip(1).all(|known| known.tag != 0), "all places are taken");
        (names.misses, names.missed_at) = (0, usize::MAX / 2);
        for _ in 0..20 {
            pass(names, &text_of_all, 4, None);
        }
        assert_eq!(pass(names, &text_of_all, 4, None).0, 4);
    }

    /// Those that are too long to be learned give a rest, too, and it ends when as many have been passed.
    #[test]
    fn long_names_give_a_rest() {
        let names = &mut Box::new(Learned::NOTHING);
        let long: Vec<String> = (0..100).map(|i| format!("{i:040}")).collect();
        let long: Vec<&str> = long.iter().map(String::as_str).collect();
        let text = text(&long);
        pass(&mut *names, &text, 60, None);
        assert_eq!(names.rest(|_| ()), None);
        pass(&mut *names, &text, 60, None);
        let cur = Cursor::new(&text);
        let mut note = |n: usize| {
            names.rest(|names| {
                (0..n).for_each(|_| names.note(&cur, 1, OWNER, None));
                names.is_over()
            })
        };
        assert_eq!(note(REST - 1), Some(false));
        assert_eq!(note(1), Some(true));
        assert_eq!(note(1), None);
    }

    #[test]
    fn what_is_in_use_is_not_taken_twice() {
        let twice = with(LONG, |_| (with(LONG, |_| ()), with(0, |_| ())));
        assert_eq!(twice, Some((None, None)));
        assert!(with(LONG - 1, |_| ()).is_none() && !are_learned(LONG - 1));
    }
}
