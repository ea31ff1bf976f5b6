use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "camelCase")]
struct User {
    #[fastjson(alias = "firstName")]
    first_name: String,
    #[fastjson(rename = "n", alias = "n")]
    name: String,
}

fn main() {}
