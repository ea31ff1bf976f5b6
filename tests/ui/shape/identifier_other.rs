

use fastjson::Decode;

#[derive(Decode)]
#[fastjson(variant_identifier)]
enum Variant {
    A,
    #[fastjson(other)]
    Unknown,
}

#[derive(Decode)]
#[fastjson(field_identifier, variant_identifier)]
enum Both {
    A,
}

#[derive(Decode)]
#[fastjson(field_identifier, tag = "t")]
enum Tagged {
    A,
}

fn main() {}
