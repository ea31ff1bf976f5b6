use fastjson::FastJson;

#[derive(FastJson)]
#[serde(tag = "kind", rename_all_fields = "camelCase")]
enum Shape {
    #[serde(other)]
    Circle,
}

#[derive(FastJson)]
#[serde(from = "u8", expecting = "a user")]
struct User {
    #[serde(flatten)]
    name: String,
    #[serde(with = "hex", borrow)]
    id: u64,
}

fn main() {}
