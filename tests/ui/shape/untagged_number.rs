use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(repr)]
enum Size {
    Small,
    #[fastjson(untagged)]
    Large,
}

fn main() {}
