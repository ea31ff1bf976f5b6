

use fastjson::Decode;

#[derive(Decode)]
#[fastjson(field_identifier)]
enum Field {
    Id,
    Other(String),
    Name,
}

#[derive(Decode)]
#[fastjson(field_identifier)]
enum Data {
    Id,
    Both(String, String),
}

#[derive(Decode)]
#[fastjson(variant_identifier)]
enum Variant {
    A,
    B(String),
    C { x: u8 },
}

fn main() {}
