use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(deny_unknown_fields, deny_unknown_fields)]
struct User {
    #[fastjson(skip_serializing_if = "String::is_empty", default)]
    #[fastjson(default)]
    name: String,
    #[fastjson(skip, skip)]
    cached: u64,
}

fn main() {}
