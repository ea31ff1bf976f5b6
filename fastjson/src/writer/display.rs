//! What a type displays, as a JSON string, without a temporary: every piece of it is escaped as it comes.

use core::fmt::{self, Write as _};

use super::Writer;
use crate::scan::{self, escape};

impl Writer<'_> {
    /// Writes what `value` displays as a JSON string.
    ///
    /// # Errors
    /// Those of the `Display` impl, which should have none.
    pub(crate) fn display(&mut self, value: &(impl fmt::Display + ?Sized)) -> fmt::Result {
        self.literal("\"");
        write!(Escaped(self), "{value}")?;
        self.literal("\"");
        Ok(())
    }
}

/// The inside of a JSON string.
struct Escaped<'r, 'w>(&'r mut Writer<'w>);

impl fmt::Write for Escaped<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        loop {
            let plain = scan::special(rest.as_bytes());
            self.0.literal(&rest[..plain]);
            let Some(&special) = rest.as_bytes().get(plain) else { return Ok(()) };
            let (bytes, n) = escape(special);
            bytes[..n]
                .iter()
                .for_each(|&byte| self.0.literal(char::from(byte).encode_utf8(&mut [0])));
            rest = &rest[plain + 1..];
        }
    }
}
