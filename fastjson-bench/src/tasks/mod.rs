//! The second experiment of the project's origin: hundreds of concurrent tasks that decode and encode nested documents,
//! through a derive and through dynamic values.
//!
//! A service spends its nights like this: many requests at a time, each of which reads a document and writes
//! one. An operation is one document read and written again. Its latency is the operation's own time; the time of a turn is what a
//! request waits: from the end of the task's last operation to the end of this one, with all tasks that run in between.

mod candidates;
mod load;
mod report;

use std::{path::PathBuf, sync::Arc, time::Duration};

use anyhow::{Result, ensure};

use crate::{generate, machine, output, workload::Workload};

use self::{
    candidates::Candidate,
    load::{Load, Slice},
};

/// The flags of `tasks`.
#[derive(Debug, clap::Args)]
pub(crate) struct Flags {
    /// How long each candidate runs, in all its turns together [default: 3, in full 30]
    #[arg(long, value_name = "SECONDS")]
    seconds: Option<f64>,

    /// The full run
    #[arg(long)]
    full: bool,

    /// How many tasks run at a time
    #[arg(long, value_name = "N", default_value_t = 512, value_parser = positive())]
    tasks: u64,

    /// How many different documents there are
    #[arg(long, value_name = "N", default_value_t = 512, value_parser = positive())]
    documents: u64,

    /// Draw the picture into this file [default: tasks.svg in the target folder]
    #[arg(long, value_name = "FILE")]
    plot: Option<PathBuf>,

    /// Write all figures to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

fn positive() -> clap::builder::RangedU64ValueParser {
    clap::value_parser!(u64).range(1..=1_000_000)
}

/// The longest time for which one candidate has the machine.
const TURN: f64 = 1.0;

/// The section.
pub(crate) fn run(flags: &Flags) -> Result<()> {
    let seconds = flags.seconds.unwrap_or(if flags.full { 30.0 } else { 3.0 });
    ensure!(seconds > 0.0 && seconds < 1e6, "--seconds {seconds} is no time to run");
    let rounds = (seconds / TURN).ceil().max(1.0);
    let slice = Duration::from_secs_f64(seconds / rounds);

    let values = generate::orders(flags.documents as usize);
    let texts = values.iter().map(serde_json::to_vec).collect::<Result<Vec<_>, _>>()?;
    let bytes = texts.iter().map(Vec::len).sum::<usize>() as f64 / texts.len() as f64;
    let mut work = Workload::single("nested documents", texts, values);
    // Allocations are counted here, while the process has one thread.
    let candidates = candidates::all(&mut work)?;

    let texts = Arc::new(work.texts);
    let mut slices: Vec<Vec<Slice>> = candidates.iter().map(|_| Vec::new()).collect();
    for round in 0..rounds as usize {
        for turn in 0..candidates.len() {
            let index = (round + turn) % candidates.len();
            let candidate: &Candidate = &candidates[index];
            let load = Load {
                tasks: flags.tasks as usize,
                texts: Arc::clone(&texts),
                expected: Arc::clone(&candidate.expected),
                marshal: candidate.marshal,
            };
            slices[index].push(load.run(slice)?);
        }
        eprintln!("[{}/{rounds}] tasks", round + 1);
    }

    let report = report::Report {
        machine: machine::unpinned(),
        tasks: flags.tasks,
        documents: flags.documents,
        bytes,
        seconds,
        rounds: rounds as usize,
        candidates: report::figures(&candidates, &slices, bytes)?,
    };
    let picture = output::picture(flags.plot.as_deref(), "tasks.svg")?;
    report.draw(&picture)?;
    output::print(&report.render())?;
    output::print(&format!("picture: {}\n", picture.display()))?;
    output::json(flags.json.as_deref(), &report)
}
