//! Codecs of objects with keys of one type: one for the keys and one for the values.

use alloc::collections::BTreeMap;

use super::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::Result;
use crate::impls::maps::{decode_members, encode_members};
use crate::writer::Writer;

impl<K, V, KA, VA> EncodeAs<BTreeMap<K, V>> for BTreeMap<KA, VA>
where
    KA: EncodeKeyAs<K>,
    VA: EncodeAs<V>,
{
    fn encode_as(value: &BTreeMap<K, V>, w: &mut Writer<'_>) -> Result<()> {
        encode_members::<KA, VA, K, V>(value.iter(), w)
    }
}

impl<'de, K, V, KA, VA> DecodeAs<'de, BTreeMap<K, V>> for BTreeMap<KA, VA>
where
    K: Ord,
    KA: DecodeKeyAs<'de, K>,
    VA: DecodeAs<'de, V>,
{
    const FIRST: FirstBytes = FirstBytes::OBJECT;
    const NEVER_ABSENT: bool = true;

    fn decode_as(cur: &mut Cursor<'de>) -> Result<BTreeMap<K, V>> {
        decode_members::<KA, VA, K, V, BTreeMap<K, V>>(cur)
    }
}

/// The codec's own hasher says nothing.
#[cfg(feature = "std")]
impl<K, V, S, KA, VA, SA> EncodeAs<std::collections::HashMap<K, V, S>>
    for std::collections::HashMap<KA, VA, SA>
where
    KA: EncodeKeyAs<K>,
    VA: EncodeAs<V>,
{
    fn encode_as(value: &std::collections::HashMap<K, V, S>, w: &mut Writer<'_>) -> Result<()> {
        encode_members::<KA, VA, K, V>(value.iter(), w)
    }
}

#[cfg(feature = "std")]
impl<'de, K, V, S, KA, VA, SA> DecodeAs<'de, std::collections::HashMap<K, V, S>>
    for std::collections::HashMap<KA, VA, SA>
where
    K: Eq + core::hash::Hash,
    S: core::hash::BuildHasher + Default,
    KA: DecodeKeyAs<'de, K>,
    VA: DecodeAs<'de, V>,
{
    const FIRST: FirstBytes = FirstBytes::OBJECT;
    const NEVER_ABSENT: bool = true;

    fn decode_as(cur: &mut Cursor<'de>) -> Result<std::collections::HashMap<K, V, S>> {
        decode_members::<KA, VA, K, V, std::collections::HashMap<K, V, S>>(cur)
    }
}
