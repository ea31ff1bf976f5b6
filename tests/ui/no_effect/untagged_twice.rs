use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged)]
enum Either {
    #[fastjson(untagged)]
    Number(u8),
    Text(String),
}

fn main() {}
