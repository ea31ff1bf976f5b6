#[fastjson(untagged)]
enum Id {
    Number(u64),
    Pair(u8, u8),
    Named { name: String, realm: Option<String> },
}
