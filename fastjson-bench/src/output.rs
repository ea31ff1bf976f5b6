//! Where the sections put what they write: tables to the terminal, figures and pictures into files.

use std::{
    env, fs,
    io::{Write, stdout},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use comfy_table::{Cell, CellAlignment, Table, presets};
use serde::Serialize;

use crate::machine::Machine;

/// The folder that cargo builds into: this program is in its subfolder `release` or `debug`.
pub(crate) fn target_folder() -> Result<PathBuf> {
    let program = env::current_exe().context("finding this program")?;
    let folder = program.ancestors().nth(2).context("this program is in no target folder")?;
    Ok(folder.to_owned())
}

/// Where a picture goes: where it was asked for, or into the target folder.
pub(crate) fn picture(asked: Option<&Path>, name: &str) -> Result<PathBuf> {
    match asked {
        Some(path) => Ok(path.to_owned()),
        None => Ok(target_folder()?.join(name)),
    }
}

/// Prints what a section found.
pub(crate) fn print(text: &str) -> Result<()> {
    stdout().write_all(text.as_bytes()).context("printing")
}

/// Writes all figures, if a file was named.
pub(crate) fn json(path: Option<&Path>, figures: &impl Serialize) -> Result<()> {
    let Some(path) = path else { return Ok(()) };
    let text = serde_json::to_vec_pretty(figures)?;
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

/// The first line of every section.
pub(crate) fn machine_line(machine: &Machine) -> String {
    let warning = if machine.optimized { "" } else { "; built without optimization" };
    format!("{}, {}, {}{warning}\n", machine.cpu, machine.pinned, machine.rustc)
}

/// A table whose first column is text and whose others are figures.
pub(crate) fn table(header: &[&str], rows: &[Vec<String>]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header(header);
    for row in rows {
        table.add_row(row.iter().enumerate().map(|(column, text)| match column {
            0 => Cell::new(text),
            _ => Cell::new(text).set_alignment(CellAlignment::Right),
        }));
    }
    table
}

/// Three digits or more, none behind the point where they are noise.
pub(crate) fn quantity(number: f64) -> String {
    if number.fract() == 0.0 || number >= 100.0 {
        format!("{number:.0}")
    } else {
        format!("{number:.*}", if number < 10.0 { 2 } else { 1 })
    }
}

/// A time in the unit that suits it.
pub(crate) fn duration(nanoseconds: f64) -> String {
    match nanoseconds {
        1e9.. => format!("{} s", quantity(nanoseconds / 1e9)),
        1e6.. => format!("{} ms", quantity(nanoseconds / 1e6)),
        1e3.. => format!("{} µs", quantity(nanoseconds / 1e3)),
        _ => format!("{} ns", quantity(nanoseconds)),
    }
}

/// A number of bytes, or of anything else whose `unit` takes a prefix.
pub(crate) fn scaled(number: f64, unit: &str) -> String {
    match number {
        1e9.. => format!("{} G{unit}", quantity(number / 1e9)),
        1e6.. => format!("{} M{unit}", quantity(number / 1e6)),
        1e3.. => format!("{} K{unit}", quantity(number / 1e3)),
        _ => format!("{} {unit}", quantity(number)),
    }
}
