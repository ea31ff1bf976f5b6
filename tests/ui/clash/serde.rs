use fastjson::FastJson;

#[derive(FastJson)]
struct Base {
    id: u64,
}

#[derive(FastJson)]
struct User {
    id: u64,
    #[serde(flatten)]
    base: Base,
}

fn main() {}
