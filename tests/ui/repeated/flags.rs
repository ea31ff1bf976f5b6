use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "t", tag = "u", untagged = false, untagged = false)]
enum Shape {
    #[fastjson(other, other)]
    Circle,
}

fn main() {}
