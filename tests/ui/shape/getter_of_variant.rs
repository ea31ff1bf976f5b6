use fastjson::FastJson;

mod other {
    pub enum Name {
        Short(String),
        Long { first: String },
    }
}

#[derive(FastJson)]
#[fastjson(remote = "other::Name")]
enum Name {
    Short(#[fastjson(getter = "short")] String),
    Long {
        #[serde(getter = "first")]
        first: String,
    },
}

#[derive(FastJson)]
enum Plain {
    Name(#[fastjson(getter = "name")] String),
}

fn main() {}
