use fastjson::FastJson;

#[derive(FastJson)]
struct Settings {
    #[fastjson(default = true)]
    on: bool,
    #[fastjson(default = false)]
    off: bool,
    #[fastjson(default = 8080)]
    port: u16,
    #[fastjson(default = Vec::new())]
    list: Vec<u8>,
    #[serde(default)]
    #[fastjson(default = false)]
    needed: u8,
}

fn main() {}
