use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "camelCase", rename_all = "snake_case")]
struct User {
    #[fastjson(rename = "a", rename = "b")]
    name: String,
    #[fastjson(rename = "a2", rename(serialize = "b2"))]
    nick: String,
    #[fastjson(rename(serialize = "a3"), rename = "b3")]
    id: u64,
    #[fastjson(rename(deserialize = "a4", deserialize = "b4"))]
    age: u64,
}

fn main() {}
