use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(tag = "type")]
enum Shape {
    Circle { r: f64 },
    #[fastjson(other)]
    Unknown {
        #[fastjson(tag, rename = "type", default)]
        kind: String,
    },
}

fn main() {}
