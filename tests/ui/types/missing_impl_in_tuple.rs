use fastjson::FastJson;

struct Foreign;

#[derive(FastJson)]
struct Pair(u8, Foreign);

#[derive(FastJson)]
struct Newtype(Foreign);

#[derive(FastJson)]
enum Kind {
    A(Foreign),
    B { x: Foreign },
    C(u8, Option<Foreign>),
}

fn main() {}
