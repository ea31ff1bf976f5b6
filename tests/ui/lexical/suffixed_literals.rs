use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "t")]
enum Version {
    #[fastjson(rename = 1u8)]
    One,
    #[fastjson(rename = 1.5)]
    Two,
    #[fastjson(rename = 'c')]
    Three,
}

fn main() {}
