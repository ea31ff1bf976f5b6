use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "camlCase", deny_unknown_field)]
struct User {
    #[fastjson(rename = 3, defualt)]
    name: String,
    #[fastjson(alias = "id")]
    login: String,
    id: u64,
    #[fastjson()]
    age: u8,
    #[fastjson(skip, alias = "c")]
    cached: u8,
    #[serde(flatten)]
    more: u8,
}

// Nothing follows from it: the type is still one that can be encoded and decoded.
fn uses(user: &User) -> String {
    let text = fastjson::to_string(user).unwrap();
    let _: Vec<User> = fastjson::from_str(&text).unwrap();
    text
}

fn main() {}
