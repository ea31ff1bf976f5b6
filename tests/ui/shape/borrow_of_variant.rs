use fastjson::FastJson;

use std::borrow::Cow;

#[derive(FastJson)]
enum Words<'a> {
    #[fastjson(borrow)]
    One(Cow<'a, str>),
    #[fastjson(borrow)]
    Two { text: Cow<'a, str> },
    #[fastjson(borrow)]
    Three(String),
}

fn main() {}
