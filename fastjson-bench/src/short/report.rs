//! The figures of `short`, as `--json` writes them and as a table.

use std::fmt::Write;

use serde::Serialize;

use crate::{
    machine::Machine,
    measure::{Measured, median},
    output::{self, quantity},
};

use super::CALLS;

/// All of a run.
#[derive(Serialize)]
pub(super) struct Report {
    machine: Machine,
    rounds: usize,
    /// From the slowest beside its peers to the fastest.
    rows: Vec<Row>,
}

/// Times per call.
#[derive(Serialize)]
pub(super) struct Row {
    title: String,
    fastjson_ns: f64,
    serde_json_ns: f64,
    sonic_rs_ns: f64,
    /// How many times faster fastjson is than the faster of the others.
    ratio: f64,
}

impl Row {
    pub(super) fn new(measured: Vec<Measured>, title: String) -> Row {
        let ns = |name: &str| {
            let of = measured.iter().find(|candidate| candidate.name == name);
            of.map_or(f64::NAN, |candidate| median(&candidate.samples) / CALLS as f64)
        };
        let (fastjson_ns, serde_json_ns, sonic_rs_ns) =
            (ns("fastjson"), ns("serde_json"), ns("sonic-rs"));
        let ratio = serde_json_ns.min(sonic_rs_ns) / fastjson_ns;
        Row { title, fastjson_ns, serde_json_ns, sonic_rs_ns, ratio }
    }

    /// Whether a peer is faster.
    fn is_behind(&self) -> bool {
        self.ratio < 1.0
    }

    fn cells(&self) -> Vec<String> {
        let mut cells = vec![self.title.clone()];
        cells.extend([self.fastjson_ns, self.serde_json_ns, self.sonic_rs_ns].map(quantity));
        cells.push(format!("×{:.2}", self.ratio));
        cells
    }
}

impl Report {
    pub(super) fn new(machine: Machine, rounds: usize, mut rows: Vec<Row>) -> Report {
        rows.sort_by(|a, b| a.ratio.total_cmp(&b.ratio));
        Report { machine, rounds, rows }
    }

    /// The rows in which a peer is faster, or all of them.
    pub(super) fn render(&self, all: bool) -> String {
        let mut text = output::machine_line(&self.machine);
        let _ = writeln!(
            text,
            "ns per call: medians of {} rounds in which the candidates took turns; results verified",
            self.rounds,
        );
        let shown = self.rows.iter().filter(|row| all || row.is_behind());
        let cells: Vec<Vec<String>> = shown.map(Row::cells).collect();
        if !cells.is_empty() {
            let header = ["", "fastjson", "serde_json", "sonic-rs", "beside the\nbest peer"];
            let _ = writeln!(text, "{}", output::table(&header, &cells));
        }
        let behind = self.rows.iter().filter(|row| row.is_behind()).count();
        let ratios: Vec<f64> = self.rows.iter().map(|row| row.ratio).collect();
        let (rows, middle) = (self.rows.len(), median(&ratios));
        let _ =
            writeln!(text, "{rows} rows, in {behind} a peer is faster; the median is ×{middle:.2}");
        text
    }
}
