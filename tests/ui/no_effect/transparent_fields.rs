use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(transparent)]
struct Clear {
    #[fastjson(rename = "a", skip_serializing_if = "is_zero")]
    inner: u8,
}

fn main() {}
