use fastjson::Decode;

#[derive(Decode)]
struct User {
    #[serde(serialize_with = "f")]
    name: String,
    #[serde(deserialize_with = "f")]
    id: u64,
}

fn main() {}
