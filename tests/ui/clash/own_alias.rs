use fastjson::FastJson;

#[derive(FastJson)]
struct Base {
    id: u64,
    name: String,
}

#[derive(FastJson)]
struct User {
    #[fastjson(alias = "name")]
    title: String,
    #[fastjson(flatten)]
    base: Base,
}

fn main() {}
