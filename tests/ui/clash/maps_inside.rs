use fastjson::FastJson;

use std::collections::HashMap;

#[derive(FastJson)]
struct Rest {
    x: u8,
    #[fastjson(flatten)]
    map: HashMap<String, u8>,
}

type Everything = HashMap<String, u8>;

#[derive(FastJson)]
struct User {
    #[fastjson(flatten)]
    rest: Rest,
    #[fastjson(flatten)]
    map: Everything,
}

fn main() {}
