use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag, content = 3, expecting)]
enum Shape {
    Circle { r: f64 },
}

#[derive(FastJson)]
#[fastjson(expecting = 3)]
struct Point {
    x: f64,
}

fn main() {}
