//! Sets of fields, by their indices.

use alloc::vec::Vec;

/// A set of fields.
pub(crate) trait Seen: Default {
    /// Adds `i`; `false` if it was there.
    fn insert(&mut self, i: usize) -> bool;
    /// The fields before `next` that are not in the set.
    fn others_before(&self, next: usize) -> Self;
    /// Whether these are all of `len` fields.
    fn has_all(&self, len: usize) -> bool;
}

impl Seen for u64 {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn insert(&mut self, i: usize) -> bool {
        let bit = 1 << (i % 64);
        let is_new = *self & bit == 0;
        *self |= bit;
        is_new
    }

    fn others_before(&self, next: usize) -> u64 {
        let behind = if next < 64 { u64::MAX << next } else { 0 };
        !(behind | self)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn has_all(&self, len: usize) -> bool {
        self.others_before(len) == 0
    }
}

impl Seen for Vec<u64> {
    fn insert(&mut self, i: usize) -> bool {
        if i / 64 >= self.len() {
            self.resize(i / 64 + 1, 0);
        }
        self[i / 64].insert(i)
    }

    fn others_before(&self, next: usize) -> Vec<u64> {
        let words = (0..next).step_by(64).enumerate();
        words.map(|(n, i)| self.get(n).unwrap_or(&0).others_before(next - i)).collect()
    }

    fn has_all(&self, len: usize) -> bool {
        let mut words = (0..len).step_by(64).enumerate();
        words.all(|(n, i)| self.get(n).is_some_and(|word| word.has_all(len - i)))
    }
}
