use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "t", content = "t")]
enum Shape {
    Circle(f64),
}

fn main() {}
