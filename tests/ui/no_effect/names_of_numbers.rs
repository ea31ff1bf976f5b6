use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(repr, rename_all = "camelCase", expecting = "a level")]
enum Level {
    #[fastjson(rename = "low")]
    Low,
    #[fastjson(alias = "hi")]
    High,
}

fn main() {}
