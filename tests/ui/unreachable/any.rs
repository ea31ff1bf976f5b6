use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged)]
enum Size {
    Any(serde_json::Value),
    Number(f64),
    Object { x: u8 },
    Null,
}

fn main() {}
