use fastjson::FastJson;

mod m {
    pub fn encode(_: &u8, _: &mut fastjson::Writer<'_>) -> fastjson::Result<()> {
        Ok(())
    }
    pub fn decode(_: &mut fastjson::Cursor<'_>) -> fastjson::Result<u8> {
        Ok(0)
    }
}

#[derive(FastJson)]
enum Shape {
    #[fastjson(with = "m")]
    Circle(#[fastjson(string)] u8),
    #[fastjson(with = "m")]
    Square {
        #[fastjson(rename = "s", default)]
        side: u8,
    },
}

fn main() {}
