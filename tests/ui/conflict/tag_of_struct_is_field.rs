use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "kind", rename_all = "lowercase")]
struct Point {
    x: f64,
    KIND: u8,
}

fn main() {}
