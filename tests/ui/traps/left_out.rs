#![deny(deprecated)]
use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<String>,
    #[fastjson(omit_empty)]
    name: String,
    #[fastjson(skip_serializing_if = "Option::is_none")]
    fine: Option<String>,
    #[fastjson(default, omit_empty)]
    too: String,
}

#[derive(FastJson)]
enum Shape {
    Circle {
        #[fastjson(omit_empty)]
        r: u8,
    },
}

fn main() {}
