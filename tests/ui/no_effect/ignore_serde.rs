use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(ignore_serde)]
struct User {
    name: String,
}

#[derive(FastJson)]
#[fastjson(ignore_serde)]
struct Other {
    #[serde(rename = "n", nonsense)]
    name: String,
}

fn main() {}
