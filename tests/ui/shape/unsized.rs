use fastjson::FastJson;

#[derive(FastJson)]
struct Tail {
    x: u8,
    rest: [u8],
}

#[derive(FastJson)]
struct Text(str);

#[derive(fastjson::Encode)]
struct Written {
    x: u8,
    rest: [u8],
}

fn main() {}
