use fastjson::FastJson;

mod check {
    pub fn text(_: &str) -> Result<(), String> {
        Ok(())
    }
    pub fn no_result(_: &u8) -> bool {
        true
    }
    pub struct Silent;
    pub fn no_display(_: &u8) -> Result<(), Silent> {
        Ok(())
    }
    pub fn value(_: &u8) -> Result<u8, String> {
        Ok(0)
    }
}

#[derive(FastJson)]
struct User {
    #[fastjson(validate = check::text)]
    a: u8,
    #[fastjson(validate = check::no_result)]
    b: u8,
    #[fastjson(validate = "check::no_display")]
    c: u8,
    #[fastjson(validate = check::value)]
    d: u8,
}

fn main() {}
