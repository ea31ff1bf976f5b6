use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(case_insensitive)]
struct User {
    name: String,
    #[fastjson(rename = "NAME")]
    full: String,
    #[fastjson(alias = "Full")]
    id: u64,
    #[fastjson(rename = "FULL")]
    other: u64,
}

fn main() {}
