//! What serde_json makes of texts and types that serde's buffering gets wrong, or takes in ways that no one would guess.
//! Only serde_json is asked: where fastjson does better on purpose, its differences say so.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::FastJson;

/// What serde_json reads, written again, or `error`; and whether that is what is expected.
#[track_caller]
fn quirk<T: Serialize + DeserializeOwned + Debug>(input: &str, verdict: &str) -> bool {
    let read = serde_json::from_str::<T>(input);
    let is = match &read {
        Ok(value) => serde_json::to_string(value).expect("a JSON form"),
        Err(_) => "error".into(),
    };
    if is != verdict {
        let line = std::panic::Location::caller().line();
        println!("@{line}@{is}@ {read:?}");
    }
    is == verdict
}

macro_rules! quirks {
    ($($type:ty: $input:literal => $verdict:literal;)*) => {
        let right = [$(quirk::<$type>($input, $verdict)),*];
        assert!(right.iter().all(|right| *right), "another verdict");
    };
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t")]
enum Internal<T> {
    Unit,
    A { a: T },
    Newtype(BTreeMap<String, T>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t", content = "c")]
enum Adjacent<T> {
    Unit,
    A(T),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Untagged<T> {
    A { a: T },
    B(T),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Flat<T> {
    #[serde(flatten)]
    inner: Inner<T>,
    own: Option<T>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Inner<T> {
    a: T,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct FlatOf<T> {
    #[serde(flatten)]
    flat: T,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum External {
    A,
    B(u8),
    C { c: u8 },
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
struct Key(u8);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Unit;

type Map<K> = BTreeMap<K, u8>;

/// Integers of 128 bits are not held by the buffer, however small.
#[test]
fn integers_of_128_bits() {
    quirks! {
        Internal<u128>: r#"{"t":"A","a":1}"# => "?";
        Internal<i128>: r#"{"t":"A","a":-1}"# => "?";
        Adjacent<u128>: r#"{"t":"A","c":1}"# => "?";
        Adjacent<u128>: r#"{"c":1,"t":"A"}"# => "?";
        Untagged<u128>: r#"{"a":1}"# => "?";
        Untagged<i128>: "1" => "?";
        Untagged<u64>: "18446744073709551616" => "?";
        Untagged<f64>: "18446744073709551616" => "?";
        Flat<u128>: r#"{"a":1}"# => "?";
        Flat<u128>: r#"{"a":1,"own":2}"# => "?";
        FlatOf<BTreeMap<String, u128>>: r#"{"a":1}"# => "?";
    }
}

/// Keys in the buffer are texts, and stay texts.
#[test]
fn keys_that_are_no_texts() {
    quirks! {
        Internal<Map<u8>>: r#"{"t":"A","a":{"1":2}}"# => "?";
        Internal<Map<i64>>: r#"{"t":"A","a":{"-1":2}}"# => "?";
        Internal<Map<bool>>: r#"{"t":"A","a":{"true":2}}"# => "?";
        Internal<Map<char>>: r#"{"t":"A","a":{"c":2}}"# => "?";
        Internal<Map<Key>>: r#"{"t":"A","a":{"1":2}}"# => "?";
        Adjacent<Map<u8>>: r#"{"t":"A","c":{"1":2}}"# => "?";
        Adjacent<Map<u8>>: r#"{"c":{"1":2},"t":"A"}"# => "?";
        Untagged<Map<u8>>: r#"{"1":2}"# => "?";
        Untagged<Map<Key>>: r#"{"a":{"1":2}}"# => "?";
        Flat<Map<u8>>: r#"{"a":{"1":2}}"# => "?";
        Flat<Map<u8>>: r#"{"a":{},"own":{"1":2}}"# => "?";
        FlatOf<Map<u8>>: r#"{"1":2}"# => "?";
        FlatOf<Map<bool>>: r#"{"true":2}"# => "?";
        FlatOf<Map<char>>: r#"{"c":2}"# => "?";
        FlatOf<Map<Key>>: r#"{"1":2}"# => "?";
    }
}

/// In the buffer, a tag may be the number of its variant.
#[test]
fn tags_that_are_numbers() {
    quirks! {
        Internal<u8>: r#"{"t":0}"# => "?";
        Internal<u8>: "[0]" => "?";
        Internal<u8>: "[1,2]" => "?";
        Vec<Internal<u8>>: r#"[{"t":0}]"# => "?";
        Internal<Internal<u8>>: r#"{"t":"A","a":{"t":0}}"# => "?";
        Internal<Internal<u8>>: r#"{"t":"A","a":{"t":1,"a":2}}"# => "?";
        Internal<Internal<u8>>: r#"{"t":"A","a":[1,2]}"# => "?";
        Internal<Internal<u8>>: r#"{"t":1,"a":{"t":0}}"# => "?";
        Internal<Adjacent<u8>>: r#"{"t":"A","a":{"t":0}}"# => "?";
        Internal<Adjacent<u8>>: r#"{"t":"A","a":[1,2]}"# => "?";
        Internal<External>: r#"{"t":"A","a":0}"# => "?";
        Untagged<Internal<u8>>: r#"{"t":0}"# => "?";
        Untagged<Internal<u8>>: "[0]" => "?";
        Untagged<Internal<u8>>: r#"{"a":{"t":1,"a":2}}"# => "?";
        Untagged<Adjacent<u8>>: r#"{"t":0}"# => "?";
        Untagged<External>: "0" => "?";
        Adjacent<Internal<u8>>: r#"{"t":"A","c":{"t":0}}"# => "?";
        Adjacent<Internal<u8>>: r#"{"c":{"t":0},"t":"A"}"# => "?";
        FlatOf<Internal<u8>>: r#"{"t":0}"# => "?";
        FlatOf<Adjacent<u8>>: r#"{"t":0}"# => "?";
        Flat<Internal<u8>>: r#"{"a":{"t":0}}"# => "?";
        Flat<Internal<u8>>: r#"{"a":{"t":"Unit"},"own":{"t":0}}"# => "?";
    }
}

/// In the buffer, nothing may also be an empty object, or an empty array.
#[test]
fn units() {
    quirks! {
        Internal<()>: r#"{"t":"A","a":{}}"# => "?";
        Internal<()>: r#"{"t":"A","a":[]}"# => "?";
        Internal<Unit>: r#"{"t":"A","a":{}}"# => "?";
        Internal<Unit>: r#"{"t":"A","a":[]}"# => "?";
        Internal<Option<Unit>>: r#"{"t":"A","a":{}}"# => "?";
        Internal<Option<Unit>>: r#"{"t":"A"}"# => "?";
        Internal<External>: r#"{"t":"A","a":{"A":{}}}"# => "?";
        Internal<External>: r#"{"t":"A","a":{"A":[]}}"# => "?";
        Internal<External>: r#"{"t":"A","a":{"A":null}}"# => "?";
        Internal<External>: r#"{"t":"A","a":{"A":0}}"# => "?";
        Internal<Adjacent<u8>>: r#"{"t":"A","a":{"t":"Unit","c":{}}}"# => "?";
        Internal<Adjacent<u8>>: r#"{"t":"A","a":{"t":"Unit","c":[]}}"# => "?";
        Adjacent<()>: r#"{"t":"A","c":{}}"# => "?";
        Adjacent<()>: r#"{"c":{},"t":"A"}"# => "?";
        Adjacent<Unit>: r#"{"c":[],"t":"A"}"# => "?";
        Adjacent<u8>: r#"{"c":{},"t":"Unit"}"# => "?";
        Adjacent<u8>: r#"{"c":[],"t":"Unit"}"# => "?";
        Untagged<()>: "{}" => "?";
        Untagged<()>: r#"{"a":{}}"# => "?";
        Untagged<()>: r#"{"a":[]}"# => "?";
        Untagged<Unit>: "{}" => "?";
        Untagged<Unit>: "[]" => "?";
        Untagged<External>: r#"{"A":{}}"# => "?";
        Untagged<External>: r#"{"A":[]}"# => "?";
        Untagged<External>: r#"{"a":{"A":{}}}"# => "?";
        Flat<()>: r#"{"a":{}}"# => "?";
        Flat<()>: r#"{"a":[]}"# => "?";
        Flat<Unit>: r#"{"a":[]}"# => "?";
        Flat<Unit>: r#"{"a":{}}"# => "?";
        Flat<u8>: r#"{"a":1,"own":{}}"# => "?";
        Flat<()>: r#"{"a":null,"own":{}}"# => "?";
        FlatOf<External>: r#"{"A":{}}"# => "?";
        FlatOf<External>: r#"{"A":[]}"# => "?";
        FlatOf<External>: r#"{"A":null}"# => "?";
        FlatOf<Option<External>>: r#"{"A":{}}"# => "?";
        FlatOf<Adjacent<u8>>: r#"{"t":"Unit","c":{}}"# => "?";
        FlatOf<Adjacent<u8>>: r#"{"c":{},"t":"Unit"}"# => "?";
    }
}

/// What is ignored is checked less than what is buffered.
#[test]
fn ignored_members() {
    quirks! {
        Inner<u8>: r#"{"a":1,"x":"\ud800"}"# => "?";
        Inner<u8>: r#"{"a":1,"x":1e999}"# => "?";
        Inner<u8>: r#"{"a":1,"\ud800":1}"# => "?";
        Internal<u8>: r#"{"t":"A","a":1,"x":"\ud800"}"# => "?";
        Internal<u8>: r#"{"x":"\ud800","t":"A","a":1}"# => "?";
        Internal<u8>: r#"{"t":"A","a":1,"x":1e999}"# => "?";
        Internal<u8>: r#"{"t":"Unit","x":"\ud800"}"# => "?";
        Internal<u8>: r#"{"t":"Unit","x":1e999}"# => "?";
        Adjacent<u8>: r#"{"t":"A","c":1,"x":"\ud800"}"# => "?";
        Adjacent<u8>: r#"{"x":1e999,"t":"A","c":1}"# => "?";
        Adjacent<Inner<u8>>: r#"{"t":"A","c":{"a":1,"x":"\ud800"}}"# => "?";
        Adjacent<Inner<u8>>: r#"{"c":{"a":1,"x":"\ud800"},"t":"A"}"# => "?";
        Untagged<u8>: r#"{"a":1,"x":"\ud800"}"# => "?";
        Untagged<u8>: r#"{"a":1,"x":1e999}"# => "?";
        Flat<u8>: r#"{"a":1,"x":"\ud800"}"# => "?";
        Flat<u8>: r#"{"a":1,"x":1e999}"# => "?";
        FlatOf<External>: r#"{"B":1,"x":"\ud800"}"# => "?";
    }
}

/// Numbers pass through the buffer as 64 bits.
#[test]
fn numbers() {
    quirks! {
        Inner<f32>: r#"{"a":1.00000017881393432617187499}"# => "?";
        Internal<f32>: r#"{"t":"A","a":1.00000017881393432617187499}"# => "?";
        Untagged<f32>: "1.00000017881393432617187499" => "?";
        Flat<f32>: r#"{"a":1.00000017881393432617187499}"# => "?";
        Inner<f32>: r#"{"a":1e39}"# => "?";
        Internal<f32>: r#"{"t":"A","a":1e39}"# => "?";
        Internal<f32>: r#"{"t":"A","a":16777217}"# => "?";
        Internal<u8>: r#"{"t":"A","a":-0}"# => "?";
        Internal<f64>: r#"{"t":"A","a":-0}"# => "?";
        Untagged<i64>: "-0" => "?";
        Untagged<f64>: "-0" => "?";
    }
}

/// A flattened map or tagged enum takes nothing from the others.
#[test]
fn flattened_maps() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Two {
        #[serde(flatten)]
        first: Map<String>,
        #[serde(flatten)]
        second: Map<String>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct StrictMap {
        a: u8,
        #[serde(flatten)]
        rest: Map<String>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct StrictInternal {
        own: u8,
        #[serde(flatten)]
        internal: Internal<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct StrictUntagged {
        own: u8,
        #[serde(flatten)]
        untagged: Untagged<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct StrictDeep {
        own: u8,
        #[serde(flatten)]
        flat: FlatOf<Inner<u8>>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct StrictInside {
        a: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct StrictFlatInside {
        #[serde(flatten)]
        inner: Inner<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", deny_unknown_fields)]
    enum StrictVariants {
        Unit,
        A {
            own: u8,
            #[serde(flatten)]
            inner: Inner<u8>,
        },
    }

    quirks! {
        Two: r#"{"a":1}"# => "?";
        StrictMap: r#"{"a":1,"b":2}"# => "?";
        StrictMap: r#"{"a":1}"# => "?";
        StrictInternal: r#"{"own":1,"t":"Unit"}"# => "?";
        StrictInternal: r#"{"own":1,"t":"A","a":2}"# => "?";
        StrictUntagged: r#"{"own":1,"a":2}"# => "?";
        StrictDeep: r#"{"own":1,"a":2}"# => "?";
        StrictDeep: r#"{"own":1,"a":2,"x":3}"# => "?";
        FlatOf<StrictInside>: r#"{"a":1}"# => "?";
        FlatOf<StrictInside>: r#"{"a":1,"x":2}"# => "?";
        FlatOf<StrictFlatInside>: r#"{"a":1}"# => "?";
        FlatOf<StrictFlatInside>: r#"{"a":1,"x":2}"# => "?";
        StrictVariants: r#"{"t":"A","own":1,"a":2}"# => "?";
        StrictVariants: r#"{"t":"A","own":1,"a":2,"x":3}"# => "?";
        StrictVariants: r#"{"t":"Unit","x":3}"# => "?";
        StrictVariants: r#"{"x":3,"t":"Unit"}"# => "?";
        FlatOf<FlatOf<Map<String>>>: r#"{"a":1}"# => "?";
        FlatOf<FlatOf<Internal<u8>>>: r#"{"t":"A","a":1}"# => "?";
        FlatOf<Internal<u8>>: r#"{"t":"Newtype","b":1}"# => "?";
        FlatOf<Internal<u8>>: r#"["Unit"]"# => "?";
        FlatOf<Untagged<u8>>: "1" => "?";
    }
}

/// Which members an error hides from, and which variants: duplicates.
#[test]
fn duplicates() {
    quirks! {
        Internal<u8>: r#"{"t":"Unit","a":1,"a":1}"# => "?";
        Internal<u8>: r#"{"t":"A","a":1,"a":1}"# => "?";
        Internal<u8>: r#"{"t":"Newtype","a":1,"a":2}"# => "?";
        Untagged<u8>: r#"{"a":1,"a":1}"# => "?";
        Untagged<Map<String>>: r#"{"a":1,"a":2}"# => "?";
        Flat<u8>: r#"{"a":1,"a":2}"# => "?";
        FlatOf<Map<String>>: r#"{"a":1,"a":2}"# => "?";
        FlatOf<External>: r#"{"B":1,"B":2}"# => "?";
        FlatOf<External>: r#"{"B":1,"C":{"c":2}}"# => "?";
        FlatOf<External>: r#"{"C":{"c":2},"B":1}"# => "?";
        FlatOf<Option<External>>: r#"{"B":"x","C":{"c":2}}"# => "?";
        FlatOf<External>: r#"{"x":1,"B":2}"# => "?";
        FlatOf<Adjacent<u8>>: r#"{"t":"A","c":1,"c":2}"# => "?";
    }
}

/// Arrays in place of objects.
#[test]
fn arrays() {
    quirks! {
        Flat<u8>: "[1,2]" => "?";
        FlatOf<Inner<u8>>: "[1]" => "?";
        Inner<u8>: "[1]" => "?";
        Internal<u8>: r#"["Unit"]"# => "?";
        Internal<u8>: r#"["A",1]"# => "?";
        Internal<u8>: r#"["Newtype"]"# => "?";
        Internal<Inner<u8>>: r#"{"t":"A","a":[1]}"# => "?";
        Internal<Inner<u8>>: r#"["A",[1]]"# => "?";
        Untagged<u8>: "[1]" => "?";
        Untagged<Inner<u8>>: "[1]" => "?";
        Untagged<Inner<u8>>: r#"{"a":[1]}"# => "?";
        Adjacent<Inner<u8>>: r#"["A",[1]]"# => "?";
        Adjacent<u8>: r#"["Unit"]"# => "?";
        Adjacent<u8>: r#"["Unit",null]"# => "?";
        Adjacent<Option<u8>>: r#"["A"]"# => "?";
        External: r#"{"C":[1]}"# => "?";
        Vec<External>: r#"[{"C":[1]}]"# => "?";
        Internal<External>: r#"{"t":"A","a":{"C":[1]}}"# => "?";
        Untagged<External>: r#"{"C":[1]}"# => "?";
        FlatOf<External>: r#"{"C":[1]}"# => "?";
        FlatOf<Adjacent<External>>: r#"{"t":"A","c":{"C":[1]}}"# => "?";
    }
}

/// Adjacent tags may be written as a variant, `{"A":null}`.
#[test]
fn tags_as_variants() {
    quirks! {
        Adjacent<u8>: r#"{"t":{"Unit":null}}"# => "?";
        Adjacent<u8>: r#"{"t":{"Unit":{}}}"# => "?";
        Adjacent<u8>: r#"{"t":{"Unit":[]}}"# => "?";
        Adjacent<u8>: r#"{"t":{"A":null},"c":1}"# => "?";
        Adjacent<u8>: r#"[{"A":null},1]"# => "?";
        Internal<u8>: r#"{"t":{"Unit":null}}"# => "?";
        Untagged<Adjacent<u8>>: r#"{"t":{"Unit":null}}"# => "?";
        Untagged<Adjacent<u8>>: r#"{"t":{"Unit":{}}}"# => "?";
        FlatOf<Adjacent<u8>>: r#"{"t":{"Unit":null}}"# => "?";
        FlatOf<Adjacent<u8>>: r#"{"t":{"Unit":{}}}"# => "?";
    }
}
