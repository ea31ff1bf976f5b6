use fastjson::FastJson;

#[derive(FastJson)]
struct Config {
    #[fastjson(default, omit_empty, skip_serializing_if = "Vec::is_empty")]
    ports: Vec<u16>,
    #[fastjson(default, skip_serializing_if = "Vec::is_empty", omit_empty)]
    hosts: Vec<String>,
}

fn main() {}
