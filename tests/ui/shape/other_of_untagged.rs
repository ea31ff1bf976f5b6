use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged)]
enum Shape {
    Circle { r: f64 },
    #[fastjson(other)]
    Unknown,
}

#[derive(FastJson)]
enum Size {
    Small,
    #[fastjson(untagged, other)]
    Big(u8),
}

fn main() {}
