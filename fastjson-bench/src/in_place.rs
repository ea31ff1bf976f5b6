//! Decoding over the value of the document before, whose memory is kept where the library can: what a service does that reads message
//! after message into one struct.
//!
//! serde has this in its derive behind a feature, which is on here. simd-json's deserializer and the dynamic path are decoded afresh.

use std::hint::black_box;

use anyhow::Result;
use serde::{Deserialize, Deserializer};

use crate::{
    candidates::{Candidate, Dynamic, Fastjson, SerdeJson, SimdJson, Sonic},
    documents::Document,
    layout::Layout,
    measure::Contender,
    race::Race,
    report::Direction,
    rows::{self, each_candidate},
    verify,
    workload::{Workload, Workloads},
};

/// A candidate that decodes over a value.
pub(crate) trait InPlace: Candidate {
    /// Decodes a text; `each` sees its documents, one by one.
    #[inline]
    fn decode_over<T: Document>(
        &mut self,
        layout: Layout,
        text: &[u8],
        place: &mut T,
        mut each: impl FnMut(&T),
    ) -> Result<(), Self::Error> {
        layout.decode(self, text, |value| {
            *place = value;
            each(place);
        })
    }
}

impl InPlace for Fastjson {
    #[inline]
    fn decode_over<T: Document>(
        &mut self,
        layout: Layout,
        text: &[u8],
        place: &mut T,
        mut each: impl FnMut(&T),
    ) -> Result<(), Self::Error> {
        match layout {
            Layout::Single => {
                fastjson::from_slice_in_place(text, place)?;
                each(place);
            }
            Layout::Lines(_) => {
                let mut stream = fastjson::Stream::from_slice(text)?;
                while let Some(result) = stream.next_in_place(place) {
                    result?;
                    each(place);
                }
            }
        }
        Ok(())
    }
}

/// Libraries with a `Deserializer` of serde's kind.
macro_rules! by_serde {
    ($($candidate:ident: $library:ident;)*) => {$(
        impl InPlace for $candidate {
            #[inline]
            fn decode_over<T: Document>(
                &mut self,
                layout: Layout,
                text: &[u8],
                place: &mut T,
                each: impl FnMut(&T),
            ) -> Result<(), Self::Error> {
                let mut deserializer = $library::Deserializer::from_slice(text);
                deserialize_over(&mut deserializer, layout, place, each)?;
                deserializer.end()
            }
        }
    )*};
}

by_serde! { SerdeJson: serde_json; Sonic: sonic_rs; }

/// The documents of a text, by serde's derive.
#[inline]
fn deserialize_over<'de, D, T, E>(
    deserializer: &mut D,
    layout: Layout,
    place: &mut T,
    mut each: impl FnMut(&T),
) -> Result<(), E>
where
    for<'a> &'a mut D: Deserializer<'de, Error = E>,
    T: Deserialize<'de>,
{
    for _ in 0..layout.per_text() {
        T::deserialize_in_place(&mut *deserializer, place)?;
        each(place);
    }
    Ok(())
}

impl InPlace for Dynamic {}

impl InPlace for SimdJson {}

/// All rows.
pub(crate) fn run(race: &mut Race, work: &mut Workloads) -> Result<()> {
    row(race, &mut work.twitter)?;
    row(race, &mut work.citm)?;
    row(race, &mut work.records)?;
    row(race, &mut work.lines)?;
    row(race, &mut work.orders)
}

fn row<T: Document>(race: &mut Race, work: &mut Workload<T>) -> Result<()> {
    if !race.wants(Direction::DecodeInPlace, work.name) {
        return Ok(());
    }
    each_candidate!(C => verify::in_place::<C, T>(work)?);
    let mut contenders = Vec::new();
    each_candidate!(C => contenders.push(contender::<C, T>(work)?));
    race.row(Direction::DecodeInPlace, work.name, rows::unit(&work.texts), &mut contenders)
}

fn contender<C: InPlace, T: Document>(work: &Workload<T>) -> Result<Contender<'_>> {
    let mut candidate = C::default();
    let mut place = verify::first(&mut candidate, work)?;
    let pass = move || {
        for text in &work.texts {
            candidate.decode_over(work.layout, black_box(text), &mut place, |value: &T| {
                black_box(value);
            })?;
        }
        Ok(())
    };
    Ok(Contender { name: C::NAME, pass: Box::new(pass) })
}
