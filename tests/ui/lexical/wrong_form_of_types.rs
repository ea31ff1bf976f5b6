use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(from, try_from = 3, into(String))]
struct Celsius(f64);

#[derive(FastJson)]
struct Blob {
    #[fastjson(as)]
    a: Vec<u8>,
    #[fastjson(as = 3)]
    b: Vec<u8>,
    #[fastjson(as(Hex))]
    c: Vec<u8>,
}

fn main() {}
