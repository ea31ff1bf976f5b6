//! [`Serializer`]: serde's view of a writer. The text is serde_json's, byte for byte.

use serde_core::ser::{self, Serialize};

use super::refuse::{KeySerializer, TextSerializer};
use super::{NUMBER, RAW};
use crate::encode::Encode;
use crate::error::{Error, Result};
use crate::writer::Writer;

/// serde's serializer of one value to a [`Writer`].
#[derive(Debug)]
pub struct Serializer<'r, 'w> {
    w: &'r mut Writer<'w>,
}

impl<'r, 'w> Serializer<'r, 'w> {
    pub(super) fn new(w: &'r mut Writer<'w>) -> Serializer<'r, 'w> {
        Serializer { w }
    }

    /// Begins the payload of a variant; the braces around it are closed with the payload.
    fn variant(&mut self, name: &str) {
        self.w.literal("{");
        self.w.string(name);
        self.w.literal(":");
    }

    #[inline]
    fn compound(self, form: Form) -> Result<Compound<'r, 'w>> {
        self.w.enter()?;
        Ok(Compound { w: self.w, form, is_empty: true })
    }
}

macro_rules! native {
    ($($method:ident $type:ty)*) => {$(
        #[inline]
        fn $method(self, value: $type) -> Result<()> {
            value.encode(self.w)
        }
    )*};
}

impl<'r, 'w> ser::Serializer for Serializer<'r, 'w> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'r, 'w>;
    type SerializeTuple = Compound<'r, 'w>;
    type SerializeTupleStruct = Compound<'r, 'w>;
    type SerializeTupleVariant = Compound<'r, 'w>;
    type SerializeMap = Compound<'r, 'w>;
    type SerializeStruct = Compound<'r, 'w>;
    type SerializeStructVariant = Compound<'r, 'w>;

    native! {
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
        serialize_bytes &[u8]
    }

    fn serialize_none(self) -> Result<()> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        // Values may hold each other in nothing but options and newtypes.
        self.w.enter()?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        self.w.literal("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<()> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _i: u32,
        variant: &'static str,
    ) -> Result<()> {
        self.w.string(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<()> {
        self.w.enter()?;
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _name: &'static str,
        _i: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        self.w.enter()?;
        self.variant(variant);
        value.serialize(Serializer::new(self.w))?;
        self.w.literal("}");
        self.w.leave();
        Ok(())
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Compound<'r, 'w>> {
        self.compound(Form::Array)
    }

    fn serialize_tuple(self, _len: usize) -> Result<Compound<'r, 'w>> {
        self.compound(Form::Array)
    }

    fn serialize_tuple_struct(self, _name: &'static str, _len: usize) -> Result<Compound<'r, 'w>> {
        self.compound(Form::Array)
    }

    fn serialize_tuple_variant(
        mut self,
        _name: &'static str,
        _i: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'r, 'w>> {
        self.variant(variant);
        self.compound(Form::ArrayVariant)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Compound<'r, 'w>> {
        self.compound(Form::Object)
    }

    fn serialize_struct(self, name: &'static str, _len: usize) -> Result<Compound<'r, 'w>> {
        let is_text = name == RAW || name == NUMBER;
        self.compound(if is_text { Form::Text } else { Form::Object })
    }

    fn serialize_struct_variant(
        mut self,
        _name: &'static str,
        _i: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'r, 'w>> {
        self.variant(variant);
        self.compound(Form::ObjectVariant)
    }

    fn collect_str<T: core::fmt::Display + ?Sized>(self, value: &T) -> Result<()> {
        display(self.w, value)
    }
}

/// Writes what a value displays as a string.
pub(super) fn display<T: core::fmt::Display + ?Sized>(w: &mut Writer<'_>, value: &T) -> Result<()> {
    w.display(value).map_err(|_| Error::unsupported("a `Display` impl has failed"))
}

/// An array or an object while it is written.
#[derive(Debug)]
pub struct Compound<'r, 'w> {
    w: &'r mut Writer<'w>,
    form: Form,
    is_empty: bool,
}

#[derive(Clone, Copy, Debug)]
enum Form {
    Array,
    Object,
    /// An array in the object of its variant.
    ArrayVariant,
    /// An object in the object of its variant.
    ObjectVariant,
    /// JSON that serde_json's own types hold as text.
    Text,
}

impl Compound<'_, '_> {
    /// What stands before the next element or member. Each text is a constant: copies of unknown length made structs a third slower.
    #[inline]
    fn lead(&mut self) {
        if self.is_empty {
            self.is_empty = false;
            self.open();
        } else {
            self.w.literal(",");
        }
    }

    #[inline]
    fn open(&mut self) {
        match self.form {
            Form::Array | Form::ArrayVariant => self.w.literal("["),
            Form::Object | Form::ObjectVariant => self.w.literal("{"),
            Form::Text => {}
        }
    }

    #[inline]
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.lead();
        value.serialize(Serializer::new(self.w))
    }

    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        self.lead();
        self.w.string(name);
        self.w.literal(":");
        value.serialize(Serializer::new(self.w))
    }

    #[inline]
    fn close(mut self) -> Result<()> {
        if self.is_empty {
            self.open();
        }
        match self.form {
            Form::Array => self.w.literal("]"),
            Form::Object => self.w.literal("}"),
            Form::ArrayVariant => self.w.literal("]}"),
            Form::ObjectVariant => self.w.literal("}}"),
            Form::Text => {}
        }
        self.w.leave();
        Ok(())
    }
}

macro_rules! compound {
    ($($trait:ident $method:ident($($name:ident)?) $write:ident;)*) => {$(
        impl ser::$trait for Compound<'_, '_> {
            type Ok = ();
            type Error = Error;

            #[inline]
            fn $method<T: Serialize + ?Sized>(
                &mut self,
                $($name: &'static str,)?
                value: &T,
            ) -> Result<()> {
                self.$write($($name,)? value)
            }

            #[inline]
            fn end(self) -> Result<()> {
                self.close()
            }
        }
    )*};
}

compound! {
    SerializeSeq serialize_element() element;
    SerializeTuple serialize_element() element;
    SerializeTupleStruct serialize_field() element;
    SerializeTupleVariant serialize_field() element;
    SerializeStructVariant serialize_field(name) field;
}

impl ser::SerializeMap for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.lead();
        key.serialize(KeySerializer::new(self.w))
    }

    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.w.literal(":");
        value.serialize(Serializer::new(self.w))
    }

    #[inline]
    fn end(self) -> Result<()> {
        self.close()
    }
}

impl ser::SerializeStruct for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        match self.form {
            Form::Text => value.serialize(TextSerializer::new(self.w)),
            _ => self.field(name, value),
        }
    }

    #[inline]
    fn end(self) -> Result<()> {
        self.close()
    }
}
