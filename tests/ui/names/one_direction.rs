use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(rename(serialize = "b"))]
    a: u8,
    b: u8,
    #[fastjson(rename(deserialize = "d"))]
    c: u8,
    d: u8,
    #[fastjson(skip_serializing, rename(serialize = "g"))]
    f: u8,
    g: u8,
}

fn main() {}
