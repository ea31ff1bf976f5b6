//! `fastjson/differences.toml`, case by case: each must really be a difference, and exactly the one that is written down.

use std::collections::BTreeSet;

use fastjson::{DecodeOwned, Encode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::definitions::{DEFINITIONS, types};

const TABLE: &str = include_str!("../../fastjson/differences.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    definitions: String,
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

/// What both libraries make of an input, serde_json first: the value as JSON, or "error"; of a stream, each item so.
pub(crate) type Verdicts = fn(&[u8]) -> [String; 2];

pub(crate) fn verdicts<T: Serialize + DeserializeOwned + Encode + DecodeOwned>(
    input: &[u8],
) -> [String; 2] {
    [
        their_verdict(&serde_json::from_slice::<T>(input)),
        our_verdict(&fastjson::from_slice::<T>(input)),
    ]
}

/// The same of each item where values stand in a row.
pub(crate) fn stream_verdicts<T: Serialize + DeserializeOwned + Encode + DecodeOwned>(
    input: &[u8],
) -> [String; 2] {
    let theirs = serde_json::Deserializer::from_slice(input).into_iter::<T>();
    let ours = fastjson::Stream::<T>::from_slice(input).expect("UTF-8");
    let (theirs, ours) =
        (theirs.map(|item| their_verdict(&item)), ours.map(|item| our_verdict(&item)));
    [theirs.collect::<Vec<_>>().join(" "), ours.collect::<Vec<_>>().join(" ")]
}

fn their_verdict<T: Serialize>(result: &serde_json::Result<T>) -> String {
    result.as_ref().map_or("error".into(), |value| {
        serde_json::to_string(value).unwrap_or_else(|_| "no JSON form".into())
    })
}

fn our_verdict<T: Encode>(result: &fastjson::Result<T>) -> String {
    result.as_ref().map_or("error".into(), |value| fastjson::to_string(value).expect("its JSON"))
}

/// Tokens as they are written on one line.
pub(crate) fn one_line(tokens: &str) -> String {
    tokens.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// On a large stack, of which serde_json takes as much as it likes.
#[test]
fn every_difference_is_one() {
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(check_table);
    thread.expect("a thread").join().expect("each is as the table says");
}

fn check_table() {
    let table: Table = toml::from_str(TABLE).expect("the table of differences");
    // What `stringify!` makes of an item differs from how it is written in white space alone.
    let squeezed = |text: &str| text.replace(char::is_whitespace, "");
    let shown = squeezed(&table.definitions);
    for definition in DEFINITIONS {
        assert!(shown.contains(&squeezed(definition)), "the table does not show {definition}");
    }
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
