use fastjson::FastJson;

#[derive(FastJson)]
enum Shape {
    #[fastjson(other)]
    Unknown,
    Circle,
    Square,
    #[fastjson(untagged)]
    Number(u8),
}

fn main() {}
