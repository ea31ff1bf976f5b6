//! In which order the members of objects stand, where that is not the order in which their types declare the fields: learned from what a
//! thread has read before. It is a guess, and changes no result: names are compared all the same.
//!
//! Whoever writes by another type (or sorts its names, as maps do) writes the same order each time. Guessed, it is read nearly as fast as
//! the declared one. Where each object has another order, guesses cost more than they save (each is a branch that nothing foretells), so it
//! is noted whether they are right, and objects of a type for which they are not are read without. And it is noted in objects of which types
//! many strangers follow each other. Without `std` there is no place for any of it, and names are found by search.

#[cfg(not(feature = "std"))]
pub(crate) use declared::{expected, has_strangers, is_by_chance, note, note_strangers, tell};
#[cfg(feature = "std")]
pub(crate) use learned::{expected, has_strangers, is_by_chance, note, note_strangers, tell};

/// As many right guesses save what one in vain costs, roughly: objects without half of their fields took 1.4 times as long where one was set
/// off against two, and 1.8 times against one.
pub(crate) const IN_VAIN: isize = 6;

/// From how many strangers in a row on it pays to look at what is known about their names. (With five, messages with strangers at places of
/// chance took 1.08 times as long.)
pub(crate) const MANY: usize = 8;

#[cfg(feature = "std")]
mod learned {
    use core::cell::Cell;

    use crate::key::Keys;

    /// A guess is one of so many fields. (Of more, it is among as many neighbours.)
    pub(super) const REACH: usize = 1 << u8::BITS;

    /// Fields of all types share as many places.
    const PLACES: usize = 2048;

    /// After more than how many objects whose order was not as guessed it is by chance, and for how many it is taken to be so. (One that is
    /// as guessed halves their number: of few members, some stand so by chance.)
    pub(super) const PATIENCE: u8 = 8;
    pub(super) const REST: u8 = 64;

    /// Types share as many places for that.
    const TYPES: usize = 64;

    /// What a thread has read.
    struct Orders {
        /// How far behind the field that is declared next the one stood that came next.
        further: [Cell<u8>; PLACES],
        /// How many objects were out of order of late; beyond [`PATIENCE`], how many more are taken to be.
        chance: [Cell<u8>; TYPES],
        /// For how many objects more many strangers in a row are expected.
        strangers: [Cell<u8>; TYPES],
    }

    std::thread_local! {
        static ORDERS: Orders = const {
            Orders {
                further: [const { Cell::new(0) }; PLACES],
                chance: [const { Cell::new(0) }; TYPES],
                strangers: [const { Cell::new(0) }; TYPES],
            }
        };
    }

    impl Orders {
        /// What followed field `next - 1`.
        #[inline(always)]
        fn further(&self, keys: &Keys, next: usize) -> &Cell<u8> {
            // The names of two types lie some words from each other.
            &self.further[(core::ptr::from_ref(keys).addr() >> 3).wrapping_add(next) % PLACES]
        }

        #[inline(always)]
        fn chance(&self, keys: &Keys) -> &Cell<u8> {
            &self.chance[place_of_type(keys)]
        }
    }

    /// The names of two types lie some hundred bytes from each other.
    #[inline(always)]
    fn place_of_type(keys: &Keys) -> usize {
        (core::ptr::from_ref(keys).addr() >> 8) % TYPES
    }

    /// Whether many strangers in a row are expected in an object. The object is counted.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn has_strangers(keys: &Keys) -> bool {
        ORDERS.with(|orders| {
            let strangers = &orders.strangers[place_of_type(keys)];
            let left = strangers.get();
            strangers.set(left.saturating_sub(1));
            left > 0
        })
    }

    /// Notes that there were as many.
    pub(crate) fn note_strangers(keys: &Keys) {
        ORDERS.with(|orders| orders.strangers[place_of_type(keys)].set(REST));
    }

    /// The index of the field that is expected where field `next - 1` has been read.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn expected(keys: &Keys, next: usize) -> usize {
        let further = ORDERS.with(|orders| orders.further(keys, next).get());
        next - next % REACH + (next + usize::from(further)) % REACH
    }

    /// Notes that field `i` followed field `next - 1`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn note(keys: &Keys, next: usize, i: usize) {
        let further = (i.wrapping_sub(next) % REACH) as u8;
        ORDERS.with(|orders| orders.further(keys, next).set(further));
    }

    /// Whether the members of an object are to be read without guesses, as they stand in an order of chance in most. The object is counted.
    pub(crate) fn is_by_chance(keys: &Keys) -> bool {
        ORDERS.with(|orders| {
            let chance = orders.chance(keys);
            let is_by_chance = chance.get() > PATIENCE;
            chance.set(chance.get() - u8::from(is_by_chance));
            is_by_chance
        })
    }

    /// Notes whether an object's members stood as guessed, or mostly did not.
    pub(crate) fn tell(keys: &Keys, was_guessed: bool) {
        ORDERS.with(|orders| {
            let chance = orders.chance(keys);
            chance.set(match chance.get() {
                objects if was_guessed => objects.min(PATIENCE) / 2,
                PATIENCE.. => PATIENCE + REST,
                few => few + 1,
            });
        });
    }
}

/// The declared order, and nothing is learned.
#[cfg(not(feature = "std"))]
mod declared {
    use crate::key::Keys;

    pub(crate) fn expected(_: &Keys, next: usize) -> usize {
        next
    }

    pub(crate) fn note(_: &Keys, _: usize, _: usize) {}

    pub(crate) fn is_by_chance(_: &Keys) -> bool {
        false
    }

    pub(crate) fn tell(_: &Keys, _: bool) {}

    pub(crate) fn has_strangers(_: &Keys) -> bool {
        false
    }

    pub(crate) fn note_strangers(_: &Keys) {}
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::learned::{PATIENCE, REACH, REST};
    use super::*;
    use crate::key::Keys;

    #[test]
    fn what_is_noted_is_expected() {
        let keys = Keys::UNIT;
        for (next, i) in
            [(0, 0), (0, 1), (0, 255), (3, 0), (255, 0), (7, 6), (300, 310), (700, 513)]
        {
            note(keys, next, i);
            assert_eq!(expected(keys, next), i);
            note(keys, next, next);
            assert_eq!(expected(keys, next), next);
        }
        // Out of reach, it is some other field.
        note(keys, 10, 400);
        assert_eq!(expected(keys, 10), 400 - REACH);
        note(keys, 10, 10);
        for next in 0..2000 {
            assert_eq!(expected(keys, next), next);
        }
    }

    #[test]
    fn objects_out_of_order() {
        let keys = Keys::UNIT;
        let chances = |n: usize| (0..n).filter(|_| is_by_chance(keys)).count();
        // One that is as guessed counts for half of those that were not.
        for n in [1, 1, 3, 3, 3] {
            (0..n).for_each(|_| tell(keys, false));
            tell(keys, true);
            assert_eq!(chances(5), 0);
        }
        (0..2 * PATIENCE).for_each(|_| tell(keys, false));
        // Then one is a trial, and each trial has as many behind it if it fails.
        for _ in 0..3 {
            assert_eq!(chances(2 * usize::from(REST)), usize::from(REST));
            tell(keys, false);
        }
        assert_eq!(chances(usize::from(REST)), usize::from(REST));
        tell(keys, true);
        (1..=PATIENCE / 2).for_each(|_| tell(keys, false));
        assert_eq!(chances(2 * usize::from(REST)), 0);
        tell(keys, false);
        assert_eq!(chances(1), 1);
        // In the middle of it, it counts as well.
        tell(keys, true);
        assert_eq!(chances(2 * usize::from(REST)), 0);
    }

    #[test]
    fn strangers_are_expected_for_some_objects() {
        let keys = Keys::UNIT;
        let expected = |n: usize| (0..n).filter(|_| has_strangers(keys)).count();
        assert_eq!(expected(2), 0);
        note_strangers(keys);
        assert_eq!(expected(10), 10);
        note_strangers(keys);
        assert_eq!(expected(2 * usize::from(REST)), usize::from(REST));
    }

    #[test]
    fn each_thread_has_its_own() {
        let keys = Keys::UNIT_STRUCT;
        note(keys, 1, 5);
        let other = std::thread::spawn(|| expected(Keys::UNIT_STRUCT, 1)).join();
        assert_eq!((expected(keys, 1), other.expect("no panic")), (5, 1));
        note(keys, 1, 1);
    }
}
