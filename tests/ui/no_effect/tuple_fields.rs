use fastjson::FastJson;

#[derive(FastJson)]
struct Pair(#[fastjson(rename = "a")] u8, #[fastjson(alias = "b")] u8);

#[derive(FastJson)]
struct Id(#[fastjson(rename = "a", default, skip_serializing_if = "is_zero")] u8);

#[derive(FastJson)]
struct Skipped(#[fastjson(skip)] u8);

#[derive(FastJson)]
enum Kind {
    A(#[fastjson(rename = "a")] u8, u8),
    B(#[fastjson(default)] u8),
}

fn main() {}
