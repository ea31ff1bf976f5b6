use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(crate = "not::here")]
struct User {
    name: String,
}

#[derive(FastJson)]
#[fastjson(crate = nowhere)]
enum Kind {
    A,
}

fn main() {}
