//! Decoding without copying strings: records whose strings are slices of the text.
//!
//! The texts hold no escapes, since an escaped string has no slice to borrow. The dynamic
//! path cannot borrow, so its column owns its strings.

use std::hint::black_box;

use anyhow::{Context, Result, ensure};

use crate::{
    candidates::{Candidate, Dynamic, Fastjson, SerdeJson, SimdJson, Sonic},
    documents::{BorrowedRecord, Record},
    measure::Contender,
    race::Race,
    report::{Direction, Unit},
    rows,
    workload::Workload,
};

/// A candidate that can borrow.
trait Borrowing: Candidate {
    fn decode_borrowed<'a>(&'a mut self, text: &'a [u8])
    -> Result<BorrowedRecord<'a>, Self::Error>;
}

impl Borrowing for Fastjson {
    #[inline]
    fn decode_borrowed<'a>(
        &'a mut self,
        text: &'a [u8],
    ) -> Result<BorrowedRecord<'a>, fastjson::Error> {
        fastjson::from_slice(text)
    }
}

impl Borrowing for SerdeJson {
    #[inline]
    fn decode_borrowed<'a>(
        &'a mut self,
        text: &'a [u8],
    ) -> Result<BorrowedRecord<'a>, serde_json::Error> {
        serde_json::from_slice(text)
    }
}

impl Borrowing for Sonic {
    #[inline]
    fn decode_borrowed<'a>(
        &'a mut self,
        text: &'a [u8],
    ) -> Result<BorrowedRecord<'a>, sonic_rs::Error> {
        sonic_rs::from_slice(text)
    }
}

impl Borrowing for SimdJson {
    #[inline]
    fn decode_borrowed<'a>(
        &'a mut self,
        text: &'a [u8],
    ) -> Result<BorrowedRecord<'a>, simd_json::Error> {
        self.decode_copy(text)
    }
}

/// The row.
pub(crate) fn run(race: &mut Race, work: &Workload<Record>) -> Result<()> {
    if !race.wants(Direction::DecodeBorrowed, work.name) {
        return Ok(());
    }
    let mut contenders = vec![
        contender::<Fastjson>(work)?,
        rows::decoder::<Dynamic, Record>(work),
        contender::<SerdeJson>(work)?,
        contender::<Sonic>(work)?,
        contender::<SimdJson>(work)?,
    ];
    let bytes = work.texts.iter().map(Vec::len).sum();
    let unit = Unit::documents(bytes, work.texts.len());
    race.row(Direction::DecodeBorrowed, work.name, unit, &mut contenders)
}

/// Verifies a candidate, and lets it take part.
fn contender<C: Borrowing>(work: &Workload<Record>) -> Result<Contender<'_>> {
    let mut candidate = C::default();
    for (text, record) in work.texts.iter().zip(&work.values) {
        let context = || format!("{} decodes {}, borrowed", C::NAME, work.name);
        let value = candidate.decode_borrowed(text).with_context(context)?;
        ensure!(value == BorrowedRecord::of(record), "{}: {value:?} is wrong", context());
    }
    let pass = move || {
        for text in &work.texts {
            let value = candidate.decode_borrowed(black_box(text))?;
            black_box(&value);
        }
        Ok(())
    };
    Ok(Contender { name: C::NAME, pass: Box::new(pass) })
}
