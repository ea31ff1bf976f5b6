use fastjson::FastJson;

#[derive(FastJson)]
#[serde(rename_al = "camelCase")]
struct User {
    #[serde(skip_none)]
    name: String,
    #[serde(string)]
    id: u64,
}

fn main() {}
