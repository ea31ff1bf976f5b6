use fastjson::FastJson;

#[derive(Clone, FastJson)]
#[fastjson(into = "u8", skip_none)]
struct Level {
    #[fastjson(skip_serializing_if = "Option::is_none", default, rename = "l")]
    level: Option<u8>,
}

impl From<Level> for u8 {
    fn from(_: Level) -> u8 {
        0
    }
}

fn main() {}
