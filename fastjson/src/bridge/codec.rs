//! [`Serde`]: the codec of types that only have serde's traits.

use core::fmt;
use core::marker::PhantomData;

use serde_core::de::{self, Visitor};
use serde_core::{Deserialize, Serialize, forward_to_deserialize_any};

use super::key::KeyDeserializer;
use super::refuse::KeySerializer;
use super::{Deserializer, Serializer, placed};
use crate::codecs::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs, Same};
use crate::cursor::Cursor;
use crate::error::Result;
use crate::writer::Writer;

/// The codec of types that only have serde's traits: the same JSON as in serde_json, written to and read from the same text, without a tree
/// in between. In the attribute it is written `Serde<_>`.
///
/// ```
/// use fastjson::codecs::{DecodeAs, EncodeAs, Serde};
/// use fastjson::{Cursor, Decode, Encode, Result, Writer};
///
/// /// A type of another crate, which knows only serde.
/// #[derive(serde::Serialize, serde::Deserialize, Debug, PartialEq)]
/// #[serde(tag = "kind")]
/// enum Shape {
///     Circle { radius: f64 },
///     Square { side: f64 },
/// }
///
/// struct Drawing(Shape);
///
/// impl Encode for Drawing {
///     fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
///         <Serde as EncodeAs<Shape>>::encode_as(&self.0, w)
///     }
/// }
///
/// impl<'de> Decode<'de> for Drawing {
///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
///         <Serde as DecodeAs<Shape>>::decode_as(cur).map(Drawing)
///     }
/// }
///
/// let drawing: Drawing = fastjson::from_str(r#"{"radius": 1.5, "kind": "Circle"}"#)?;
/// assert_eq!(drawing.0, Shape::Circle { radius: 1.5 });
/// assert_eq!(fastjson::to_string(&drawing)?, r#"{"kind":"Circle","radius":1.5}"#);
///
/// let err = fastjson::from_str::<Vec<Drawing>>(r#"[{"kind": "Circel"}]"#).err().unwrap();
/// assert_eq!(
///     err.to_string(),
///     "unknown variant `Circel`; did you mean `Circle`? at line 1 column 11, $[0].kind",
/// );
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// Keys of maps have serde's forms as well ([`EncodeKeyAs`], [`DecodeKeyAs`]), and a field that is absent is what serde makes of it: `None`
/// where the type asks for an option.
#[derive(Debug)]
pub struct Serde<A = Same>(PhantomData<A>);

impl<T: Serialize + ?Sized> EncodeAs<T> for Serde {
    #[inline]
    fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
        value.serialize(Serializer::new(w))
    }
}

impl<'de, T: Deserialize<'de>> DecodeAs<'de, T> for Serde {
    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<T> {
        placed(cur.offset(), T::deserialize(Deserializer::new(cur)))
    }

    fn absent_as() -> Option<T> {
        T::deserialize(Absent).ok()
    }
}

impl<K: Serialize + ?Sized> EncodeKeyAs<K> for Serde {
    #[inline]
    fn encode_key_as(key: &K, w: &mut Writer<'_>) -> Result<()> {
        key.serialize(KeySerializer::new(w))
    }
}

impl<'de, K: Deserialize<'de>> DecodeKeyAs<'de, K> for Serde {
    #[inline]
    fn decode_key_as(cur: &mut Cursor<'de>) -> Result<K> {
        placed(cur.offset(), K::deserialize(KeyDeserializer::new(cur)))
    }
}

/// The deserializer of a field that is absent, as serde's derive has it: an option is `None`, anything else an error.
struct Absent;

/// Absent, and not an option.
#[derive(Debug)]
struct Required;

impl fmt::Display for Required {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the field is required")
    }
}

impl core::error::Error for Required {}

impl de::Error for Required {
    fn custom<T: fmt::Display>(_message: T) -> Required {
        Required
    }
}

impl<'de> de::Deserializer<'de> for Absent {
    type Error = Required;

    fn deserialize_any<V: Visitor<'de>>(
        self,
        _visitor: V,
    ) -> core::result::Result<V::Value, Required> {
        Err(Required)
    }

    fn deserialize_option<V: Visitor<'de>>(
        self,
        visitor: V,
    ) -> core::result::Result<V::Value, Required> {
        visitor.visit_none()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
