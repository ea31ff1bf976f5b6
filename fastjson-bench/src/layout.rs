//! How documents lie in texts: each in one of its own, or many in one, a line each.

use crate::{candidates::Candidate, documents::Document};

/// The layout of a row's texts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Layout {
    /// A text is a document.
    Single,
    /// A text is so many documents, each followed by a new line (NDJSON).
    Lines(usize),
}

impl Layout {
    /// How many documents there are in a text.
    pub(crate) fn per_text(self) -> usize {
        match self {
            Self::Single => 1,
            Self::Lines(count) => count,
        }
    }

    /// Decodes a text; `each` gets its documents, one by one.
    #[inline]
    pub(crate) fn decode<C: Candidate, T: Document>(
        self,
        candidate: &mut C,
        text: &[u8],
        mut each: impl FnMut(T),
    ) -> Result<(), C::Error> {
        match self {
            Self::Single => each(candidate.decode(text)?),
            Self::Lines(count) => candidate.decode_lines(text, count, each)?,
        }
        Ok(())
    }

    /// Encodes the documents of a text into a new vector.
    #[inline]
    pub(crate) fn encode<C: Candidate, T: Document>(
        self,
        candidate: &C,
        values: &[T],
    ) -> Result<Vec<u8>, C::Error> {
        match (self, values) {
            (Self::Single, [value]) => candidate.encode(value),
            _ => {
                let mut out = Vec::new();
                self.encode_into(candidate, values, &mut out)?;
                Ok(out)
            }
        }
    }

    /// Encodes the documents of a text into a vector that comes empty and keeps its capacity.
    #[inline]
    pub(crate) fn encode_into<C: Candidate, T: Document>(
        self,
        candidate: &C,
        values: &[T],
        out: &mut Vec<u8>,
    ) -> Result<(), C::Error> {
        if let (Self::Single, [value]) = (self, values) {
            return candidate.encode_into(value, out);
        }
        for value in values {
            candidate.encode_into(value, out)?;
            out.push(b'\n');
        }
        Ok(())
    }
}
