use fastjson::FastJson;

mod m {}

#[derive(FastJson)]
enum Shape {
    #[fastjson(serialize_with = "m::write", with = "m")]
    Circle(f64),
}

fn main() {}
