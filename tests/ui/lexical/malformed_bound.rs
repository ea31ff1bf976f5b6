use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(bound = "T Clone")]
struct Boxed<T> {
    #[fastjson(bound(serialize = "T:: Clone"))]
    inner: T,
}

fn main() {}
