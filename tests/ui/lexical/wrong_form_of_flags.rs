use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged = "yes", skip_none(), repr = u8)]
enum Shape {
    #[fastjson(other = "Circle", default = 3)]
    Circle,
}

#[derive(FastJson)]
struct Point {
    #[fastjson(flatten = "x", string = 1, omit_empty(x))]
    x: f64,
}

fn main() {}
