use fastjson::FastJson;

#[derive(FastJson)]
enum Size {
    #[fastjson(untagged)]
    Number(u8),
    Small,
    #[fastjson(untagged)]
    Text(String),
    Large,
}

fn main() {}
