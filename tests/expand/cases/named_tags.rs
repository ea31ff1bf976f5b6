#[fastjson(rename_all = "camelCase", deny_unknown_fields)]
struct Account {
    #[fastjson(alias = "uid")]
    user_id: u64,
    #[fastjson(rename(serialize = "mail", deserialize = "e-mail"))]
    mail: String,
    #[fastjson(default, skip_serializing_if = "Vec::is_empty")]
    roles: Vec<String>,
    #[fastjson(default = limits::default)]
    max_items: u32,
    #[fastjson(skip)]
    cached: Option<Hash>,
    #[fastjson(skip_serializing)]
    r#type: Kind,
}
