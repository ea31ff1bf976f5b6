use fastjson::FastJson;

#[derive(FastJson)]
#[fastjson(default)]
enum Kind {
    A,
}

#[derive(FastJson)]
#[fastjson(default)]
struct Unit;

#[derive(FastJson)]
#[serde(default = "make")]
enum Other {
    A { x: u8 },
}

fn main() {}
