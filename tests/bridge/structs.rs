//! Structs of all shapes, sequences and tuples, under the tags of serde's derive.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use crate::via::{bends, read, round_trips, write};

#[derive(Serialize, Deserialize, Debug, PartialEq, Clone)]
struct Point {
    x: i32,
    y: Option<i32>,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Unit;

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Newtype(u8);

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Pair(u8, String);

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Empty {}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct EmptyTuple();

#[derive(Serialize, Deserialize, Debug, PartialEq, Default)]
#[serde(rename_all = "camelCase", default)]
struct Tagged {
    long_name: u8,
    #[serde(alias = "other")]
    another: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    maybe: Option<bool>,
    #[serde(skip)]
    hidden: u8,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Strict {
    a: u8,
    #[serde(default)]
    b: u8,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Flat {
    id: u64,
    #[serde(flatten)]
    point: Point,
    #[serde(flatten)]
    rest: BTreeMap<String, serde_json::Value>,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(transparent)]
struct Transparent {
    inner: Vec<u8>,
    marker: PhantomData<u8>,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(tag = "type")]
struct Named {
    value: u8,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(try_from = "u8", into = "u8")]
struct Even(u8);

impl TryFrom<u8> for Even {
    type Error = String;

    fn try_from(value: u8) -> Result<Even, String> {
        if value.is_multiple_of(2) { Ok(Even(value)) } else { Err(format!("{value} is odd")) }
    }
}

impl From<Even> for u8 {
    fn from(even: Even) -> u8 {
        even.0
    }
}

impl Clone for Even {
    fn clone(&self) -> Even {
        Even(self.0)
    }
}

#[test]
fn shapes() {
    round_trips([Point { x: 1, y: None }, Point { x: -1, y: Some(2) }]);
    round_trips([Unit]);
    round_trips([Newtype(7)]);
    round_trips([Pair(7, "a".into())]);
    round_trips([Empty {}]);
    round_trips([EmptyTuple()]);
    round_trips([Transparent { inner: vec![1], marker: PhantomData }]);
}

#[test]
fn tags() {
    round_trips([
        Tagged::default(),
        Tagged { long_name: 1, another: "x".into(), maybe: Some(true), hidden: 0 },
    ]);
    read::<Tagged>(r#"{"other":"a","longName":3}"#);
    read::<Tagged>(r#"{"other":"a","another":"b"}"#);
    round_trips([Strict { a: 1, b: 2 }]);
    read::<Strict>(r#"{"a":1,"c":2}"#);
    round_trips([Named { value: 1 }]);
    round_trips([Even(2)]);
    read::<Even>("3");
}

#[test]
fn flattened() {
    let point = Point { x: 1, y: Some(2) };
    let rest = BTreeMap::from([("k".to_string(), serde_json::json!([1, {"a": 2.5}, "x", null]))]);
    round_trips([
        Flat { id: 7, point: point.clone(), rest: BTreeMap::new() },
        Flat { id: u64::MAX, point, rest },
    ]);
}

#[test]
fn sequences() {
    round_trips([vec![], vec![1_u8], vec![1, 2, 3]]);
    round_trips([vec![vec![Point { x: 1, y: None }], vec![]]]);
    round_trips([(1_u8, "a".to_string(), 2.5)]);
    round_trips([[1_u8, 2, 3]]);
    round_trips([[(); 0]]);
    round_trips([VecDeque::from([1_u8])]);
    round_trips([BTreeSet::from([3_u8, 1])]);
    round_trips([vec![()]]);
    bends::<Vec<Vec<u8>>>("[[1],[2,3]]");
}

#[test]
fn maps() {
    round_trips([
        BTreeMap::new(),
        BTreeMap::from([("a".to_string(), vec![1_u8]), ("b\"".to_string(), vec![])]),
    ]);
    round_trips([HashMap::from([("a".to_string(), Point { x: 1, y: None })])]);
    read::<BTreeMap<String, u8>>(r#"{"a":1,"a":2}"#);
}

#[test]
fn what_std_has() {
    round_trips([Ok::<u8, String>(1), Err("a".into())]);
    round_trips([1..5_u8, 0..0]);
    round_trips([std::ops::Bound::Included(1_u8), std::ops::Bound::Unbounded]);
    round_trips([Box::new(std::rc::Rc::new(1_u8))]);
    round_trips([std::num::Wrapping(3_u8)]);
    round_trips([std::path::PathBuf::from("/a/b")]);
}

/// Writes an array and an object without knowing their lengths, and claims to know them.
#[test]
fn lengths() {
    use serde::ser::{SerializeMap as _, SerializeSeq as _, Serializer};

    struct Elements(Option<usize>, u8);

    impl Serialize for Elements {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut seq = serializer.serialize_seq(self.0)?;
            for i in 0..self.1 {
                seq.serialize_element(&i)?;
            }
            seq.end()
        }
    }

    struct Members(Option<usize>, u8);

    impl Serialize for Members {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(self.0)?;
            for i in 0..self.1 {
                map.serialize_entry(&i, &[i])?;
            }
            map.end()
        }
    }

    for n in 0..3 {
        for len in [None, Some(usize::from(n))] {
            write(&Elements(len, n)).expect("an array");
            write(&Members(len, n)).expect("an object");
        }
    }
}
