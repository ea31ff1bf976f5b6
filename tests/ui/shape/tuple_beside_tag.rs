use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "type")]
enum Shape {
    Circle { r: f64 },
    Rect(f64, f64),
    Nothing(),
    #[fastjson(skip)]
    Skipped(f64, f64),
    #[fastjson(untagged)]
    Raw(f64, f64),
}

fn main() {}
