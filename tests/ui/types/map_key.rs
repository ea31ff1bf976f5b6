use fastjson::FastJson;

use std::collections::BTreeMap;

#[derive(FastJson, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    a: u8,
}

#[derive(FastJson)]
struct Maps {
    map: BTreeMap<Key, u8>,
}

fn main() {}
