use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(rename_all_fields = "camelCase")]
enum Shape {
    Circle(f64),
    Nothing,
}

fn main() {}
