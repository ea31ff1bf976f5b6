use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    name: String,
    #[serde(rename = "name")]
    login: String,
    #[serde(alias = "login")]
    id: u64,
    #[fastjson(rename = "login")]
    #[serde(rename = "unused")]
    other: u64,
}

fn main() {}
