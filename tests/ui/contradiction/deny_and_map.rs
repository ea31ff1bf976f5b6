use fastjson::FastJson;

use std::collections::BTreeMap;

#[derive(FastJson)]
#[fastjson(deny_unknown_fields)]
struct User {
    id: u64,
    #[fastjson(flatten)]
    rest: BTreeMap<String, String>,
}

#[derive(FastJson)]
#[fastjson(deny_unknown_fields)]
enum Event {
    Login {
        #[fastjson(flatten)]
        rest: BTreeMap<String, String>,
    },
}

fn main() {}
