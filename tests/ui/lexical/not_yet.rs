use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "kind", skip_none)]
enum Shape {
    #[fastjson(other)]
    Circle,
}

#[derive(FastJson)]
struct User {
    #[fastjson(flatten)]
    name: String,
    #[fastjson(as = "Hex", default_value = 3)]
    id: u64,
}

fn main() {}
