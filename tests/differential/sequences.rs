//! Arrays of JSON: vectors, slices, arrays, sets, queues and tuples; and `()` and booleans, which stand in most of them.

use std::collections::{BTreeSet, BinaryHeap, HashSet, LinkedList, VecDeque};

use crate::compare::{Both, accepts, bends, read, reads, refuses, round_trips, write};

/// What is no array, or breaks off.
const NO_ARRAYS: [&str; 24] = [
    "",
    "[",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[,]",
    "[1,,2]",
    "[1 2]",
    "[1}",
    "]",
    "[]]",
    "[1;2]",
    "[1:2]",
    "{}",
    "{\"0\":1}",
    "null",
    "1",
    "\"[]\"",
    "[[1]",
    "[1] 2",
    "[1],",
    "(1)",
    "[1\u{a0}]",
];

fn array_of_u8<T: Both>() {
    refuses::<T>(&NO_ARRAYS);
    for text in [
        "[]",
        "[ ]",
        "[1]",
        " [ 1 , 2 ] ",
        "[\n1,\r\n\t2]",
        "[1,2,3,4]",
        "[2,1,2]",
        "[256]",
        "[-1]",
    ] {
        read::<T>(text);
    }
}

#[test]
fn collections() {
    round_trips([vec![], vec![1_u8], vec![1, 2, 255]]);
    round_trips([vec![vec![]], vec![vec!["a".to_owned()], vec![]]]);
    round_trips([VecDeque::from([3_u8, 1]), VecDeque::new()]);
    round_trips([LinkedList::from([3_u8, 1]), LinkedList::new()]);
    round_trips([BTreeSet::from([3_u8, 1, 2]), BTreeSet::new()]);
    round_trips([HashSet::from([3_u8]), HashSet::new()]);
    round_trips([BTreeSet::from(["b".to_owned(), "a\n".to_owned()])]);
    array_of_u8::<Vec<u8>>();
    array_of_u8::<VecDeque<u8>>();
    array_of_u8::<LinkedList<u8>>();
    array_of_u8::<BTreeSet<u8>>();
    array_of_u8::<HashSet<u8>>();
    array_of_u8::<Box<[u8]>>();
    reads("[2,1,2]", BTreeSet::from([1_u8, 2]));
    reads("[2,1,2]", HashSet::from([1_u8, 2]));
    accepts::<Vec<u8>>(&["[]", "[ ]", " [ 1 , 2 ] ", "[\n1,\r\n\t2]"]);
}

#[test]
fn rings_and_heaps() {
    let mut ring = VecDeque::from([1_u8, 2, 3]);
    ring.rotate_left(2);
    ring.push_front(9);
    assert_eq!(write(&ring).as_deref(), Some("[9,3,1,2]"));

    let heap = BinaryHeap::from([1_u8, 5, 3]);
    let text = write(&heap).expect("an array");
    let ours: BinaryHeap<u8> = fastjson::from_str(&text).expect("its own text");
    let theirs: BinaryHeap<u8> = serde_json::from_str(&text).expect("its own text");
    assert_eq!(ours.into_sorted_vec(), theirs.into_sorted_vec());
    assert!(fastjson::from_str::<BinaryHeap<u8>>("[1,]").is_err());
}

#[test]
fn slices_are_written() {
    assert_eq!(write(&[1, 2][..]).as_deref(), Some("[1,2]"));
    assert_eq!(write(&["a", "\n"][..]).as_deref(), Some(r#"["a","\n"]"#));
    assert_eq!(write::<[()]>(&[]).as_deref(), Some("[]"));
    assert_eq!(write(&b"bytes"[..]).as_deref(), Some("[98,121,116,101,115]"));
}

#[test]
fn arrays() {
    round_trips([[0_u8; 0]]);
    round_trips([[1_u64, u64::MAX]]);
    round_trips([["a".to_owned(), String::new(), "\"".to_owned()]]);
    round_trips([[[0.5, 1.0], [-1.5, 1e300]]]);
    round_trips([[None, Some(true), Some(false)]]);
    round_trips([[i128::MIN; 32]]);
    array_of_u8::<[u8; 0]>();
    array_of_u8::<[u8; 1]>();
    array_of_u8::<[u8; 2]>();
    // Too long to be one run.
    let text = write(&[[u64::MAX; 32]; 4]).expect("an array");
    assert_eq!(text, write(&vec![vec![u64::MAX; 32]; 4]).expect("an array"));
    assert!(read::<[[u64; 32]; 4]>(&text).is_some());
    refuses::<[u8; 2]>(&["[]", "[1]", "[1,2,3]", "[1,2,]", "[1,null]"]);
    accepts::<[u8; 2]>(&["[1,2]", " [1 , 2 ] "]);
}

#[test]
fn tuples_of_every_length() {
    round_trips([(1_u8,)]);
    round_trips([(1_u8, -1_i64)]);
    round_trips([(1_u8, "a".to_owned(), 0.5)]);
    round_trips([(true, 'c', (), None::<u8>)]);
    round_trips([(1_u8, 2_u16, 3_u32, 4_u64, 5_u128)]);
    round_trips([((1_u8, "x".to_owned()), [1.5, 2.5], vec![()], Some('a'), false, 6_i8)]);
    round_trips([(1, 2, 3, 4, 5, 6, 7)]);
    round_trips([(1, 2, 3, 4, 5, 6, 7, "8".to_owned())]);
    round_trips([(1, 2, 3, 4, 5, 6, 7, 8, 9)]);
    round_trips([(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)]);
    round_trips([(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)]);
    round_trips([(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)]);
    // The standard library compares and shows tuples of up to twelve elements; longer ones in two halves.
    type T16 = (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, String);
    let long: T16 = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, "16".to_owned());
    let text = write(&long).expect("a tuple");
    let ours: T16 = fastjson::from_str(&text).expect("its own text");
    assert_eq!((ours.0, ours.11, ours.14, ours.15.as_str()), (1, 12, 15, "16"));
    for wrong in [text.replace(']', ",17]"), text.replace(",\"16\"", ""), "[]".into(), "{}".into()]
    {
        assert!(
            fastjson::from_str::<T16>(&wrong).is_err()
                && serde_json::from_str::<T16>(&wrong).is_err()
        );
    }
    assert_eq!(
        write(&(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)).as_deref(),
        Some("[1,2,3,4,5,6,7,8,9,10,11,12,13]")
    );
    assert_eq!(
        write(&(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, ())).as_deref(),
        Some("[1,2,3,4,5,6,7,8,9,10,11,12,13,null]")
    );
    assert_eq!(
        write(&(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 'x')).as_deref(),
        Some("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,\"x\"]")
    );
}

#[test]
fn booleans_and_unit() {
    round_trips([true, false]);
    round_trips([()]);
    round_trips([vec![(), ()], vec![]]);
    bends::<((), bool)>("[null,true]");
    refuses::<bool>(&[
        "",
        "t",
        "tru",
        "True",
        "TRUE",
        "truex",
        "true false",
        "0",
        "1",
        "\"true\"",
        "null",
        "falsetrue",
    ]);
    refuses::<()>(&[
        "",
        "n",
        "nul",
        "Null",
        "nulll",
        "\"null\"",
        "0",
        "[]",
        "{}",
        "\"\"",
        "null null",
    ]);
    accepts::<bool>(&["true", " false "]);
    accepts::<()>(&["null", "\nnull"]);
}
