use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all, rename(), crate)]
struct User {
    #[fastjson(rename, alias("n"), skip_serializing_if)]
    name: String,
    #[fastjson(skip(serializing), default())]
    id: u64,
    #[fastjson(rename = 1 + 2, skip_serializing_if = |x| true)]
    sum: u64,
}

fn main() {}
