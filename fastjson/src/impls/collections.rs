//! What arrays and objects are decoded into, one element after the other, and how much memory it takes at once: as much as the last one at
//! its place in the document needed. Whoever writes many arrays mostly writes arrays that are alike, and growth from four elements on copies
//! all of them again and again; in a hash table it looks for a new place for each.
//!
//! It is a guess, which changes no value: what it takes too much is given back, so that a collection has memory for at most twice as many
//! elements as it has, as if it had grown. (A hash table, of a power of two of places, for four times as many.)
//!
//! Trees have the order of their elements, and are made of all of them at once: with a search for the place of each, a map of a thousand
//! strings takes twice as long in order, as most texts of trees are, and half as long again in any other. Elements out of order are sorted
//! first. Only large ones are not kept.
//!
//! Tried and left out: the longer one of the last two lengths (citm would take 5 % fewer steps of growth, and four times as often too much
//! memory); lengths below five (twitter's arrays would be allocated 333 times instead of 309); growth by as many elements as the rest of
//! the text may hold, up to eight times as many (twitter 0 to 3 % faster, canada 2 % slower). For trees: the order of indices by one sort of
//! all types (3 KiB less code for each type, and 1.25 to 1.9 times as long); noting in the sort whether any are equal (numbers take 1.3
//! times as long); up to 64 elements, each put in its place in the row (strings take 1.3 times as long); the first three in the tree, and
//! taken out of it when there are more (four to eight in order take 1.3 times as long).

use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::marker::PhantomData;
use core::mem::{self, needs_drop};

use crate::cursor::Cursor;

/// What is decoded from elements of type `T`.
pub(crate) trait Collection<T>: Default {
    /// Whether its memory is one piece, which grows by being copied.
    const IS_COPIED: bool = false;

    /// What is kept beside it until it has been read.
    type Beside: Default;

    /// Adds an element behind the others, or in place of an equal one.
    fn add(&mut self, beside: &mut Self::Beside, element: T);

    /// It has been read: nothing is beside it any more.
    fn complete(&mut self, beside: &mut Self::Beside) {
        _ = beside;
    }

    /// How many elements it has, if it is [copied](Collection::IS_COPIED).
    fn count(&self) -> usize {
        0
    }

    /// Takes memory for so many elements, if it has none.
    fn take(&mut self, elements: usize) {
        _ = elements;
    }

    /// Gives back the memory that it does not need.
    fn give_back(&mut self) {}
}

/// How long a collection is expected to be, while its elements are read.
pub(crate) struct Length<T> {
    level: usize,
    expected: usize,
    of: PhantomData<T>,
}

impl<T> Length<T> {
    /// Of an array or an object of a level, which is not empty: takes memory.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn expect<C: Collection<T>>(cur: &Cursor<'_>, level: usize, all: &mut C) -> Self {
        let expected = if C::IS_COPIED { cur.expected_len::<T>(level) } else { 0 };
        if expected > 0 {
            all.take(expected);
        }
        Length { level, expected, of: PhantomData }
    }

    /// It has been read: gives back what was too much, and expects as much the next time.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn settle<C: Collection<T>>(self, cur: &mut Cursor<'_>, all: &mut C) {
        if C::IS_COPIED {
            if all.count() < self.expected.div_ceil(2) {
                all.give_back();
            }
            cur.note_len::<T>(self.level, all.count());
        }
    }
}

/// Collections whose memory is one piece, with their methods that take it and that add an element.
macro_rules! copied {
    ($([$($generics:tt)*] $name:ty, $element:ty, $take:ident, |$all:ident, $one:ident| $add:expr;)*) => {$(
        impl<$($generics)*> Collection<$element> for $name {
            const IS_COPIED: bool = true;
            type Beside = ();

            #[inline]
            fn add(&mut self, (): &mut (), $one: $element) {
                let $all = self;
                $add;
            }

            #[inline]
            fn count(&self) -> usize {
                self.len()
            }

            #[inline]
            fn take(&mut self, elements: usize) {
                if self.capacity() == 0 {
                    self.$take(elements);
                }
            }

            #[cold]
            fn give_back(&mut self) {
                self.shrink_to_fit();
            }
        }
    )*};
}

copied! {
    [T] Vec<T>, T, reserve_exact, |all, one| all.push(one);
    [T] VecDeque<T>, T, reserve_exact, |all, one| all.push_back(one);
    [T: Ord] BinaryHeap<T>, T, reserve_exact, |all, one| all.push(one);
}

#[cfg(feature = "std")]
copied! {
    [T: Eq + core::hash::Hash, S: core::hash::BuildHasher + Default]
        std::collections::HashSet<T, S>, T, reserve, |all, one| all.insert(one);
    [K: Eq + core::hash::Hash, V, S: core::hash::BuildHasher + Default]
        std::collections::HashMap<K, V, S>, (K, V), reserve, |all, one| all.insert(one.0, one.1);
}

impl<T> Collection<T> for LinkedList<T> {
    type Beside = ();

    fn add(&mut self, (): &mut (), element: T) {
        self.push_back(element);
    }
}

/// A collection in the order of its elements.
trait Tree<T>: Default + FromIterator<T> {
    /// Adds an element, or its value to an equal one.
    fn put(&mut self, element: T);
    /// Which of two elements comes first.
    fn order(a: &T, b: &T) -> Ordering;
    /// Gives an element the value of an equal one.
    fn update(earlier: &mut T, later: &mut T);
}

/// All elements of a tree, as they come, unless they are large.
pub(crate) struct Row<T> {
    /// As long as they are so few, for which no memory is taken.
    few: [Option<T>; TINY_TREE],
    /// All, if there are more.
    elements: Vec<T>,
    /// Whether each of these comes behind the last one.
    is_ascending: bool,
}

/// Up to how many elements a tree takes one by one in any case.
const TINY_TREE: usize = 3;
/// From how many bytes on the tree takes each element at once: to move it again takes longer than the search for its place.
const LARGE: usize = 256;
/// How many elements a small tree has: as many as one node.
const SMALL_TREE: usize = 12;

impl<T> Default for Row<T> {
    fn default() -> Self {
        Row { few: [const { None }; TINY_TREE], elements: Vec::new(), is_ascending: true }
    }
}

impl<T> Row<T> {
    #[inline]
    fn add<C: Tree<T>>(&mut self, all: &mut C, element: T) {
        if const { size_of::<T>() >= LARGE } {
            all.put(element);
        } else if let Some(last) = self.elements.last() {
            self.is_ascending = self.is_ascending && C::order(last, &element).is_lt();
            self.elements.push(element);
        } else if let Some(place) = self.few.iter_mut().find(|place| place.is_none()) {
            *place = Some(element);
        } else {
            self.elements.reserve(SMALL_TREE);
            self.elements.extend(self.few.iter_mut().filter_map(Option::take));
            self.elements.push(element);
            self.is_ascending = self.elements.is_sorted_by(|a, b| C::order(a, b).is_lt());
        }
    }

    fn complete<C: Tree<T>>(&mut self, all: &mut C) {
        if const { size_of::<T>() >= LARGE } {
            return;
        }
        self.few.iter_mut().filter_map(Option::take).for_each(|element| all.put(element));
        let mut elements = mem::take(&mut self.elements);
        if !self.is_ascending {
            // (To compare what has memory of its own takes longer than to search a node for its place.)
            if const { needs_drop::<T>() } && elements.len() <= SMALL_TREE {
                return elements.into_iter().for_each(|element| all.put(element));
            }
            Self::sort::<C>(&mut elements);
        }
        if !elements.is_empty() {
            *all = elements.into_iter().collect();
        }
    }

    /// Puts elements in their order; of equal ones the first stays, with the value of the last.
    fn sort<C: Tree<T>>(elements: &mut Vec<T>) {
        elements.sort_by(C::order);
        elements.dedup_by(|later, earlier| {
            let is_equal = C::order(earlier, later).is_eq();
            if is_equal {
                C::update(earlier, later);
            }
            is_equal
        });
    }
}

impl<T: Ord> Tree<T> for BTreeSet<T> {
    fn put(&mut self, element: T) {
        self.insert(element);
    }

    fn order(a: &T, b: &T) -> Ordering {
        a.cmp(b)
    }

    fn update(_: &mut T, _: &mut T) {}
}

impl<K: Ord, V> Tree<(K, V)> for BTreeMap<K, V> {
    fn put(&mut self, (key, value): (K, V)) {
        self.insert(key, value);
    }

    fn order((a, _): &(K, V), (b, _): &(K, V)) -> Ordering {
        a.cmp(b)
    }

    fn update((_, earlier): &mut (K, V), (_, later): &mut (K, V)) {
        mem::swap(earlier, later);
    }
}

macro_rules! trees {
    ($([$($generics:tt)*] $name:ty, $element:ty;)*) => {$(
        impl<$($generics)*> Collection<$element> for $name {
            type Beside = Row<$element>;

            fn add(&mut self, row: &mut Row<$element>, element: $element) {
                row.add(self, element);
            }

            fn complete(&mut self, row: &mut Row<$element>) {
                row.complete(self);
            }
        }
    )*};
}

trees! {
    [T: Ord] BTreeSet<T>, T;
    [K: Ord, V] BTreeMap<K, V>, (K, V);
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec;

    use super::*;
    use crate::{DecodeOwned, from_str};

    /// Numbers of chance below a bound.
    fn random() -> impl FnMut(usize) -> usize {
        let mut state = 7_u64;
        move |bound| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) as usize % bound
        }
    }

    /// Arrays of these lengths, each of the numbers from 0 on.
    fn arrays(lens: &[usize]) -> String {
        let array = |&len: &usize| {
            let numbers: Vec<String> = (0..len).map(|i| format!("{i}")).collect();
            format!("[{}]", numbers.join(","))
        };
        format!("[{}]", lens.iter().map(array).collect::<Vec<_>>().join(","))
    }

    /// Objects of these lengths, whose names are numbers from 0 on.
    fn objects(lens: &[usize]) -> String {
        let object = |&len: &usize| {
            let members: Vec<String> = (0..len).map(|i| format!("\"{i}\":{i}")).collect();
            format!("{{{}}}", members.join(","))
        };
        format!("[{}]", lens.iter().map(object).collect::<Vec<_>>().join(","))
    }

    /// How many elements each of the collections in `text` has, and for how many it has memory.
    fn sizes<C: DecodeOwned>(text: &str, size: fn(&C) -> (usize, usize)) -> Vec<(usize, usize)> {
        let all: Vec<C> = from_str(text).expect("a value");
        all.iter().map(size).collect()
    }

    fn vecs(lens: &[usize]) -> Vec<(usize, usize)> {
        sizes::<Vec<u32>>(&arrays(lens), |all| (all.len(), all.capacity()))
    }

    #[test]
    fn the_next_array_is_as_long() {
        assert_eq!(vecs(&[9, 9, 8, 9]), [(9, 16), (9, 9), (8, 9), (9, 16)]);
        // Little memory is taken as always, and none for nothing.
        assert_eq!(vecs(&[1, 1, 4, 3]), [(1, 4), (1, 4), (4, 4), (3, 4)]);
        assert_eq!(vecs(&[9, 0, 9, 0]), [(9, 16), (0, 0), (9, 9), (0, 0)]);
    }

    #[test]
    fn what_is_too_much_is_given_back() {
        assert_eq!(vecs(&[9, 3, 9, 4, 9]), [(9, 16), (3, 3), (9, 16), (4, 4), (9, 16)]);
        assert_eq!(vecs(&[9, 5, 9]), [(9, 16), (5, 9), (9, 10)]);
        let most = 4096 / size_of::<u32>();
        assert_eq!(vecs(&[3000, 3000, 1]), [(3000, 4096), (3000, 4 * most), (1, 1)]);
        assert_eq!(vecs(&[70_000, 600, 1])[1..], [(600, most), (1, 1)]);
    }

    /// Where the next array is longer than memory is taken for, it grows to what it would have grown to without.
    #[test]
    fn long_arrays_grow_as_usual() {
        let texts = vec![vec!["text"; 500]; 3];
        let text = format!("{texts:?}");
        let sizes = sizes::<Vec<String>>(&text, |all| (all.len(), all.capacity()));
        assert_eq!(sizes, [(500, 512); 3]);
    }

    /// In order, in order but for some, and in none; of equal elements the first one stays, with the last value.
    #[test]
    fn trees_in_any_order() {
        /// Equal to what differs in the last digit.
        #[derive(Debug, Clone, Copy)]
        struct Tens(u32);

        impl Ord for Tens {
            fn cmp(&self, other: &Tens) -> core::cmp::Ordering {
                (self.0 / 10).cmp(&(other.0 / 10))
            }
        }

        impl PartialOrd for Tens {
            fn partial_cmp(&self, other: &Tens) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl PartialEq for Tens {
            fn eq(&self, other: &Tens) -> bool {
                self.cmp(other).is_eq()
            }
        }

        impl Eq for Tens {}

        impl<'de> crate::Decode<'de> for Tens {
            fn decode(cur: &mut Cursor<'de>) -> crate::Result<Self> {
                u32::decode(cur).map(Tens)
            }
        }

        impl<'de> crate::DecodeKey<'de> for Tens {
            fn decode_key(cur: &mut Cursor<'de>) -> crate::Result<Self> {
                u32::decode_key(cur).map(Tens)
            }
        }

        /// What a tree takes at once.
        struct Large(usize, #[expect(dead_code, reason = "it is there to be large")] [u8; LARGE]);

        impl<'de> crate::Decode<'de> for Large {
            fn decode(cur: &mut Cursor<'de>) -> crate::Result<Self> {
                usize::decode(cur).map(|value| Large(value, [0; LARGE]))
            }
        }

        let mut random = random();
        for round in 0..if cfg!(miri) { 12 } else { 600 } {
            let len = random([8, 30, 300][round % 3]);
            let mut numbers: Vec<u32> = (0..len as u32).map(|i| 7 * i).collect();
            // How many of them stand elsewhere.
            for _ in 0..[0, 1, 3, len][random(4)].min(len) {
                let (a, b) = (random(len), random(len));
                match random(3) {
                    0 => numbers.swap(a, b),
                    1 => numbers[a] = numbers[b],
                    _ => numbers[a..].sort_unstable_by_key(|n| n % 13),
                }
            }
            let (mut set, mut map) = (BTreeSet::new(), BTreeMap::new());
            for (i, &number) in numbers.iter().enumerate() {
                set.insert(Tens(number));
                map.insert(Tens(number), i);
            }
            let elements: Vec<String> = numbers.iter().map(|n| format!("{n}")).collect();
            let found: BTreeSet<Tens> =
                from_str(&format!("[{}]", elements.join(","))).expect("a set");
            let exact = |tens: &Tens| tens.0;
            assert!(found.iter().map(exact).eq(set.iter().map(exact)), "{numbers:?}");
            let members = numbers.iter().enumerate().map(|(i, n)| format!("\"{n}\":{i}"));
            let text = format!("{{{}}}", members.collect::<Vec<_>>().join(","));
            let found: BTreeMap<Tens, usize> = from_str(&text).expect("a map");
            let exact = |(tens, value): (&Tens, &usize)| (tens.0, *value);
            assert!(found.iter().map(exact).eq(map.iter().map(exact)), "{text}");
            let found: BTreeMap<Tens, Large> = from_str(&text).expect("a map");
            let found = found.iter().map(|(tens, value)| (tens.0, value.0));
            assert!(found.eq(map.iter().map(exact)), "{text}");
        }
    }

    /// Whatever came before: as much memory as growth would have taken.
    #[test]
    fn all_collections_of_all_lengths() {
        let mut random = random();
        let mut len = || {
            let most = [2, 5, 12, 90, 1500][random(5)];
            random(most)
        };
        for _ in 0..if cfg!(miri) { 1 } else { 60 } {
            let lens: Vec<usize> = (0..12).map(|_| len()).collect();
            let (arrays, objects) = (arrays(&lens), objects(&lens));
            let check = |sizes: &[(usize, usize)], times: usize| {
                assert!(sizes.iter().map(|&(len, _)| len).eq(lens.iter().copied()));
                for &(len, capacity) in sizes {
                    assert!(capacity <= (times * len).max(8), "{len} {capacity} of {lens:?}");
                    assert!(len > 0 || capacity == 0);
                }
            };
            check(&vecs(&lens), 2);
            check(&sizes::<VecDeque<u16>>(&arrays, |all| (all.len(), all.capacity())), 2);
            check(&sizes::<BinaryHeap<u64>>(&arrays, |all| (all.len(), all.capacity())), 2);
            check(&sizes::<LinkedList<u32>>(&arrays, |all| (all.len(), 0)), 2);
            check(&sizes::<BTreeSet<u32>>(&arrays, |all| (all.len(), 0)), 2);
            check(&sizes::<BTreeMap<u32, u32>>(&objects, |all| (all.len(), 0)), 2);
            #[cfg(feature = "std")]
            {
                use std::collections::{HashMap, HashSet};
                // (Tables are an eighth empty at least, and of a power of two.)
                check(&sizes::<HashSet<u32>>(&arrays, |all| (all.len(), all.capacity())), 4);
                check(
                    &sizes::<HashMap<String, u64>>(&objects, |all| (all.len(), all.capacity())),
                    4,
                );
            }
        }
    }
}
