use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "t")]
enum Twice {
    #[fastjson(default)]
    A,
    #[fastjson(default)]
    B,
}

#[derive(FastJson)]
enum External {
    #[fastjson(default)]
    A,
}

#[derive(FastJson)]
#[fastjson(untagged)]
enum Untagged {
    #[fastjson(default)]
    A,
}

#[derive(FastJson)]
#[fastjson(repr)]
enum Number {
    #[fastjson(default)]
    A,
}

#[derive(FastJson)]
#[fastjson(tag = "t")]
enum Mixed {
    A,
    #[fastjson(untagged, default)]
    B { x: u8 },
}

fn main() {}
