use fastjson::FastJson;

// What serde does not have is unknown.
#[derive(FastJson)]
#[serde(rename = "Other", string)]
struct User {
    #[serde(default, default_value = 3)]
    name: String,
}

fn main() {}
