//! What serde_json makes of texts and types that serde's buffering gets wrong, or takes in ways that no one would guess; and that
//! fastjson makes the same of them, unless `fastjson/differences.toml` has the case.

use std::collections::BTreeMap;

use fastjson::DecodeOwned;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{Encode, FastJson};

/// What serde_json reads, written again, or `error`.
pub(crate) fn verdict<T: Serialize + DeserializeOwned>(input: &str) -> String {
    match serde_json::from_str::<T>(input) {
        Ok(value) => serde_json::to_string(&value).expect("a JSON form"),
        Err(_) => "error".into(),
    }
}

/// The same of fastjson.
pub(crate) fn ours<T: Encode + DecodeOwned>(input: &str) -> String {
    match fastjson::from_str::<T>(input) {
        Ok(value) => fastjson::to_string(&value).expect("a JSON form"),
        Err(_) => "error".into(),
    }
}

/// Whether the table has a case of this input, with these verdicts. Its types have other names where one is needed twice.
pub(crate) fn is_listed(input: &str, theirs: &str, ours: &str) -> bool {
    #[derive(Deserialize)]
    struct Table {
        difference: Vec<Case>,
    }

    #[derive(Deserialize)]
    struct Case {
        input: Option<String>,
        serde_json: String,
        fastjson: String,
    }

    let table = include_str!("../../fastjson/differences.toml");
    let table: Table = toml::from_str(table).expect("the table of differences");
    table.difference.iter().any(|case| {
        case.input.as_deref() == Some(input) && case.serde_json == theirs && case.fastjson == ours
    })
}

macro_rules! quirks {
    ($($type:ty: $input:literal => $verdict:literal;)*) => { $(
        let what = concat!(stringify!($type), ": ", $input);
        assert_eq!($crate::quirks::verdict::<$type>($input), $verdict, "{what}");
        let ours = $crate::quirks::ours::<$type>($input);
        let is_listed = ours == $verdict || $crate::quirks::is_listed($input, $verdict, &ours);
        assert!(is_listed, "{what}: serde_json {}, fastjson {ours}", $verdict);
    )* };
}

pub(crate) use quirks;

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
        Internal<u128>: r#"{"t":"A","a":1}"# => "error";
        Internal<i128>: r#"{"t":"A","a":-1}"# => "error";
        Adjacent<u128>: r#"{"t":"A","c":1}"# => r#"{"t":"A","c":1}"#;
        Adjacent<u128>: r#"{"c":1,"t":"A"}"# => "error";
        Untagged<u128>: r#"{"a":1}"# => "error";
        Untagged<i128>: "1" => "error";
        Untagged<u64>: "18446744073709551616" => "error";
        Untagged<f64>: "18446744073709551616" => "1.8446744073709552e+19";
        Flat<u128>: r#"{"a":1}"# => "error";
        Flat<u128>: r#"{"a":1,"own":2}"# => "error";
        FlatOf<BTreeMap<String, u128>>: r#"{"a":1}"# => "error";
    }
}

/// Keys in the buffer are texts, and stay texts.
#[test]
fn keys_that_are_no_texts() {
    quirks! {
        Internal<Map<u8>>: r#"{"t":"A","a":{"1":2}}"# => "error";
        Internal<Map<i64>>: r#"{"t":"A","a":{"-1":2}}"# => "error";
        Internal<Map<bool>>: r#"{"t":"A","a":{"true":2}}"# => "error";
        Internal<Map<char>>: r#"{"t":"A","a":{"c":2}}"# => r#"{"t":"A","a":{"c":2}}"#;
        Internal<Map<Key>>: r#"{"t":"A","a":{"1":2}}"# => "error";
        Adjacent<Map<u8>>: r#"{"t":"A","c":{"1":2}}"# => r#"{"t":"A","c":{"1":2}}"#;
        Adjacent<Map<u8>>: r#"{"c":{"1":2},"t":"A"}"# => "error";
        Untagged<Map<u8>>: r#"{"1":2}"# => "error";
        Untagged<Map<Key>>: r#"{"a":{"1":2}}"# => "error";
        Flat<Map<u8>>: r#"{"a":{"1":2}}"# => "error";
        Flat<Map<u8>>: r#"{"a":{},"own":{"1":2}}"# => r#"{"a":{},"own":{"1":2}}"#;
        FlatOf<Map<u8>>: r#"{"1":2}"# => "error";
        FlatOf<Map<bool>>: r#"{"true":2}"# => "error";
        FlatOf<Map<char>>: r#"{"c":2}"# => r#"{"c":2}"#;
        FlatOf<Map<Key>>: r#"{"1":2}"# => "error";
    }
}

/// In the buffer, a tag may be the number of its variant.
#[test]
fn tags_that_are_numbers() {
    quirks! {
        Internal<u8>: r#"{"t":0}"# => "error";
        Internal<u8>: "[0]" => "error";
        Internal<u8>: "[1,2]" => "error";
        Vec<Internal<u8>>: r#"[{"t":0}]"# => "error";
        Internal<Internal<u8>>: r#"{"t":"A","a":{"t":0}}"# => r#"{"t":"A","a":{"t":"Unit"}}"#;
        Internal<Internal<u8>>: r#"{"t":"A","a":{"t":1,"a":2}}"# => r#"{"t":"A","a":{"t":"A","a":2}}"#;
        Internal<Internal<u8>>: r#"{"t":"A","a":[1,2]}"# => r#"{"t":"A","a":{"t":"A","a":2}}"#;
        Internal<Internal<u8>>: r#"{"t":1,"a":{"t":0}}"# => "error";
        Internal<Adjacent<u8>>: r#"{"t":"A","a":{"t":0}}"# => "error";
        Internal<Adjacent<u8>>: r#"{"t":"A","a":[1,2]}"# => r#"{"t":"A","a":{"t":"A","c":2}}"#;
        Internal<External>: r#"{"t":"A","a":0}"# => "error";
        Untagged<Internal<u8>>: r#"{"t":0}"# => r#"{"t":"Unit"}"#;
        Untagged<Internal<u8>>: "[0]" => r#"{"t":"Unit"}"#;
        Untagged<Internal<u8>>: r#"{"a":{"t":1,"a":2}}"# => r#"{"a":{"t":"A","a":2}}"#;
        Untagged<Adjacent<u8>>: r#"{"t":0}"# => "error";
        Untagged<External>: "0" => "error";
        Adjacent<Internal<u8>>: r#"{"t":"A","c":{"t":0}}"# => "error";
        Adjacent<Internal<u8>>: r#"{"c":{"t":0},"t":"A"}"# => r#"{"t":"A","c":{"t":"Unit"}}"#;
        FlatOf<Internal<u8>>: r#"{"t":0}"# => r#"{"t":"Unit"}"#;
        FlatOf<Adjacent<u8>>: r#"{"t":0}"# => "error";
        Flat<Internal<u8>>: r#"{"a":{"t":0}}"# => r#"{"a":{"t":"Unit"},"own":null}"#;
        Flat<Internal<u8>>: r#"{"a":{"t":"Unit"},"own":{"t":0}}"# => "error";
    }
}

/// In the buffer, nothing may also be an empty object, or an empty array.
#[test]
fn units() {
    quirks! {
        Internal<()>: r#"{"t":"A","a":{}}"# => r#"{"t":"A","a":null}"#;
        Internal<()>: r#"{"t":"A","a":[]}"# => "error";
        Internal<Unit>: r#"{"t":"A","a":{}}"# => r#"{"t":"A","a":null}"#;
        Internal<Unit>: r#"{"t":"A","a":[]}"# => r#"{"t":"A","a":null}"#;
        Internal<Option<Unit>>: r#"{"t":"A","a":{}}"# => r#"{"t":"A","a":null}"#;
        Internal<Option<Unit>>: r#"{"t":"A"}"# => r#"{"t":"A","a":null}"#;
        Internal<External>: r#"{"t":"A","a":{"A":{}}}"# => r#"{"t":"A","a":"A"}"#;
        Internal<External>: r#"{"t":"A","a":{"A":[]}}"# => "error";
        Internal<External>: r#"{"t":"A","a":{"A":null}}"# => r#"{"t":"A","a":"A"}"#;
        Internal<External>: r#"{"t":"A","a":{"A":0}}"# => "error";
        Internal<Adjacent<u8>>: r#"{"t":"A","a":{"t":"Unit","c":{}}}"# => "error";
        Internal<Adjacent<u8>>: r#"{"t":"A","a":{"t":"Unit","c":[]}}"# => "error";
        Adjacent<()>: r#"{"t":"A","c":{}}"# => "error";
        Adjacent<()>: r#"{"c":{},"t":"A"}"# => r#"{"t":"A","c":null}"#;
        Adjacent<Unit>: r#"{"c":[],"t":"A"}"# => r#"{"t":"A","c":null}"#;
        Adjacent<u8>: r#"{"c":{},"t":"Unit"}"# => "error";
        Adjacent<u8>: r#"{"c":[],"t":"Unit"}"# => "error";
        Untagged<()>: "{}" => "error";
        Untagged<()>: r#"{"a":{}}"# => "error";
        Untagged<()>: r#"{"a":[]}"# => "error";
        Untagged<Unit>: "{}" => "error";
        Untagged<Unit>: "[]" => "error";
        Untagged<External>: r#"{"A":{}}"# => "error";
        Untagged<External>: r#"{"A":[]}"# => "error";
        Untagged<External>: r#"{"a":{"A":{}}}"# => "error";
        Flat<()>: r#"{"a":{}}"# => r#"{"a":null,"own":null}"#;
        Flat<()>: r#"{"a":[]}"# => "error";
        Flat<Unit>: r#"{"a":[]}"# => r#"{"a":null,"own":null}"#;
        Flat<Unit>: r#"{"a":{}}"# => r#"{"a":null,"own":null}"#;
        Flat<u8>: r#"{"a":1,"own":{}}"# => "error";
        Flat<()>: r#"{"a":null,"own":{}}"# => "error";
        FlatOf<External>: r#"{"A":{}}"# => r#"{"A":null}"#;
        FlatOf<External>: r#"{"A":[]}"# => "error";
        FlatOf<External>: r#"{"A":null}"# => r#"{"A":null}"#;
        FlatOf<Option<External>>: r#"{"A":{}}"# => r#"{"A":null}"#;
        FlatOf<Adjacent<u8>>: r#"{"t":"Unit","c":{}}"# => "error";
        FlatOf<Adjacent<u8>>: r#"{"c":{},"t":"Unit"}"# => "error";
    }
}

/// What is ignored is checked less than what is buffered.
#[test]
fn ignored_members() {
    quirks! {
        Inner<u8>: r#"{"a":1,"x":"\ud800"}"# => r#"{"a":1}"#;
        Inner<u8>: r#"{"a":1,"x":1e999}"# => r#"{"a":1}"#;
        Inner<u8>: r#"{"a":1,"\ud800":1}"# => "error";
        Internal<u8>: r#"{"t":"A","a":1,"x":"\ud800"}"# => "error";
        Internal<u8>: r#"{"x":"\ud800","t":"A","a":1}"# => "error";
        Internal<u8>: r#"{"t":"A","a":1,"x":1e999}"# => "error";
        Internal<u8>: r#"{"t":"Unit","x":"\ud800"}"# => "error";
        Internal<u8>: r#"{"t":"Unit","x":1e999}"# => "error";
        Adjacent<u8>: r#"{"t":"A","c":1,"x":"\ud800"}"# => r#"{"t":"A","c":1}"#;
        Adjacent<u8>: r#"{"x":1e999,"t":"A","c":1}"# => r#"{"t":"A","c":1}"#;
        Adjacent<Inner<u8>>: r#"{"t":"A","c":{"a":1,"x":"\ud800"}}"# => r#"{"t":"A","c":{"a":1}}"#;
        Adjacent<Inner<u8>>: r#"{"c":{"a":1,"x":"\ud800"},"t":"A"}"# => "error";
        Untagged<u8>: r#"{"a":1,"x":"\ud800"}"# => "error";
        Untagged<u8>: r#"{"a":1,"x":1e999}"# => "error";
        Flat<u8>: r#"{"a":1,"x":"\ud800"}"# => "error";
        Flat<u8>: r#"{"a":1,"x":1e999}"# => "error";
        FlatOf<External>: r#"{"B":1,"x":"\ud800"}"# => "error";
    }
}

/// Numbers pass through the buffer as 64 bits.
#[test]
fn numbers() {
    quirks! {
        Inner<f32>: r#"{"a":1.00000017881393432617187499}"# => r#"{"a":1.0000001}"#;
        Internal<f32>: r#"{"t":"A","a":1.00000017881393432617187499}"# => r#"{"t":"A","a":1.0000002}"#;
        Untagged<f32>: "1.00000017881393432617187499" => "1.0000002";
        Flat<f32>: r#"{"a":1.00000017881393432617187499}"# => r#"{"a":1.0000002,"own":null}"#;
        Inner<f32>: r#"{"a":1e39}"# => "error";
        Internal<f32>: r#"{"t":"A","a":1e39}"# => r#"{"t":"A","a":null}"#;
        Internal<f32>: r#"{"t":"A","a":16777217}"# => r#"{"t":"A","a":16777216.0}"#;
        Internal<u8>: r#"{"t":"A","a":-0}"# => "error";
        Internal<f64>: r#"{"t":"A","a":-0}"# => r#"{"t":"A","a":-0.0}"#;
        Untagged<i64>: "-0" => "error";
        Untagged<f64>: "-0" => "-0.0";
    }
}

/// A flattened map or tagged enum takes nothing from the others.
#[test]
fn flattened_maps() {
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
        untagged: Untagged<Inner<u8>>,
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
        StrictInternal: r#"{"own":1,"t":"Unit"}"# => "error";
        StrictInternal: r#"{"own":1,"t":"A","a":2}"# => "error";
        StrictUntagged: r#"{"own":1,"a":2}"# => "error";
        StrictDeep: r#"{"own":1,"a":2}"# => "error";
        StrictDeep: r#"{"own":1,"a":2,"x":3}"# => "error";
        FlatOf<StrictInside>: r#"{"a":1}"# => r#"{"a":1}"#;
        FlatOf<StrictInside>: r#"{"a":1,"x":2}"# => r#"{"a":1}"#;
        FlatOf<StrictFlatInside>: r#"{"a":1}"# => r#"{"a":1}"#;
        FlatOf<StrictFlatInside>: r#"{"a":1,"x":2}"# => "error";
        StrictVariants: r#"{"t":"A","own":1,"a":2}"# => r#"{"t":"A","own":1,"a":2}"#;
        StrictVariants: r#"{"t":"A","own":1,"a":2,"x":3}"# => "error";
        StrictVariants: r#"{"t":"Unit","x":3}"# => r#"{"t":"Unit"}"#;
        StrictVariants: r#"{"x":3,"t":"Unit"}"# => r#"{"t":"Unit"}"#;
        FlatOf<FlatOf<Map<String>>>: r#"{"a":1}"# => r#"{"a":1}"#;
        FlatOf<FlatOf<Internal<u8>>>: r#"{"t":"A","a":1}"# => r#"{"t":"A","a":1}"#;
        FlatOf<Internal<u8>>: r#"{"t":"Newtype","b":1}"# => r#"{"t":"Newtype","b":1}"#;
        FlatOf<Internal<u8>>: r#"["Unit"]"# => "error";
    }
}

/// Which members an error hides from, and which variants: duplicates.
#[test]
fn duplicates() {
    quirks! {
        Internal<u8>: r#"{"t":"Unit","a":1,"a":1}"# => r#"{"t":"Unit"}"#;
        Internal<u8>: r#"{"t":"A","a":1,"a":1}"# => "error";
        Internal<u8>: r#"{"t":"Newtype","a":1,"a":2}"# => r#"{"t":"Newtype","a":2}"#;
        Untagged<u8>: r#"{"a":1,"a":1}"# => "error";
        Untagged<Map<String>>: r#"{"a":1,"a":2}"# => r#"{"a":2}"#;
        Flat<u8>: r#"{"a":1,"a":2}"# => "error";
        FlatOf<Map<String>>: r#"{"a":1,"a":2}"# => r#"{"a":2}"#;
        FlatOf<External>: r#"{"B":1,"B":2}"# => r#"{"B":1}"#;
        FlatOf<External>: r#"{"B":1,"C":{"c":2}}"# => r#"{"B":1}"#;
        FlatOf<External>: r#"{"C":{"c":2},"B":1}"# => r#"{"C":{"c":2}}"#;
        FlatOf<Option<External>>: r#"{"B":"x","C":{"c":2}}"# => "{}";
        FlatOf<External>: r#"{"x":1,"B":2}"# => r#"{"B":2}"#;
        FlatOf<Adjacent<u8>>: r#"{"t":"A","c":1,"c":2}"# => "error";
    }
}

/// Arrays in place of objects.
#[test]
fn arrays() {
    quirks! {
        Flat<u8>: "[1,2]" => "error";
        FlatOf<Inner<u8>>: "[1]" => "error";
        Inner<u8>: "[1]" => r#"{"a":1}"#;
        Internal<u8>: r#"["Unit"]"# => r#"{"t":"Unit"}"#;
        Internal<u8>: r#"["A",1]"# => r#"{"t":"A","a":1}"#;
        Internal<u8>: r#"["Newtype"]"# => "error";
        Internal<Inner<u8>>: r#"{"t":"A","a":[1]}"# => r#"{"t":"A","a":{"a":1}}"#;
        Internal<Inner<u8>>: r#"["A",[1]]"# => r#"{"t":"A","a":{"a":1}}"#;
        Untagged<u8>: "[1]" => "error";
        Untagged<Inner<u8>>: "[1]" => r#"{"a":1}"#;
        Untagged<Inner<u8>>: r#"{"a":[1]}"# => r#"{"a":{"a":1}}"#;
        Adjacent<Inner<u8>>: r#"["A",[1]]"# => r#"{"t":"A","c":{"a":1}}"#;
        Adjacent<u8>: r#"["Unit"]"# => "error";
        Adjacent<u8>: r#"["Unit",null]"# => r#"{"t":"Unit"}"#;
        Adjacent<Option<u8>>: r#"["A"]"# => "error";
        External: r#"{"C":[1]}"# => r#"{"C":{"c":1}}"#;
        Vec<External>: r#"[{"C":[1]}]"# => r#"[{"C":{"c":1}}]"#;
        Internal<External>: r#"{"t":"A","a":{"C":[1]}}"# => r#"{"t":"A","a":{"C":{"c":1}}}"#;
        Untagged<External>: r#"{"C":[1]}"# => r#"{"C":{"c":1}}"#;
        FlatOf<External>: r#"{"C":[1]}"# => r#"{"C":{"c":1}}"#;
        FlatOf<Adjacent<External>>: r#"{"t":"A","c":{"C":[1]}}"# => r#"{"t":"A","c":{"C":{"c":1}}}"#;
    }
}

/// Adjacent tags may be written as a variant, `{"A":null}`.
#[test]
fn tags_as_variants() {
    quirks! {
        Adjacent<u8>: r#"{"t":{"Unit":null}}"# => r#"{"t":"Unit"}"#;
        Adjacent<u8>: r#"{"t":{"Unit":{}}}"# => "error";
        Adjacent<u8>: r#"{"t":{"Unit":[]}}"# => "error";
        Adjacent<u8>: r#"{"t":{"A":null},"c":1}"# => r#"{"t":"A","c":1}"#;
        Adjacent<u8>: r#"[{"A":null},1]"# => "error";
        Internal<u8>: r#"{"t":{"Unit":null}}"# => "error";
        Untagged<Adjacent<u8>>: r#"{"t":{"Unit":null}}"# => r#"{"t":"Unit"}"#;
        Untagged<Adjacent<u8>>: r#"{"t":{"Unit":{}}}"# => "error";
        FlatOf<Adjacent<u8>>: r#"{"t":{"Unit":null}}"# => r#"{"t":"Unit"}"#;
        FlatOf<Adjacent<u8>>: r#"{"t":{"Unit":{}}}"# => r#"{"t":"Unit"}"#;
    }
}
