//! What the writer says of values that have no form, and what it keeps of their errors. Cold, all of it.

use super::Writer;
use crate::error::{Error, Result};

impl Writer<'_> {
    /// Keeps the error of a value, unless another one is kept.
    #[cold]
    #[inline(never)]
    pub(super) fn fail(&mut self, err: Error) {
        if self.kept.is_none() {
            self.kept = Some(err);
            self.stack.toggle();
        }
    }

    /// Returns the error that is kept, if there is one: whoever gets it may go on.
    #[cold]
    #[inline(never)]
    pub(super) fn recover(&mut self) -> Result<()> {
        match self.kept.take() {
            Some(err) => {
                self.stack.toggle();
                Err(err)
            }
            None => Ok(()),
        }
    }
}

/// The error of a variant that is skipped and has to be written all the same.
#[cold]
#[must_use]
pub fn skipped_variant(of: &str, variant: &str) -> Error {
    Error::unsupported(alloc::format!(
        "the variant `{of}::{variant}` is skipped, it has no JSON form"
    ))
}

/// The error of a variant of another crate's type that its definition does not have.
#[cold]
#[must_use]
pub fn unlisted_variant(of: &str) -> Error {
    Error::unsupported(alloc::format!(
        "the definition `{of}` does not have this variant, it has no JSON form"
    ))
}
