use fastjson::FastJson;

#[derive(FastJson)]
struct Thing;

#[derive(FastJson)]
#[fastjson(repr)]
#[repr(u8)]
enum Level {
    Low,
    #[fastjson(other)]
    Unknown(u16),
}

fn main() {}
