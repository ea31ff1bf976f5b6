use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(rename(serialize = "a"), rename(deserialize = "b"), flatten)]
    name: String,
}

fn main() {}
