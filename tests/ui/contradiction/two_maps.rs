use fastjson::FastJson;

use std::collections::{BTreeMap, HashMap};

#[derive(FastJson)]
struct User {
    #[fastjson(flatten)]
    some: BTreeMap<String, String>,
    #[fastjson(flatten)]
    rest: HashMap<String, String>,
}

fn main() {}
