use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(content = "c")]
enum Shape {
    Circle(f64),
}

fn main() {}
