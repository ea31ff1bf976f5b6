//! The figures of a run, as `--json` writes them and as the table reads them.

use serde::Serialize;

use crate::{
    machine::Machine,
    measure::{Measured, median},
};

/// All of a run.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) machine: Machine,
    /// How often each candidate had its turn.
    pub(crate) rounds: usize,
    /// How long a sample lasted at least, in milliseconds.
    pub(crate) sample_ms: u128,
    /// What a reader of the figures must know beside them.
    pub(crate) notes: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

/// What a row measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Direction {
    /// A text becomes a typed value.
    Decode,
    /// A text becomes a typed value that borrows its strings.
    DecodeBorrowed,
    /// A text becomes a typed value in the memory of another one.
    DecodeInPlace,
    /// A typed value becomes a new vector.
    EncodeFresh,
    /// A typed value becomes text in a vector that is used again.
    EncodeReused,
    /// Two fields are read.
    Access,
    /// Floats are printed.
    Floats,
    /// A text of some representation becomes a typed value.
    DecodeForms,
    /// A typed value becomes text of some representation.
    EncodeForms,
    /// Texts of one type become values.
    DecodeValues,
    /// Values of one type become text.
    EncodeValues,
    /// Texts of a few bytes, one call each.
    Short,
}

impl Direction {
    pub(crate) const ALL: [Self; 12] = [
        Self::Decode,
        Self::DecodeBorrowed,
        Self::DecodeInPlace,
        Self::EncodeFresh,
        Self::EncodeReused,
        Self::Access,
        Self::Floats,
        Self::DecodeForms,
        Self::EncodeForms,
        Self::DecodeValues,
        Self::EncodeValues,
        Self::Short,
    ];

    /// The table's title, which `--filter` also looks at.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::DecodeBorrowed => "decode, borrowed strings",
            Self::DecodeInPlace => "decode in place",
            Self::EncodeFresh => "encode into a new vector",
            Self::EncodeReused => "encode into a reused buffer",
            Self::Access => "read two fields",
            Self::Floats => "print floats",
            Self::DecodeForms => "decode 1,000 in a form",
            Self::EncodeForms => "encode 1,000 in a form",
            Self::DecodeValues => "decode 20,000 of a type",
            Self::EncodeValues => "encode 20,000 of a type",
            Self::Short => "short texts",
        }
    }

    /// What a figure is of.
    pub(crate) fn operation(self) -> &'static str {
        match self {
            Self::Access => "field read",
            Self::Floats => "number",
            Self::DecodeForms | Self::EncodeForms => "element",
            Self::DecodeValues | Self::EncodeValues => "value",
            Self::Short => "call",
            _ => "document",
        }
    }

    /// The column that ratios are first taken to: the way that is replaced.
    pub(crate) fn replaced(self) -> &'static str {
        match self {
            Self::Access => "Value map",
            Self::Floats => "ryu",
            Self::DecodeValues | Self::EncodeValues | Self::Short => "sonic-rs",
            _ => "dynamic",
        }
    }

    /// Whether each candidate races its own base.
    pub(crate) fn has_bases(self) -> bool {
        matches!(self, Self::DecodeForms | Self::EncodeForms)
    }

    /// The column that ratios are then taken to: what most people use.
    pub(crate) fn usual(self) -> &'static str {
        match self {
            Self::Floats => "zmij",
            _ => "serde_json",
        }
    }
}

/// What one pass of a row holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    /// Bytes of text in a pass; 0 where a rate would mean nothing.
    bytes: usize,
    /// Operations in a pass.
    operations: usize,
}

impl Unit {
    /// `count` documents of `bytes` together.
    pub(crate) fn documents(bytes: usize, count: usize) -> Self {
        Self { bytes, operations: count }
    }

    /// `count` operations for which a rate in bytes would mean nothing.
    pub(crate) fn operations(count: usize) -> Self {
        Self { bytes: 0, operations: count }
    }
}

/// A document, or an experiment.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) direction: Direction,
    pub(crate) document: String,
    /// Documents, accesses or numbers in a pass.
    pub(crate) operations: usize,
    /// Bytes of text per operation on average.
    pub(crate) bytes: f64,
    pub(crate) candidates: Vec<Figures>,
}

/// What one candidate reached in one row. Everything is per operation.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    pub(crate) name: &'static str,
    pub(crate) median_ns: f64,
    pub(crate) min_ns: f64,
    pub(crate) megabytes_per_second: Option<f64>,
    /// How many times faster than the way that is replaced.
    pub(crate) ratio_to_dynamic: Option<f64>,
    /// How many times faster than what most people use.
    pub(crate) ratio_to_serde_json: Option<f64>,
    /// How many times longer than the same library takes for the base.
    pub(crate) ratio_to_base: Option<f64>,
    pub(crate) allocations: f64,
    pub(crate) allocated_bytes: f64,
    pub(crate) samples_ns: Vec<f64>,
}

impl Row {
    /// Turns times per pass into figures per operation.
    pub(crate) fn new(
        direction: Direction,
        document: &str,
        unit: Unit,
        measured: Vec<Measured>,
    ) -> Self {
        let operations = unit.operations as f64;
        let bytes = unit.bytes as f64 / operations;
        let peer = |name: &str| measured.iter().find(|candidate| candidate.name == name);
        let (replaced, usual) = (peer(direction.replaced()), peer(direction.usual()));
        let figures = |candidate: &Measured| {
            let samples: Vec<f64> =
                candidate.samples.iter().map(|sample| sample / operations).collect();
            let median_ns = median(&samples);
            Figures {
                name: candidate.name,
                median_ns,
                min_ns: samples.iter().copied().fold(f64::INFINITY, f64::min),
                megabytes_per_second: (unit.bytes > 0).then(|| bytes / median_ns * 1e3),
                ratio_to_dynamic: replaced.map(|peer| ratio(&peer.samples, &candidate.samples)),
                ratio_to_serde_json: usual.map(|peer| ratio(&peer.samples, &candidate.samples)),
                ratio_to_base: peer(&format!("{}, base", candidate.name))
                    .map(|base| ratio(&candidate.samples, &base.samples)),
                allocations: candidate.allocations.count as f64 / operations,
                allocated_bytes: candidate.allocations.bytes as f64 / operations,
                samples_ns: samples,
            }
        };
        Self {
            direction,
            document: document.to_owned(),
            operations: unit.operations,
            bytes,
            candidates: measured.iter().map(figures).collect(),
        }
    }

    /// How many times fastjson is faster than the fastest of its peers, and which that is.
    /// The dynamic path is no peer.
    pub(crate) fn beside_best_peer(&self) -> Option<(f64, &'static str)> {
        let named = |name| self.candidates.iter().find(|candidate| candidate.name == name);
        let fastjson = named("fastjson")?;
        let peers = ["serde_json", "sonic-rs", "simd-json"].into_iter().filter_map(named);
        let ratios = peers.map(|peer| (ratio(&peer.samples_ns, &fastjson.samples_ns), peer.name));
        ratios.min_by(|(a, _), (b, _)| a.total_cmp(b))
    }
}

/// How many times longer `slow` takes than `fast`: the median of the rounds' ratios. Both had
/// their turns within one round, so what slows the whole machine for a while (a build on
/// the core's sibling) cancels out, which it does not between two medians.
fn ratio(slow: &[f64], fast: &[f64]) -> f64 {
    let rounds: Vec<f64> = slow.iter().zip(fast).map(|(slow, fast)| slow / fast).collect();
    median(&rounds)
}
