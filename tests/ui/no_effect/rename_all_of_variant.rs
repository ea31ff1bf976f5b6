use fastjson::FastJson;

#[derive(FastJson)]
enum Shape {
    #[fastjson(rename_all = "camelCase")]
    Circle(f64),
    #[fastjson(rename_all = "camelCase")]
    Nothing,
}

fn main() {}
