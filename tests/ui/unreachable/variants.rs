use fastjson::FastJson;

#[derive(FastJson)]
enum Size {
    Small,
    #[fastjson(untagged)]
    Number(f64),
    #[fastjson(untagged)]
    Whole(u32),
}

fn main() {}
