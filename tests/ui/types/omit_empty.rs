use fastjson::FastJson;

#[derive(FastJson)]
struct Inner {
    x: u8,
}

#[derive(FastJson)]
struct User {
    #[fastjson(default = "make", omit_empty)]
    inner: Inner,
}

fn make() -> Inner {
    Inner { x: 0 }
}

fn main() {}
