use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(bound = "T: fastjson::Encode", bound(serialize = "T: Clone"))]
struct Wrapped<T> {
    inner: T,
}

fn main() {}
