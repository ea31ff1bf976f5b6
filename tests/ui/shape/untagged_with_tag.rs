use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "t", untagged)]
enum A {
    X { x: u8 },
}

#[derive(FastJson)]
#[fastjson(untagged, tag = "t", content = "c")]
enum B {
    X(u8),
}

#[derive(FastJson)]
#[fastjson(untagged, content = "c")]
enum C {
    X(u8),
}

fn main() {}
