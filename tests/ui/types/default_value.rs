use fastjson::FastJson;

#[derive(FastJson)]
struct Config {
    #[fastjson(default_value = "eighty")]
    port: u16,
    #[fastjson(default_value = 8080)]
    host: String,
    #[fastjson(default_value = nowhere())]
    path: String,
}

fn main() {}
