use fastjson::FastJson;

mod m {}

#[derive(FastJson)]
struct A {
    #[serde(flatten, with = "m")]
    x: B,
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
    X {
        t: u8,
    },
    #[serde(with = "m")]
    Y {
        x: u8,
    },
}

fn main() {}
