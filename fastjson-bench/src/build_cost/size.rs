//! How much machine code a program has.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use object::{Object, ObjectSection, SectionKind};

/// The bytes of the sections that hold code, of which an ELF program has most in `.text`.
pub(super) fn of_code(program: &Path) -> Result<u64> {
    let context = || format!("reading {}", program.display());
    let data = fs::read(program).with_context(context)?;
    let file = object::File::parse(&*data).with_context(context)?;
    let text = file.section_by_name(".text").or_else(|| file.section_by_name("__text"));
    match text {
        Some(text) => Ok(text.size()),
        None => {
            let code = file.sections().filter(|section| section.kind() == SectionKind::Text);
            Ok(code.map(|section| section.size()).sum())
        }
    }
}
