use fastjson::FastJson;

use fastjson::codecs::Hex;

#[derive(FastJson)]
struct User {
    #[fastjson(as = "Hex")]
    a: u64,
    #[fastjson(as = "Vec<Hex>")]
    b: Option<Vec<u8>>,
}

fn main() {}
