use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "")]
enum Shape {
    Circle { r: f64 },
}

#[derive(FastJson)]
#[fastjson(tag = "t", content = "")]
enum Command {
    Go(u8),
}

fn main() {}
