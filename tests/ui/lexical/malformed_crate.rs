use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(crate = "my json")]
struct User {
    name: String,
}

fn main() {}
