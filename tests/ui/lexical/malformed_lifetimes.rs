use fastjson::FastJson;

#[derive(FastJson)]
struct Words<'a> {
    #[fastjson(borrow = "a")]
    one: &'a str,
    #[fastjson(borrow = "'a, 'a")]
    two: &'a str,
    #[fastjson(borrow = "")]
    three: &'a str,
    #[fastjson(borrow = 3)]
    four: &'a str,
}

fn main() {}
