use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(alias = "id")]
    id: u64,
    #[fastjson(alias = "a", alias = "a")]
    name: String,
}

#[derive(FastJson)]
#[fastjson(rename_all = "lowercase")]
enum Kind {
    #[fastjson(alias = "ab")]
    Ab,
}

fn main() {}
