//! How many bytes of source a derive writes for a struct of three fields: what the compiler prints of the expanded crate,
//! less what it prints of the same crate without the derive. All libraries are printed by the same printer.

use anyhow::{Context, Result};

use super::{
    build::cargo,
    crates::{Library, Workspace},
};
use crate::machine;

/// The bytes for one library.
pub(super) fn of_three_fields(workspace: &Workspace, library: Library) -> Result<usize> {
    let derived = expanded(workspace, &workspace.package(library, "derived3"))?;
    let plain = expanded(workspace, &workspace.package(library, "plain3"))?;
    derived.checked_sub(plain).context("the expansion is shorter than the source")
}

/// A stable compiler prints expansions only where it is told to be its own bootstrap.
fn expanded(workspace: &Workspace, package: &str) -> Result<usize> {
    let mut command = cargo(workspace, "expanded");
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["rustc", "--offline", "--profile", "check", "--package", package])
        .args(["--", "-Zunpretty=expanded"]);
    Ok(machine::output(&mut command).context("this compiler does not print expansions")?.len())
}
