use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged)]
struct A {
    x: u8,
}

#[derive(FastJson)]
#[fastjson(tag = "t", content = "c")]
struct B {
    x: u8,
}

#[derive(FastJson)]
#[fastjson(repr)]
struct C(u8);

fn main() {}
