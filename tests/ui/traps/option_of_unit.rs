#![deny(deprecated)]
use fastjson::FastJson;

#[derive(FastJson)]
struct Flags {
    on: Option<()>,
    off: std::option::Option<()>,
}

#[derive(FastJson)]
struct One(Option<()>);

fn main() {}
