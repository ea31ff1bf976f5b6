use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(transparent, rename_all = "Kebab")]
enum Shape {
    #[fastjson(renam = "c")]
    Circle {
        #[fastjson(skip_serialising)]
        radius: f64,
        #[fastjson(rename = "radius")]
        width: f64,
    },
    #[fastjson(rename = "Square", rename = "Box")]
    Rect,
}

fn main() {}
