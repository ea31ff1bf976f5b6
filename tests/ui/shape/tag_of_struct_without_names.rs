use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "t")]
struct Tuple(u8, u8);

#[derive(FastJson)]
#[fastjson(tag = "t")]
struct Newtype(u8);

#[derive(FastJson)]
#[fastjson(tag = "t")]
struct Unit;

fn main() {}
