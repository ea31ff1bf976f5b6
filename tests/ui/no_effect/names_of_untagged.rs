use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(untagged, rename_all = "camelCase")]
enum Untagged {
    #[fastjson(rename = "n")]
    Number(u8),
    #[fastjson(alias = "t")]
    Text(String),
}

#[derive(FastJson)]
enum Mixed {
    A,
    #[fastjson(untagged, rename = "b")]
    B(u8),
}

fn main() {}
