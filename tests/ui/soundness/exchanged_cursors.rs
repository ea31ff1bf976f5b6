//! Two cursors of one lifetime could be exchanged for each other in the middle of their texts.

use fastjson::{Cursor, Decode, Result};

struct Other<'a, 'de>(&'a mut Cursor<'de>);

impl<'de> Decode<'de> for Other<'_, 'de> {
    fn decode(_: &mut Cursor<'de>) -> Result<Self> {
        unimplemented!()
    }

    fn decode_in_place(cur: &mut Cursor<'de>, place: &mut Self) -> Result<()> {
        std::mem::swap(cur, place.0);
        Ok(())
    }
}

struct Exchange;

impl<'de> Decode<'de> for Exchange {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        fastjson::from_str_in_place("1", &mut Other(cur))?;
        Ok(Exchange)
    }
}

struct ExchangeInStream;

impl<'de> Decode<'de> for ExchangeInStream {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        fastjson::Stream::new("1").next_in_place(&mut Other(cur)).unwrap()?;
        Ok(ExchangeInStream)
    }
}

fn main() {}
