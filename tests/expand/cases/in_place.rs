#[fastjson(default)]
struct Message<T> {
    topic: String,
    #[fastjson(default)]
    payload: T,
    #[fastjson(default = "first")]
    number: u64,
    #[fastjson(with = "hex")]
    bytes: Vec<u8>,
    #[fastjson(skip)]
    cache: Option<String>,
}
