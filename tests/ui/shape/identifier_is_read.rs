use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(field_identifier)]
enum Field {
    Id,
    Other(String),
}

#[derive(fastjson::Encode)]
#[serde(variant_identifier)]
enum Variant {
    A,
}

fn main() {}
