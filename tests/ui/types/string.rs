use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(string)]
    name: String,
    #[fastjson(string)]
    tags: Vec<char>,
}

fn main() {}
