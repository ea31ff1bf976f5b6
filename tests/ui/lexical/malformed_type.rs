use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(from = "Vec<", into = "a b")]
struct Celsius(f64);

#[derive(FastJson)]
#[fastjson(try_from = "")]
struct Kelvin {
    #[fastjson(as = "Vec<Hex")]
    bytes: Vec<u8>,
}

fn main() {}
