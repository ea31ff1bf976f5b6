use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(alias = "id")]
    name: String,
    id: u64,
    #[fastjson(alias = "n")]
    number: u64,
    #[fastjson(alias = "x", alias = "n")]
    count: u64,
}

fn main() {}
