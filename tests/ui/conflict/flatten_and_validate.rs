use fastjson::FastJson;

fn check(_: &Inner) -> Result<(), String> {
    Ok(())
}

#[derive(FastJson)]
struct Point {
    #[fastjson(flatten, validate = "check")]
    inner: Inner,
    #[fastjson(validate = check, flatten)]
    maybe: Option<Inner>,
}

#[derive(FastJson)]
struct Inner {
    x: u8,
}

fn main() {}
