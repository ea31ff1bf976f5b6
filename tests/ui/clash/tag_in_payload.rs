use fastjson::FastJson;

#[derive(FastJson)]
struct Login {
    r#type: String,
}

#[derive(FastJson)]
#[fastjson(tag = "type")]
enum Event {
    Login(Login),
    Boxed(Box<Login>),
}

fn main() {}
