use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(bound = "")]
struct Page<T> {
    items: Vec<T>,
}

fn main() {}
