//! Objects with keys of one type: `BTreeMap` and `HashMap`. Of members with the same key the last one counts.

use alloc::collections::BTreeMap;

use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::Result;
use crate::writer::Writer;

#[inline]
pub(super) fn encode_members<'a, K: EncodeKey + 'a, V: Encode + 'a>(
    mut members: impl Iterator<Item = (&'a K, &'a V)>,
    w: &mut Writer<'_>,
) -> Result<()> {
    let Some(first) = members.next() else {
        w.literal("{}");
        return Ok(());
    };
    w.enter()?;
    encode_member("{", first, w)?;
    for member in members {
        encode_member(",", member, w)?;
    }
    w.literal("}");
    w.leave();
    Ok(())
}

#[inline]
fn encode_member<K: EncodeKey, V: Encode>(
    lead: &'static str,
    (key, value): (&K, &V),
    w: &mut Writer<'_>,
) -> Result<()> {
    w.literal(lead);
    key.encode_key(w)?;
    w.literal(":");
    value.encode(w)
}

#[inline]
pub(super) fn decode_members<'de, K: DecodeKey<'de>, V: Decode<'de>>(
    cur: &mut Cursor<'de>,
    mut insert: impl FnMut(K, V),
) -> Result<()> {
    let mut more = cur.object_start()?;
    while more {
        let key = K::decode_key(cur)?;
        cur.colon()?;
        insert(key, V::decode(cur)?);
        more = cur.object_next()?;
    }
    Ok(())
}

impl<K: EncodeKey, V: Encode> Encode for BTreeMap<K, V> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        encode_members(self.iter(), w)
    }
}

impl<'de, K: DecodeKey<'de> + Ord, V: Decode<'de>> Decode<'de> for BTreeMap<K, V> {
    const FIRST: FirstBytes = FirstBytes::OBJECT;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        let mut map = Self::new();
        decode_members(cur, |key, value| _ = map.insert(key, value))?;
        Ok(map)
    }
}

#[cfg(feature = "std")]
impl<K: EncodeKey, V: Encode, S> Encode for std::collections::HashMap<K, V, S> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        encode_members(self.iter(), w)
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

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        let mut map = Self::default();
        decode_members(cur, |key, value| _ = map.insert(key, value))?;
        Ok(map)
    }
}
