use fastjson::FastJson;

fn five() -> u8 {
    5
}

fn is_five(n: u8) -> bool {
    n == 5
}

#[derive(FastJson)]
struct Fields {
    #[fastjson(default = "five")]
    a: String,
    #[fastjson(skip_serializing_if = is_five)]
    b: u8,
    #[fastjson(default = missing::function)]
    c: u8,
    #[fastjson(skip_serializing_if = "five")]
    d: u8,
}

fn main() {}
