//! Decoding without copying strings: documents whose strings are slices of the text.
//!
//! An escaped string has no slice to borrow: the records hold none, and twitter's texts are
//! copied where they do. The dynamic path cannot borrow, so its column owns its strings.

use std::hint::black_box;

use anyhow::Result;
use fastjson::Decode;
use serde::Deserialize;

use crate::{
    candidates::{Candidate, Dynamic, Fastjson, SerdeJson, SimdJson, Sonic},
    documents::Borrowable,
    measure::Contender,
    race::Race,
    report::Direction,
    rows, verify,
    workload::{Workload, Workloads},
};

/// A candidate that can borrow.
pub(crate) trait Borrowing: Candidate {
    /// Decodes a text.
    fn decode_borrowed<'a, T: Decode<'a> + Deserialize<'a>>(
        &'a mut self,
        text: &'a [u8],
    ) -> Result<T, Self::Error>;
}

impl Borrowing for Fastjson {
    #[inline]
    fn decode_borrowed<'a, T: Decode<'a> + Deserialize<'a>>(
        &'a mut self,
        text: &'a [u8],
    ) -> Result<T, fastjson::Error> {
        fastjson::from_slice(text)
    }
}

impl Borrowing for SerdeJson {
    #[inline]
    fn decode_borrowed<'a, T: Decode<'a> + Deserialize<'a>>(
        &'a mut self,
        text: &'a [u8],
    ) -> Result<T, serde_json::Error> {
        serde_json::from_slice(text)
    }
}

impl Borrowing for Sonic {
    #[inline]
    fn decode_borrowed<'a, T: Decode<'a> + Deserialize<'a>>(
        &'a mut self,
        text: &'a [u8],
    ) -> Result<T, sonic_rs::Error> {
        sonic_rs::from_slice(text)
    }
}

impl Borrowing for SimdJson {
    #[inline]
    fn decode_borrowed<'a, T: Decode<'a> + Deserialize<'a>>(
        &'a mut self,
        text: &'a [u8],
    ) -> Result<T, simd_json::Error> {
        self.decode_copy(text)
    }
}

/// All rows.
pub(crate) fn run(race: &mut Race, work: &mut Workloads) -> Result<()> {
    row(race, &mut work.twitter)?;
    row(race, &mut work.plain_records)
}

fn row<T: Borrowable>(race: &mut Race, work: &mut Workload<T>) -> Result<()> {
    if !race.wants(Direction::DecodeBorrowed, work.name) {
        return Ok(());
    }
    verify::borrowing::<Fastjson, T>(work)?;
    verify::borrowing::<SerdeJson, T>(work)?;
    verify::borrowing::<Sonic, T>(work)?;
    verify::borrowing::<SimdJson, T>(work)?;
    let mut contenders = vec![
        contender::<Fastjson, T>(work),
        rows::decoder::<Dynamic, T>(work),
        contender::<SerdeJson, T>(work),
        contender::<Sonic, T>(work),
        contender::<SimdJson, T>(work),
    ];
    race.row(Direction::DecodeBorrowed, work.name, rows::unit(&work.texts), &mut contenders)
}

fn contender<C: Borrowing, T: Borrowable>(work: &Workload<T>) -> Contender<'_> {
    let mut candidate = C::default();
    let pass = move || {
        for text in &work.texts {
            let value: T::Borrowed<'_> = candidate.decode_borrowed(black_box(text))?;
            black_box(&value);
        }
        Ok(())
    };
    Contender { name: C::NAME, pass: Box::new(pass) }
}
