//! The report as tables, one for each direction: a document a row, a candidate a column.

use std::fmt::Write;

use comfy_table::{Cell, CellAlignment, Table, presets};

use crate::report::{Direction, Figures, Report, Row};

/// A median of fewer says little.
const ENOUGH_ROUNDS: usize = 9;

/// Everything a run prints.
pub(crate) fn render(report: &Report) -> String {
    let mut text = String::new();
    let machine = &report.machine;
    let _ = writeln!(text, "{}, {}, {}", machine.cpu, machine.pinned, machine.rustc);
    let _ = writeln!(
        text,
        "medians of {} rounds in which the candidates took turns, {} ms or more of the thread's own \
         time each; results verified",
        report.rounds, report.sample_ms,
    );
    if report.rounds < ENOUGH_ROUNDS {
        let _ = writeln!(
            text,
            "fewer than {ENOUGH_ROUNDS} rounds: the results are verified, the figures are rough",
        );
    }
    let _ = writeln!(text, "a block that grows counts with the bytes that it grew by");
    for direction in Direction::ALL {
        let rows: Vec<_> = report.rows.iter().filter(|row| row.direction == direction).collect();
        if !rows.is_empty() {
            let _ = write!(text, "\n{}\n{}\n", legend(direction), table(&rows));
        }
    }
    if !report.notes.is_empty() {
        let _ = writeln!(text, "\n{}", report.notes.join("\n"));
    }
    text
}

/// Says what the lines of a cell are.
fn legend(direction: Direction) -> String {
    if direction.has_bases() {
        return format!(
            "{}\n  1st line: time per element\n  2nd line: times faster than serde_json; time as a multiple of the base's, \
             which is the external (flat) form in the same library\n  3rd line: allocations and bytes allocated per element",
            direction.title(),
        );
    }
    format!(
        "{}\n  1st line: MB/s of text, or time per {}\n  2nd line: times faster than {}, than {}\n  \
         3rd line: allocations and bytes allocated per {}",
        direction.title(),
        direction.operation(),
        direction.replaced(),
        direction.usual(),
        direction.operation(),
    )
}

fn table(rows: &[&Row]) -> Table {
    let mut names: Vec<&str> = Vec::new();
    for candidate in rows.iter().flat_map(|row| &row.candidates) {
        if !names.contains(&candidate.name) {
            names.push(candidate.name);
        }
    }
    let peers = rows.iter().any(|row| row.beside_best_peer().is_some());
    let mut header = vec![""];
    header.extend(&names);
    header.extend(peers.then_some("beside the\nbest peer"));

    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header(header);
    for row in rows {
        let mut cells = vec![Cell::new(label(row))];
        for name in &names {
            let figures = row.candidates.iter().find(|candidate| candidate.name == *name);
            cells.push(right(figures.map_or_else(String::new, figures_cell)));
        }
        if let Some((ratio, name)) = row.beside_best_peer() {
            cells.push(right(format!("{}\n{name}", times(ratio))));
        }
        table.add_row(cells);
    }
    table
}

fn right(text: String) -> Cell {
    Cell::new(text).set_alignment(CellAlignment::Right)
}

fn label(row: &Row) -> String {
    match row.bytes {
        0.0 => row.document.clone(),
        bytes => format!("{}\n{}", row.document, size(bytes)),
    }
}

fn figures_cell(figures: &Figures) -> String {
    let ratio = |ratio: Option<f64>| ratio.map_or_else(|| "–".to_owned(), times);
    let ratios = match figures.ratio_to_base {
        Some(base) => format!("{}  {base:.2} of base", ratio(figures.ratio_to_serde_json)),
        None => {
            format!("{}  {}", ratio(figures.ratio_to_dynamic), ratio(figures.ratio_to_serde_json))
        }
    };
    format!(
        "{}\n{ratios}\n{}, {}",
        speed(figures),
        quantity(figures.allocations),
        size(figures.allocated_bytes),
    )
}

/// A rate for what takes long, a time for what does not: a service counts documents, and a
/// short one's cost is not its bytes.
fn speed(figures: &Figures) -> String {
    const LONG: f64 = 20_000.0;
    match figures.megabytes_per_second {
        Some(rate) if figures.median_ns > LONG => format!("{rate:.0} MB/s"),
        _ => format!("{} ns", quantity(figures.median_ns)),
    }
}

fn times(ratio: f64) -> String {
    format!("×{ratio:.*}", if ratio < 10.0 { 2 } else { 1 })
}

/// Three digits or more, none behind the point where they are noise.
fn quantity(number: f64) -> String {
    if number.fract() == 0.0 || number >= 100.0 {
        format!("{number:.0}")
    } else {
        format!("{number:.*}", if number < 10.0 { 2 } else { 1 })
    }
}

fn size(bytes: f64) -> String {
    match bytes {
        1e6.. => format!("{:.2} MB", bytes / 1e6),
        1e4.. => format!("{:.0} KB", bytes / 1e3),
        _ => format!("{} B", quantity(bytes)),
    }
}
