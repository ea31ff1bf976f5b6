use fastjson::FastJson;

#[derive(FastJson)]
enum Version {
    #[fastjson(rename = 1)]
    One,
    #[fastjson(rename = -2)]
    Two { x: u8 },
    #[fastjson(rename = true)]
    Three,
    #[fastjson(rename(serialize = 4, deserialize = "4"))]
    Four,
}

fn main() {}
