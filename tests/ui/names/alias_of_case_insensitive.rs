

use fastjson::Decode;

#[derive(Decode)]
#[fastjson(case_insensitive)]
struct User {
    #[fastjson(alias = "ID")]
    key: u64,
    id: u64,
}

fn main() {}
