use fastjson::FastJson;

#[derive(FastJson)]
struct Item {
    r#type: String,
    #[fastjson(rename = "type")]
    kind: String,
}

fn main() {}
