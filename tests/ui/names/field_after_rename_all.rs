use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "camelCase")]
struct User {
    first_name: String,
    #[allow(non_snake_case)]
    firstName: String,
}

fn main() {}
