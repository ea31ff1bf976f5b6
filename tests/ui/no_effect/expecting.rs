use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(expecting = "a number")]
struct Newtype(u8);

#[derive(FastJson)]
#[fastjson(expecting = "a pair")]
struct Pair(u8, u8);

#[derive(FastJson)]
#[fastjson(transparent, expecting = "a number")]
struct Wrapped {
    x: u8,
}

fn main() {}
