//! The command line.

use std::{path::PathBuf, time::Duration};

use clap::{Parser, Subcommand};

use crate::{build_cost, instructions, measure::Effort, scaling, short, tasks};

/// Races fastjson against the dynamic-value path, serde_json, sonic-rs and simd-json on
/// real documents, verifies every result, and prints a table.
#[derive(Debug, Parser)]
#[command(name = "fastjson-bench", args_conflicts_with_subcommands = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// Write all figures and every sample to this file
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,

    /// Few rounds of short samples: verifies everything, measures roughly
    #[arg(long)]
    pub(crate) short: bool,

    /// Only rows whose title contains this text, for example "encode" or "citm"
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) filter: String,

    /// How often each candidate has its turn [default: 61, in short 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    rounds: Option<u16>,
}

/// What is measured instead of the table.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Hundreds of concurrent tasks that decode and encode nested documents
    Tasks(tasks::Flags),
    /// Whether time grows linearly with documents, structs, maps and strings
    Scaling(scaling::Flags),
    /// Short texts, one call each: where a peer is faster
    Short(short::Flags),
    /// What the derive costs the compiler, beside serde's and miniserde's
    BuildCost(build_cost::Flags),
    /// Instructions of every row, beside a committed count: what keeps speed from rotting
    Instructions(instructions::Flags),
}

impl Args {
    /// The rounds and samples that were asked for.
    pub(crate) fn effort(&self) -> Effort {
        let (rounds, sample) = if self.short { (3, 2) } else { (61, 2) };
        Effort {
            rounds: self.rounds.map_or(rounds, usize::from),
            sample: Duration::from_millis(sample),
            settle: false,
        }
    }
}
