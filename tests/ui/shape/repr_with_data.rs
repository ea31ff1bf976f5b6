use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(repr)]
#[repr(u8)]
enum Level {
    Low = 1,
    High { by: u8 },
    Middle(u8),
    #[fastjson(other)]
    Unknown(u8),
}

#[derive(FastJson)]
#[fastjson(repr)]
enum Empty {
    A(),
    B {},
}

fn main() {}
