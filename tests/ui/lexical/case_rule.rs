use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "camelcase")]
struct User {
    name: String,
}

#[derive(FastJson)]
#[fastjson(rename_all(serialize = "SHOUTING", deserialize = "snake-case"))]
enum Kind {
    A,
}

fn main() {}
