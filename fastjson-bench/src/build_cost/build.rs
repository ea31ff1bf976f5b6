//! Runs cargo on the generated crates, and measures it.

use std::{
    env,
    ffi::OsString,
    fmt, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, SystemTime},
};

use anyhow::{Context, Result, ensure};

use super::crates::Workspace;
use crate::machine;

/// A kind of build.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    Check,
    Debug,
    Release,
}

impl Step {
    pub(super) const ALL: [Step; 3] = [Step::Check, Step::Debug, Step::Release];

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Step::Check => &["check"],
            Step::Debug => &["build"],
            Step::Release => &["build", "--release"],
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Step::Check => "check",
            Step::Debug => "debug",
            Step::Release => "release",
        })
    }
}

/// Cargo in the workspace, with nothing of this program's own build in its environment.
pub(super) fn cargo(workspace: &Workspace, target: &str) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let own = |name: &OsString| {
        let name = name.to_string_lossy();
        name.starts_with("CARGO_PKG_")
            || name.starts_with("CARGO_MANIFEST_")
            || name == "LD_LIBRARY_PATH"
    };
    for (name, _) in env::vars_os().filter(|(name, _)| own(name)) {
        command.env_remove(name);
    }
    command
        .current_dir(&workspace.folder)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", workspace.folder.join(target));
    command
}

/// Chooses versions and fetches what is missing.
pub(super) fn resolve(workspace: &Workspace) -> Result<()> {
    machine::output(cargo(workspace, WARM).arg("fetch")).map(drop)
}

/// The target folder whose dependencies are built.
const WARM: &str = "target";

impl Workspace {
    /// Builds a crate, if it is not built.
    pub(super) fn run(&self, package: &str, step: Step) -> Result<()> {
        let mut command = cargo(self, WARM);
        command.args(step.arguments()).args(["--offline", "--package", package]);
        machine::output(&mut command).map(drop)
    }

    /// Builds a crate as if it had changed; the CPU time of that alone.
    pub(super) fn rebuild(&self, package: &str, step: Step) -> Result<Duration> {
        let source = fs::File::options().append(true).open(self.source(package))?;
        source.set_modified(SystemTime::now())?;
        let all = cpu_time(|| self.run(package, step))?;
        let nothing = cpu_time(|| self.run(package, step))?;
        Ok(all.saturating_sub(nothing))
    }

    /// Where the release build of a crate is.
    pub(super) fn program(&self, package: &str) -> Result<PathBuf> {
        self.run(package, Step::Release)?;
        let name = format!("{package}{}", env::consts::EXE_SUFFIX);
        Ok(self.folder.join(WARM).join("release").join(name))
    }
}

/// The CPU time that the processes take which `work` starts and waits for.
pub(super) fn cpu_time(work: impl FnOnce() -> Result<()>) -> Result<Duration> {
    let before = children()?;
    work()?;
    Ok(children()?.saturating_sub(before))
}

#[cfg(unix)]
fn children() -> Result<Duration> {
    use nix::sys::{
        resource::{UsageWho, getrusage},
        time::TimeValLike,
    };
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let time = usage.user_time() + usage.system_time();
    Ok(Duration::from_micros(time.num_microseconds().unsigned_abs()))
}

/// Where the time of child processes cannot be asked for portably, all time counts.
#[cfg(not(unix))]
fn children() -> Result<Duration> {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    Ok(START.get_or_init(std::time::Instant::now).elapsed())
}

/// Runs a built program, which counts the documents whose text came back.
pub(super) fn round_trips(program: &Path) -> Result<u64> {
    let printed = machine::output(&mut Command::new(program))?;
    let count = printed.strip_suffix(" round trips").and_then(|count| count.parse().ok());
    let count = count.with_context(|| format!("{} prints {printed:?}", program.display()))?;
    ensure!(count > 0, "{} made no round trip", program.display());
    Ok(count)
}
