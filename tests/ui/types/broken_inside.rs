use fastjson::FastJson;

#[derive(FastJson)]
struct Inner {
    #[fastjson(renam = "x")]
    x: u8,
}

#[derive(FastJson)]
struct Outer {
    x: u8,
    #[fastjson(flatten)]
    inner: Inner,
}

#[derive(FastJson)]
#[fastjson(tag = "x")]
enum Tagged {
    Inner(Inner),
}

fn main() {}
