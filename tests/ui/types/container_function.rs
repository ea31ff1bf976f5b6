use fastjson::FastJson;

fn five() -> u8 {
    5
}

#[derive(FastJson)]
#[fastjson(default = "five")]
struct Fields {
    a: u8,
}

fn main() {}
