//! The figures of `tasks`, as a table and as a picture.

use std::{fmt::Write, path::Path};

use anyhow::Result;
use hdrhistogram::Histogram;
use serde::Serialize;

use crate::{
    machine::Machine,
    measure::median,
    output::{self, duration, quantity, scaled},
    plot::{self, Axis, Bar, Body, Chart, Line, Scale},
};

use super::{
    candidates::Candidate,
    load::{Latencies, Slice},
};

/// All of a run.
#[derive(Serialize)]
pub(super) struct Report {
    pub(super) machine: Machine,
    pub(super) tasks: u64,
    pub(super) documents: u64,
    /// Of a text, on average.
    pub(super) bytes: f64,
    /// For which each candidate ran.
    pub(super) seconds: f64,
    pub(super) rounds: usize,
    pub(super) candidates: Vec<Figures>,
}

/// What a candidate reached.
#[derive(Serialize)]
pub(super) struct Figures {
    name: &'static str,
    /// The median of the turns.
    operations_per_second: f64,
    /// Of the slowest and of the fastest turn.
    extremes: (f64, f64),
    /// Text that was read in a second; about as much was written.
    megabytes_per_second: f64,
    /// How many times the operations of the dynamic values.
    ratio_to_value: f64,
    operations: u64,
    operation: Percentiles,
    turn: Percentiles,
    allocations: f64,
    allocated_bytes: f64,
}

/// Latencies in nanoseconds.
#[derive(Serialize)]
struct Percentiles {
    p50: u64,
    p99: u64,
    p99_9: u64,
    /// What share of the operations took longer, and how long.
    curve: Vec<(f64, f64)>,
}

/// The candidate that ratios are taken to.
const REPLACED: &str = "Value";

/// What the turns of the candidates come to.
pub(super) fn figures(
    candidates: &[Candidate],
    slices: &[Vec<Slice>],
    bytes: f64,
) -> Result<Vec<Figures>> {
    let rates: Vec<Vec<f64>> =
        slices.iter().map(|turns| turns.iter().map(rate).collect()).collect();
    let replaced = candidates.iter().position(|candidate| candidate.name == REPLACED);
    let each = candidates.iter().zip(slices).zip(&rates);
    each.map(|((candidate, turns), rates_of_turns)| {
        let mut latencies = Latencies::none()?;
        for turn in turns {
            latencies.add(&turn.latencies)?;
        }
        let middle = median(rates_of_turns);
        // Both had their turns within one round, so what slows the machine for a while cancels out.
        let ratios = replaced.map_or_else(Vec::new, |index| {
            rates_of_turns.iter().zip(&rates[index]).map(|(own, other)| own / other).collect()
        });
        Ok(Figures {
            name: candidate.name,
            operations_per_second: middle,
            extremes: (
                rates_of_turns.iter().copied().fold(f64::MAX, f64::min),
                rates_of_turns.iter().copied().fold(0.0, f64::max),
            ),
            megabytes_per_second: middle * bytes / 1e6,
            ratio_to_value: median(&ratios),
            operations: turns.iter().map(|turn| turn.operations).sum(),
            operation: percentiles(&latencies.operation),
            turn: percentiles(&latencies.turn),
            allocations: candidate.allocations,
            allocated_bytes: candidate.allocated_bytes,
        })
    })
    .collect()
}

fn rate(turn: &Slice) -> f64 {
    turn.operations as f64 / turn.elapsed.as_secs_f64()
}

fn percentiles(latencies: &Histogram<u64>) -> Percentiles {
    // From half of the operations to one in a hundred thousand, as far as there are enough of them.
    let longest = (latencies.len() as f64 / 10.0).clamp(2.0, 1e5);
    let shares = std::iter::successors(Some(0.5_f64), |share| Some(share / 1.3));
    let curve = shares
        .take_while(|share| *share >= 1.0 / longest)
        .map(|share| (1.0 / share, latencies.value_at_quantile(1.0 - share) as f64))
        .collect();
    Percentiles {
        p50: latencies.value_at_quantile(0.5),
        p99: latencies.value_at_quantile(0.99),
        p99_9: latencies.value_at_quantile(0.999),
        curve,
    }
}

impl Report {
    /// The table.
    pub(super) fn render(&self) -> String {
        let mut text = output::machine_line(&self.machine);
        let _ = writeln!(
            text,
            "{} tasks at a time read and write {} different documents of {} on average; {} s each in {} turns; results verified",
            self.tasks,
            self.documents,
            scaled(self.bytes, "B"),
            quantity(self.seconds),
            self.rounds,
        );
        let _ = writeln!(
            text,
            "an operation is a document decoded and encoded; a turn is from the end of a task's operation to the end of its next, \
             while the other tasks run; an operation of milliseconds is one that the system interrupted"
        );
        let header = [
            "",
            "operations/s\n(slowest–fastest turn)",
            "MB/s\nread",
            "times\nValue",
            "operation\nP50, P99, P99.9",
            "turn\nP50, P99",
            "allocations\nper operation",
        ];
        let time = |nanoseconds: u64| duration(nanoseconds as f64);
        let row = |figures: &Figures| {
            vec![
                figures.name.to_owned(),
                format!(
                    "{:.0}\n({:.0}–{:.0})",
                    figures.operations_per_second, figures.extremes.0, figures.extremes.1
                ),
                quantity(figures.megabytes_per_second),
                format!("×{}", quantity(figures.ratio_to_value)),
                format!(
                    "{}, {}, {}",
                    time(figures.operation.p50),
                    time(figures.operation.p99),
                    time(figures.operation.p99_9)
                ),
                format!("{}, {}", time(figures.turn.p50), time(figures.turn.p99)),
                format!(
                    "{}, {}",
                    quantity(figures.allocations),
                    scaled(figures.allocated_bytes, "B")
                ),
            ]
        };
        let rows: Vec<_> = self.candidates.iter().map(row).collect();
        let _ = writeln!(text, "{}", output::table(&header, &rows));
        text
    }

    /// The picture.
    pub(super) fn draw(&self, path: &Path) -> Result<()> {
        let bars = |unit: &str, value: fn(&Figures) -> f64, text: fn(&Figures) -> String| {
            let candidates = self.candidates.iter().enumerate();
            let bar = |(colour, figures): (usize, &Figures)| Bar {
                name: figures.name.to_owned(),
                colour,
                value: value(figures),
                text: text(figures),
            };
            Body::Bars { unit: unit.to_owned(), bars: candidates.map(bar).collect() }
        };
        let lines = |curve: fn(&Figures) -> &Percentiles| {
            let candidates = self.candidates.iter().enumerate();
            let line = |(colour, figures): (usize, &Figures)| Line {
                name: figures.name.to_owned(),
                colour,
                dashed: false,
                points: curve(figures).curve.clone(),
            };
            Body::Lines {
                x: Axis { label: "percentile".to_owned(), format: percentile },
                y: Axis { label: "latency".to_owned(), format: |value| duration(*value) },
                y_scale: Scale::Logarithmic,
                lines: candidates.map(line).collect(),
            }
        };
        let charts = [
            Chart {
                title: "Throughput".to_owned(),
                body: bars(
                    "thousand operations per second (times those of Value)",
                    |figures| figures.operations_per_second,
                    |figures| {
                        format!(
                            "{} K (×{})",
                            quantity(figures.operations_per_second / 1e3),
                            quantity(figures.ratio_to_value)
                        )
                    },
                ),
            },
            Chart {
                title: "Allocated per operation".to_owned(),
                body: bars(
                    "bytes in allocations, per operation",
                    |figures| figures.allocated_bytes,
                    |figures| {
                        format!(
                            "{} in {}",
                            scaled(figures.allocated_bytes, "B"),
                            quantity(figures.allocations)
                        )
                    },
                ),
            },
            Chart {
                title: "Latency of an operation".to_owned(),
                body: lines(|figures| &figures.operation),
            },
            Chart {
                title: "Latency of a turn, with the tasks in between".to_owned(),
                body: lines(|figures| &figures.turn),
            },
        ];
        let title = format!(
            "{} concurrent tasks decode and encode nested documents of {}",
            self.tasks,
            scaled(self.bytes, "B")
        );
        plot::write(path, &title, &charts)
    }
}

/// Writes "one in so many" as a percentile.
fn percentile(one_in: &f64) -> String {
    let share = 100.0 * (1.0 - 1.0 / one_in);
    let text = format!("{share:.3}");
    format!("P{}", text.trim_end_matches('0').trim_end_matches('.'))
}
