use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    #[fastjson(skip, rename = "a", alias = "b", skip_serializing_if = "is_zero")]
    a: u8,
    #[fastjson(skip_serializing, skip_serializing_if = "is_zero", rename(serialize = "c"))]
    b: u8,
    #[fastjson(skip_deserializing, alias = "d", rename(deserialize = "e"))]
    c: u8,
    #[fastjson(skip, default)]
    d: u8,
    #[fastjson(skip, skip_deserializing)]
    e: u8,
}

fn main() {}
