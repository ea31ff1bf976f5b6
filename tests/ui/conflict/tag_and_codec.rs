use fastjson::FastJson;

mod m {}

#[derive(FastJson)]
#[fastjson(tag = "t")]
enum Shape {
    Circle(#[fastjson(with = "m")] Inner),
    Square(#[fastjson(serialize_with = "m::write", deserialize_with = "m::read")] Inner),
    Rect(#[fastjson(validate = "check")] Inner),
    Line(#[fastjson(serde)] Inner),
}

#[derive(FastJson)]
struct Inner {
    x: u8,
}

fn main() {}
