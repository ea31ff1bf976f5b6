use fastjson::FastJson;

// What serde lets pass is no mistake under its own attribute; `renam` shows that the rest is looked at.
#[derive(FastJson)]
#[serde(untagged, rename_all = "camelCase")]
enum Untagged {
    #[serde(rename = "n")]
    Number(f64),
    Small(u8),
}

#[derive(FastJson)]
struct User {
    #[serde(flatten, rename = "b", default)]
    base: Base,
    #[serde(skip, rename = "x")]
    skipped: u8,
    #[serde(renam = "y")]
    mistaken: u8,
}

#[derive(FastJson)]
struct Base {
    id: u64,
}

fn main() {}
