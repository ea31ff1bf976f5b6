use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "t")]
enum Shape {
    A,
    #[fastjson(skip_deserializing, default)]
    B,
    #[fastjson(skip_deserializing, other)]
    C,
}

fn main() {}
