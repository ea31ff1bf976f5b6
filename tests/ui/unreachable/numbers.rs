use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged)]
enum Number {
    Wide(u64),
    Narrow(u8),
    Signed(i64),
    Float(f64),
    Single(f32),
    Last(i8),
}

fn main() {}
