use fastjson::FastJson;

use std::collections::HashMap;

#[derive(FastJson)]
struct Tuple(u8, #[fastjson(flatten)] HashMap<String, u8>);

#[derive(FastJson)]
struct Newtype(#[fastjson(flatten)] HashMap<String, u8>);

#[derive(FastJson)]
enum Shape {
    Pair(u8, #[fastjson(flatten)] HashMap<String, u8>),
    One(#[fastjson(flatten)] HashMap<String, u8>),
}

fn main() {}
