use fastjson::FastJson;

// A key of ours takes its whole group over: these would be mistakes together.
#[derive(FastJson)]
#[serde(tag = "t", content = "c")]
#[fastjson(untagged)]
enum A {
    X(u8),
    Y(String),
}

#[derive(FastJson)]
#[serde(from = "u8", into = "u8")]
#[fastjson(transparent)]
struct B(u8);

#[derive(FastJson)]
struct C {
    #[serde(default = "nowhere")]
    #[fastjson(default_value = 3)]
    x: u8,
    #[serde(serialize_with = "nowhere", deserialize_with = "nowhere")]
    #[fastjson(string)]
    y: u8,
    #[fastjson(renam = "here")]
    z: u8,
}

fn main() {}
