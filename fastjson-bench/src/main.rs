//! fastjson beside the dynamic-value path and its peers, on real documents.
//!
//! How to read a table: a row is a document and a column a candidate. A cell says how fast
//! it is (MB/s of text, or ns per document where that is short), how many times faster than the
//! dynamic path and than serde_json's derive, and what it allocates per document. Only
//! ratios within one run carry over to another day.

mod access;
mod allocations;
mod args;
mod borrowed;
mod build_cost;
mod candidates;
mod corpus_files;
mod documents;
mod dynamic;
mod floats;
mod forms;
mod generate;
mod in_place;
mod instructions;
mod layout;
mod machine;
mod measure;
mod output;
mod plot;
mod race;
mod report;
mod rows;
mod scaling;
mod short;
mod style;
mod table;
mod tasks;
mod values;
mod verify;
mod workload;

use std::{
    fs::File,
    io::{Write, stdout},
};

use anyhow::{Context, Result};
use clap::Parser;

use crate::{
    args::{Args, Command},
    race::Race,
    report::Report,
};

fn main() -> Result<()> {
    let args = Args::parse();
    match args.command {
        None => table_of_documents(&args),
        Some(Command::Tasks(flags)) => tasks::run(&flags),
        Some(Command::Scaling(flags)) => scaling::run(&flags),
        Some(Command::BuildCost(flags)) => build_cost::run(&flags),
        Some(Command::Short(flags)) => short::run(&flags),
        Some(Command::Instructions(flags)) => instructions::run(&flags),
    }
}

/// The table that runs where no other section is asked for.
fn table_of_documents(args: &Args) -> Result<()> {
    // Before the race: a file that cannot be written should not cost a run.
    let json = args.json.as_deref().map(|path| {
        let file = File::create(path).with_context(|| format!("writing {}", path.display()))?;
        anyhow::Ok((path, file))
    });
    let json = json.transpose()?;
    // The corpora are found by child processes, which need not share the one core.
    let mut work = workload::load()?;
    let machine = machine::prepare();
    let effort = args.effort();

    let mut race = Race::new(effort, &args.filter);
    race.note("dropping the result is part of every time");
    race.note("simd-json decodes in place: copying the text is part of its time");
    race.note("simd-json has no stream and reads NDJSON line by line; sonic-rs is told how many values there are");
    if !machine.optimized {
        race.note("built without optimization: the figures mean nothing");
    }
    if work.rounded == 0 {
        race.note(
            "serde_json reads every float of canada exactly: it seems to be built with \
             float_roundtrip; race it with `cargo run --release -p fastjson-bench`",
        );
    }
    race.run(|race| all_rows(race, &mut work))?;

    let report = Report {
        machine,
        rounds: effort.rounds,
        sample_ms: effort.sample.as_millis(),
        notes: race.notes,
        rows: race.rows,
    };
    stdout().write_all(table::render(&report).as_bytes()).context("printing the tables")?;
    if let Some((path, mut file)) = json {
        let text = serde_json::to_vec_pretty(&report)?;
        file.write_all(&text).with_context(|| format!("writing {}", path.display()))?;
    }
    Ok(())
}

/// All rows of the table.
fn all_rows(race: &mut Race, work: &mut workload::Workloads) -> Result<()> {
    rows::run(race, work)?;
    borrowed::run(race, work)?;
    in_place::run(race, work)?;
    access::run(race, &work.records)?;
    forms::run(race)?;
    values::run(race)?;
    short::rows(race)?;
    floats::run(race, &mut work.canada)
}
