use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(remote = "other::")]
struct Path {
    #[fastjson(getter = "get it")]
    name: String,
}

#[derive(FastJson)]
#[fastjson(remote = "&other::Type")]
struct Reference;

#[derive(FastJson)]
#[serde(remote = "[u8; 4]")]
struct Array(#[serde(getter = 3)] u8);

#[derive(FastJson)]
#[fastjson(remote = true)]
struct On;

#[derive(FastJson)]
#[fastjson(remote)]
struct Word(#[fastjson(getter)] u8);

#[derive(FastJson)]
#[fastjson(remote = <u8 as Trait>::Type)]
struct Projection;

fn main() {}
