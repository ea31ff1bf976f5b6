use fastjson::FastJson;

mod m {
    pub fn encode(_: &u8, _: &mut fastjson::Writer<'_>) -> fastjson::Result<()> {
        Ok(())
    }
    pub fn decode(_: &mut fastjson::Cursor<'_>) -> fastjson::Result<(u8, u8)> {
        Ok((0, 0))
    }
}

#[derive(FastJson)]
enum Shape {
    #[fastjson(with = "m")]
    Circle {
        r: u8,
        #[fastjson(skip)]
        cached: u8,
    },
}

fn main() {}
