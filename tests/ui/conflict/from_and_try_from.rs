use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(from = "u8", try_from = "u16")]
struct A(u8);

fn main() {}
