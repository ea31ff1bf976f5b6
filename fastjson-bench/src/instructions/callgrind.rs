//! Running this executable under callgrind, and reading what it dumps.

use std::{
    collections::BTreeMap,
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{self, Command},
};

use anyhow::{Context, Result, ensure};

use super::{
    basis,
    counted::{COUNTED, DONE},
    recorded::Recorded,
};
use crate::machine;

/// Rows of fewer instructions do not decode or encode: fields of decoded records are read.
const FEWEST: u64 = 10_000;

/// Which valgrind there is.
pub(super) fn version() -> Option<String> {
    machine::output(Command::new("valgrind").arg("--version")).ok()
}

/// A folder for the dumps that is removed in the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left over lies where temporary files do.
        _ = fs::remove_dir_all(&self.0);
    }
}

/// Counts all rows.
pub(super) fn count() -> Result<Recorded> {
    let executable = env::current_exe().context("the path of this executable")?.canonicalize()?;
    let folder = Folder(env::temp_dir().join(format!("fastjson-bench-{}", process::id())));
    fs::create_dir_all(&folder.0).with_context(|| folder.0.display().to_string())?;
    let mut file = OsString::from("--callgrind-out-file=");
    let dump = folder.0.join("dump");
    file.push(&dump);
    let printed = machine::output(
        Command::new("valgrind")
            .args(["--tool=callgrind", "--collect-atstart=no"])
            // Of one function callgrind keeps only one option.
            .arg(format!("--toggle-collect=*{COUNTED}*"))
            .arg(format!("--dump-before=*{DONE}*"))
            // Plain text: neither names nor positions refer to those of other lines.
            .args(["--compress-strings=no", "--compress-pos=no", "--dump-line=no"])
            .arg(file)
            .arg(&executable)
            .args(["instructions", "--counted"]),
    )?;
    let mut lines = printed.lines();
    let avx2 = lines.next().and_then(|line| line.parse().ok()).context("whether there is AVX2")?;
    let mut instructions = BTreeMap::new();
    for (index, row) in lines.enumerate() {
        let path = dump.with_extension((index + 1).to_string());
        let context = || format!("the dump of {row}, {}", path.display());
        let text = fs::read_to_string(&path).with_context(context)?;
        let count = own(&text, &executable).with_context(context)?;
        ensure!(count > 0, "{}: nothing was collected", context());
        if count >= FEWEST {
            let before = instructions.insert(row.to_owned(), count);
            ensure!(before.is_none(), "two rows are called {row}");
        }
    }
    Ok(Recorded { basis: basis(avx2)?, instructions })
}

/// How many of the instructions in a dump are the executable's own.
fn own(dump: &str, executable: &Path) -> Result<u64> {
    let mut is_own = false;
    let mut is_of_callee = false;
    let mut sum = 0;
    for line in dump.lines() {
        if let Some(object) = line.strip_prefix("ob=") {
            is_own = Path::new(object) == executable;
        } else if line.starts_with("calls=") {
            // The next line says what the call took, which is counted where it was taken.
            is_of_callee = true;
        } else if line.starts_with(|first: char| first.is_ascii_digit()) {
            if is_own && !is_of_callee {
                let (_, cost) = line.split_once(' ').context("a line without a cost")?;
                sum += cost.parse::<u64>().with_context(|| format!("the cost {cost:?}"))?;
            }
            is_of_callee = false;
        }
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_instructions_are_told_from_others() {
        let dump = "version: 1\npositions: line\nevents: Ir\nsummary: 1000\n\n\
            ob=/bin/bench\nfl=???\nfn=decode\n0 30\ncob=/lib/libc.so.6\ncfn=memcpy\ncalls=2 0\n0 500\n0 7\n\n\
            fn=other\n0 5\n\nob=/lib/libc.so.6\nfl=???\nfn=memcpy\n0 500\n\ntotals: 1000\n";
        assert_eq!(own(dump, Path::new("/bin/bench")).expect("a dump"), 42);
    }
}
