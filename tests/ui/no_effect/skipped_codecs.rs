use fastjson::FastJson;

mod m {}

#[derive(FastJson)]
struct User {
    #[fastjson(skip, with = "m")]
    a: u8,
    #[fastjson(skip, as = "Hex")]
    b: Vec<u8>,
    #[fastjson(skip_serializing, serialize_with = "m::write", omit_empty)]
    c: u8,
    #[fastjson(skip_deserializing, deserialize_with = "m::read", validate = "check")]
    d: u8,
    #[fastjson(skip, string)]
    e: u8,
    #[fastjson(skip, non_finite = "null", serde)]
    f: f64,
}

fn main() {}
