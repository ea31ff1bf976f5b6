//! The ways to decode and encode an operation's document.

use std::{hint::black_box, sync::Arc};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    allocations,
    candidates::{self as typed, Dynamic, Fastjson, SerdeJson},
    documents::Order,
    verify,
    workload::Workload,
};

/// Decodes a text and encodes what it says.
pub(super) type Marshal = fn(&[u8]) -> Result<Vec<u8>>;

/// A way to do it.
pub(super) struct Candidate {
    pub(super) name: &'static str,
    pub(super) marshal: Marshal,
    /// What it writes of each document, verified.
    pub(super) expected: Arc<Vec<Vec<u8>>>,
    /// Per operation.
    pub(super) allocations: f64,
    pub(super) allocated_bytes: f64,
}

/// All of them, verified. The process must still have one thread.
pub(super) fn all(work: &mut Workload<Order>) -> Result<Vec<Candidate>> {
    for_typed::<Fastjson>(work)?;
    for_typed::<SerdeJson>(work)?;
    for_typed::<Dynamic>(work)?;
    let ways: [(&str, Marshal); 4] = [
        ("fastjson", through_type::<Fastjson>),
        ("serde_json", through_type::<SerdeJson>),
        ("Value", through_value),
        ("Value and struct", through_type::<Dynamic>),
    ];
    ways.into_iter().map(|(name, marshal)| candidate(name, marshal, work)).collect()
}

/// A struct is filled from the text, and written.
fn through_type<C: typed::Candidate>(text: &[u8]) -> Result<Vec<u8>> {
    let mut candidate = C::default();
    let order: Order = candidate.decode(text)?;
    Ok(candidate.encode(black_box(&order))?)
}

/// A tree of dynamic values is made of the text, and written: what a service does that has no types.
fn through_value(text: &[u8]) -> Result<Vec<u8>> {
    let tree: Value = serde_json::from_slice(text)?;
    Ok(serde_json::to_vec(black_box(&tree))?)
}

fn for_typed<C: typed::Candidate>(work: &mut Workload<Order>) -> Result<()> {
    verify::decoding::<C, Order>(work)?;
    verify::encoding::<C, Order>(work)
}

fn candidate(name: &'static str, marshal: Marshal, work: &Workload<Order>) -> Result<Candidate> {
    let mut expected = Vec::new();
    for (index, text) in work.texts.iter().enumerate() {
        let context = || format!("{name}, document {index}");
        let written = marshal(text).with_context(context)?;
        let tree: Value = serde_json::from_slice(&written).with_context(context)?;
        let original: Value = serde_json::from_slice(text).with_context(context)?;
        ensure!(tree == original, "{}: what is written says something else", context());
        expected.push(written);
    }
    let (outcome, counted) =
        allocations::count(|| work.texts.iter().try_for_each(|text| marshal(text).map(drop)));
    outcome.context(name)?;
    let operations = work.texts.len() as f64;
    Ok(Candidate {
        name,
        marshal,
        expected: Arc::new(expected),
        allocations: counted.count as f64 / operations,
        allocated_bytes: counted.bytes as f64 / operations,
    })
}
