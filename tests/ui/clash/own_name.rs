use fastjson::FastJson;

#[derive(FastJson)]
struct Base {
    id: u64,
    name: String,
}

#[derive(FastJson)]
struct User {
    id: u64,
    #[fastjson(flatten)]
    base: Base,
}

#[derive(FastJson)]
struct Renamed {
    #[fastjson(rename = "name")]
    title: String,
    #[fastjson(flatten)]
    base: Box<Base>,
}

fn main() {}
