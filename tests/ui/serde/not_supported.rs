use fastjson::FastJson;

// `remote` and `getter` are for serde alone, until fastjson has them; what serde does not have is unknown.
#[derive(FastJson)]
#[serde(remote = "Other", string)]
struct User {
    #[serde(getter = "Other::name", default_value = 3)]
    name: String,
}

fn main() {}
