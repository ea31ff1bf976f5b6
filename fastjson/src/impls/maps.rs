//! Objects with keys of one type: `BTreeMap` and `HashMap`. Of members with the same key the last one counts.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use core::mem;

use crate::codecs::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs, Same};
use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeFields, DecodeKey, Fields, FirstBytes, Offer, Out};
use crate::encode::{Encode, EncodeFields, EncodeKey};
use crate::error::Result;
use crate::impls::collections::{Collection, Length};
use crate::key::Keys;
use crate::writer::{Place, Run, Writer, value_as};

/// Writes an object.
#[inline]
pub(crate) fn encode_members<'a, KA: EncodeKeyAs<K>, VA: EncodeAs<V>, K: 'a, V: 'a>(
    members: impl Iterator<Item = (&'a K, &'a V)>,
    w: &mut Writer<'_>,
) -> Result<()> {
    let mut run = w.run(0);
    run_members::<KA, VA, K, V>(members, &mut run, 0);
    run.finish()
}

/// [`encode_members`] behind what is in the run, with room for `next` bytes behind them.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn run_members<'a, KA: EncodeKeyAs<K>, VA: EncodeAs<V>, K: 'a, V: 'a>(
    mut members: impl Iterator<Item = (&'a K, &'a V)>,
    run: &mut Run<'_, '_>,
    next: usize,
) {
    match members.next() {
        Some(first) => {
            run.behind(|place| encode_some_members::<KA, VA, K, V>(first, members, place), next)
        }
        None => {
            run.settle(next.saturating_add(2));
            run.literal("{}");
        }
    }
}

/// [`encode_members`] of at least one.
#[inline(never)]
fn encode_some_members<'r, 'w, 'a, KA: EncodeKeyAs<K>, VA: EncodeAs<V>, K: 'a, V: 'a>(
    first: (&'a K, &'a V),
    rest: impl Iterator<Item = (&'a K, &'a V)>,
    place: Place<'r, 'w>,
) -> Place<'r, 'w> {
    let mut run = match place.enter() {
        Ok(run) => run,
        Err(place) => return place,
    };
    run.settle(1);
    run.literal("{");
    encode_member::<KA, VA, K, V>(first, &mut run, 1);
    for member in rest {
        if run.has_failed() {
            break;
        }
        run.literal(",");
        encode_member::<KA, VA, K, V>(member, &mut run, 1);
    }
    run.literal("}");
    run.place()
}

/// Writes a member, and makes room for `next` bytes behind it.
#[cfg_attr(not(debug_assertions), inline(always))]
fn encode_member<KA: EncodeKeyAs<K>, VA: EncodeAs<V>, K, V>(
    (key, value): (&K, &V),
    run: &mut Run<'_, '_>,
    next: usize,
) {
    let room = match VA::MAX_LEN {
        Some(max) => max.saturating_add(next).saturating_add(1),
        None => 1,
    };
    KA::encode_key_run_as(key, run, room);
    value_as::<VA, V>(run, ":", value, next);
}

#[inline]
pub(crate) fn decode_members<'de, KA, VA, K, V, C>(cur: &mut Cursor<'de>) -> Result<C>
where
    KA: DecodeKeyAs<'de, K>,
    VA: DecodeAs<'de, V>,
    C: Collection<(K, V)>,
{
    let mut all = C::default();
    if !cur.object_start()? {
        return Ok(all);
    }
    let length = Length::expect(cur, cur.level(0), &mut all);
    let mut beside = C::Beside::default();
    loop {
        let key = KA::decode_key_as(cur)?;
        cur.colon()?;
        all.add(&mut beside, (key, VA::decode_as(cur)?));
        if !cur.object_next()? {
            break;
        }
    }
    all.complete(&mut beside);
    length.settle(cur, &mut all);
    Ok(all)
}

impl<K: EncodeKey, V: Encode> Encode for BTreeMap<K, V> {
    #[inline]
    fn encode_short(&self) -> Option<Box<str>> {
        self.is_empty().then(|| Box::from("{}"))
    }

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        encode_members::<Same, Same, K, V>(self.iter(), w)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        run_members::<Same, Same, K, V>(self.iter(), run, next);
    }
}

impl<'de, K: DecodeKey<'de> + Ord, V: Decode<'de>> Decode<'de> for BTreeMap<K, V> {
    const FIRST: FirstBytes = FirstBytes::OBJECT;
    const NEVER_ABSENT: bool = true;
    const BY_VALUE: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        decode_members::<Same, Same, K, V, Self>(cur)
    }
}

#[cfg(feature = "std")]
impl<K: EncodeKey, V: Encode, S> Encode for std::collections::HashMap<K, V, S> {
    #[inline]
    fn encode_short(&self) -> Option<Box<str>> {
        self.is_empty().then(|| Box::from("{}"))
    }

    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        encode_members::<Same, Same, K, V>(self.iter(), w)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        run_members::<Same, Same, K, V>(self.iter(), run, next);
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
    const BY_VALUE: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        decode_members::<Same, Same, K, V, Self>(cur)
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
                    encode_member::<Same, Same, _, _>(member, run, 2);
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

            fn offer(&mut self, offer: Offer, cur: &mut Cursor<'de>) -> Result<bool> {
                let Offer::Member(name) = offer else {
                    return Ok(false);
                };
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
                out: &mut impl Out<Self>,
            ) -> Result<()> {
                out.fill(mem::take(&mut slots.0));
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
