use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged)]
enum Shape {
    Point { x: f64, y: f64 },
    Circle { x: f64, y: f64, r: f64 },
    Empty {},
    Named { name: String },
}

fn main() {}
