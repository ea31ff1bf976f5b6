use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(skip_none)]
struct User {
    id: u64,
}

#[derive(FastJson)]
#[fastjson(skip_none)]
struct Pair(Option<u8>, u8);

#[derive(FastJson)]
#[fastjson(skip_none)]
enum Shape {
    Circle(Option<f64>),
}

fn main() {}
