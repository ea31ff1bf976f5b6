use fastjson::Encode;

#[derive(Encode)]
struct User {
    #[fastjson(rename(deserialize = "b"))]
    a: u8,
    b: u8,
    #[fastjson(rename(serialize = "b"))]
    c: u8,
}

fn main() {}
