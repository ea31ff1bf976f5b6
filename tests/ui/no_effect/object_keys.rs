use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(case_insensitive, duplicate_fields = "last")]
struct Pair(u8, u8);

#[derive(FastJson)]
#[fastjson(case_insensitive, duplicate_fields = "first")]
enum Shape {
    Circle(f64),
}

#[derive(FastJson)]
#[fastjson(transparent, case_insensitive, tag = "t")]
struct Wrapped {
    #[fastjson(flatten)]
    inner: Inner,
}

#[derive(FastJson)]
struct Inner {
    x: u8,
}

fn main() {}
