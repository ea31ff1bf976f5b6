//! What else serde knows of the standard library: `PhantomData`, `fmt::Arguments`, collections of what cannot be copied.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashSet, LinkedList, VecDeque};
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::marker::PhantomData;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, refuses, round_trips, write};
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
