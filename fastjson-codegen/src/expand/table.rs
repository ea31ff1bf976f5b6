//! Tables of names, as the runtime looks them up.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::encode::json_string;

/// Names and their numbers, sorted by length and then by bytes. A name that is there twice is there once.
pub(super) struct Table<'a> {
    rows: Vec<(&'a str, usize)>,
}

impl<'a> Table<'a> {
    /// So many names of one length are compared one by one.
    const FEW: usize = 8;

    /// The names of each thing, whose place is its number.
    pub(super) fn new(names: impl Iterator<Item = Vec<&'a str>>) -> Table<'a> {
        let mut rows: Vec<(&str, usize)> = Vec::new();
        for (n, names) in names.enumerate() {
            rows.extend(names.into_iter().map(|name| (name, n)));
        }
        rows.sort_by_key(|&(name, n)| (name.len(), name.as_bytes(), n));
        rows.dedup_by_key(|&mut (name, _)| name);
        Table { rows }
    }

    /// The rows.
    pub(super) fn rows(&self) -> TokenStream {
        let rows = self.rows.iter().map(|&(name, n)| {
            let n = Literal::usize_unsuffixed(n);
            quote!((#name, #n))
        });
        quote!(&[#(#rows),*])
    }

    /// `.hashed(…)`, where many names are of one length.
    pub(super) fn hashed(&self) -> Option<TokenStream> {
        let mut lengths = self.rows.chunk_by(|(a, _), (b, _)| a.len() == b.len());
        if lengths.all(|rows| rows.len() <= Self::FEW) {
            return None;
        }
        let slots = self.slots().into_iter().map(Literal::usize_unsuffixed);
        Some(quote!(.hashed(&[#(#slots),*])))
    }

    /// A hash table with linear probing, at most half full: the number of a row from 1, or 0.
    fn slots(&self) -> Vec<usize> {
        let mask = (2 * self.rows.len()).next_power_of_two() - 1;
        let mut slots = vec![0; mask + 1];
        for (row, (name, _)) in self.rows.iter().enumerate() {
            let mut slot = hash(name) as usize & mask;
            while slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = row + 1;
        }
        slots
    }
}

/// The hash by which the runtime finds names: the words of eight bytes, the last of which overlap with those before, each mixed in by
/// the folded product of 128 bits.
fn hash(name: &str) -> u64 {
    let name = name.as_bytes();
    let len = name.len();
    let last = match len {
        8.. => word(&name[len - 8..]),
        4..8 => word(&[&name[..4], &name[len - 4..]].concat()),
        2..4 => word(&[name[0], name[1], name[len - 1]]),
        _ => word(name),
    };
    let whole = name.chunks(8).filter(|chunk| chunk.len() == 8).take(len.saturating_sub(1) / 8);
    whole.map(word).chain([last]).fold(len as u64, |hash, word| {
        // The digits of the golden ratio: odd, and of no pattern.
        let product = u128::from(hash ^ word) * 0x9e37_79b9_7f4a_7c15;
        (product >> 64) as u64 ^ product as u64
    })
}

/// A perfect hash of names, each of which is found by its number; see the runtime's `Index`.
pub(super) struct Index {
    factor: u64,
    slots: Vec<usize>,
}

impl Index {
    /// More names would take too many slots.
    const MOST: usize = 64;

    /// Of `names`, if there are neither too few nor too many. Those that are long, or stand otherwise in a document, are in no slot, nor
    /// those whose ends are another's.
    pub(super) fn new(names: &[&str]) -> Option<Index> {
        let mut indexed: Vec<(u64, usize)> = Vec::new();
        for (number, name) in names.iter().enumerate() {
            let mixed = mixed_ends(name);
            if is_short(name) && indexed.iter().all(|&(other, _)| other != mixed) {
                indexed.push((mixed, number));
            }
        }
        if indexed.len() < 2 || names.len() > Self::MOST {
            return None;
        }
        // From half full to a sixteenth.
        let bits = (2 * indexed.len()).next_power_of_two().ilog2();
        (bits..bits + 4).find_map(|bits| factors().find_map(|by| Index::by(by, bits, &indexed)))
    }

    /// With two to the power of `bits` slots, if no two names have the same one.
    fn by(factor: u64, bits: u32, indexed: &[(u64, usize)]) -> Option<Index> {
        let mut slots = vec![None; 1 << bits];
        for &(mixed, number) in indexed {
            let slot = mixed.wrapping_mul(factor) >> (u64::BITS - bits);
            if slots[slot as usize].replace(number).is_some() {
                return None;
            }
        }
        // (A name that has no slot is compared with that of number 0.)
        let slots = slots.into_iter().map(Option::unwrap_or_default).collect();
        Some(Index { factor, slots })
    }

    /// The arguments of `indexed` behind the names.
    pub(super) fn tokens(&self) -> TokenStream {
        let factor = Literal::u64_unsuffixed(self.factor);
        let slots = self.slots.iter().copied().map(Literal::usize_unsuffixed);
        quote!(#factor, &[#(#slots),*])
    }
}

/// Odd numbers of no pattern: the digits of the golden ratio, and their powers.
fn factors() -> impl Iterator<Item = u64> {
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    core::iter::successors(Some(GOLDEN), |factor| Some(factor.wrapping_mul(GOLDEN))).take(256)
}

/// Whether the runtime can compare the name in quotes, with a byte before it, at once, and it stands in a document as it is.
fn is_short(name: &str) -> bool {
    const LONGEST: usize = 32 - ",\"\"".len();
    !name.is_empty() && name.len() <= LONGEST && json_string(name).len() == name.len() + 2
}

/// What the runtime hashes of a name: its first eight bytes, its last eight, and its length.
fn mixed_ends(name: &str) -> u64 {
    let name = name.as_bytes();
    let len = name.len();
    let (first, last) = (word(&name[..len.min(8)]), word(&name[len.saturating_sub(8)..]));
    first.wrapping_add(last.rotate_left(23)) ^ len as u64
}

/// The first byte is the lowest.
fn word(bytes: &[u8]) -> u64 {
    let mut word = [0; 8];
    word[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(word)
}
