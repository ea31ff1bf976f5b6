use fastjson::FastJson;

#[derive(FastJson)]
#[serde(rename_all = "kebab")]
struct User {
    #[serde(rename = 3)]
    name: String,
    #[serde(default = "a b")]
    id: u64,
}

fn main() {}
