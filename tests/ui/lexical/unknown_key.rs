use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(renam_all = "camelCase")]
struct User {
    #[fastjson(renaem = "n")]
    name: String,
    #[fastjson(xyzzy)]
    id: u64,
}

fn main() {}
