struct Filter {
    #[fastjson(default, skip_serializing_if = "Option::is_none")]
    from: Option<u64>,
    #[fastjson(default, skip_serializing_if = "Option::is_none")]
    to: Option<u64>,
}
