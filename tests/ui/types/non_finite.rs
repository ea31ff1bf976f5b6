use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(non_finite = "string")]
    name: String,
    #[fastjson(non_finite = "null")]
    id: Option<u64>,
}

fn main() {}
