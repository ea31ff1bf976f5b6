use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged)]
enum Ids {
    One(Vec<u64>),
    Two(Vec<u64>),
    Pair(u8, String),
    Other(u8, String),
}

fn main() {}
