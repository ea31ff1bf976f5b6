use fastjson::FastJson;

use fastjson::codecs::Hex;

#[derive(FastJson)]
struct User {
    #[fastjson(as = "Hexx")]
    a: Vec<u8>,
    #[fastjson(as = "Vec<Nope>")]
    b: Vec<Vec<u8>>,
    #[fastjson(as = "Hex")]
    c: Vec<u8>,
}

fn main() {}
