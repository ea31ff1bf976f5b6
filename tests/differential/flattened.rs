//! Several flattened types beside each other: what one of them takes is not there for the next one.

use std::collections::BTreeMap;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{Both, read};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum External {
    A(u8),
    B { x: u8 },
    C(String),
    D,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t")]
enum Internal {
    I { i: u8 },
    J(Own),
    K(External),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Untagged {
    Flat { u: u8, own: u8 },
    Enum(External),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "k", content = "v")]
enum Adjacent {
    E(u8),
    F { x: u8 },
    G,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Own {
    own: u8,
    #[serde(flatten)]
    inside: Option<External>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Two {
    #[serde(flatten)]
    first: External,
    #[serde(flatten)]
    second: External,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct TwoOptions {
    #[serde(flatten)]
    first: Option<External>,
    #[serde(flatten)]
    second: Option<Box<External>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct BesideMap {
    #[serde(flatten)]
    option: Option<External>,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct InsideFirst {
    #[serde(flatten)]
    internal: Option<Internal>,
    #[serde(flatten)]
    external: Option<External>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct OutsideFirst {
    #[serde(flatten)]
    external: Option<External>,
    #[serde(flatten)]
    internal: Option<Internal>,
    #[serde(flatten)]
    untagged: Option<Untagged>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct UntaggedFirst {
    #[serde(flatten)]
    untagged: Option<Untagged>,
    #[serde(flatten)]
    external: Option<External>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct TwoAdjacent {
    #[serde(flatten)]
    first: Option<Adjacent>,
    #[serde(flatten)]
    internal: Option<Internal>,
    #[serde(flatten)]
    second: Option<Adjacent>,
    #[serde(flatten)]
    external: Option<External>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct AdjacentBesideMap {
    #[serde(flatten)]
    option: Option<Adjacent>,
    #[serde(flatten)]
    rest: BTreeMap<String, u8>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Around {
    Two(Two),
    TwoOptions {
        must: u8,
        #[serde(flatten)]
        both: TwoOptions,
    },
    Inside(InsideFirst),
}

const MEMBERS: [&str; 18] = [
    r#""A":1"#,
    r#""A":"no""#,
    r#""B":{"x":1}"#,
    r#""C":"c""#,
    r#""C":{}"#,
    r#""D":null"#,
    r#""D":1"#,
    r#""other":2"#,
    r#""t":"J","own":1"#,
    r#""t":"K""#,
    r#""t":"I","i":3"#,
    r#""u":3,"own":4"#,
    r#""k":"E""#,
    r#""k":"G""#,
    r#""k":"Z""#,
    r#""v":5"#,
    r#""v":{"x":5}"#,
    r#""v":null"#,
];

/// Objects of up to three of the members.
fn texts() -> Vec<String> {
    let mut texts = vec![String::from("{}")];
    for a in MEMBERS {
        texts.push(format!("{{{a}}}"));
        for b in MEMBERS {
            texts.push(format!("{{{a},{b}}}"));
            texts.extend(MEMBERS.map(|c| format!("{{{a},{b},{c}}}")));
        }
    }
    // (That a field that stands twice is an error is another matter.)
    let twice = |text: &String| {
        ["\"t\"", "\"own\"", "\"k\"", "\"v\""].iter().any(|name| text.matches(name).count() > 1)
    };
    texts.retain(|text| !twice(text));
    texts
}

fn compare<T: Both>(texts: &[String]) {
    let read = texts.iter().filter(|text| read::<T>(text).is_some()).count();
    assert!(read > 10, "{} read only {read}", std::any::type_name::<T>());
}

#[test]
fn beside_each_other() {
    let texts = texts();
    compare::<Two>(&texts);
    compare::<TwoOptions>(&texts);
    compare::<InsideFirst>(&texts);
    compare::<OutsideFirst>(&texts);
    compare::<UntaggedFirst>(&texts);
    compare::<TwoAdjacent>(&texts);
    compare::<Around>(&texts);
}

/// What a failed option has taken does not go to the map.
#[test]
fn beside_a_map() {
    let numbers = |text: &&String| !text.contains("\"t\":");
    let texts: Vec<_> = texts().iter().filter(numbers).cloned().collect();
    compare::<BesideMap>(&texts);
    compare::<AdjacentBesideMap>(&texts);
}
