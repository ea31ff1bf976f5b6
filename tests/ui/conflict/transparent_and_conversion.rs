use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(transparent, from = "u8")]
struct A(u8);

#[derive(FastJson)]
#[fastjson(try_from = "u8", into = "u8", transparent)]
struct B(u8);

fn main() {}
