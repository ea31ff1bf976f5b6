//! The dependencies alone: a clean release build of a program that has no types.

use std::{collections::BTreeSet, fs, time::Duration};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::{
    build::{cargo, cpu_time},
    crates::{Library, Workspace},
};
use crate::machine;

/// What they cost.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Dependencies {
    pub(super) seconds: f64,
    /// How many packages were compiled, the program left out.
    pub(super) crates: usize,
}

const CLEAN: &str = "clean";

/// A line of cargo's.
#[derive(Deserialize)]
struct Message {
    reason: String,
    #[serde(default)]
    package_id: String,
}

/// Builds them from nothing.
pub(super) fn of(workspace: &Workspace, library: Library) -> Result<Dependencies> {
    let folder = workspace.folder.join(CLEAN);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    let package = workspace.package(library, "empty");
    let mut printed = String::new();
    let time: Duration = cpu_time(|| {
        let mut command = cargo(workspace, CLEAN);
        command.args(["build", "--release", "--offline", "--message-format", "json"]);
        printed = machine::output(command.args(["--package", &package]))?;
        Ok(())
    })?;
    let mut packages = BTreeSet::new();
    for line in printed.lines() {
        let message: Message = serde_json::from_str(line)?;
        if message.reason == "compiler-artifact" {
            packages.insert(message.package_id);
        }
    }
    Ok(Dependencies { seconds: time.as_secs_f64(), crates: packages.len().saturating_sub(1) })
}
