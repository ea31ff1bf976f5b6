use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "kind")]
struct Point {
    x: f64,
    #[fastjson(rename(serialize = "kind", deserialize = "k"))]
    name: u8,
}

fn main() {}
