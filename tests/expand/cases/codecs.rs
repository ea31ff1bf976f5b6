struct Record {
    #[fastjson(as = "Vec<Hex>")]
    keys: Vec<[u8; 4]>,
    #[fastjson(string)]
    count: Option<u64>,
    #[fastjson(with = "seconds", default)]
    age: Duration,
    #[fastjson(validate = in_range)]
    port: u16,
    #[fastjson(default_value = "eu-west")]
    region: String,
    note: Option<Option<String>>,
}
