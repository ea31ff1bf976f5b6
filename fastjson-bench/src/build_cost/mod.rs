//! To come.
#[derive(Debug, clap::Args)]
pub(crate) struct Flags {}
pub(crate) fn run(_: &Flags) -> anyhow::Result<()> {
    Ok(())
}
