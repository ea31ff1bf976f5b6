//! [`KeyDeserializer`]: the name of a member, as what serde's maps and enums take for a key. Numbers and booleans stand in quotes, without
//! escapes or white space; anything else is a string.

use serde_core::de::{self, Expected, Visitor};
use serde_core::forward_to_deserialize_any;

use super::de::visit_number;
use super::{Deserializer, RAW, placed};
use crate::cursor::Cursor;
use crate::decode::Decode;
use crate::error::{Error, Result};

/// serde's deserializer over the quoted name at a cursor.
pub(super) struct KeyDeserializer<'c, 'de> {
    cur: &'c mut Cursor<'de>,
}

impl<'c, 'de> KeyDeserializer<'c, 'de> {
    pub(super) fn new(cur: &'c mut Cursor<'de>) -> KeyDeserializer<'c, 'de> {
        KeyDeserializer { cur }
    }

    fn value(self) -> Deserializer<'c, 'de> {
        Deserializer::new(self.cur)
    }

    /// What stands between the quotes, as `read` reads it; whatever is wrong with it is wrong with the whole name.
    fn quoted<T>(
        &mut self,
        expected: &dyn Expected,
        read: impl FnOnce(&mut Cursor<'de>) -> Result<T>,
    ) -> Result<T> {
        let at = self.cur.offset();
        if self.cur.eat("\"")
            && let Ok(key) = read(self.cur)
            && self.cur.eat("\"")
        {
            return Ok(key);
        }
        self.cur.rewind(at);
        self.cur.string()?;
        self.cur.rewind(at);
        Err(self.cur.mismatch(expected))
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
            let at = self.cur.offset();
            let number = self.quoted(&visitor, Cursor::any_number)?;
            placed(at, visit_number(number, visitor))
        }
    )*};
}

impl<'de> de::Deserializer<'de> for KeyDeserializer<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.value().deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        let key = self.quoted(&visitor, Cursor::bool)?;
        placed(at, visitor.visit_bool(key))
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f64
    }

    /// Rounded once, to the nearest `f32`.
    fn deserialize_f32<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        let key = self.quoted(&visitor, Cursor::any_number_of_f32)?;
        placed(at, visit_number(key, visitor))
    }

    fn deserialize_i128<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        let key = self.quoted(&visitor, i128::decode)?;
        placed(at, visitor.visit_i128(key))
    }

    fn deserialize_u128<V: Visitor<'de>>(mut self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        let key = self.quoted(&visitor, |cur| match cur.peek() {
            b'-' => Err(cur.expected("u128")),
            _ => u128::decode(cur),
        })?;
        placed(at, visitor.visit_u128(key))
    }

    /// A name is never `null`.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.cur.check_stack()?;
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if name == RAW {
            return self.value().deserialize_newtype_struct(name, visitor);
        }
        self.cur.check_stack()?;
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.value().deserialize_enum(name, variants, visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.value().deserialize_bytes(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.value().deserialize_bytes(visitor)
    }

    forward_to_deserialize_any! {
        char str string unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
