//! Serializers that take only some values: [`KeySerializer`] those that can be the name of a member, [`TextSerializer`] nothing but text
//! that is JSON already.

use core::fmt::Display;

use serde_core::ser::{self, Impossible, Serialize};

use super::ser::display;
use crate::encode::EncodeKey;
use crate::error::{Error, Result};
use crate::writer::Writer;

/// serde's serializer of a map's key.
pub(super) struct KeySerializer<'r, 'w> {
    w: &'r mut Writer<'w>,
}

/// serde's serializer of the text inside serde_json's `RawValue` and `Number`.
pub(super) struct TextSerializer<'r, 'w> {
    w: &'r mut Writer<'w>,
}

impl<'r, 'w> KeySerializer<'r, 'w> {
    pub(super) fn new(w: &'r mut Writer<'w>) -> KeySerializer<'r, 'w> {
        KeySerializer { w }
    }

    #[cold]
    fn refuse() -> Error {
        Error::unsupported("a key that is not a string, number or boolean has no JSON form")
    }
}

impl<'r, 'w> TextSerializer<'r, 'w> {
    pub(super) fn new(w: &'r mut Writer<'w>) -> TextSerializer<'r, 'w> {
        TextSerializer { w }
    }

    #[cold]
    fn refuse() -> Error {
        Error::unsupported("a raw JSON value is made of something else than a string")
    }
}

macro_rules! keys {
    ($($method:ident $type:ty)*) => {$(
        fn $method(self, value: $type) -> Result<()> {
            value.encode_key(self.w)
        }
    )*};
}

macro_rules! refuse {
    ($($method:ident($($type:ty),*))*) => {$(
        fn $method(self, $(_: $type),*) -> Result<()> {
            Err(Self::refuse())
        }
    )*};
}

macro_rules! refuse_generic {
    ($($method:ident($($type:ty),*))*) => {$(
        fn $method<T: Serialize + ?Sized>(self, $(_: $type,)* _: &T) -> Result<()> {
            Err(Self::refuse())
        }
    )*};
}

macro_rules! refuse_compounds {
    ($($method:ident($($type:ty),*) $compound:ident)+) => {
        type Ok = ();
        type Error = Error;
        $(
            type $compound = Impossible<(), Error>;

            fn $method(self, $(_: $type),*) -> Result<Self::$compound> {
                Err(Self::refuse())
            }
        )+
    };
    () => {
        refuse_compounds! {
            serialize_seq(Option<usize>) SerializeSeq
            serialize_tuple(usize) SerializeTuple
            serialize_tuple_struct(&'static str, usize) SerializeTupleStruct
            serialize_tuple_variant(&'static str, u32, &'static str, usize) SerializeTupleVariant
            serialize_map(Option<usize>) SerializeMap
            serialize_struct(&'static str, usize) SerializeStruct
            serialize_struct_variant(&'static str, u32, &'static str, usize) SerializeStructVariant
        }
    };
}

impl ser::Serializer for KeySerializer<'_, '_> {
    refuse_compounds! {}

    keys! {
        serialize_bool bool
        serialize_i8 i8
        serialize_i16 i16
        serialize_i32 i32
        serialize_i64 i64
        serialize_i128 i128
        serialize_u8 u8
        serialize_u16 u16
        serialize_u32 u32
        serialize_u64 u64
        serialize_u128 u128
        serialize_f32 f32
        serialize_f64 f64
        serialize_char char
        serialize_str &str
    }

    refuse! {
        serialize_bytes(&[u8])
        serialize_none()
        serialize_unit()
        serialize_unit_struct(&'static str)
    }

    refuse_generic! {
        serialize_newtype_variant(&'static str, u32, &'static str)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _i: u32,
        variant: &'static str,
    ) -> Result<()> {
        self.serialize_str(variant)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        self.w.enter()?;
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<()> {
        self.w.enter()?;
        value.serialize(self)
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<()> {
        display(self.w, value)
    }
}

impl ser::Serializer for TextSerializer<'_, '_> {
    refuse_compounds! {}

    fn serialize_str(self, text: &str) -> Result<()> {
        self.w.literal(text);
        Ok(())
    }

    refuse! {
        serialize_bool(bool)
        serialize_i8(i8)
        serialize_i16(i16)
        serialize_i32(i32)
        serialize_i64(i64)
        serialize_u8(u8)
        serialize_u16(u16)
        serialize_u32(u32)
        serialize_u64(u64)
        serialize_f32(f32)
        serialize_f64(f64)
        serialize_char(char)
        serialize_bytes(&[u8])
        serialize_none()
        serialize_unit()
        serialize_unit_struct(&'static str)
        serialize_unit_variant(&'static str, u32, &'static str)
    }

    refuse_generic! {
        serialize_some()
        serialize_newtype_struct(&'static str)
        serialize_newtype_variant(&'static str, u32, &'static str)
    }
}
