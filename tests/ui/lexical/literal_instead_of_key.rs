use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson("camelCase")]
struct User {
    #[fastjson(3)]
    name: String,
}

fn main() {}
