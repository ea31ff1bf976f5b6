#![deny(deprecated)]
use fastjson::FastJson;

#[derive(FastJson)]
#[allow(deprecated)]
struct Allowed {
    #[fastjson(omit_empty)]
    name: String,
    unit: Option<()>,
}

#[derive(FastJson)]
#[fastjson(default)]
#[derive(Default)]
struct Defaulted {
    #[fastjson(omit_empty)]
    name: String,
}

#[derive(fastjson::Encode)]
struct Written {
    #[fastjson(omit_empty)]
    name: String,
}

#[derive(FastJson)]
struct Serdes {
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    unit: Option<()>,
}

// Something has to be wrong here.
#[derive(FastJson)]
struct Warned {
    #[fastjson(omit_empty)]
    name: String,
}

fn main() {}
