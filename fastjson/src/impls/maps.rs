//! Objects with keys of one type: `BTreeMap` and `HashMap`. Of members with the same key the last one counts.

use alloc::collections::BTreeMap;
use core::mem;

use crate::codecs::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs, Same};
use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeFields, DecodeKey, Fields, FirstBytes};
use crate::encode::{Encode, EncodeFields, EncodeKey};
use crate::error::Result;
use crate::key::Keys;
use crate::writer::{Run, Writer};

#[inline]
pub(crate) fn encode_members<'a, KA: EncodeKeyAs<K>, VA: EncodeAs<V>, K: 'a, V: 'a>(
    mut members: impl Iterator<Item = (&'a K, &'a V)>,
    w: &mut Writer<'_>,
) -> Result<()> {
    let Some(first) = members.next() else {
        w.literal("{}");
        return Ok(());
    };
    w.enter()?;
    w.literal("{");
    encode_member::<KA, VA, K, V>(first, w)?;
    for member in members {
        w.literal(",");
        encode_member::<KA, VA, K, V>(member, w)?;
    }
    w.literal("}");
    w.leave();
    Ok(())
}

#[inline]
fn encode_member<KA: EncodeKeyAs<K>, VA: EncodeAs<V>, K, V>(
    (key, value): (&K, &V),
    w: &mut Writer<'_>,
) -> Result<()> {
    KA::encode_key_as(key, w)?;
    w.literal(":");
    VA::encode_as(value, w)
}

#[inline]
pub(crate) fn decode_members<'de, KA: DecodeKeyAs<'de, K>, VA: DecodeAs<'de, V>, K, V>(
    cur: &mut Cursor<'de>,
    mut insert: impl FnMut(K, V),
) -> Result<()> {
    let mut more = cur.object_start()?;
    while more {
        let key = KA::decode_key_as(cur)?;
        cur.colon()?;
        insert(key, VA::decode_as(cur)?);
        more = cur.object_next()?;
    }
    Ok(())
}

impl<K: EncodeKey, V: Encode> Encode for BTreeMap<K, V> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        encode_members::<Same, Same, K, V>(self.iter(), w)
    }
}

impl<'de, K: DecodeKey<'de> + Ord, V: Decode<'de>> Decode<'de> for BTreeMap<K, V> {
    const FIRST: FirstBytes = FirstBytes::OBJECT;
    const NEVER_ABSENT: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        let mut map = Self::new();
        decode_members::<Same, Same, K, V>(cur, |key, value| _ = map.insert(key, value))?;
        Ok(map)
    }
}

#[cfg(feature = "std")]
impl<K: EncodeKey, V: Encode, S> Encode for std::collections::HashMap<K, V, S> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        encode_members::<Same, Same, K, V>(self.iter(), w)
    }
}

#[cfg(feature = "std")]
impl<'de, K, V, S> Decode<'de> for std::collections::HashMap<K, V, S>
where
    K: DecodeKey<'de> + Eq + core::hash::Hash,
    V: Decode<'de>,
    S: core::hash::BuildHasher + Default,
{
    const FIRST: FirstBytes = FirstBytes::OBJECT;
    const NEVER_ABSENT: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        let mut map = Self::default();
        decode_members::<Same, Same, K, V>(cur, |key, value| _ = map.insert(key, value))?;
        Ok(map)
    }
}

/// The slot of a flattened map, which takes what no other type knows.
#[derive(Debug)]
#[doc(hidden)]
pub struct Rest<M>(pub(crate) M);

macro_rules! object {
    ($([$($bound:tt)*] $map:ty, [$($decode:tt)*], $key:ident, $value:ident;)*) => {$(
        impl<$($bound)*> EncodeFields for $map
        where
            $key: EncodeKey,
            $value: Encode,
        {
            fn encode_fields(&self, run: &mut Run<'_, '_>) {
                for member in self {
                    if run.has_failed() {
                        break;
                    }
                    run.settle(1);
                    run.lead();
                    run.call(2, |w| encode_member::<Same, Same, _, _>(member, w));
                }
            }
        }

        impl<'de, $($bound)*> Fields<'de> for Rest<$map>
        where
            $key: DecodeKey<'de> + $($decode)*,
            $value: Decode<'de>,
        {
            fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
                cur.unknown_index(i)
            }

            fn unknown(&mut self, name: usize, cur: &mut Cursor<'de>) -> Result<bool> {
                cur.rewind(name);
                let key = $key::decode_key(cur)?;
                cur.colon()?;
                self.0.insert(key, $value::decode(cur)?);
                Ok(true)
            }
        }

        impl<'de, $($bound)*> DecodeFields<'de> for $map
        where
            $key: DecodeKey<'de> + $($decode)*,
            $value: Decode<'de>,
        {
            type Slots = Rest<$map>;
            const KEYS: &'static Keys = Keys::REST;

            fn slots() -> Self::Slots {
                Rest(Self::default())
            }

            fn finish(
                slots: &mut Self::Slots,
                _: usize,
                _: &mut Cursor<'de>,
                out: &mut Option<Self>,
            ) -> Result<()> {
                *out = Some(mem::take(&mut slots.0));
                Ok(())
            }
        }
    )*};
}

object! {
    [K, V] BTreeMap<K, V>, [Ord], K, V;
}

#[cfg(feature = "std")]
object! {
    [K, V, S: core::hash::BuildHasher + Default] std::collections::HashMap<K, V, S>, [Eq + core::hash::Hash], K, V;
}

#[cfg(feature = "serde_json")]
use {
    alloc::string::String,
    serde_json::{Map, Value},
};

#[cfg(feature = "serde_json")]
object! {
    [] Map<String, Value>, [], String, Value;
}
