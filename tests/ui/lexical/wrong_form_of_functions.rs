use fastjson::FastJson;

#[derive(FastJson)]
struct Point {
    #[fastjson(with, serialize_with = 3)]
    x: f64,
    #[fastjson(deserialize_with(a), validate)]
    y: f64,
    #[fastjson(with = "a b")]
    z: f64,
    #[fastjson(default_value)]
    w: f64,
}

fn main() {}
