use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "type", content = "data", rename_all = "lowercase")]
enum Shape {
    Circle(f64),
    CIRCLE(f64),
}

fn main() {}
