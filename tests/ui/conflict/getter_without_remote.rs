use fastjson::{Encode, FastJson};

#[derive(FastJson)]
struct Own {
    #[fastjson(getter = "name_of")]
    name: String,
}

#[derive(Encode)]
struct Serdes(#[serde(getter = "name_of")] String);

#[derive(FastJson)]
#[serde(remote = "Other")]
#[fastjson(remote = false)]
struct TakenBack {
    #[serde(getter = "name_of")]
    passes: String,
    #[fastjson(getter = "name_of")]
    name: String,
}

fn main() {}
