use fastjson::FastJson;

#[derive(FastJson)]
struct Base {
    id: u64,
    name: String,
}

#[derive(FastJson)]
struct User {
    id: u64,
    name: String,
    #[fastjson(flatten)]
    base: Base,
    #[fastjson(flatten)]
    again: Base,
}

fn main() {}
