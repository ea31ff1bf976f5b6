use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(transparent)]
enum Kind {
    A(u8),
}

fn main() {}
