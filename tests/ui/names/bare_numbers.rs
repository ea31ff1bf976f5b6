use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "version")]
enum Document {
    #[fastjson(rename = 1)]
    One { x: u8 },
    #[fastjson(rename = 1)]
    Two { x: u8 },
    #[fastjson(rename = "1")]
    Text { x: u8 },
    #[fastjson(alias = "1")]
    Alias { x: u8 },
}

fn main() {}
