use fastjson::FastJson;

use std::collections::HashMap;

#[derive(FastJson)]
#[fastjson(tag = "t", rename_all_fields = "camelcase", deny_unknown_fields)]
enum Event {
    #[fastjson(other)]
    Unknown,
    Pair(u8, u8),
    Text(String),
    Struct {
        t: u8,
        #[fastjson(flatten, rename = "x", alias = "y")]
        rest: HashMap<String, u8>,
        #[fastjson(tag)]
        tag: u8,
    },
}

fn main() {}
