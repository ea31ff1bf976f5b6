use fastjson::FastJson;

mod check {
    pub fn is_text(_: &str) -> bool {
        true
    }
    pub fn is_number(_: &u8) -> u8 {
        0
    }
    pub fn two(_: &u8, _: u8) -> bool {
        true
    }
}

#[derive(FastJson)]
struct User {
    #[fastjson(default, skip_serializing_if = "check::is_text")]
    a: u8,
    #[fastjson(default, skip_serializing_if = check::is_number)]
    b: u8,
    #[fastjson(default, skip_serializing_if = check::two)]
    c: u8,
    #[fastjson(default, skip_serializing_if = "check::nowhere")]
    d: u8,
}

fn main() {}
