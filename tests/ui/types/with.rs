use fastjson::FastJson;

mod nothing {}

mod wrong {
    pub fn encode(_: &str) -> fastjson::Result<()> {
        Ok(())
    }
    pub fn decode(_: u8) -> fastjson::Result<u8> {
        Ok(0)
    }
}

#[derive(FastJson)]
struct User {
    #[fastjson(with = "nothing")]
    a: u8,
    #[fastjson(with = "wrong")]
    b: u8,
    #[fastjson(with = nowhere)]
    c: u8,
}

fn main() {}
