#[serde(rename_all = "camelCase", deny_unknown_fields, crate = "not_ours")]
#[fastjson(deny_unknown_fields = false)]
struct Legacy {
    #[serde(rename = "n", alias = "gone")]
    #[fastjson(rename = "name")]
    full_name: String,
    #[serde(rename = "both", alias = "gone")]
    #[fastjson(rename(deserialize = "read"))]
    one_direction: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[fastjson(skip_serializing = false)]
    nick_name: Option<String>,
    #[serde(skip)]
    #[fastjson(skip = false)]
    seen_again: u8,
    #[serde(default = "not_ours")]
    #[fastjson(default)]
    count: u8,
}
