use fastjson::FastJson;

#[derive(FastJson)]
struct A {
    #[serde(borrow)]
    y: String,
    #[serde(flatten)]
    z: Vec<u8>,
}

#[derive(FastJson)]
struct B(#[serde(flatten)] u8);

#[derive(FastJson)]
#[serde(tag = "t")]
enum C {
    X { t: u8 },
}

fn main() {}
