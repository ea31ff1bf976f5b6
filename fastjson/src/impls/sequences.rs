//! Arrays of JSON: `Vec`, slices, arrays, sets and queues.
//!
//! Tried and left out: an element moved into its `Vec` only when the next one has been decoded, for it is read in other pieces than it was
//! written (records 2 % faster, citm 3 % slower); all elements built where they stay, not small structs alone (strings of chance 4 to 10 %
//! slower); memory for one where the first element is the only one (8 % less of it for twitter, and no row faster).

use alloc::boxed::Box;
use alloc::collections::{BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::vec::Vec;
use core::array;
use core::mem::needs_drop;

use crate::__codegen_v1::take;
use crate::codecs::{DecodeAs, EncodeAs, Same};
use crate::cursor::Cursor;
use crate::decode::{Decode, Fields, FirstBytes, NextPlace};
use crate::encode::Encode;
use crate::error::Result;
use crate::impls::collections::{Collection, Length};
use crate::writer::{Place, Run, Writer, value_as};

/// Writes an array. Elements of bounded length take one capacity check each.
#[inline]
pub(crate) fn encode_elements<'a, A: EncodeAs<T>, T: 'a>(
    elements: impl IntoIterator<Item = &'a T>,
    w: &mut Writer<'_>,
) -> Result<()> {
    let mut run = w.run(0);
    run_elements::<A, T>(elements, &mut run, 0);
    run.finish()
}

/// [`encode_elements`] behind what is in the run, with room for `next` bytes behind them.
#[cfg_attr(not(debug_assertions), inline(always))]
fn run_elements<'a, A: EncodeAs<T>, T: 'a>(
    elements: impl IntoIterator<Item = &'a T>,
    run: &mut Run<'_, '_>,
    next: usize,
) {
    let mut elements = elements.into_iter();
    match elements.next() {
        Some(first) => {
            run.behind(|place| encode_some_elements::<A, T>(first, elements, place), next)
        }
        None => {
            run.settle(next.saturating_add(2));
            run.literal("[]");
        }
    }
}

/// [`encode_elements`] of at least one. Out of line: an empty array needs no register that would have to be saved.
#[inline(never)]
fn encode_some_elements<'r, 'w, 'a, A: EncodeAs<T>, T: 'a>(
    first: &'a T,
    rest: impl Iterator<Item = &'a T>,
    place: Place<'r, 'w>,
) -> Place<'r, 'w> {
    let mut run = match place.enter() {
        Ok(run) => run,
        Err(place) => return place,
    };
    let next = const {
        match A::MAX_LEN {
            Some(max) => max.saturating_add(1),
            None => 1,
        }
    };
    run.settle(next);
    value_as::<A, T>(&mut run, "[", first, next);
    for element in rest {
        if const { A::MAX_LEN.is_none() } && run.has_failed() {
            break;
        }
        value_as::<A, T>(&mut run, ",", element, next);
    }
    run.literal("]");
    run.place()
}

/// Reads an array, element by element.
#[inline]
pub(crate) fn decode_elements<'de, A: DecodeAs<'de, T>, T, C: Collection<T>>(
    cur: &mut Cursor<'de>,
) -> Result<C> {
    let mut all = C::default();
    let Some(level) = cur.elements_start()? else { return Ok(all) };
    let length = Length::expect(cur, level, &mut all);
    let mut beside = C::Beside::default();
    loop {
        all.add(&mut beside, A::decode_as(cur)?);
        if !cur.elements_next(level)? {
            break;
        }
    }
    all.complete(&mut beside);
    length.settle(cur, &mut all);
    Ok(all)
}

impl<T: Encode> Encode for [T] {
    #[inline]
    fn encode_short(&self) -> Option<Box<str>> {
        self.is_empty().then(|| Box::from("[]"))
    }

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        encode_elements::<Same, T>(self, w)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        run_elements::<Same, T>(self, run, next);
    }
}

impl<T: Encode> Encode for Vec<T> {
    #[inline]
    fn encode_short(&self) -> Option<Box<str>> {
        self.is_empty().then(|| Box::from("[]"))
    }

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        self.as_slice().encode(w)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        run_elements::<Same, T>(self, run, next);
    }
}

/// Reads the elements of an array behind those of `vec`.
#[inline(never)]
fn decode_vec<'de, T: Decode<'de>>(cur: &mut Cursor<'de>, vec: &mut Vec<T>) -> Result<()> {
    let Some(level) = cur.elements_start()? else { return Ok(()) };
    let length = Length::expect(cur, level, vec);
    loop {
        decode_behind(cur, vec)?;
        if !cur.elements_next(level)? {
            break;
        }
    }
    length.settle(cur, vec);
    Ok(())
}

/// Reads an element behind those of `vec`.
#[cfg_attr(not(debug_assertions), inline(always))]
fn decode_behind<'de, T: Decode<'de>>(cur: &mut Cursor<'de>, vec: &mut Vec<T>) -> Result<()> {
    let at = cur.offset();
    if const { is_built_in_place::<T>() } {
        let mut element = NextPlace::behind(vec);
        T::decode_into(cur, &mut element)?;
        if !element.is_filled() {
            return Err(cur.unfilled(at));
        }
    } else if const { is_decoded_by_value::<T>() } {
        vec.push(T::decode(cur)?);
    } else {
        let mut slot = None;
        T::decode_slot(cur, &mut slot)?;
        match slot {
            Some(element) => vec.push(element),
            None => return Err(cur.unfilled(at)),
        }
    }
    Ok(())
}

/// Reads the elements of an array over those of `vec`, and then behind them.
#[inline(never)]
fn decode_over<'de, T: Decode<'de>>(cur: &mut Cursor<'de>, vec: &mut Vec<T>) -> Result<()> {
    // Elements without memory of their own have nothing to keep.
    if const { !needs_drop::<T>() } {
        vec.clear();
    }
    let Some(level) = cur.elements_start()? else {
        vec.clear();
        return Ok(());
    };
    let mut len = 0;
    loop {
        match vec.get_mut(len) {
            Some(element) => T::decode_in_place(cur, element)?,
            None => decode_behind(cur, vec)?,
        }
        len += 1;
        if !cur.elements_next(level)? {
            break;
        }
    }
    vec.truncate(len);
    Ok(())
}

/// Whether an element is built where it stays: a small struct. A large one has been written long before it would be read to be moved (no row
/// is faster, and a program that has it as a field, too, has its decoder twice).
const fn is_built_in_place<'de, T: Decode<'de>>() -> bool {
    T::NAMES.is_some() && size_of::<T>() <= SMALL
}

/// Whether an element, or what a newtype holds, is decoded in line, and moved once. (Derived enums take up to 8 % longer this way.)
pub(crate) const fn is_decoded_by_value<'de, T: Decode<'de>>() -> bool {
    size_of::<T>() <= SMALL && (T::BY_VALUE || !needs_drop::<T>())
}

/// The size of small elements.
const SMALL: usize = 64;

/// [`DecodeAs::decode_slot_as`] of an array's or a tuple's element: small values without memory of their own are decoded in line, if they
/// can be.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn decode_element<'de, A: DecodeAs<'de, T>, T>(
    cur: &mut Cursor<'de>,
    out: &mut Option<T>,
) -> Result<()> {
    if const { size_of::<T>() <= SMALL && !needs_drop::<T>() } {
        *out = Some(A::decode_as(cur)?);
        Ok(())
    } else {
        A::decode_slot_as(cur, out)
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for Vec<T> {
    const FIRST: FirstBytes = FirstBytes::ARRAY;
    const NEVER_ABSENT: bool = true;

    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        let mut vec = Vec::new();
        if !cur.eat_empty_array() {
            decode_vec(cur, &mut vec)?;
        }
        Ok(vec)
    }

    #[inline(never)]
    fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
        let vec = out.insert(Vec::new());
        if cur.eat_empty_array() { Ok(()) } else { decode_vec(cur, vec) }
    }

    fn decode_in_place(cur: &mut Cursor<'de>, place: &mut Self) -> Result<()> {
        if place.capacity() == 0 { decode_vec(cur, place) } else { decode_over(cur, place) }
    }
}

/// The longest encoding of `n` elements; unbounded beyond 1,024 bytes.
pub(crate) const fn repeated(max: Option<usize>, n: usize) -> Option<usize> {
    match max {
        Some(max) => match max.saturating_add(1).saturating_mul(n).saturating_add(2) {
            all @ 0..=1024 => Some(all),
            _ => None,
        },
        None => None,
    }
}

impl<T: Encode, const N: usize> Encode for [T; N] {
    const MAX_LEN: Option<usize> = repeated(T::MAX_LEN, N);

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        match Self::MAX_LEN {
            Some(max) => {
                let mut run = w.run(max);
                self.encode_fixed(&mut run);
                run.end();
                Ok(())
            }
            None => self.as_slice().encode(w),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        run.literal("[");
        for (i, element) in self.iter().enumerate() {
            if i > 0 {
                run.literal(",");
            }
            element.encode_fixed(run);
        }
        run.literal("]");
    }
}

impl<'de, T: Decode<'de>, const N: usize> Decode<'de> for [T; N] {
    const FIRST: FirstBytes = FirstBytes::ARRAY;
    const NEVER_ABSENT: bool = true;
    const BY_VALUE: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        decode_array::<Same, T, N>(cur)
    }

    fn decode_in_place(cur: &mut Cursor<'de>, place: &mut Self) -> Result<()> {
        if const { !needs_drop::<T>() } {
            *place = Self::decode(cur)?;
            return Ok(());
        }
        cur.tuple("this array", N, N, &mut Places(place)).map(drop)
    }
}

/// Elements that are decoded where they stand.
struct Places<'p, T>(&'p mut [T]);

impl<'de, T: Decode<'de>> Fields<'de> for Places<'_, T> {
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
        match self.0.get_mut(i) {
            Some(place) => T::decode_in_place(cur, place),
            None => cur.unknown_index(i),
        }
    }
}

/// Reads an array of exactly `N` elements.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn decode_array<'de, A: DecodeAs<'de, T>, T, const N: usize>(
    cur: &mut Cursor<'de>,
) -> Result<[T; N]> {
    let at = cur.offset();
    let mut slots = [const { None::<T> }; N];
    let mut more = cur.array_start()?;
    let level = cur.level(0);
    for (i, slot) in slots.iter_mut().enumerate() {
        if i > 0 {
            more = cur.elements_next(level)?;
        }
        if !more {
            return Err(cur.wrong_length("this array", N, false, at));
        }
        decode_element::<A, T>(cur, slot)?;
    }
    if N > 0 {
        more = !cur.array_over()?;
    }
    if more {
        return Err(cur.wrong_length("this array", N, false, at));
    }
    if slots.iter().any(Option::is_none) {
        return Err(cur.unfilled(at));
    }
    Ok(array::from_fn(|i| take(&mut slots[i])))
}

macro_rules! collection {
    ($([$($bounds:tt)*] $name:ident;)*) => {$(
        impl<T: Encode> Encode for $name<T> {
            #[inline]
            fn encode_short(&self) -> Option<Box<str>> {
                self.is_empty().then(|| Box::from("[]"))
            }

            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                encode_elements::<Same, T>(self, w)
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
                run_elements::<Same, T>(self, run, next);
            }
        }

        impl<'de, T: Decode<'de> $($bounds)*> Decode<'de> for $name<T> {
            const FIRST: FirstBytes = FirstBytes::ARRAY;
            const NEVER_ABSENT: bool = true;
            const BY_VALUE: bool = true;

            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                decode_elements::<Same, T, Self>(cur)
            }
        }
    )*};
}

collection! {
    [] VecDeque;
    [] LinkedList;
    [+ Ord] BTreeSet;
    [+ Ord] BinaryHeap;
}

#[cfg(feature = "std")]
impl<T: Encode, S> Encode for std::collections::HashSet<T, S> {
    #[inline]
    fn encode_short(&self) -> Option<Box<str>> {
        self.is_empty().then(|| Box::from("[]"))
    }

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        encode_elements::<Same, T>(self, w)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        run_elements::<Same, T>(self, run, next);
    }
}

#[cfg(feature = "std")]
impl<'de, T, S> Decode<'de> for std::collections::HashSet<T, S>
where
    T: Decode<'de> + Eq + core::hash::Hash,
    S: core::hash::BuildHasher + Default,
{
    const FIRST: FirstBytes = FirstBytes::ARRAY;
    const NEVER_ABSENT: bool = true;
    const BY_VALUE: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        decode_elements::<Same, T, Self>(cur)
    }
}
