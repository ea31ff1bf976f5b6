use fastjson::FastJson;

#[derive(FastJson)]
struct Plain {
    #[fastjson(tag)]
    kind: String,
}

#[derive(FastJson)]
#[fastjson(tag = "t")]
enum Shape {
    Circle {
        #[fastjson(tag)]
        kind: String,
    },
    #[fastjson(other)]
    Unknown {
        #[fastjson(tag)]
        kind: String,
        #[fastjson(tag)]
        again: String,
    },
}

#[derive(FastJson)]
enum External {
    #[fastjson(other)]
    Unknown(#[fastjson(tag)] String),
}

fn main() {}
