#[fastjson(default)]
struct Config {
    port: u16,
    host: String,
    #[fastjson(skip_serializing_if = Option::is_none)]
    path: Option<String>,
}
