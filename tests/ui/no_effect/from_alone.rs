use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(try_from = "u8", expecting = "a level")]
enum Level {
    #[fastjson(rename = "l", alias = "m", skip_deserializing)]
    Low,
    High {
        #[fastjson(default)]
        by: u8,
    },
}

impl TryFrom<u8> for Level {
    type Error = String;
    fn try_from(_: u8) -> Result<Level, String> {
        Ok(Level::Low)
    }
}

fn main() {}
