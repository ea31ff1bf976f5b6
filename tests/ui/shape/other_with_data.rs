use fastjson::FastJson;

#[derive(FastJson)]
enum External {
    A,
    #[fastjson(other)]
    Unknown { x: u8 },
}

#[derive(FastJson)]
#[fastjson(tag = "t")]
enum Internal {
    A,
    #[fastjson(other)]
    Unknown { x: u8 },
}

#[derive(FastJson)]
#[fastjson(tag = "t", content = "c")]
enum Adjacent {
    A,
    #[fastjson(other)]
    Unknown(String),
}

fn main() {}
