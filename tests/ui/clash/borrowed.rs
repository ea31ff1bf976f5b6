use fastjson::FastJson;

#[derive(FastJson)]
struct Base<'a> {
    id: &'a str,
}

#[derive(FastJson)]
struct User<'a> {
    id: u64,
    #[fastjson(flatten)]
    base: Base<'a>,
}

fn main() {}
