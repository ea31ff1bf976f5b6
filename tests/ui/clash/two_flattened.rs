use fastjson::FastJson;

#[derive(FastJson)]
struct Base {
    id: u64,
    name: String,
}

#[derive(FastJson)]
struct Extra {
    name: String,
}

#[derive(FastJson)]
struct User {
    #[fastjson(flatten)]
    base: Base,
    #[fastjson(flatten)]
    extra: Extra,
}

fn main() {}
