//! In which order the members of objects stand, where that is not the order in which their types declare the fields: learned from what a
//! thread has read before. It is a guess, and changes no result: names are compared all the same.
//!
//! Whoever writes by another type (or sorts its names, as maps do) writes the same order each time. Guessed, it is read nearly as fast as
//! the declared one. Without `std` there is no place for it, and names are found by search.

#[cfg(feature = "std")]
use core::cell::Cell;

use crate::key::Keys;

/// A guess is one of so many fields. (Of more, it is among as many neighbours.)
#[cfg(feature = "std")]
const REACH: usize = 1 << u8::BITS;

/// Fields of all types share as many places.
#[cfg(feature = "std")]
const PLACES: usize = 2048;

#[cfg(feature = "std")]
std::thread_local! {
    /// How far behind the field that is declared next the one stood that came next.
    static FURTHER: [Cell<u8>; PLACES] = const { [const { Cell::new(0) }; PLACES] };
}

/// The place for what follows field `next - 1`.
#[cfg(feature = "std")]
#[inline(always)]
fn place(keys: &Keys, next: usize) -> usize {
    // The names of two types lie some words from each other.
    (core::ptr::from_ref(keys).addr() >> 3).wrapping_add(next) % PLACES
}

/// The index of the field that is expected where field `next - 1` has been read.
#[cfg(feature = "std")]
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn expected(keys: &Keys, next: usize) -> usize {
    let further = FURTHER.with(|places| places[place(keys, next)].get());
    next - next % REACH + (next + usize::from(further)) % REACH
}

/// Notes that field `i` followed field `next - 1`.
#[cfg(feature = "std")]
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn note(keys: &Keys, next: usize, i: usize) {
    let further = (i.wrapping_sub(next) % REACH) as u8;
    FURTHER.with(|places| places[place(keys, next)].set(further));
}

/// The declared one.
#[cfg(not(feature = "std"))]
pub(crate) fn expected(_: &Keys, next: usize) -> usize {
    next
}

#[cfg(not(feature = "std"))]
pub(crate) fn note(_: &Keys, _: usize, _: usize) {}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::*;

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
    fn each_thread_has_its_own() {
        let keys = Keys::UNIT_STRUCT;
        note(keys, 1, 5);
        let other = std::thread::spawn(|| expected(Keys::UNIT_STRUCT, 1)).join();
        assert_eq!((expected(keys, 1), other.expect("no panic")), (5, 1));
        note(keys, 1, 1);
    }
}
