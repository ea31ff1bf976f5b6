use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "type")]
enum Message {
    Text(String),
    Number(u64),
    List(Vec<String>),
    Pair((u8, u8)),
    Boxed(Box<[u8]>),
    Maybe(Option<bool>),
}

fn main() {}
