use fastjson::FastJson;

mod m {}

#[derive(FastJson)]
struct Blob {
    #[fastjson(with = "m", serialize_with = "m::write")]
    a: u8,
    #[fastjson(deserialize_with = "m::read", with = "m")]
    b: u8,
    #[fastjson(as = "Hex", string)]
    c: u8,
    #[fastjson(serde)]
    #[fastjson(non_finite = "null")]
    d: f64,
    #[fastjson(string, serialize_with = "m::write", deserialize_with = "m::read")]
    e: u8,
}

fn main() {}
