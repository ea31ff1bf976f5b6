use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(serde)]
struct Unit;

#[derive(FastJson)]
#[fastjson(serde)]
enum Shape {
    Circle,
}

fn main() {}
