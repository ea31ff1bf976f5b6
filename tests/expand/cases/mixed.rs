enum Language {
    Rust,
    #[fastjson(untagged)]
    Other(String),
}
