#[fastjson(tag = "type", skip_none)]
struct Point {
    x: i32,
    label: Option<String>,
}
