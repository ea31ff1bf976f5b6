//! [`Table`]: names and their numbers, and how one of them is found.

use crate::cursor::same;

/// Names and aliases with the number of what they name, sorted by length and then by bytes. A name that is out of order is merely not
/// found.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) rows: &'static [(&'static str, u16)],
    /// Where the names of each length begin; the last ones are of that length or more.
    starts: [u16; Self::LENGTHS + 1],
    /// Where many names are of one length: a hash table with linear probing, of a power of two of slots, each the number of a row from 1, or 0.
    slots: &'static [u16],
}

impl Table {
    const LENGTHS: usize = 32;

    pub(crate) const fn new(rows: &'static [(&'static str, u16)]) -> Table {
        let mut starts = [rows.len() as u16; Self::LENGTHS + 1];
        let mut i = 0;
        // The first length whose names begin behind row `i`, or with it.
        let mut next = 0;
        while i < rows.len() && next < Self::LENGTHS {
            let len = rows[i].0.len();
            while next <= len && next < Self::LENGTHS {
                starts[next] = i as u16;
                next += 1;
            }
            i += 1;
        }
        Table { rows, starts, slots: &[] }
    }

    /// Finds names by [`hash`] in `slots`.
    pub(crate) const fn hashed(self, slots: &'static [u16]) -> Table {
        Table { slots, ..self }
    }

    /// The number of what is called `name`.
    #[inline(always)]
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        if !self.slots.is_empty() {
            return self.find_hashed(name);
        }
        let len = name.len().min(Self::LENGTHS - 1);
        let (first, end) = (self.starts[len], self.starts[len + 1]);
        if first == end {
            return None;
        }
        walk(self.rows.get(usize::from(first)..usize::from(end))?, name)
    }

    #[inline(never)]
    fn find_hashed(&self, name: &str) -> Option<usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash(name.as_bytes()) as usize & mask;
        // (Hand-made slots may be full.)
        for _ in 0..=mask {
            let row = usize::from(*self.slots.get(slot)?).checked_sub(1)?;
            let &(known, i) = self.rows.get(row)?;
            if same(known, name) {
                return Some(usize::from(i));
            }
            slot = (slot + 1) & mask;
        }
        None
    }
}

/// Of the names of one length few are walked.
#[inline(never)]
fn walk(rows: &[(&'static str, u16)], name: &str) -> Option<usize> {
    for (known, i) in rows {
        if same(known, name) {
            return Some(usize::from(*i));
        }
    }
    None
}

/// The hash by which names are found, part of the door: fastjson-codegen has the same function, and lays the slots out by it.
///
/// A name is read in words of eight bytes, the last of which overlap; each is mixed in by the folded product of 128 bits.
#[inline(always)]
pub(crate) fn hash(name: &[u8]) -> u64 {
    let last = match name {
        [.., a, b, c, d, e, f, g, h] => u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]),
        [a, b, c, d, ..] => {
            let [.., w, x, y, z] = name else { return 0 };
            u64::from_le_bytes([*a, *b, *c, *d, *w, *x, *y, *z])
        }
        [first, .., last] => u64::from_le_bytes([*first, name[1], *last, 0, 0, 0, 0, 0]),
        [only] => u64::from(*only),
        [] => 0,
    };
    let mut hash = name.len() as u64;
    let mut rest = name;
    while let [a, b, c, d, e, f, g, h, tail @ ..] = rest
        && !tail.is_empty()
    {
        hash = mixed(hash ^ u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, *h]));
        rest = tail;
    }
    mixed(hash ^ last)
}

#[inline(always)]
fn mixed(word: u64) -> u64 {
    // The digits of the golden ratio: odd, and of no pattern.
    let product = u128::from(word) * 0x9e37_79b9_7f4a_7c15;
    (product >> 64) as u64 ^ product as u64
}
