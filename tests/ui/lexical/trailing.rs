use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "camelCase" deny_unknown_fields)]
struct User {
    #[fastjson(default = a::b c)]
    name: String,
    #[fastjson(rename(serialize = "a" deserialize = "b"))]
    id: u64,
}

fn main() {}
