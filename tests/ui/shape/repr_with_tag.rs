use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(repr, tag = "t")]
enum A {
    X,
}

#[derive(FastJson)]
#[fastjson(untagged, repr)]
enum B {
    X,
}

fn main() {}
