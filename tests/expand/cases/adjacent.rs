#[fastjson(tag = "t", content = "c", deny_unknown_fields)]
enum Message {
    Ping,
    Text(String),
    Move { x: i32, y: i32 },
}
