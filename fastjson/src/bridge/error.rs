//! serde's errors as ours. serde's code does not know where it is: the deserializers give an error its place on the way out.

use alloc::string::ToString;
use core::fmt;

use serde_core::de::{self, Expected, Unexpected};
use serde_core::ser;

use crate::cursor::Cursor;
use crate::error::{Error, ErrorKind, Kind, nearest};

impl ser::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Error {
        Error::custom(message)
    }
}

impl de::Error for Error {
    #[cold]
    fn custom<T: fmt::Display>(message: T) -> Error {
        Error::custom(message)
    }

    #[cold]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Error {
        Error::foreign(ErrorKind::InvalidType, Mismatch { found, expected })
    }

    #[cold]
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Error {
        Error::foreign(ErrorKind::OutOfRange, Mismatch { found, expected })
    }

    #[cold]
    fn invalid_length(len: usize, expected: &dyn Expected) -> Error {
        Error::foreign(
            ErrorKind::InvalidLength,
            format_args!("wrong number of elements: {len} where {expected} is expected"),
        )
    }

    #[cold]
    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Error {
        Error::foreign(
            ErrorKind::UnknownVariant,
            Unknown { what: "variant", name: variant, expected },
        )
    }

    #[cold]
    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Error {
        Error::foreign(ErrorKind::UnknownField, Unknown { what: "field", name: field, expected })
    }

    #[cold]
    fn missing_field(field: &'static str) -> Error {
        Error::foreign(ErrorKind::MissingField, format_args!("missing field `{field}`"))
    }

    #[cold]
    fn duplicate_field(field: &'static str) -> Error {
        Error::foreign(ErrorKind::DuplicateField, format_args!("field `{field}` is given twice"))
    }
}

/// ``expected u8, found string `"a"` ``
struct Mismatch<'a> {
    found: Unexpected<'a>,
    expected: &'a dyn Expected,
}

impl fmt::Display for Mismatch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found ", self.expected)?;
        match self.found {
            Unexpected::Unit => f.write_str("`null`"),
            Unexpected::Map => f.write_str("an object"),
            Unexpected::Seq => f.write_str("an array"),
            found => found.fmt(f),
        }
    }
}

/// ``unknown field `prot`; did you mean `port`?``
struct Unknown<'a> {
    what: &'static str,
    name: &'a str,
    expected: &'static [&'static str],
}

impl fmt::Display for Unknown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown {} `{}`", self.what, self.name)?;
        nearest(f, self.name, self.expected)
    }
}

impl Cursor<'_> {
    /// Something else stands here than a visitor expects: another value, or no value at all.
    #[cold]
    #[inline(never)]
    pub(super) fn mismatch(&self, expected: &dyn Expected) -> Error {
        let err = self.expected("a value");
        match err.kind() {
            ErrorKind::InvalidType => {
                self.fail(Kind::Unexpected { expected: expected.to_string().into() }, self.offset())
            }
            _ => err,
        }
    }

    /// The visitor has left elements or members unread, the first of which stands here.
    #[cold]
    #[inline(never)]
    pub(super) fn unread(&self, message: &'static str) -> Error {
        Error::foreign(ErrorKind::InvalidLength, message).or_at(self.offset())
    }
}
