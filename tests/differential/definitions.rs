//! The types of `fastjson/differences.toml`, as its `definitions` show them.

use std::collections::BTreeMap;
use std::ffi::CString;

use fastjson::FastJson;
use serde::{Deserialize, Deserializer, Serialize};

use crate::differences::{Verdicts, one_line, stream_verdicts, verdicts};

/// Derives for each item, and keeps them as text.
macro_rules! define {
    ($($item:item)*) => {
        $(
            #[derive(Serialize, Deserialize, FastJson)]
            #[allow(dead_code, reason = "written by serde_json, or not at all")]
            $item
        )*

        /// Each item as it is written.
        pub(crate) const DEFINITIONS: &[&str] = &[$(stringify!($item)),*];
    };
}

type Map<K> = BTreeMap<K, u8>;
fn option<'de, D: Deserializer<'de>>(d: D) -> Result<Option<u8>, D::Error> {
    Option::deserialize(d)
}

define! {
    #[serde(tag = "t")] enum Internal<T> { Unit, A { a: T }, Newtype(BTreeMap<String, T>) }
    #[serde(tag = "t", content = "c")] enum Adjacent<T> { Unit, A(T) }
    #[serde(untagged)] enum Untagged<T> { A { a: T }, B(T) }
    #[serde(untagged)] enum Buffered<T> { Only(T) }
    enum External { A, B(u8), C { c: u8 } }
    #[serde(tag = "t")] enum OrOther { A, #[serde(other)] Other }
    #[serde(tag = "t", content = "c")] enum OrOtherAdjacent { A, #[serde(other)] Other }
    struct Inner<T> { a: T }
    struct Flat<T> { #[serde(flatten)] inner: Inner<T>, own: Option<T> }
    struct FlatOf<T> { #[serde(flatten)] flat: T }
    struct Unit;
    #[derive(PartialEq, Eq, PartialOrd, Ord)] struct Key(u8);
    #[serde(deny_unknown_fields)] struct StrictInternal { own: u8, #[serde(flatten)] internal: Internal<u8> }
    #[serde(deny_unknown_fields)] struct StrictUntagged { own: u8, #[serde(flatten)] untagged: Untagged<Inner<u8>> }
    #[serde(deny_unknown_fields)] struct StrictDeep { own: u8, #[serde(flatten)] flat: FlatOf<Inner<u8>> }
    #[serde(deny_unknown_fields)] struct StrictFlatInside { #[serde(flatten)] inner: Inner<u8> }
    struct Optional { #[serde(deserialize_with = "option")] a: Option<u8> }
    #[serde(tag = "t")] enum OptionalVariant { A { #[serde(deserialize_with = "option")] a: Option<u8> } }
    struct Maybe { own: u8, #[serde(flatten)] inner: Option<Inner<u8>> }
    struct Pair { a: u8, #[serde(default)] b: Option<u8> }
    #[serde(deny_unknown_fields)] struct StrictMaybe { own: u8, #[serde(flatten)] inner: Option<Pair> }
    struct MaybeBesideMap { #[serde(flatten)] inner: Option<Pair>, #[serde(flatten)] rest: Map<String> }
    struct MapFirst { #[serde(flatten)] rest: Map<String>, #[serde(flatten)] inner: Inner<u8> }
    struct InternalBesideMap { #[serde(flatten)] inner: Internal<u8>, #[serde(flatten)] rest: Map<String> }
    struct UntaggedBesideMap { #[serde(flatten)] inner: Untagged<Inner<u8>>, #[serde(flatten)] rest: Map<String> }
    #[serde(tag = "u")] enum Second { A { a: u8 } }
    #[serde(tag = "t")] enum Nested { Inner(Second) }
    #[serde(tag = "t")] enum OptionBehindTag { Maybe(Option<Inner<u8>>) }
    struct Change { name: Option<Option<String>> }
}

/// The types that the table may name, as it names them.
macro_rules! types {
    ($($type:ty),*; $(Stream<$of:ty>),*; $($name:ident { $($item:tt)* })*) => {
        $(
            #[derive(Serialize, Deserialize, FastJson)]
            #[allow(dead_code, reason = "written by serde_json, or not at all")]
            $($item)*
        )*

        pub(crate) fn types() -> BTreeMap<String, Verdicts> {
            BTreeMap::from([
                $((one_line(stringify!($type)), verdicts::<$type> as Verdicts),)*
                $((format!("Stream<{}>", stringify!($of)), stream_verdicts::<$of> as Verdicts),)*
                $((one_line(stringify!($($item)*)), verdicts::<$name> as Verdicts),)*
            ])
        }
    };
}

types! {
    i64, u8, u128, f32, BTreeMap<i64, bool>, CString,
    Adjacent<()>,
    Adjacent<Inner<u8>>,
    Adjacent<Internal<u8>>,
    Adjacent<Map<u8>>,
    Adjacent<Unit>,
    Adjacent<u128>,
    Buffered<OrOther>,
    Buffered<OrOtherAdjacent>,
    Change,
    Flat<()>,
    Flat<Internal<u8>>,
    Flat<Map<u8>>,
    Flat<Unit>,
    Flat<f32>,
    Flat<u128>,
    Flat<u8>,
    FlatOf<Adjacent<u8>>,
    FlatOf<BTreeMap<String, u128>>,
    FlatOf<External>,
    FlatOf<Internal<u8>>,
    FlatOf<Map<Key>>,
    FlatOf<Map<bool>>,
    FlatOf<Map<u8>>,
    FlatOf<Option<External>>,
    FlatOf<Option<OrOther>>,
    FlatOf<StrictFlatInside>,
    Internal<()>,
    Internal<Adjacent<u8>>,
    Internal<External>,
    Internal<Internal<u8>>,
    Internal<Map<Key>>,
    Internal<Map<bool>>,
    Internal<Map<i64>>,
    Internal<Map<u8>>,
    Internal<Option<Unit>>,
    Internal<Unit>,
    Internal<f32>,
    Internal<i128>,
    Internal<u128>,
    Internal<u8>,
    InternalBesideMap,
    MapFirst,
    Maybe,
    MaybeBesideMap,
    Nested,
    OptionBehindTag,
    Optional,
    OptionalVariant,
    StrictDeep,
    StrictInternal,
    StrictMaybe,
    StrictUntagged,
    UntaggedBesideMap,
    Untagged<Internal<u8>>,
    Untagged<Map<Key>>,
    Untagged<Map<u8>>,
    Untagged<f32>,
    Untagged<i128>,
    Untagged<i64>,
    Untagged<u128>,
    Untagged<u8>;
    Stream<bool>;
    Point { struct Point { x: i32 } }
    Node { struct Node { #[serde(default, skip_serializing)] room: [[u64; 32]; 16], next: Option<Box<Node>> } }
}
