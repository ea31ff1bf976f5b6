use fastjson::FastJson;

use std::borrow::Cow;

#[derive(FastJson)]
struct Words<'a, 'b> {
    #[fastjson(borrow)]
    owned: String,
    #[fastjson(borrow = "'c")]
    one: Cow<'a, str>,
    #[fastjson(borrow = "'a + 'b")]
    two: Cow<'b, str>,
    #[fastjson(borrow = "'a + 'a")]
    three: &'a str,
}

fn main() {}
