use fastjson::FastJson;

#[derive(FastJson)]
#[serde(content = "c")]
enum A {
    X(u8),
}

#[derive(FastJson)]
#[serde(tag = "t")]
enum B {
    X(u8, u8),
    Y(String),
}

#[derive(FastJson)]
#[serde(tag = "t", content = "t")]
enum C {
    X(u8),
}

#[derive(FastJson)]
#[serde(untagged)]
struct D {
    x: u8,
}

#[derive(FastJson)]
enum E {
    #[serde(other)]
    X,
    #[serde(untagged)]
    Y(u8),
    Z,
}

#[derive(FastJson)]
#[serde(transparent, from = "u8")]
struct F(u8);

fn main() {}
