//! Type parameters: the derived bounds, `bound`, associated types, constants, defaults, recursion.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{reads, refuses, round_trips, write};

/// No serde, no fastjson.
#[derive(Debug, Clone, PartialEq, Default)]
struct Opaque;

trait Family {
    type Member;
}

impl Family for Opaque {
    type Member = u8;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Marked<T> {
    marker: PhantomData<T>,
    n: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Skipping<T, U> {
    #[serde(skip)]
    skipped: T,
    u: U,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(bound(serialize = "T::Member: Serialize", deserialize = "T::Member: Deserialize<'de>"))]
struct ByBound<T: Family> {
    member: T::Member,
    #[serde(default)]
    marker: PhantomData<T>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Associated<T: Family> {
    member: T::Member,
    list: Vec<T::Member>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(bound = "T: Serialize + DeserializeOwned")]
struct Owned<T> {
    t: T,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(bound = "")]
struct NoBound<T> {
    #[serde(skip)]
    marker: PhantomData<T>,
    n: u8,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Maps<K, V, S>
where
    K: Eq + Hash,
    S: BuildHasher + Default,
{
    #[serde(bound(
        serialize = "K: Serialize, V: Serialize",
        deserialize = "K: Deserialize<'de>, V: Deserialize<'de>"
    ))]
    map: HashMap<K, V, S>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Where<T, U>
where
    T: Debug,
    U: Into<String>,
{
    t: T,
    u: Vec<U>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Constant<const N: usize, const B: bool, T = u8> {
    list: Vec<T>,
    marker: PhantomData<[u8; N]>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum External<T, U = T> {
    Both(T, U),
    #[serde(bound(deserialize = "U: Deserialize<'de>"))]
    One {
        u: U,
    },
    Neither,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t")]
enum Internal<T: Clone, U> {
    Newtype(T),
    Fields {
        u: Option<U>,
        list: Vec<T>,
    },
    #[serde(skip)]
    Never(Opaque),
    Neither,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t", content = "c")]
enum Adjacent<T, U> {
    Both(T, U),
    Fields { u: Option<U>, list: Vec<T> },
    Neither,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Untagged<T, U> {
    One(T),
    Other(U),
    Fields { both: (T, U) },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct List<T> {
    head: T,
    tail: Option<Box<List<T>>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Flat<T, U: Default> {
    #[serde(flatten)]
    t: T,
    #[serde(default)]
    u: U,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Newtype<T>(T);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Through<T, M> {
    t: T,
    #[serde(skip)]
    marker: PhantomData<M>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Defaulting<T> {
    #[serde(default)]
    t: T,
    #[serde(default = "Vec::new")]
    list: Vec<T>,
}

#[test]
fn derived() {
    round_trips([Marked::<Opaque> { marker: PhantomData, n: 1 }]);
    reads(r#"{"marker":null,"n":1}"#, Marked::<Opaque> { marker: PhantomData, n: 1 });
    round_trips([Skipping { skipped: Opaque, u: vec![1] }]);
    round_trips([Associated::<Opaque> { member: 1, list: vec![2] }]);
    round_trips([Where { t: 1, u: vec!["a".to_string()] }]);
    round_trips([Constant::<3, true> { list: vec![1], marker: PhantomData }]);
    round_trips([List { head: 1, tail: Some(Box::new(List { head: 2, tail: None })) }]);
    round_trips([Newtype(Newtype(Newtype(1)))]);
    round_trips([Through::<_, Opaque> { t: Newtype("a".to_string()), marker: PhantomData }]);
    round_trips([Flat { t: Newtype(Marked::<u8> { marker: PhantomData, n: 1 }), u: vec![1] }]);
    reads("{}", Defaulting { t: 0_u8, list: vec![] });
    round_trips([Defaulting { t: Some(1), list: vec![None, Some(2)] }]);
}

#[test]
fn given() {
    round_trips([ByBound::<Opaque> { member: 1, marker: PhantomData }]);
    reads(r#"{"member":1}"#, ByBound::<Opaque> { member: 1, marker: PhantomData });
    round_trips([Owned { t: vec![Some(1)] }]);
    round_trips([NoBound::<Opaque> { marker: PhantomData, n: 1 }]);
    type Hasher = std::hash::BuildHasherDefault<std::hash::DefaultHasher>;
    round_trips([Maps::<u8, String, Hasher> { map: [(1, "a".to_string())].into_iter().collect() }]);
}

#[test]
fn enums() {
    round_trips([External::Both(1, 2), External::One { u: 3 }, External::Neither]);
    round_trips([External::<Vec<u8>, Newtype<bool>>::Both(vec![], Newtype(true))]);
    round_trips([
        Internal::Newtype(BTreeMap::from([("a".to_string(), 1)])),
        Internal::Fields { u: Some('u'), list: vec![BTreeMap::new()] },
        Internal::Neither,
    ]);
    assert_eq!(write(&Internal::<(), u8>::Never(Opaque)), None);
    round_trips([
        Adjacent::Both(1, "u".to_string()),
        Adjacent::Fields { u: None, list: vec![1] },
        Adjacent::Neither,
    ]);
    round_trips([
        Untagged::One(1),
        Untagged::Other("u".to_string()),
        Untagged::Fields { both: (1, "u".to_string()) },
    ]);
    round_trips([Untagged::<List<u8>, Untagged<bool, char>>::Other(Untagged::Other('c'))]);
    refuses::<Untagged<u8, bool>>(&["-1", r#""a""#, r#"{"both":[1]}"#]);
}
