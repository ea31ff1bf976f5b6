//! Documents from 1 KB on: arrays of nested ones.

use std::hint::black_box;

use anyhow::Result;

use crate::{
    candidates::{Candidate, Fastjson, SerdeJson},
    documents::Order,
    generate,
    measure::Effort,
    verify,
    workload::Workload,
};

use super::section::{self, Measure, OURS, PEER, Section, Step};

/// Once a document is as large, its rate stays.
const FROM: f64 = 100e3;
/// Within 15 %.
const LIMIT: f64 = 1.15;

/// Documents in a pass and elements of a document; an element has about 1 KB. Small documents come in
/// hundreds, because one over and over trains the branch predictor.
const SIZES: [(usize, usize); 4] = [(256, 1), (8, 100), (1, 10_000), (1, 100_000)];
const FULL: (usize, usize) = (1, 1_000_000);

pub(super) fn run(effort: Effort, full: bool) -> Result<Section> {
    let sizes = SIZES.into_iter().chain(full.then_some(FULL));
    let mut works =
        sizes.map(|(count, elements)| work(count, elements)).collect::<Result<Vec<_>>>()?;
    for work in &mut works {
        verify::decoding::<Fastjson, Vec<Order>>(work)?;
        verify::decoding::<SerdeJson, Vec<Order>>(work)?;
        verify::encoding::<Fastjson, Vec<Order>>(work)?;
        verify::encoding::<SerdeJson, Vec<Order>>(work)?;
    }
    let mut decoders = Vec::new();
    let mut encoders = Vec::new();
    for work in &works {
        decoders.extend([decoder::<Fastjson>(OURS, work), decoder::<SerdeJson>(PEER, work)]);
        encoders.extend([encoder::<Fastjson>(OURS, work), encoder::<SerdeJson>(PEER, work)]);
    }
    let mut series = section::race(decoders, effort)?;
    series.extend(section::race(encoders, effort)?);
    let bounds = [DECODE, ENCODE].map(|work| section::bound(&series, work, FROM, LIMIT));
    Ok(Section {
        title: "documents",
        axis: "B of document",
        measure: Measure::Rate,
        series,
        bounds: bounds.into(),
        note: "large values lie in pages that the allocator gives back and the system clears anew in every pass; with \
               MALLOC_TRIM_THRESHOLD_ and MALLOC_MMAP_THRESHOLD_ set high, glibc keeps them, and the difference shows what that costs",
    })
}

const DECODE: &str = "decode";
const ENCODE: &str = "encode";

fn work(count: usize, elements: usize) -> Result<Workload<Vec<Order>>> {
    let mut orders = generate::orders(count * elements).into_iter();
    let values: Vec<Vec<Order>> =
        (0..count).map(|_| orders.by_ref().take(elements).collect()).collect();
    let texts = values.iter().map(serde_json::to_vec).collect::<Result<_, _>>()?;
    Ok(Workload::single("an array of nested documents", texts, values))
}

fn size(work: &Workload<Vec<Order>>) -> (f64, usize) {
    let bytes: usize = work.texts.iter().map(Vec::len).sum();
    (bytes as f64 / work.texts.len() as f64, bytes)
}

fn decoder<'a, C: Candidate>(library: &'static str, work: &'a Workload<Vec<Order>>) -> Step<'a> {
    let (size, units) = size(work);
    let mut candidate = C::default();
    let pass = move || {
        for text in &work.texts {
            let value: Vec<Order> = candidate.decode(black_box(text))?;
            black_box(&value);
        }
        Ok(())
    };
    Step { library, work: DECODE, size, units, pass: Box::new(pass) }
}

/// Into a buffer that is used again: growing a vector of a gigabyte is the allocator's and the system's time.
fn encoder<'a, C: Candidate>(library: &'static str, work: &'a Workload<Vec<Order>>) -> Step<'a> {
    let (size, units) = size(work);
    let candidate = C::default();
    let mut text = Vec::new();
    let pass = move || {
        for value in &work.values {
            text.clear();
            candidate.encode_into(black_box(value), &mut text)?;
            black_box(&text);
        }
        Ok(())
    };
    Step { library, work: ENCODE, size, units, pass: Box::new(pass) }
}
