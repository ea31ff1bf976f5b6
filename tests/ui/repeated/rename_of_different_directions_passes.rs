use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(rename(serialize = "a"), rename(deserialize = "b"), renam)]
    name: String,
}

fn main() {}
