enum Event {
    Text(#[fastjson(skip)] Cache),
    Click {
        #[fastjson(skip_serializing_if = "is_zero")]
        x: u32,
        y: u32,
    },
    #[fastjson(skip_deserializing)]
    Written,
    #[fastjson(skip_serializing)]
    Read(String),
}
