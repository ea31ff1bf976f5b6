

use fastjson::{Cursor, Decode, Encode, FastJson, Result, Writer};

struct Text;

impl Encode for Text {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.string("text");
        Ok(())
    }
}

impl<'de> Decode<'de> for Text {
    fn decode(_: &mut Cursor<'de>) -> Result<Text> {
        Ok(Text)
    }
}

#[derive(FastJson)]
struct User {
    id: u64,
    #[fastjson(flatten)]
    text: Text,
}

fn main() {}
