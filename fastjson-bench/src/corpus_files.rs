//! The corpora, as the crate jiter ships them: found by `cargo metadata` and decompressed
//! at run time, so that this repository holds no copy of them.

use std::{
    env,
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::machine;

/// The folder of jiter's package that holds the compressed corpora.
pub(crate) fn find() -> Result<PathBuf> {
    // Offline first: the build has fetched all of it, and a lock or a slow registry would
    // only delay the run. It fails where another member's test dependencies are missing.
    let metadata = metadata(&["--offline"])
        .or_else(|_| metadata(&[]))
        .context("the corpora are found through `cargo metadata`")?;
    let packages = metadata["packages"].as_array().context("`cargo metadata` lists no packages")?;
    let jiter = packages.iter().find(|package| package["name"] == "jiter");
    let manifest = jiter
        .and_then(|package| package["manifest_path"].as_str())
        .context("`cargo metadata` does not list the package jiter")?;
    let folder = Path::new(manifest).with_file_name("benches").join("data");
    Ok(folder)
}

fn metadata(extra: &[&str]) -> Result<Value> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let text = machine::output(
        Command::new(cargo)
            .args(["metadata", "--format-version", "1", "--filter-platform"])
            .arg(machine::host()?)
            .arg("--manifest-path")
            .arg(manifest)
            .args(extra),
    )?;
    serde_json::from_str(&text).context("`cargo metadata` printed something else than JSON")
}

/// Decompresses `NAME.json.xz`.
pub(crate) fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(format!("{name}.json.xz"));
    let describe = || format!("the corpus {}", path.display());
    let file = File::open(&path).with_context(describe)?;
    let mut text = Vec::new();
    lzma_rs::xz_decompress(&mut BufReader::new(file), &mut text)
        .map_err(|error| anyhow::anyhow!("{error:?}"))
        .with_context(describe)?;
    Ok(text)
}
