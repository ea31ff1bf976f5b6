#[serde(rename_all = "camelCase", crate = "not_ours")]
struct Legacy {
    #[serde(rename = "n", default)]
    #[fastjson(rename = "name")]
    full_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[fastjson(skip_serializing = false)]
    nick_name: Option<String>,
}
