use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "type")]
enum Shape {
    Circle {
        r#type: u8,
    },
    Square {
        #[fastjson(rename = "type")]
        kind: u8,
    },
    Rect {
        #[fastjson(alias = "type")]
        kind: u8,
    },
    Line {
        #[fastjson(rename(deserialize = "type"))]
        kind: u8,
    },
}

fn main() {}
