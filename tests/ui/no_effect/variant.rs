use fastjson::FastJson;

#[derive(FastJson)]
enum Kind {
    #[fastjson(rename_all = "camelCase")]
    A,
    #[fastjson(rename_all = "camelCase")]
    B(u8),
    #[fastjson(skip, rename = "c", alias = "d", rename_all = "camelCase")]
    C { x: u8 },
    #[fastjson(skip_deserializing, alias = "e", rename(deserialize = "f"))]
    D,
    #[fastjson(skip_serializing, rename(serialize = "g"))]
    E,
    #[fastjson(skip, skip_serializing)]
    F,
}

fn main() {}
