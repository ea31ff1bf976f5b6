use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[serde(default, default)]
    name: String,
    #[serde(rename = "a", rename = "b")]
    id: u64,
}

fn main() {}
