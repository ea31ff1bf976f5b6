use fastjson::FastJson;

mod make {
    pub fn text() -> String {
        String::new()
    }
    pub fn of(_: u8) -> u16 {
        0
    }
}

#[derive(FastJson)]
struct Config {
    #[fastjson(default = make::text)]
    port: u16,
    #[fastjson(default = "make::of")]
    size: u16,
    #[fastjson(default = "make::nowhere")]
    path: String,
}

fn main() {}
