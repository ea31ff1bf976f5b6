//! What arrays and objects are decoded into, one element after the other, and how much memory it takes at once: as much as the last one at
//! its place in the document needed. Whoever writes many arrays mostly writes arrays that are alike, and growth from four elements on copies
//! all of them again and again; in a hash table it looks for a new place for each.
//!
//! It is a guess, which changes no value: what it takes too much is given back, so that a collection has memory for at most twice as many
//! elements as it has, as if it had grown. (A hash table, of a power of two of places, for four times as many.)
//!
//! Trees have the order of their elements, and are made of all of them at once: with a search for the place of each, a map of a thousand
//! strings takes twice as long in order, as most texts of trees are, and half as long again in any other. Elements out of order are sorted
//! first. Only large ones are not kept. Elements of a hash table are, too, until it is known for how many it needs places (maps of twenty
//! to 50,000 numbers take 0.7 of the time), where no length was foretold. In
//! both, what is equal to another element takes its memory until then.
//!
//! Tried and left out: the longer one of the last two lengths (citm would take 5 % fewer steps of growth, and four times as often too much
//! memory); lengths below five (twitter's arrays would be allocated 333 times instead of 309); growth by as many elements as the rest of
//! the text may hold, up to eight times as many (twitter 0 to 3 % faster, canada 2 % slower). For trees: the order of indices by one sort of
//! all types (3 KiB less code for each type, and 1.25 to 1.9 times as long); noting in the sort whether any are equal (numbers take 1.3
//! times as long); up to 64 elements, each put in its place in the row (strings take 1.3 times as long); the first three in the tree, and
//! taken out of it when there are more (four to eight in order take 1.3 times as long). For hash tables: to let wait only what the table has
//! no room for (maps of 50,000 numbers take 1.3 times as long).

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

/// What asks for memory and gives it back, by the method `take`, where it is one piece.
macro_rules! memory {
    ($take:ident) => {
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
    };
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

            memory!($take);
        }
    )*};
}

copied! {
    [T] Vec<T>, T, reserve_exact, |all, one| all.push(one);
    [T] VecDeque<T>, T, reserve_exact, |all, one| all.push_back(one);
    [T: Ord] BinaryHeap<T>, T, reserve_exact, |all, one| all.push(one);
}

/// Hash tables, with their way to add an element. Where it is not foretold how many there are, they wait until it is known, for as a table
/// grows, each is hashed again.
#[cfg(feature = "std")]
macro_rules! hashed {
    ($([$($generics:tt)*] $name:ty, $element:ty, |$all:ident, $one:ident| $add:expr;)*) => {$(
        impl<$($generics)*> Collection<$element> for $name {
            const IS_COPIED: bool = true;
            type Beside = Waiting<$element>;

            #[inline]
            fn add(&mut self, waiting: &mut Waiting<$element>, $one: $element) {
                if const { size_of::<$element>() >= LARGE_HASHED } || self.capacity() > 0 {
                    let $all = self;
                    $add;
                } else {
                    waiting.push($one);
                }
            }

            #[inline]
            fn complete(&mut self, waiting: &mut Waiting<$element>) {
                if self.capacity() == 0 {
                    let len = waiting.len();
                    self.reserve(len);
                    waiting.take(|$one| {
                        let $all = &mut *self;
                        $add;
                    });
                    // (Many may have been equal.)
                    if self.len() < len.div_ceil(2) {
                        self.give_back();
                    }
                }
            }

            memory!(reserve);
        }
    )*};
}

/// From how many bytes on elements of a hash table do not wait.
#[cfg(feature = "std")]
const LARGE_HASHED: usize = 128;

#[cfg(feature = "std")]
hashed! {
    [T: Eq + core::hash::Hash, S: core::hash::BuildHasher + Default]
        std::collections::HashSet<T, S>, T, |all, one| all.insert(one);
    [K: Eq + core::hash::Hash, V, S: core::hash::BuildHasher + Default]
        std::collections::HashMap<K, V, S>, (K, V), |all, one| all.insert(one.0, one.1);
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

/// Elements as they come, which wait until it is known how many there are.
pub(crate) struct Waiting<T> {
    /// As long as they are so few, for which no memory is taken.
    few: [Option<T>; FEW],
    /// All, if there are more.
    many: Vec<T>,
}

/// Up to how many elements wait where no memory is taken.
const FEW: usize = 3;
/// From how many bytes on a tree takes each element at once: to move it again takes longer than the search for its place.
const LARGE: usize = 256;
/// How many elements a small tree has: as many as one node.
const SMALL_TREE: usize = 12;

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Waiting { few: [const { None }; FEW], many: Vec::new() }
    }
}

impl<T> Waiting<T> {
    #[inline]
    fn push(&mut self, element: T) {
        if self.many.is_empty() {
            if let Some(place) = self.few.iter_mut().find(|place| place.is_none()) {
                *place = Some(element);
                return;
            }
            self.many.reserve(SMALL_TREE);
            self.many.extend(self.few.iter_mut().filter_map(Option::take));
        }
        self.many.push(element);
    }

    /// How many there are.
    #[cfg(feature = "std")]
    fn len(&self) -> usize {
        self.many.len() + self.few.iter().flatten().count()
    }

    /// Hands over all of them, in the order in which they came.
    #[inline]
    fn take(&mut self, mut each: impl FnMut(T)) {
        self.few.iter_mut().filter_map(Option::take).for_each(&mut each);
        mem::take(&mut self.many).into_iter().for_each(each);
    }
}

/// All elements of a tree, unless they are large.
pub(crate) struct Row<T> {
    waiting: Waiting<T>,
    /// Whether each of these, if they are many, comes behind the last one.
    is_ascending: bool,
}

impl<T> Default for Row<T> {
    fn default() -> Self {
        Row { waiting: Waiting::default(), is_ascending: true }
    }
}

impl<T> Row<T> {
    #[inline]
    fn add<C: Tree<T>>(&mut self, all: &mut C, element: T) {
        if const { size_of::<T>() >= LARGE } {
            return all.put(element);
        }
        let is_before = |a: &T, b: &T| C::order(a, b).is_lt();
        if let Some(last) = self.waiting.many.last() {
            self.is_ascending = self.is_ascending && is_before(last, &element);
            self.waiting.many.push(element);
        } else {
            self.waiting.push(element);
            self.is_ascending = self.waiting.many.is_sorted_by(is_before);
        }
    }

    fn complete<C: Tree<T>>(&mut self, all: &mut C) {
        if const { size_of::<T>() >= LARGE } {
            return;
        }
        let len = self.waiting.many.len();
        // (To compare what has memory of its own takes longer than to search a node for its place.)
        let is_small = const { needs_drop::<T>() } && len <= SMALL_TREE;
        if len == 0 || is_small && !self.is_ascending {
            return self.waiting.take(|element| all.put(element));
        }
        let mut elements = mem::take(&mut self.waiting.many);
        if !self.is_ascending {
            Self::sort::<C>(&mut elements);
        }
        *all = elements.into_iter().collect();
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
mod tests;
