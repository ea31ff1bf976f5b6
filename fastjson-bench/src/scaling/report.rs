//! The figures of `scaling`, as tables, verdicts and a picture.

use std::{fmt::Write, path::Path};

use anyhow::Result;
use serde::Serialize;

use crate::{
    machine::Machine,
    output::{self, quantity, scaled},
    plot::{self, Axis, Body, Chart, Line, Scale},
};

use super::{
    SAMPLE_MS,
    section::{Measure, OURS, Section, Series},
};

/// All of a run.
#[derive(Serialize)]
pub(super) struct Report {
    pub(super) machine: Machine,
    pub(super) rounds: usize,
    pub(super) sections: Vec<Section>,
}

impl Report {
    /// Whether every bound is kept.
    pub(super) fn all_kept(&self) -> bool {
        self.sections.iter().flat_map(|section| &section.bounds).all(|bound| bound.is_kept())
    }

    /// The tables and the verdicts.
    pub(super) fn render(&self) -> String {
        let mut text = output::machine_line(&self.machine);
        let _ = writeln!(
            text,
            "medians of {} rounds in which all sizes and libraries took turns, {SAMPLE_MS} ms or more of the thread's own time \
             each; results verified",
            self.rounds,
        );
        for section in &self.sections {
            let _ = writeln!(text, "\n{}: {}", section.title, unit(section.measure));
            let _ = writeln!(text, "{}", table(section));
            if !section.note.is_empty() {
                let _ = writeln!(text, "{}", section.note);
            }
            for bound in &section.bounds {
                let _ = writeln!(
                    text,
                    "{}  {}, {}: the slowest size takes {:.2} times as long per unit as the fastest{}, at most {:.2}; \
                     serde_json {:.2}",
                    if bound.is_kept() { "PASS" } else { "FAIL" },
                    section.title,
                    bound.work,
                    bound.found,
                    match bound.from {
                        0.0 => String::new(),
                        from => format!(", from {} on", scaled(from, "B")),
                    },
                    bound.limit,
                    bound.found_in_peer,
                );
            }
        }
        text
    }

    /// The picture.
    pub(super) fn draw(&self, path: &Path) -> Result<()> {
        let charts: Vec<Chart> = self.sections.iter().map(chart).collect();
        plot::write(path, "Time grows linearly", &charts)
    }
}

fn unit(measure: Measure) -> String {
    match measure {
        Measure::Rate => "MB/s of text".to_owned(),
        Measure::TimePer(what) => format!("ns per {what}"),
    }
}

/// A size a row, a series a column.
fn table(section: &Section) -> comfy_table::Table {
    let mut header = vec![section.axis.to_owned()];
    for series in &section.series {
        header.push(format!("{}\n{}", series.library, series.work.replace(", ", ",\n")));
    }
    let sizes = section.series.first().map_or(&[][..], |series| &series.points);
    let rows: Vec<Vec<String>> = sizes
        .iter()
        .enumerate()
        .map(|(row, point)| {
            let figures = section.series.iter().map(|series| {
                let point = series.points.get(row);
                point.map_or_else(String::new, |point| quantity(point.figure(section.measure)))
            });
            std::iter::once(scaled(point.size, "").trim_end().to_owned()).chain(figures).collect()
        })
        .collect();
    output::table(&header.iter().map(String::as_str).collect::<Vec<_>>(), &rows)
}

/// One colour for a kind of work, dashes for the peer.
fn chart(section: &Section) -> Chart {
    let mut works: Vec<&str> = Vec::new();
    for series in &section.series {
        if !works.contains(&series.work) {
            works.push(series.work);
        }
    }
    let line = |series: &Series| Line {
        name: match series.library {
            OURS => series.work.to_owned(),
            _ => format!("{}, serde", series.work),
        },
        colour: works.iter().position(|work| *work == series.work).unwrap_or(0),
        dashed: series.library != OURS,
        points: series
            .points
            .iter()
            .map(|point| (point.size, point.figure(section.measure)))
            .collect(),
    };
    Chart {
        title: format!("{} (dashed: serde_json)", section.title),
        body: Body::Lines {
            x: Axis {
                label: section.axis.to_owned(),
                format: |size| scaled(*size, "").trim_end().to_owned(),
            },
            y: Axis { label: unit(section.measure), format: |figure| quantity(*figure) },
            y_scale: match section.measure {
                Measure::Rate => Scale::Linear,
                Measure::TimePer(_) => Scale::Logarithmic,
            },
            lines: section.series.iter().map(line).collect(),
        },
    }
}
