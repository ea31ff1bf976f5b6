//! The figures of `build-cost`, as tables.

use std::fmt::Write;

use serde::Serialize;

use super::{build::Step, crates::Library, dependencies::Dependencies, types::Shape};
use crate::{
    machine::Machine,
    measure::median,
    output::{self, quantity},
};

/// All of a run.
#[derive(Serialize)]
pub(super) struct Report {
    pub(super) machine: Machine,
    pub(super) rounds: u16,
    /// Bytes of code in a program that does nothing.
    pub(super) empty_program: u64,
    pub(super) rows: Vec<Row>,
    pub(super) expansions: Vec<(Library, Option<usize>)>,
    pub(super) dependencies: Vec<(Library, Dependencies)>,
    pub(super) notes: Vec<String>,
}

/// One crate, built with one library.
#[derive(Serialize)]
pub(super) struct Row {
    pub(super) library: Library,
    shape: Shape,
    types: usize,
    /// CPU seconds for each kind of build, a sample for each round.
    pub(super) samples: [Vec<f64>; 3],
    /// Bytes of code of the release build.
    pub(super) code: u64,
    pub(super) round_trips: u64,
}

/// What PERFORMANCE.md sets, as ratios to serde: check, debug, release, code. They are set for crates of a hundred structs;
/// in small ones, what every program costs is most of a figure.
const TARGETS: [f64; 4] = [0.45, 0.38, 0.20, 0.23];
const TARGETS_FROM: usize = 100;
/// Bytes of expansion of a struct of three fields.
const EXPANSION_TARGET: usize = 4_000;
/// Seconds and crates of the dependencies of what is generated ahead of time.
const ALONE_TARGET: (f64, usize) = (3.0, 4);

impl Row {
    pub(super) fn new(library: Library, shape: Shape, types: usize) -> Self {
        Self { library, shape, types, samples: [vec![], vec![], vec![]], code: 0, round_trips: 0 }
    }

    /// Its seconds and code as parts of another's. Rounds are compared one by one, for both had their turns within one.
    fn ratios(&self, base: &Row) -> [f64; 4] {
        let time = |step: Step| {
            let rounds = self.samples[step as usize].iter().zip(&base.samples[step as usize]);
            median(&rounds.map(|(own, base)| own / base).collect::<Vec<_>>())
        };
        let [check, debug, release] = Step::ALL.map(time);
        [check, debug, release, self.code as f64 / base.code as f64]
    }
}

impl Report {
    /// The tables.
    pub(super) fn render(&self) -> String {
        let mut text = output::machine_line(&self.machine);
        let _ = writeln!(
            text,
            "CPU seconds of the final crate alone, its dependencies built, not incremental; medians of {} rounds in which the \
             libraries took turns; every program ran and had all its documents back",
            self.rounds
        );
        let _ = writeln!(text, "{}", self.crates());
        let _ = writeln!(
            text,
            ".text of a program that does nothing: {}; it is part of every figure and ratio, and left out of what is `own`",
            kibibytes(self.empty_program)
        );
        let _ = writeln!(text, "\n{}", self.others());
        for note in &self.notes {
            let _ = writeln!(text, "{note}");
        }
        text
    }

    fn crates(&self) -> comfy_table::Table {
        let header = ["", "check", "debug", "release", ".text"];
        let mut rows = Vec::new();
        for row in &self.rows {
            let base = self.rows.iter().find(|base| {
                (base.library, base.shape, base.types) == (Library::Serde, row.shape, row.types)
            });
            let ratios =
                base.filter(|_| row.library != Library::Serde).map(|base| row.ratios(base));
            let cell = |index: usize, figure: String| match ratios {
                Some(ratios) => {
                    let target = match row.library {
                        Library::Fastjson if row.types >= TARGETS_FROM => {
                            let is_met = ratios[index] <= TARGETS[index];
                            format!(
                                ", target {:.2} {}",
                                TARGETS[index],
                                if is_met { "met" } else { "MISSED" }
                            )
                        }
                        _ => String::new(),
                    };
                    format!("{figure}\n{:.2} of serde{target}", ratios[index])
                }
                None => figure,
            };
            let enums = match row.shape {
                Shape::Structs => String::new(),
                Shape::Enums => format!(", {} data enums", row.types * 2 / 5),
            };
            let mut cells = vec![format!("{}\n{} structs{enums}", row.library, row.types)];
            for step in Step::ALL {
                let seconds = median(&row.samples[step as usize]);
                cells.push(cell(step as usize, format!("{} s", quantity(seconds))));
            }
            let own = row.code.saturating_sub(self.empty_program);
            cells.push(cell(3, format!("{} ({} own)", kibibytes(row.code), kibibytes(own))));
            rows.push(cells);
        }
        output::table(&header, &rows)
    }

    fn others(&self) -> comfy_table::Table {
        let header = ["", "expansion of a struct of 3 fields", "dependencies alone, release"];
        let mut rows = Vec::new();
        let all = [Library::Fastjson, Library::FastjsonAlone, Library::Serde, Library::Miniserde];
        for library in all {
            let expansion = self.expansions.iter().find(|(of, _)| *of == library);
            let dependencies = self.dependencies.iter().find(|(of, _)| *of == library);
            let expansion = match expansion {
                Some((_, Some(bytes))) if library == Library::Fastjson => {
                    let verdict = if *bytes <= EXPANSION_TARGET { "met" } else { "MISSED" };
                    format!("{bytes} B\ntarget {EXPANSION_TARGET} B {verdict}")
                }
                Some((_, Some(bytes))) => format!("{bytes} B"),
                Some((_, None)) => "not printed".to_owned(),
                None => String::new(),
            };
            let cost = dependencies.map_or_else(String::new, |(_, cost)| {
                let figure = format!("{} s, {} crates", quantity(cost.seconds), cost.crates);
                if library != Library::FastjsonAlone {
                    return figure;
                }
                let is_met = cost.seconds <= ALONE_TARGET.0 && cost.crates <= ALONE_TARGET.1;
                format!(
                    "{figure}\ntarget {} s, {} crates {}",
                    ALONE_TARGET.0,
                    ALONE_TARGET.1,
                    if is_met { "met" } else { "MISSED" }
                )
            });
            if !(expansion.is_empty() && cost.is_empty()) {
                rows.push(vec![library.to_string(), expansion, cost]);
            }
        }
        output::table(&header, &rows)
    }
}

fn kibibytes(bytes: u64) -> String {
    format!("{:.0} KiB", bytes as f64 / 1024.0)
}
