use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all = "camelCase", deny_unknown_fields)]
struct Pair(u8, u8);

#[derive(FastJson)]
#[fastjson(rename_all = "camelCase", deny_unknown_fields, default)]
struct Id(u8);

#[derive(FastJson)]
#[fastjson(rename_all = "camelCase", deny_unknown_fields)]
struct Unit;

#[derive(FastJson)]
#[fastjson(transparent, rename_all = "camelCase", deny_unknown_fields, default)]
struct Clear {
    inner: u8,
}

#[derive(FastJson)]
#[fastjson(deny_unknown_fields)]
enum Kind {
    A,
    B(u8),
}

fn main() {}
