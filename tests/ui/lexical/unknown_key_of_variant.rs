use fastjson::FastJson;

#[derive(FastJson)]
enum Shape {
    #[fastjson(aliased = "c")]
    Circle,
    #[fastjson(some::path)]
    Square,
}

fn main() {}
