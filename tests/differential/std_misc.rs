//! What else serde knows of the standard library: `PhantomData`, `fmt::Arguments`, collections of what cannot be copied.

use std::cell::RefCell;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashSet, LinkedList, VecDeque};
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::marker::PhantomData;
use std::num::Wrapping;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, reads, refuses, round_trips, write};
use crate::std_cells::Shown;

#[test]
fn phantoms() {
    round_trips([PhantomData::<u8>]);
    round_trips([PhantomData::<str>]);
    round_trips([[PhantomData::<u8>; 2]]);
    round_trips([(PhantomData::<dyn Send>, 1_u8)]);
    refuses::<PhantomData<u8>>(&["1", "{}", "[]", "nul", "\"PhantomData\"", ""]);

    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Tagged<T> {
        id: u8,
        tag: PhantomData<T>,
    }
    round_trips([Tagged { id: 1, tag: PhantomData::<String> }]);
    // It may not be absent.
    refuses::<Tagged<u8>>(&[r#"{"id":1}"#]);
}

#[test]
fn formatted_text() {
    let (word, number) = ("a\"\n", 7);
    assert_eq!(write(&format_args!("plain \"text\"")).as_deref(), Some(r#""plain \"text\"""#));
    assert_eq!(write(&format_args!("{word}{number:>3}")).as_deref(), Some(r#""a\"\n  7""#));
    assert_eq!(write(&format_args!("")).as_deref(), Some("\"\""));
}

#[test]
fn a_value_that_fails_to_be_formatted_is_an_error() {
    struct Fails;

    impl std::fmt::Display for Fails {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }

    assert!(fastjson::to_string(&format_args!("{Fails}")).is_err());
}

#[test]
fn collections() {
    round_trips([LinkedList::from(["a".to_owned()]), LinkedList::new()]);
    round_trips([VecDeque::from([Some(1_u8), None])]);
    round_trips([BTreeSet::from([Reverse(1_u8), Reverse(2)])]);
    round_trips([Shown(BinaryHeap::from([3_u8]))]);
    type Fixed = HashSet<u8, BuildHasherDefault<DefaultHasher>>;
    round_trips([Fixed::from_iter([1, 2, 3])]);
    accepts::<Shown<BinaryHeap<u8>>>(&["[3,1,2]", "[]"]);
}

#[test]
fn keys_that_are_floats() {
    /// A float with an order.
    #[derive(Debug, Clone, Copy, Serialize, Deserialize, FastJson)]
    struct Total<T>(T);

    macro_rules! order {
        ($($float:ty)*) => {$(
            impl PartialEq for Total<$float> {
                fn eq(&self, other: &Self) -> bool {
                    self.cmp(other).is_eq()
                }
            }

            impl Eq for Total<$float> {}

            impl PartialOrd for Total<$float> {
                fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                    Some(self.cmp(other))
                }
            }

            impl Ord for Total<$float> {
                fn cmp(&self, other: &Self) -> Ordering {
                    self.0.total_cmp(&other.0)
                }
            }
        )*};
    }
    order! { f32 f64 }

    let keys = [0.0, -0.0, 1.5, -1e-7, 5e-324, f64::MAX, f64::MIN];
    round_trips([keys.map(|key| (Total(key), 1_u8)).into_iter().collect::<BTreeMap<_, _>>()]);
    let keys = [0.0, -0.5, 1e-45, f32::MAX, f32::MIN];
    round_trips([keys.map(|key| (Total(key), ())).into_iter().collect::<BTreeMap<_, _>>()]);
    for key in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(write(&BTreeMap::from([(Total(key), 1_u8)])), None);
    }
    accepts::<BTreeMap<Total<f64>, u8>>(&[r#"{"1":1}"#, r#"{"1e2":1,"-0":2,"0.5":3}"#]);
    refuses::<BTreeMap<Total<f64>, u8>>(&[
        r#"{"":1}"#,
        r#"{" 1":1}"#,
        r#"{"1 ":1}"#,
        r#"{"NaN":1}"#,
        r#"{"1e400":1}"#,
        r#"{"01":1}"#,
        r#"{"\u0031":1}"#,
        r#"{"null":1}"#,
        "{1:1}",
    ]);
}

#[test]
fn wrappers_in_recursive_types() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Tree(Reverse<Vec<Tree>>);
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Chain(Wrapping<Option<Box<Chain>>>);
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Cells(RefCell<BTreeMap<String, Cells>>);

    round_trips([Tree(Reverse(vec![Tree(Reverse(vec![])), Tree(Reverse(vec![]))]))]);
    reads("null", Chain(Wrapping(None)));
    // Any other text holds a chain that holds it: on that serde_json overflows the stack.
    let err = fastjson::from_str::<Chain>("1").unwrap_err();
    assert_eq!(err.kind(), fastjson::ErrorKind::RecursionLimit);
    let empty = Cells(RefCell::default());
    round_trips([Cells(RefCell::new(BTreeMap::from([("a".to_owned(), empty)])))]);
}
