use fastjson::FastJson;

#[derive(FastJson)]
struct Config {
    #[fastjson(default, default_value = 8080)]
    port: u16,
    #[fastjson(default_value = "eu", default = "region")]
    region: String,
}

fn main() {}
