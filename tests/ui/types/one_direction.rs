use fastjson::{Decode, Encode};

#[derive(Encode)]
struct Inner {
    x: u8,
}

#[derive(Encode, Decode)]
struct Outer {
    inner: Inner,
}

fn main() {}
