use fastjson::FastJson;

#[derive(FastJson)]
struct User {
    name: &'static str,
}

fn decode<'de, T: fastjson::Decode<'de>>(_: &'de str) -> T {
    loop {}
}

fn uses(text: String) -> User {
    decode(&text)
}

fn main() {}
