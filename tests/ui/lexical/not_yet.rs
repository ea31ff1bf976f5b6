use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(remote = "other::Duration")]
struct Duration {
    #[fastjson(getter = "other::Duration::secs")]
    secs: u64,
}

fn main() {}
