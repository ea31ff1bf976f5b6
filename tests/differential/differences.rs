//! `fastjson/differences.toml`, case by case: each must really be a difference, and exactly the one that is written down.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::CString;

use fastjson::{DecodeOwned, Encode, FastJson};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const TABLE: &str = include_str!("../../fastjson/differences.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    difference: Vec<Case>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    why: String,
    r#type: String,
    input: Option<String>,
    hex: Option<String>,
    serde_json: String,
    fastjson: String,
}

impl Case {
    fn bytes(&self) -> Vec<u8> {
        let digits = |i| u8::from_str_radix(&self.hex.as_deref().unwrap_or("")[i..i + 2], 16);
        match (&self.input, &self.hex) {
            (Some(input), None) => input.clone().into_bytes(),
            (None, Some(hex)) => {
                (0..hex.len()).step_by(2).map(|i| digits(i).expect("two digits")).collect()
            }
            _ => panic!("{}: give `input` or `hex`", self.name),
        }
    }
}

/// What both libraries make of an input, serde_json first: the value as JSON, or "error".
type Verdicts = fn(&[u8]) -> [String; 2];

fn verdicts<T: Serialize + DeserializeOwned + Encode + DecodeOwned>(input: &[u8]) -> [String; 2] {
    let theirs = serde_json::from_slice::<T>(input);
    let ours = fastjson::from_slice::<T>(input);
    [
        theirs.map_or("error".into(), |value| serde_json::to_string(&value).expect("its JSON")),
        ours.map_or("error".into(), |value| fastjson::to_string(&value).expect("its JSON")),
    ]
}

/// Tokens as they are written on one line.
fn one_line(tokens: &str) -> String {
    tokens.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The types that the table may name, as it names them.
macro_rules! types {
    ($($type:ty),*; $($name:ident { $($item:tt)* })*) => {
        $(
            #[derive(Serialize, Deserialize, FastJson)]
            #[allow(dead_code, reason = "written by serde_json, or not at all")]
            $($item)*
        )*

        fn types() -> BTreeMap<String, Verdicts> {
            BTreeMap::from([
                $((one_line(stringify!($type)), verdicts::<$type> as Verdicts),)*
                $((one_line(stringify!($($item)*)), verdicts::<$name> as Verdicts),)*
            ])
        }
    };
}

types! {
    i64, u8, u128, f32, BTreeMap<i64, bool>, CString;
    Point { struct Point { x: i32 } }
    Node { struct Node { #[serde(default, skip_serializing)] room: [[u64; 32]; 16], next: Option<Box<Node>> } }
}

/// On a large stack, of which serde_json takes as much as it likes.
#[test]
fn every_difference_is_one() {
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(check_table);
    thread.expect("a thread").join().expect("each is as the table says");
}

fn check_table() {
    let table: Table = toml::from_str(TABLE).expect("the table of differences");
    let types = types();
    assert!(table.difference.len() >= 3);
    for case in &table.difference {
        let name = &case.name;
        let verdicts = types.get(&*case.r#type).unwrap_or_else(|| {
            panic!("{name}: add `{}` to the types of {}", case.r#type, file!());
        });
        let [theirs, ours] = verdicts(&case.bytes());
        assert_eq!(theirs, case.serde_json, "{name}: what serde_json makes of it (left)");
        assert_eq!(ours, case.fastjson, "{name}: what fastjson makes of it (left)");
        assert_ne!(theirs, ours, "{name}: this is no difference");
        assert!(!case.why.is_empty(), "{name}: why?");
    }
    let names: BTreeSet<&str> = table.difference.iter().map(|case| &*case.name).collect();
    assert_eq!(names.len(), table.difference.len(), "two differences have one name");
    let used: BTreeSet<&str> = table.difference.iter().map(|case| &*case.r#type).collect();
    assert!(types.keys().eq(used), "types that no difference is about: {:?}", types.keys());
}
