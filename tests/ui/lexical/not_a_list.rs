use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson = "camelCase"]
struct User {
    name: String,
}

fn main() {}
