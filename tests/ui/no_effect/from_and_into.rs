use fastjson::FastJson;

#[derive(Clone, FastJson)]
#[fastjson(from = "u8", into = "u8", rename_all = "camelCase", deny_unknown_fields)]
struct Level {
    #[fastjson(rename = "l", alias = "m")]
    level: u8,
}

impl From<u8> for Level {
    fn from(level: u8) -> Level {
        Level { level }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.level
    }
}

fn main() {}
