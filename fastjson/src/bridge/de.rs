//! [`Deserializer`]: serde's view of the value at a cursor.

use serde_core::de::{self, Visitor};

use super::access::{Elements, Members, Token, UnitVariant, Variant};
use super::{KEEPS_DIGITS, NUMBER, RAW, placed};
use crate::cursor::Cursor;
use crate::decode::Decode;
use crate::error::{Error, Result};
use crate::number::{self, Any};

/// serde's deserializer over the value at a [`Cursor`].
#[derive(Debug)]
pub struct Deserializer<'c, 'de> {
    cur: &'c mut Cursor<'de>,
}

impl<'c, 'de> Deserializer<'c, 'de> {
    pub(super) fn new(cur: &'c mut Cursor<'de>) -> Deserializer<'c, 'de> {
        Deserializer { cur }
    }

    fn array<V: Visitor<'de>>(self, len: Option<usize>, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        let more = self.cur.array_start()?;
        let mut elements = Elements::new(self.cur, more);
        let result = visitor.visit_seq(&mut elements);
        elements.finish(placed(at, result), len, at)
    }

    /// An object, of whose members a struct sees no other's where it shares the object.
    fn object<V: Visitor<'de>>(
        self,
        fields: Option<&'static [&'static str]>,
        visitor: V,
    ) -> Result<V::Value> {
        let at = self.cur.offset();
        let shown = fields.filter(|_| self.cur.is_veiled(at));
        let more = self.cur.object_start()?;
        let mut members = Members::new(self.cur, more, shown);
        let result = visitor.visit_map(&mut members);
        members.finish(result, at)
    }

    /// The text of the value as it stands, in the form in which serde_json's `RawValue` asks for it.
    fn raw<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        self.cur.skip_value()?;
        let end = self.cur.offset();
        self.cur.rewind(at);
        let text = self.cur.text(end - at);
        self.cur.bump(end - at);
        placed(at, visitor.visit_map(Token::new(RAW, text)))
    }

    /// A number for a visitor that may be serde_json's `Number` with all its digits.
    fn any_number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if !KEEPS_DIGITS {
            return self.number(visitor);
        }
        let at = self.cur.offset();
        let len = number::grammar(self.cur)?;
        let text = self.cur.text(len);
        if text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
            && let Ok(Any::Unsigned(_) | Any::Negative(_)) = self.cur.any_number()
        {
            self.cur.rewind(at);
            return self.number(visitor);
        }
        self.cur.rewind(at);
        self.cur.bump(len);
        placed(at, visitor.visit_map(Token::new(NUMBER, text)))
    }

    fn number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        if !matches!(self.cur.peek(), b'-' | b'0'..=b'9') {
            return Err(self.cur.mismatch(&visitor));
        }
        let number = self.cur.any_number()?;
        placed(at, visit_number(number, visitor))
    }
}

/// Hands a number to a visitor as serde_json does.
pub(super) fn visit_number<'de, V: Visitor<'de>>(number: Any, visitor: V) -> Result<V::Value> {
    match number {
        Any::Unsigned(value) => visitor.visit_u64(value),
        Any::Negative(value) => visitor.visit_i64(value),
        Any::Float(value) => visitor.visit_f64(value),
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.number(visitor)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for Deserializer<'_, 'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.cur.peek() {
            b'"' => self.deserialize_str(visitor),
            b'{' => self.object(None, visitor),
            b'[' => self.array(None, visitor),
            b't' | b'f' => self.deserialize_bool(visitor),
            b'n' => self.deserialize_unit(visitor),
            b'-' | b'0'..=b'9' => self.any_number(visitor),
            _ => Err(self.cur.mismatch(&visitor)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        let value = if self.cur.eat("true") {
            true
        } else if self.cur.eat("false") {
            false
        } else {
            return Err(self.cur.mismatch(&visitor));
        };
        placed(at, visitor.visit_bool(value))
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f64
    }

    /// Rounded once, to the nearest `f32`.
    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        if !matches!(self.cur.peek(), b'-' | b'0'..=b'9') {
            return Err(self.cur.mismatch(&visitor));
        }
        let number = self.cur.any_number_of_f32()?;
        placed(at, visit_number(number, visitor))
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        if !matches!(self.cur.peek(), b'-' | b'0'..=b'9') {
            return Err(self.cur.mismatch(&visitor));
        }
        let value = i128::decode(self.cur)?;
        placed(at, visitor.visit_i128(value))
    }

    /// Without a sign, `-0` too, as in serde_json.
    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        if !self.cur.peek().is_ascii_digit() {
            return Err(self.cur.mismatch(&visitor));
        }
        let value = u128::decode(self.cur)?;
        placed(at, visitor.visit_u128(value))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        placed(
            at,
            match self.cur.plain_string() {
                Some(text) => visitor.visit_borrowed_str(text),
                None if self.cur.peek() != b'"' => return Err(self.cur.mismatch(&visitor)),
                None => visitor.visit_str(self.cur.unescaped()?),
            },
        )
    }

    /// From a string or an array.
    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        placed(
            at,
            match self.cur.plain_string() {
                Some(text) => visitor.visit_borrowed_bytes(text.as_bytes()),
                None => match self.cur.peek() {
                    b'"' => visitor.visit_bytes(self.cur.unescaped()?.as_bytes()),
                    b'[' => return self.array(None, visitor),
                    _ => return Err(self.cur.mismatch(&visitor)),
                },
            },
        )
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        if self.cur.null() {
            return placed(at, visitor.visit_none());
        }
        // A type may hold itself in nothing but options and newtypes.
        self.cur.check_stack()?;
        placed(at, visitor.visit_some(self))
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        if !self.cur.null() {
            return Err(self.cur.mismatch(&visitor));
        }
        placed(at, visitor.visit_unit())
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if name == RAW {
            return self.raw(visitor);
        }
        let at = self.cur.offset();
        self.cur.check_stack()?;
        placed(at, visitor.visit_newtype_struct(self))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.cur.peek() {
            b'[' => self.array(None, visitor),
            _ => Err(self.cur.mismatch(&visitor)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        match self.cur.peek() {
            b'[' => self.array(Some(len), visitor),
            _ => Err(self.cur.mismatch(&visitor)),
        }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.cur.peek() {
            b'{' => self.object(None, visitor),
            _ => Err(self.cur.mismatch(&visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.cur.peek() {
            b'{' => self.object(Some(fields), visitor),
            b'[' => self.array(None, visitor),
            _ => Err(self.cur.mismatch(&visitor)),
        }
    }

    /// `"Unit"`, or an object with one member.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let at = self.cur.offset();
        match self.cur.peek() {
            b'{' if self.cur.is_veiled(at) => {
                // Of several members that one counts which is a variant.
                let more = self.cur.object_start()?;
                if !Members::new(self.cur, more, Some(variants)).step()? {
                    return Err(self.cur.expected("a member that is a variant"));
                }
                self.cur.take_entry(self.cur.offset());
                placed(at, visitor.visit_enum(Variant::new(self.cur)))
            }
            b'"' => placed(at, visitor.visit_enum(UnitVariant::new(self.cur))),
            b'{' => {
                if !self.cur.object_start()? {
                    self.cur.rewind(at);
                    return Err(self.cur.expected("an object with one variant"));
                }
                let value = placed(at, visitor.visit_enum(Variant::new(self.cur)))?;
                self.cur.end_variant(at)?;
                Ok(value)
            }
            _ => Err(self.cur.mismatch(&visitor)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let at = self.cur.offset();
        self.cur.skip_value()?;
        placed(at, visitor.visit_unit())
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }
}
