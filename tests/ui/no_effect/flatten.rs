use fastjson::FastJson;

#[derive(FastJson)]
struct Base {
    id: u64,
}

#[derive(FastJson)]
struct User {
    #[fastjson(flatten, rename = "b", default)]
    base: Base,
}

#[derive(FastJson)]
struct Other {
    #[fastjson(flatten, alias = "b", default_value = Base { id: 0 })]
    base: Base,
    #[fastjson(flatten, skip)]
    skipped: (),
}

fn main() {}
