use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    name: String,
    #[fastjson(rename = "name")]
    login: String,
    #[fastjson(rename = "id")]
    number: u64,
    id: u64,
}

fn main() {}
