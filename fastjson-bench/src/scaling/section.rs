//! One section: something of growing size, read and written by both libraries.

use std::hint::black_box;

use anyhow::Result;
use fastjson::{DecodeOwned, Encode};
use serde::{Serialize, de::DeserializeOwned};

use crate::measure::{self, Contender, Effort, median};

/// What a figure of a section is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) enum Measure {
    /// MB/s of text.
    Rate,
    /// Nanoseconds per one of these.
    TimePer(&'static str),
}

/// What a section found.
#[derive(Debug, Serialize)]
pub(super) struct Section {
    pub(super) title: &'static str,
    /// What the sizes count.
    pub(super) axis: &'static str,
    pub(super) measure: Measure,
    pub(super) series: Vec<Series>,
    pub(super) bounds: Vec<Bound>,
    /// What a reader of the figures must know beside them.
    pub(super) note: &'static str,
}

/// One library's way through all sizes.
#[derive(Debug, Serialize)]
pub(super) struct Series {
    pub(super) library: &'static str,
    /// What it does.
    pub(super) work: &'static str,
    pub(super) points: Vec<Point>,
}

/// One size.
#[derive(Debug, Serialize)]
pub(super) struct Point {
    pub(super) size: f64,
    /// Nanoseconds per unit, a sample for each round.
    samples: Vec<f64>,
}

impl Point {
    /// The figure: the median as the measure wants it.
    pub(super) fn figure(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Rate => 1e3 / median(&self.samples),
            Measure::TimePer(_) => median(&self.samples),
        }
    }
}

/// A bound that is stated, and how it is kept.
#[derive(Debug, Serialize)]
pub(super) struct Bound {
    pub(super) work: &'static str,
    /// From this size on.
    pub(super) from: f64,
    /// The time per unit may grow by this factor at most between any two sizes.
    pub(super) limit: f64,
    pub(super) found: f64,
    /// What the other library keeps.
    pub(super) found_in_peer: f64,
}

impl Bound {
    pub(super) fn is_kept(&self) -> bool {
        self.found <= self.limit
    }
}

/// A candidate at one size.
pub(super) struct Step<'a> {
    pub(super) library: &'static str,
    pub(super) work: &'static str,
    pub(super) size: f64,
    /// Bytes, fields or keys of a pass.
    pub(super) units: usize,
    pub(super) pass: Pass<'a>,
}

pub(super) type Pass<'a> = Box<dyn FnMut() -> Result<()> + 'a>;

/// What a step does, whichever library does it.
#[derive(Clone, Copy)]
pub(super) struct Task {
    pub(super) work: &'static str,
    pub(super) size: f64,
    pub(super) units: usize,
}

impl Task {
    /// Both libraries read the texts.
    pub(super) fn decoders<T: DecodeOwned + DeserializeOwned>(
        self,
        texts: &[String],
    ) -> [Step<'_>; 2] {
        let ours = move || {
            for text in texts {
                black_box(&fastjson::from_str::<T>(black_box(text))?);
            }
            Ok(())
        };
        let peer = move || {
            for text in texts {
                black_box(&serde_json::from_str::<T>(black_box(text))?);
            }
            Ok(())
        };
        self.both(Box::new(ours), Box::new(peer))
    }

    /// Both libraries write the values into a buffer that is used again.
    pub(super) fn encoders<T: Encode + Serialize>(self, values: &[T]) -> [Step<'_>; 2] {
        let mut buffer = Vec::new();
        let ours = move || {
            for value in values {
                buffer.clear();
                fastjson::encode_into(black_box(value), &mut buffer)?;
                black_box(&buffer);
            }
            Ok(())
        };
        let mut buffer = Vec::new();
        let peer = move || {
            for value in values {
                buffer.clear();
                serde_json::to_writer(&mut buffer, black_box(value))?;
                black_box(&buffer);
            }
            Ok(())
        };
        self.both(Box::new(ours), Box::new(peer))
    }

    fn both<'a>(self, ours: Pass<'a>, peer: Pass<'a>) -> [Step<'a>; 2] {
        let Task { work, size, units } = self;
        [(OURS, ours), (PEER, peer)].map(|(library, pass)| Step {
            library,
            work,
            size,
            units,
            pass,
        })
    }
}

pub(super) const OURS: &str = "fastjson";
pub(super) const PEER: &str = "serde_json";

/// Lets all libraries, works and sizes take turns.
pub(super) fn race(steps: Vec<Step<'_>>, effort: Effort) -> Result<Vec<Series>> {
    let mut series: Vec<Series> = Vec::new();
    let mut contenders = Vec::new();
    let mut places = Vec::new();
    for Step { library, work, size, units, pass } in steps {
        let same = |series: &Series| (series.library, series.work) == (library, work);
        let index = series.iter().position(same).unwrap_or_else(|| {
            series.push(Series { library, work, points: Vec::new() });
            series.len() - 1
        });
        contenders.push(Contender { name: library, pass });
        places.push((index, size, units));
    }
    let measured = measure::run(&mut contenders, effort, || {})?;
    for ((index, size, units), measured) in places.into_iter().zip(measured) {
        let samples = measured.samples.iter().map(|sample| sample / units as f64).collect();
        series[index].points.push(Point { size, samples });
    }
    Ok(series)
}

/// Holds a work against a bound: from a size on, no size takes `limit` times longer per unit than another.
pub(super) fn bound(series: &[Series], work: &'static str, from: f64, limit: f64) -> Bound {
    let found = |library| {
        let of = series.iter().find(|series| (series.library, series.work) == (library, work));
        of.map_or(f64::NAN, |series| spread(series, from))
    };
    Bound { work, from, limit, found: found(OURS), found_in_peer: found(PEER) }
}

/// How many times longer the slowest size takes per unit than the fastest. Sizes are compared round by round, so
/// that what slows the whole machine for a while cancels out.
fn spread(series: &Series, from: f64) -> f64 {
    let points: Vec<_> = series.points.iter().filter(|point| point.size >= from).collect();
    let Some(base) = points.first() else { return f64::NAN };
    let times = points.iter().map(|point| {
        let rounds = point.samples.iter().zip(&base.samples).map(|(own, base)| own / base);
        median(&rounds.collect::<Vec<_>>())
    });
    let times: Vec<f64> = times.collect();
    let slowest = times.iter().copied().fold(f64::MIN, f64::max);
    let fastest = times.iter().copied().fold(f64::MAX, f64::min);
    slowest / fastest
}
