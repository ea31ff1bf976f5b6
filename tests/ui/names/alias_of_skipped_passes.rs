use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(skip)]
    a: u8,
    #[fastjson(alias = "a")]
    b: u8,
    #[fastjson(rename = "a")]
    c: u8,
}

fn main() {}
