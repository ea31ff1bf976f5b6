use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(default = "a b")]
struct User {
    #[fastjson(skip_serializing_if = "Option::")]
    name: Option<String>,
    #[fastjson(default = "")]
    id: u64,
}

fn main() {}
