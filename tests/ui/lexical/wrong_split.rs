use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(rename(serialise = "n"))]
    name: String,
    #[fastjson(rename(serialize))]
    id: u64,
    #[fastjson(rename("x"))]
    x: u64,
    #[fastjson(rename(deserialize = 3))]
    y: u64,
}

fn main() {}
