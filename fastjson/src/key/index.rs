//! [`Index`]: a perfect hash of short names.

/// Finds a name without a branch that depends on which it is: where names come by chance, as those of variants do, nothing foretells
/// one.
///
/// No two names have one slot: fastjson-codegen, which has the same hash, looks for a factor by which they have not. A name that has no
/// slot is merely not found.
///
/// Tried and left out: displacements (after Belazzougui, Botelho and Dietzfelbinger, 2009), with which hundreds of names are told apart
/// in few slots (arrays of variants took 14 % longer); an index of the names of fields, or of variants with payloads (no faster where they
/// come by chance, and up to 24 % slower where an order comes again: each branch of a search tells the processor what is jumped to).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Index {
    factor: u64,
    /// How many bits of a hash are not part of the slot's number.
    shift: u32,
    /// The number of the name that has the slot, or any; a power of two of them.
    slots: &'static [u8],
}

impl Index {
    /// Of no name.
    pub(crate) const NONE: Index = Index::new(0, &[]);

    pub(crate) const fn new(factor: u64, slots: &'static [u8]) -> Index {
        let bits = if slots.is_empty() { 0 } else { slots.len().ilog2() };
        Index { factor, shift: u64::BITS - bits, slots }
    }

    #[inline(always)]
    pub(crate) fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The number of the name that has these ends, if it is any of the index.
    #[inline(always)]
    pub(crate) fn number(&self, ends: Ends) -> Option<usize> {
        let slot = ends.mixed().wrapping_mul(self.factor).wrapping_shr(self.shift);
        self.slots.get(slot as usize).map(|&number| usize::from(number))
    }
}

/// What is hashed of a name: part of the door, as [`Index`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ends {
    /// Its first eight bytes, the first of which is the lowest; zeros, where there are fewer.
    pub(crate) first: u64,
    /// Its last eight bytes, likewise: the same, where there are no more.
    pub(crate) last: u64,
    pub(crate) len: usize,
}

impl Ends {
    #[inline(always)]
    pub(crate) fn of(name: &[u8]) -> Ends {
        let (first, last) = match (name.first_chunk(), name.last_chunk()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => (short(name), short(name)),
        };
        Ends { first, last, len: name.len() }
    }

    #[inline(always)]
    const fn mixed(self) -> u64 {
        self.first.wrapping_add(self.last.rotate_left(23)) ^ self.len as u64
    }
}

/// The word of a name of less than eight bytes. (In an array, it would be read in another piece than it was written.)
#[inline(always)]
fn short(name: &[u8]) -> u64 {
    let at = |byte: u8, i: usize| u64::from(byte) << (8 * i);
    match (name.first_chunk(), name.last_chunk(), name) {
        (Some(first), Some(last), _) => {
            let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
            first | last << (8 * (name.len() - 4))
        }
        (.., [a, b, c]) => at(*a, 0) | at(*b, 1) | at(*c, 2),
        (.., [a, b]) => at(*a, 0) | at(*b, 1),
        (.., [a]) => at(*a, 0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As fastjson-codegen lays them out (`tests/expand/snapshots/enum_unit.snap`).
    #[test]
    fn each_name_has_its_slot() {
        let index = Index::new(16_088_033_396_387_240_377, &[2, 0, 0, 1, 0, 0, 0, 0]);
        for (number, name) in ["red", "dark-green", "b"].into_iter().enumerate() {
            assert_eq!(index.number(Ends::of(name.as_bytes())), Some(number), "{name}");
        }
        assert_eq!(Index::NONE.number(Ends::of(b"red")), None);
    }
}
