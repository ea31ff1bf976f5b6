//! serde_json's `Value`, `Map`, `Number` and `RawValue`.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::mem;

use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

use crate::bridge::{KEEPS_DIGITS, Serde};
use crate::codecs::DecodeAs;
use crate::codecs::Same;
use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeFields, FirstBytes, Out};
use crate::encode::{Encode, EncodeFields};
use crate::error::Result;
use crate::flatten::not_an_object;
use crate::impls::collections::Collection;
use crate::impls::maps::{Rest, decode_members, encode_members, run_members};
use crate::key::Keys;
use crate::number::{self, Any};
use crate::writer::{Run, Writer};

impl Encode for Value {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        match self {
            Value::Null => ().encode(w),
            Value::Bool(value) => value.encode(w),
            Value::Number(number) => number.encode(w),
            Value::String(text) => text.encode(w),
            Value::Array(elements) => elements.encode(w),
            Value::Object(members) => members.encode(w),
        }
    }
}

impl<'de> Decode<'de> for Value {
    const BY_VALUE: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        Ok(match cur.peek() {
            b'"' => Value::String(String::decode(cur)?),
            b'{' => Value::Object(Map::decode(cur)?),
            b'[' => Value::Array(Vec::decode(cur)?),
            b'-' | b'0'..=b'9' => Value::Number(Number::decode(cur)?),
            b'n' if cur.null() => Value::Null,
            b't' | b'f' => Value::Bool(bool::decode(cur)?),
            _ => return Err(cur.expected("a value")),
        })
    }
}

impl Encode for Map<String, Value> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        encode_members::<Same, Same, _, _>(self.iter(), w)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        run_members::<Same, Same, _, _>(self.iter(), run, next);
    }
}

impl Collection<(String, Value)> for Map<String, Value> {
    type Beside = ();

    fn add(&mut self, (): &mut (), (key, value): (String, Value)) {
        self.insert(key, value);
    }
}

impl<'de> Decode<'de> for Map<String, Value> {
    const FIRST: FirstBytes = FirstBytes::OBJECT;
    const BY_VALUE: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        decode_members::<Same, Same, _, _, Self>(cur)
    }
}

/// The members of an object; nothing for `null`, as in serde.
impl EncodeFields for Value {
    fn encode_fields(&self, run: &mut Run<'_, '_>) {
        match self {
            Value::Object(members) => members.encode_fields(run),
            Value::Null => {}
            _ => run.refuse(not_an_object("serde_json::Value")),
        }
    }
}

/// An object of what no other type knows.
impl<'de> DecodeFields<'de> for Value {
    type Slots = Rest<Map<String, Value>>;
    const KEYS: &'static Keys = Keys::REST;

    fn slots() -> Self::Slots {
        Rest(Map::new())
    }

    fn finish(
        slots: &mut Self::Slots,
        _: usize,
        _: &mut Cursor<'de>,
        out: &mut impl Out<Self>,
    ) -> Result<()> {
        out.fill(Value::Object(mem::take(&mut slots.0)));
        Ok(())
    }
}

impl Encode for Number {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        if KEEPS_DIGITS {
            w.literal(&self.to_string());
            Ok(())
        } else if let Some(value) = self.as_u64() {
            value.encode(w)
        } else if let Some(value) = self.as_i64() {
            value.encode(w)
        } else {
            self.as_f64().encode(w)
        }
    }
}

impl<'de> Decode<'de> for Number {
    const FIRST: FirstBytes = FirstBytes::NUMBER;

    /// As it is written where serde_json keeps that (its feature `arbitrary_precision`), else an integer of 64 bits or the nearest `f64`.
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        let at = cur.offset();
        if !matches!(cur.peek(), b'-' | b'0'..=b'9') {
            return Err(cur.expected("a number"));
        }
        if KEEPS_DIGITS {
            let len = number::grammar(cur)?;
            let text = cur.text(len);
            cur.bump(len);
            return text.parse().map_err(|err| cur.error_at(at, err));
        }
        Ok(match cur.any_number()? {
            Any::Unsigned(value) => value.into(),
            Any::Negative(value) => value.into(),
            Any::Float(value) => Number::from_f64(value)
                .ok_or_else(|| cur.error_at(at, "a number that is not finite"))?,
        })
    }
}

impl Encode for RawValue {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.literal(self.get());
        Ok(())
    }
}

/// Through the bridge, for serde_json makes a `RawValue` without checking the text again only there.
impl<'de> Decode<'de> for Box<RawValue> {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        Serde::decode_as(cur)
    }
}

/// Borrows the text.
// It would stand first among the types that rustc shows where a `Decode` is missing.
#[diagnostic::do_not_recommend]
impl<'de: 'a, 'a> Decode<'de> for &'a RawValue {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        Serde::decode_as(cur)
    }
}
