use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson]
struct User {
    #[fastjson()]
    name: String,
    #[fastjson[]]
    id: u64,
}

fn main() {}
