use fastjson::FastJson;

#[derive(FastJson)]
struct Common {
    kind: String,
}

#[derive(FastJson)]
#[fastjson(tag = "kind")]
enum Event {
    Login {
        user: String,
        #[fastjson(flatten)]
        common: Common,
    },
}

#[derive(FastJson)]
#[fastjson(tag = "kind")]
struct Tagged {
    #[fastjson(flatten)]
    common: Common,
}

fn main() {}
