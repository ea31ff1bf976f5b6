use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged)]
enum Nothing {
    A,
    B,
}

#[derive(FastJson)]
#[fastjson(untagged)]
enum Maybe {
    Some(Option<u8>),
    Null,
}

fn main() {}
