use fastjson::FastJson;

use std::collections::HashMap;

mod m {}

#[derive(FastJson)]
struct Point {
    #[fastjson(flatten, with = "m")]
    a: HashMap<String, u8>,
    #[fastjson(flatten, as = "HashMap<_, Hex>")]
    b: Option<Inner>,
    #[fastjson(serde, flatten)]
    c: Inner,
    #[fastjson(flatten, validate = "check")]
    d: Inner,
}

#[derive(FastJson)]
struct Inner {
    x: u8,
}

fn main() {}
