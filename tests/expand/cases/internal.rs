#[fastjson(tag = "type", rename_all = "snake_case")]
enum Shape {
    Nothing,
    Circle { radius: f64 },
    Named(Size),
}
