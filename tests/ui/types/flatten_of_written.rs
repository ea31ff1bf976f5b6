use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(flatten)]
    id: u64,
    #[fastjson(flatten)]
    tags: Vec<String>,
    #[fastjson(flatten)]
    name: Option<String>,
}

fn main() {}
