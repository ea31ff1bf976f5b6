use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(rename "n")]
    name: String,
    #[fastjson(rename = )]
    id: u64,
    #[fastjson(skip, , default)]
    cached: u64,
    #[fastjson(alias = "a" alias = "b")]
    other: u64,
    #[fastjson(=)]
    last: u64,
}

fn main() {}
