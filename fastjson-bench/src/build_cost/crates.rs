//! The generated crates: members of one workspace in the target folder, with the versions of this repository's lock file.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::Serialize;

use super::{build, types::Shape};

/// What a crate is built with.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(super) enum Library {
    Fastjson,
    /// Without its derive, as code that was generated ahead of time needs it.
    FastjsonAlone,
    Serde,
    Miniserde,
}

impl fmt::Display for Library {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fastjson => "fastjson",
            Self::FastjsonAlone => "fastjson without its derive",
            Self::Serde => "serde + serde_json",
            Self::Miniserde => "miniserde",
        })
    }
}

impl Library {
    /// The beginning of the names of its packages.
    fn prefix(self) -> &'static str {
        match self {
            Self::Fastjson => "fastjson",
            Self::FastjsonAlone => "alone",
            Self::Serde => "serde",
            Self::Miniserde => "miniserde",
        }
    }

    /// Whether it can derive for this: miniserde knows no data enums.
    pub(super) fn has(self, shape: Shape) -> bool {
        match self {
            Self::Fastjson | Self::Serde => true,
            Self::Miniserde => shape == Shape::Structs,
            Self::FastjsonAlone => false,
        }
    }

    fn dependencies(self) -> String {
        let fastjson = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("fastjson");
        match self {
            Self::Fastjson => format!("fastjson = {{ path = {fastjson:?} }}\n"),
            Self::FastjsonAlone => {
                format!(
                    "fastjson = {{ path = {fastjson:?}, default-features = false, features = [\"std\"] }}\n"
                )
            }
            Self::Serde => {
                "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n"
                    .to_owned()
            }
            Self::Miniserde => "miniserde = \"0.1\"\n".to_owned(),
        }
    }
}

/// All generated crates.
pub(super) struct Workspace {
    /// Holds the workspace and, beside it, what is built.
    pub(super) folder: PathBuf,
    members: Vec<(Library, String)>,
}

impl Workspace {
    /// An empty one; what an earlier run has built stays.
    pub(super) fn create(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("Cargo.lock");
        // Cargo takes the versions from it and drops what is not needed.
        fs::copy(&lock, folder.join("Cargo.lock"))
            .with_context(|| format!("copying {}", lock.display()))?;
        Ok(Self { folder: folder.to_owned(), members: Vec::new() })
    }

    /// Writes a crate.
    pub(super) fn add(&mut self, library: Library, name: &str, source: &str) -> Result<()> {
        let package = self.package(library, name);
        let folder = self.folder.join(&package);
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"{package}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n{}",
            library.dependencies()
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::write(folder.join("src/main.rs"), source)?;
        self.members.push((library, package));
        Ok(())
    }

    /// Writes the workspace, and finds out whether miniserde can be had: it is no dependency of this repository, and
    /// where there is no registry the comparison goes on without it.
    pub(super) fn resolve(
        &mut self,
        libraries: &mut Vec<Library>,
        notes: &mut Vec<String>,
    ) -> Result<()> {
        self.write()?;
        let Err(error) = build::resolve(self) else { return Ok(()) };
        notes.push(format!("miniserde is left out, for its package cannot be had: {error:#}"));
        libraries.retain(|library| *library != Library::Miniserde);
        self.members.retain(|(library, _)| *library != Library::Miniserde);
        self.write()?;
        build::resolve(self)
    }

    fn write(&self) -> Result<()> {
        let members: Vec<&str> = self.members.iter().map(|(_, name)| name.as_str()).collect();
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n");
        fs::write(self.folder.join("Cargo.toml"), manifest)?;
        Ok(())
    }

    /// The name of a crate.
    pub(super) fn package(&self, library: Library, name: &str) -> String {
        format!("{}-{name}", library.prefix())
    }

    pub(super) fn source(&self, package: &str) -> PathBuf {
        self.folder.join(package).join("src/main.rs")
    }
}
