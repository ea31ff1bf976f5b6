use fastjson::FastJson;

#[derive(FastJson)]
struct Point(#[fastjson(default)] f64, Vec<u8>, #[fastjson(skip)] u8, #[fastjson(default)] u8, u16);

#[derive(FastJson)]
enum Shape {
    Line(#[serde(default)] f64, f64),
}

fn main() {}
