use fastjson::FastJson;

#[derive(FastJson)]
struct NoDefault {
    a: u8,
}

#[derive(FastJson)]
#[fastjson(default)]
struct Container {
    a: u8,
}

#[derive(FastJson)]
struct Fields {
    #[fastjson(default)]
    a: NoDefault,
    #[fastjson(skip)]
    b: NoDefault,
}

fn main() {}
