struct Range(
    #[fastjson(default, skip_serializing_if = "Option::is_none")] Option<u64>,
    #[fastjson(default, skip_serializing_if = "Option::is_none")] Option<u64>,
);
