//! Objects decoded over values that are there, whose memory they keep.
//!
//! The runtime's one loop reads them as it reads all: what it fills is then not a type of slots, but the value itself, and a set of the fields
//! that have been read. Those that have not are given what they are in an object without them, so that nothing is left of the old
//! value that a fresh one would not have.

use alloc::vec::Vec;

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeFields, Fields};
use crate::error::Result;
use crate::object::seen::Seen;

/// A field that is decoded over what it was.
#[derive(Debug)]
pub struct Member<'m, 'de> {
    cur: &'m mut Cursor<'de>,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// The cursor stands on its value.
    Present,
    /// The object has no such member.
    Absent,
    /// And may not lack it.
    Missing,
}

impl<'de> Member<'_, 'de> {
    /// Gives a field what `read` makes of its value, over what it was, or what it is in an object without it: `None`, if it must be there.
    ///
    /// # Errors
    /// Those of `read`.
    #[inline]
    pub fn over<T>(
        &mut self,
        place: &mut T,
        read: impl FnOnce(&mut Cursor<'de>, &mut T) -> Result<()>,
        absent: impl FnOnce() -> Option<T>,
    ) -> Result<()> {
        if self.state == State::Present {
            return read(self.cur, place);
        }
        match absent() {
            Some(value) => *place = value,
            None => self.state = State::Missing,
        }
        Ok(())
    }

    /// There is no field `i`.
    ///
    /// # Errors
    /// Always.
    #[cold]
    pub fn unknown(&mut self, i: usize) -> Result<()> {
        self.cur.unknown_index(i)
    }
}

/// A value that another one is decoded over.
pub trait Lent<'de> {
    /// [`Decode::decode_in_place`]
    ///
    /// # Errors
    /// As there.
    fn decode_over(&mut self, cur: &mut Cursor<'de>) -> Result<()>;
}

impl<'de, T: Decode<'de>> Lent<'de> for T {
    fn decode_over(&mut self, cur: &mut Cursor<'de>) -> Result<()> {
        T::decode_in_place(cur, self)
    }
}

/// The elements of a tuple.
impl<'de, const N: usize> Fields<'de> for [&mut dyn Lent<'de>; N] {
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
        match self.get_mut(i) {
            Some(place) => place.decode_over(cur),
            None => cur.unknown_index(i),
        }
    }
}

/// A value whose fields are read.
struct Over<'p, T, S> {
    place: &'p mut T,
    seen: S,
}

impl<'de, T: DecodeFields<'de>, S: Seen> Fields<'de> for Over<'_, T, S> {
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
        self.seen.insert(i);
        self.place.member(i, &mut Member { cur, state: State::Present })
    }
}

/// The whole of a derived struct's `Decode::decode_in_place`.
///
/// # Errors
/// Those of the fields, and a missing field.
#[inline]
pub fn decode_in_place<'de, T: DecodeFields<'de>>(
    cur: &mut Cursor<'de>,
    place: &mut T,
) -> Result<()> {
    if const { T::KEYS.len() <= 64 } {
        decode_over::<T, u64>(cur, place)
    } else {
        decode_over::<T, Vec<u64>>(cur, place)
    }
}

#[inline(never)]
fn decode_over<'de, T: DecodeFields<'de>, S: Seen>(
    cur: &mut Cursor<'de>,
    place: &mut T,
) -> Result<()> {
    let keys = T::KEYS;
    let mut over = Over { place, seen: S::default() };
    let at = cur.object(keys, &mut over)?;
    let Over { place, mut seen } = over;
    if seen.has_all(keys.len()) {
        return Ok(());
    }
    let mut missing = Vec::new();
    for i in 0..keys.len() {
        if seen.insert(i) {
            let mut member = Member { cur, state: State::Absent };
            place.member(i, &mut member)?;
            if member.state == State::Missing {
                missing.push((i, true));
            }
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(cur.missing(at, keys, &missing)) }
}
