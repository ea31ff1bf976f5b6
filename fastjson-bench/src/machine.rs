//! What the figures depend on: the compiler, the processor, and the core the process is
//! pinned to.

use std::{env, fs, process::Command};

use anyhow::{Context, Result, ensure};
use serde::Serialize;

/// The machine as the report names it.
#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    /// `rustc --version`, or why it is not known.
    pub(crate) rustc: String,
    /// The processor's name.
    pub(crate) cpu: String,
    /// The core, or why the process is not pinned.
    pub(crate) pinned: String,
    /// Whether the compiler optimized; the figures of a debug build mean nothing.
    pub(crate) optimized: bool,
}

/// Pins this thread to one core and describes the machine.
pub(crate) fn prepare() -> Machine {
    describe(pin().unwrap_or_else(|why| format!("not pinned: {why}")))
}

/// Describes the machine for work on all of its cores.
pub(crate) fn unpinned() -> Machine {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    describe(format!("not pinned, {cores} cores"))
}

fn describe(pinned: String) -> Machine {
    Machine {
        rustc: rustc_version().unwrap_or_else(|error| format!("unknown ({error:#})")),
        cpu: cpu_name(),
        pinned,
        optimized: !cfg!(debug_assertions),
    }
}

/// The last core: interrupts and other people's work tend to sit on the first.
fn pin() -> Result<String, &'static str> {
    let cores = core_affinity::get_core_ids().ok_or("the cores cannot be listed")?;
    let core = *cores.last().ok_or("no core is allowed")?;
    if !core_affinity::set_for_current(core) {
        return Err("the system refused");
    }
    Ok(format!("pinned to core {} of {}", core.id, cores.len()))
}

/// `rustc --version`.
pub(crate) fn rustc_version() -> Result<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    output(Command::new(rustc).arg("--version"))
}

/// The triple this machine builds for, as `cargo metadata --filter-platform` wants it.
pub(crate) fn host() -> Result<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = output(Command::new(rustc).arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("`rustc -vV` names no host")
}

/// Runs a command and returns what it prints.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let name = format!("{command:?}");
    let output = command.output().with_context(|| format!("cannot run {name}"))?;
    ensure!(
        output.status.success(),
        "{name} failed:\n{}",
        String::from_utf8_lossy(&output.stderr).trim_end(),
    );
    let text = String::from_utf8(output.stdout).with_context(|| format!("{name}: not text"))?;
    Ok(text.trim_end().to_owned())
}

fn cpu_name() -> String {
    let linux = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    linux
        .or_else(|| output(Command::new("sysctl").args(["-n", "machdep.cpu.brand_string"])).ok())
        .unwrap_or_else(|| format!("unknown {}", env::consts::ARCH))
}
