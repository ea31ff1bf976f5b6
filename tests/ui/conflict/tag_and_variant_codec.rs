use fastjson::FastJson;

mod m {}

#[derive(FastJson)]
#[fastjson(tag = "t")]
enum Shape {
    #[fastjson(with = "m")]
    Circle { r: f64 },
    #[fastjson(serialize_with = "m::write")]
    Square(u8),
}

fn main() {}
