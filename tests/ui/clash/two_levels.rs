use fastjson::FastJson;

#[derive(FastJson)]
struct Base {
    id: u64,
    name: String,
}

#[derive(FastJson)]
struct Middle {
    #[fastjson(flatten)]
    base: Base,
    level: u8,
}

#[derive(FastJson)]
struct User {
    name: String,
    #[fastjson(flatten)]
    middle: Middle,
}

fn main() {}
