use fastjson::FastJson;

#[derive(FastJson)]
struct Point {
    #[fastjson(rename = 3)]
    x: f64,
    #[fastjson(rename = true, alias = -1)]
    y: f64,
}

fn main() {}
