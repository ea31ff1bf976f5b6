//! The committed table of counts.

use std::{collections::BTreeMap, fmt, fs, path::PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// What is counted, and on what the counts depend.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Recorded {
    #[serde(flatten)]
    pub(super) basis: Basis,
    /// By row, of one pass.
    pub(super) instructions: BTreeMap<String, u64>,
}

/// What the counts depend on beside the code.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Basis {
    pub(super) rustc: String,
    pub(super) host: String,
    /// Whether there is AVX2, which the check of UTF-8 uses, also under valgrind. (It knows nothing beyond.)
    pub(super) avx2: bool,
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rustc, host, avx2 } = self;
        write!(f, "{rustc}, {host}, {}", if *avx2 { "AVX2" } else { "no AVX2" })
    }
}

fn path() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "instructions.json"].iter().collect()
}

/// Reads the table.
pub(super) fn read() -> Result<Recorded> {
    let path = path();
    let context = || path.display().to_string();
    let text = fs::read_to_string(&path).with_context(context)?;
    serde_json::from_str(&text).with_context(context)
}

/// Writes the table.
pub(super) fn write(recorded: &Recorded) -> Result<()> {
    let path = path();
    let text = serde_json::to_string_pretty(recorded)? + "\n";
    fs::write(&path, text).with_context(|| path.display().to_string())?;
    println!("{} rows are written to {}", recorded.instructions.len(), path.display());
    Ok(())
}
