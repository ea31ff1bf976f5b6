//! Time grows linearly: documents, structs, maps and strings from the smallest to the largest, beside `serde_json`.
//!
//! All sizes of a section take turns in the same rounds, so that two sizes can be compared on a machine whose speed
//! changes. Two bounds are stated (PASS or FAIL); everything else is shown.

mod documents;
mod fields;
mod maps;
mod report;
mod section;
mod strings;
mod structs;

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::{machine, measure::Effort, output};

use self::section::Section;

/// The flags of `scaling`.
#[derive(Debug, clap::Args)]
pub(crate) struct Flags {
    /// Documents of up to 1 GB instead of 100 MB; needs 8 GB of memory
    #[arg(long)]
    full: bool,

    /// End with an error if a bound is not kept
    #[arg(long)]
    check: bool,

    /// How often each candidate has its turn
    #[arg(long, value_name = "N", default_value_t = 11, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,

    /// Only this section
    #[arg(long, value_name = "SECTION")]
    only: Option<Name>,

    /// Draw the picture into this file [default: scaling.svg in the target folder]
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,

    /// Write all figures to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// What grows.
#[derive(Debug, Clone, Copy, PartialEq, clap::ValueEnum)]
enum Name {
    Documents,
    Fields,
    Maps,
    Strings,
}

/// How long a sample lasts at least.
const SAMPLE_MS: u64 = 4;

/// The section.
pub(crate) fn run(flags: &Flags) -> Result<()> {
    let machine = machine::prepare();
    let effort = Effort {
        rounds: usize::from(flags.rounds),
        sample: std::time::Duration::from_millis(SAMPLE_MS),
        settle: true,
    };
    let mut sections: Vec<Section> = Vec::new();
    for name in [Name::Documents, Name::Fields, Name::Maps, Name::Strings] {
        if flags.only.is_some_and(|only| only != name) {
            continue;
        }
        sections.push(match name {
            Name::Documents => documents::run(effort, flags.full)?,
            Name::Fields => fields::run(effort)?,
            Name::Maps => maps::run(effort)?,
            Name::Strings => strings::run(effort)?,
        });
        eprintln!("[{} done] {}", sections.len(), sections.last().map_or("", |it| it.title));
    }
    let report = report::Report { machine, rounds: effort.rounds, sections };
    let picture = output::picture(flags.plot.as_deref(), "scaling.svg")?;
    report.draw(&picture)?;
    output::print(&report.render())?;
    output::print(&format!("picture: {}\n", picture.display()))?;
    output::json(flags.json.as_deref(), &report)?;
    ensure!(!flags.check || report.all_kept(), "a bound is not kept");
    Ok(())
}
