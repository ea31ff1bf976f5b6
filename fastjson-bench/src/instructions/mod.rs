//! `fastjson-bench instructions`: how many instructions fastjson takes for each row of the table, beside a committed count.
//!
//! Time on a shared machine is too noisy to fail a build by; instructions are not. The executable runs itself under
//! callgrind, where every row's candidates are verified as always, and then one pass of fastjson's is counted. Only
//! instructions of the executable itself count: `malloc` and `memcpy` are the C library's, and another one on
//! every machine. What the counts still depend on stands beside them in the table: where it differs, they are
//! shown and not judged.

mod callgrind;
mod counted;
mod recorded;

use std::{collections::BTreeMap, fmt::Write as _, io::Write as _, io::stdout};

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::machine;
use recorded::Basis;

/// By how many per cent a row may be off.
const TOLERANCE: f64 = 3.0;

/// What to do with the counts.
#[derive(Debug, Args)]
pub(crate) struct Flags {
    /// Fail if a row takes more instructions than the committed table says, and the tolerance
    #[arg(long, conflicts_with = "write")]
    check: bool,

    /// Write the counts to the committed table
    #[arg(long)]
    write: bool,

    /// Be the process that is counted
    #[arg(long, hide = true)]
    counted: bool,
}

/// Counts, and compares or writes.
pub(crate) fn run(flags: &Flags) -> Result<()> {
    if flags.counted {
        return counted::run();
    }
    ensure!(
        !cfg!(debug_assertions),
        "only an optimized build is worth counting: `cargo run --release`"
    );
    let Some(valgrind) = callgrind::version() else {
        println!("skipped: instructions are counted by valgrind, which is not installed");
        return Ok(());
    };
    eprintln!("counting under {valgrind}");
    let found = callgrind::count().context("counting instructions")?;
    if flags.write {
        return recorded::write(&found);
    }
    let recorded = recorded::read()?;
    let comparison = Comparison::new(&recorded.instructions, &found.instructions);
    stdout().write_all(comparison.table.as_bytes()).context("printing the table")?;
    if recorded.basis != found.basis {
        let (here, there) = (&found.basis, &recorded.basis);
        println!("not judged: counted with {here}, the table with {there}");
        return Ok(());
    }
    ensure!(
        !flags.check || comparison.unknown.is_empty(),
        "rows without a counterpart: {}. Write the table anew: {WRITE}",
        comparison.unknown.join("; ")
    );
    ensure!(
        !flags.check || comparison.worse.is_empty(),
        "more instructions than {TOLERANCE} % above the table: {}. If it has to be: {WRITE}",
        comparison.worse.join("; ")
    );
    if !comparison.better.is_empty() {
        println!(
            "better than the table by more than {TOLERANCE} %: {}. Keep it: {WRITE}",
            comparison.better.join("; ")
        );
    }
    Ok(())
}

const WRITE: &str = "`cargo run --release -p fastjson-bench -- instructions --write`";

/// The counts beside those of the table.
#[derive(Debug, Default)]
struct Comparison {
    table: String,
    worse: Vec<String>,
    better: Vec<String>,
    /// Rows that only one side has.
    unknown: Vec<String>,
}

impl Comparison {
    fn new(recorded: &BTreeMap<String, u64>, found: &BTreeMap<String, u64>) -> Self {
        let mut this = Self::default();
        let missing = recorded.keys().filter(|row| !found.contains_key(*row));
        this.unknown.extend(missing.cloned());
        for (row, &count) in found {
            let Some(&before) = recorded.get(row) else {
                _ = writeln!(this.table, "{count:>12}      new  {row}");
                this.unknown.push(row.clone());
                continue;
            };
            let percent = (count as f64 / before as f64 - 1.0) * 100.0;
            _ = writeln!(this.table, "{count:>12} {percent:>+7.2} %  {row}");
            if percent > TOLERANCE {
                this.worse.push(format!("{row} ({percent:+.1} %)"));
            } else if percent < -TOLERANCE {
                this.better.push(format!("{row} ({percent:+.1} %)"));
            }
        }
        this
    }
}

/// What this executable's counts depend on beside the code.
fn basis(avx2: bool) -> Result<Basis> {
    Ok(Basis { rustc: machine::rustc_version()?, host: machine::host()?, avx2 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_judged_by_the_tolerance() {
        let table = |counts: &[(&str, u64)]| {
            counts
                .iter()
                .map(|(row, count)| ((*row).to_owned(), *count))
                .collect::<BTreeMap<_, _>>()
        };
        let recorded = table(&[("gone", 1), ("same", 1000), ("worse", 1000), ("better", 1000)]);
        let found = table(&[("same", 1029), ("worse", 1031), ("better", 969), ("new", 1)]);
        let comparison = Comparison::new(&recorded, &found);
        assert_eq!(comparison.unknown, ["gone", "new"]);
        assert_eq!(comparison.worse, ["worse (+3.1 %)"]);
        assert_eq!(comparison.better, ["better (-3.1 %)"]);
        assert_eq!(comparison.table.lines().count(), 4);
    }
}
