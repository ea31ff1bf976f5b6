//! Arrays of elements that are slow to print: several at once.
//!
//! Where an element goes depends on the length of the one before, and processors hold the loads of later elements back until they
//! know where earlier stores went: floats that are printed one behind the other do not overlap in time. So some
//! are printed to places of their own first, and moved together afterwards (21.3 → 15.3 ns a number of canada). An own printer after
//! Schubfach gained nothing over zmij, before this or after.

use core::mem::MaybeUninit;

use super::run::FLOAT;
use super::{SCRATCH, Writer};
use crate::encode::{Encode, Parts};

/// Whether arrays of what falls into these parts are written by [`Writer::elements`].
pub(crate) const fn pays(parts: Parts) -> bool {
    Places::of(parts).is_some()
}

/// The places to which the parts of some elements are printed before they are moved together.
struct Places {
    /// How many elements are printed at a time.
    elements: usize,
    /// The comma and the longest part.
    stride: usize,
}

impl Places {
    const COUNT: usize = 8;

    /// `None` where places do not pay: parts too short to be floats, and too long or too many for the scratch.
    const fn of(parts: Parts) -> Option<Places> {
        match parts.max {
            Some(max)
                if max >= FLOAT
                    && max < SCRATCH / Places::COUNT
                    && parts.count <= Places::COUNT =>
            {
                Some(Places { elements: Places::COUNT / parts.count, stride: 1 + max })
            }
            _ => None,
        }
    }
}

impl Writer<'_> {
    /// Writes an array of elements for which it [`pays`]; `false`, and nothing, where there are too few, or it does not.
    pub(crate) fn elements<T: Encode>(&mut self, elements: &[T]) -> bool {
        let Some(places) = Places::of(T::PARTS) else { return false };
        if elements.len() < Places::COUNT / 2 {
            return false;
        }
        let mut scratch = [MaybeUninit::uninit(); SCRATCH];
        let mut aside = Writer::fresh(&mut scratch);
        let mut lead = b'[';
        for elements in elements.chunks(places.elements) {
            let mut lengths = [0; Places::COUNT];
            for (i, element) in elements.iter().enumerate() {
                for part in 0..T::PARTS.count {
                    let i = i * T::PARTS.count + part;
                    // SAFETY: there are at most `COUNT` places, which fit into the scratch.
                    let place = unsafe { aside.start.add(i * places.stride) };
                    aside.at = place;
                    let mut run = aside.run(places.stride);
                    if part == 0 {
                        run.literal(",");
                    }
                    element.encode_part(part, &mut run);
                    run.end();
                    lengths[i] = aside.at.addr() - place.addr();
                }
            }
            let count = elements.len() * T::PARTS.count;
            self.reserve(count * places.stride);
            let start = self.at;
            for (i, length) in lengths.into_iter().take(count).enumerate() {
                // SAFETY: the part's place lies in the scratch, as its run has made sure; room for all places was
                // reserved, and each part takes at most one. Bytes behind its text may be anything, and do not count.
                unsafe {
                    let from = aside.start.add(i * places.stride).cast::<MaybeUninit<u8>>();
                    core::ptr::copy_nonoverlapping(from, self.at.cast(), places.stride);
                    self.at = self.at.add(length);
                }
            }
            // SAFETY: the first element of these stands there, and begins with a comma.
            unsafe { start.write(lead) };
            lead = b',';
        }
        self.literal("]");
        true
    }
}
