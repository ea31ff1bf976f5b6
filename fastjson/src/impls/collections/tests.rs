//! How much memory collections take, and what becomes of equal elements.

use alloc::format;
use alloc::string::String;
use alloc::vec;

use super::*;
use crate::{DecodeOwned, from_str};

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

#[cfg(feature = "std")]
impl std::hash::Hash for Tens {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.0 / 10).hash(state);
    }
}

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

/// What does not wait.
struct Large(usize, #[expect(dead_code, reason = "it is there to be large")] [u8; LARGE]);

impl<'de> crate::Decode<'de> for Large {
    fn decode(cur: &mut Cursor<'de>) -> crate::Result<Self> {
        usize::decode(cur).map(|value| Large(value, [0; LARGE]))
    }
}

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
        let found: BTreeSet<Tens> = from_str(&format!("[{}]", elements.join(","))).expect("a set");
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

/// Of equal elements the first stays, with the value of the last, however many there are and wherever they waited.
#[cfg(feature = "std")]
#[test]
fn equal_elements_of_hash_tables() {
    use std::collections::{HashMap, HashSet};
    let mut random = random();
    for len in (0..40).chain([100, 1000]) {
        let keys: Vec<u32> = (0..len).map(|_| random(1 + len) as u32).collect();
        let members = keys.iter().enumerate().map(|(i, key)| format!("\"{key}\":{i}"));
        let object = format!("{{{}}}", members.collect::<Vec<_>>().join(","));
        let map: HashMap<Tens, usize> =
            keys.iter().enumerate().fold(HashMap::new(), |mut map, (i, &key)| {
                map.insert(Tens(key), i);
                map
            });
        let exact = |(tens, value): (&Tens, &usize)| (tens.0, *value);
        let sorted = |mut all: Vec<(u32, usize)>| {
            all.sort_unstable();
            all
        };
        let expected = sorted(map.iter().map(exact).collect());
        // Where it is foretold how many there are, too.
        for text in [format!("[{object}]"), format!("[{object},{object}]")] {
            let found: Vec<HashMap<Tens, usize>> = from_str(&text).expect("maps");
            for map in found {
                assert_eq!(sorted(map.iter().map(exact).collect()), expected, "{object}");
                assert!(map.capacity() <= 4 * map.len(), "{} {}", map.capacity(), map.len());
            }
            let found: Vec<HashMap<Tens, Large>> = from_str(&text).expect("maps");
            let exact = |map: &HashMap<Tens, Large>| {
                map.iter().map(|(tens, value)| (tens.0, value.0)).collect()
            };
            assert!(found.iter().all(|map| sorted(exact(map)) == expected), "{object}");
        }
        let array =
            format!("[{}]", keys.iter().map(|k| format!("{k}")).collect::<Vec<_>>().join(","));
        let set: HashSet<Tens> = from_str(&array).expect("a set");
        assert_eq!(set.len(), expected.len());
        assert!(set.iter().all(|tens| expected.iter().any(|&(key, _)| key == tens.0)));
    }
    let same = format!("[{}]", "7,".repeat(1000) + "7");
    let set: HashSet<u32> = from_str(&same).expect("a set");
    assert!(set.len() == 1 && set.capacity() < 8);
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
            check(&sizes::<HashMap<String, u64>>(&objects, |all| (all.len(), all.capacity())), 4);
        }
    }
}
