use fastjson::FastJson;

struct Foreign;

#[derive(FastJson)]
struct User {
    name: String,
    foreign: Foreign,
    list: Vec<Foreign>,
}

fn main() {}
