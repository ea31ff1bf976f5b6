//! [`Error`]: one word wide, built only in cold functions, and located only when it reaches the entrance.
//!
//! While decoding, an error is a kind, a byte offset and what was expected there. Line, column and path are computed from the text
//! by `locate.rs` when the error leaves `from_slice` and its like, so no hot code ever counts lines or pushes names. What was found and
//! the excerpt are made when they are shown.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::key::{Keys, Variants};
use crate::locate::Place;
use crate::options::MAX_DEPTH;

/// A `Result` whose error is [`Error`].
///
/// ```
/// fn ports(text: &str) -> fastjson::Result<Vec<u16>> {
///     fastjson::from_str(text)
/// }
/// assert_eq!(ports("[80]")?, [80]);
/// # Ok::<(), fastjson::Error>(())
/// ```
pub type Result<T> = core::result::Result<T, Error>;

/// Why a value could not be decoded or encoded, and where.
///
/// `Display` is one line; [`render`](Error::render) shows the text with a caret.
///
/// ```
/// let err = fastjson::from_str::<Vec<u8>>("[1,\n 300]").unwrap_err();
/// assert_eq!((err.line(), err.column(), err.offset()), (2, 2, 5));
/// assert_eq!(err.path(), "$[1]");
/// assert_eq!(err.to_string(), "number `300` is out of range for u8 at line 2 column 2, $[1]");
/// assert_eq!(
///     err.render(),
///     "\
/// error: number `300` is out of range for u8
///  --> line 2, column 2, at $[1]
///   |
/// 2 |  300]
///   |  ^^^
/// ",
/// );
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: Kind,
    /// Byte offset into the input; `NOWHERE` until someone knows it.
    offset: usize,
    /// Filled in at the entrance.
    place: Option<Place>,
}

/// The offset of an error that was made without a cursor.
const NOWHERE: usize = usize::MAX;

/// What went wrong, with what is needed to say it. Texts are made only on display.
#[derive(Debug)]
pub(crate) enum Kind {
    /// The text ends inside a value.
    Eof { expected: &'static str },
    /// A byte that no JSON has here.
    Syntax { expected: &'static str },
    /// A control character inside a string.
    ControlCharacter,
    /// An escape sequence that JSON does not have.
    Escape,
    /// A `\u` escape of half a surrogate pair.
    LoneSurrogate,
    /// The input is not UTF-8.
    Utf8,
    /// More text after the value.
    Trailing,
    /// A value of another type than expected.
    Type { expected: &'static str },
    /// A value of the right type that the target cannot hold.
    Range { target: &'static str },
    /// An array or tuple of the wrong length.
    Length { name: &'static str, expected: usize, at_least: bool },
    /// Fields that the type needs and the object lacks.
    Missing { type_name: &'static str, fields: Box<[&'static str]> },
    /// A member that the type denies.
    UnknownField { keys: &'static Keys },
    /// A variant that the enum lacks.
    UnknownVariant { variants: &'static Variants },
    /// A value that is none of the variants of an untagged enum.
    NoVariant { name: &'static str },
    /// The same field twice.
    Duplicate { field: &'static str },
    /// Too many levels, or too much stack.
    Depth { limit: &'static str },
    /// A value with no JSON form.
    Unsupported(Cow<'static, str>),
    /// Said by a hand-written impl.
    Custom(Box<str>),
    /// Another value than a serde visitor expects.
    #[cfg(feature = "serde")]
    Unexpected { expected: Box<str> },
    /// Said by code that knows only serde's traits.
    #[cfg(feature = "serde")]
    Foreign { class: ErrorKind, message: Box<str> },
    /// Said by the reader or the sink.
    #[cfg(feature = "std")]
    Io(std::io::Error),
}

/// The classes of [`Error`].
///
/// ```
/// use fastjson::ErrorKind;
/// let kind = |text: &str| fastjson::from_str::<[u8; 2]>(text).unwrap_err().kind();
/// assert_eq!(kind("[1, 2"), ErrorKind::UnexpectedEnd);
/// assert_eq!(kind("[1; 2]"), ErrorKind::Syntax);
/// assert_eq!(kind("[1, true]"), ErrorKind::InvalidType);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text ends inside a value.
    UnexpectedEnd,
    /// The text is not JSON.
    Syntax,
    /// The input is not UTF-8.
    InvalidUtf8,
    /// More text follows the value.
    TrailingCharacters,
    /// A value of another type than expected.
    InvalidType,
    /// A value of the right type that does not fit.
    OutOfRange,
    /// An array or tuple of the wrong length.
    InvalidLength,
    /// A required field is missing.
    MissingField,
    /// A field that the type denies.
    UnknownField,
    /// A variant that the enum lacks.
    UnknownVariant,
    /// The same field twice.
    DuplicateField,
    /// Nested too deeply.
    RecursionLimit,
    /// A value with no JSON form.
    Unsupported,
    /// A message of a hand-written impl.
    Custom,
    /// The reader or the sink failed.
    Io,
}

impl Error {
    #[cold]
    #[inline(never)]
    pub(crate) fn new(kind: Kind, offset: usize) -> Error {
        Error(Box::new(Inner { kind, offset, place: None }))
    }

    /// An error with a message of one's own.
    ///
    /// While decoding, prefer [`Cursor::error_at`](crate::Cursor::error_at), which knows the place; an error made here is placed
    /// where decoding stopped.
    ///
    /// ```
    /// let err = fastjson::Error::custom("no such customer");
    /// assert_eq!(err.to_string(), "no such customer");
    /// ```
    #[cold]
    pub fn custom(message: impl fmt::Display) -> Error {
        Error::new(Kind::Custom(message.to_string().into()), NOWHERE)
    }

    /// A value that has no JSON form, while encoding.
    #[cold]
    pub(crate) fn unsupported(message: impl Into<Cow<'static, str>>) -> Error {
        Error::new(Kind::Unsupported(message.into()), NOWHERE)
    }

    /// An encoder's own recursion limit.
    #[cold]
    pub(crate) fn encode_depth() -> Error {
        Error::new(Kind::Depth { limit: "stack" }, NOWHERE)
    }

    /// The same error again, for another reason: its memory is kept.
    #[cold]
    pub(crate) fn renew(mut self, kind: Kind, offset: usize) -> Error {
        *self.0 = Inner { kind, offset, place: None };
        self
    }

    /// The byte offset, or `other` if it is not known.
    pub(crate) fn offset_or(&self, other: usize) -> usize {
        if self.0.offset == NOWHERE { other } else { self.0.offset }
    }

    /// How many fields are missing, if that is the error.
    pub(crate) fn lacking(&self) -> Option<u32> {
        match &self.0.kind {
            Kind::Missing { fields, .. } => u32::try_from(fields.len()).ok(),
            _ => None,
        }
    }

    /// Puts an error that does not know its place at `offset`.
    #[cold]
    pub(crate) fn or_at(mut self, offset: usize) -> Error {
        if self.0.offset == NOWHERE {
            self.0.offset = offset;
        }
        self
    }

    /// Whether the text was the reason, so that another type might do; not its nesting, the stack, or a reader.
    pub(crate) fn is_about_value(&self) -> bool {
        !matches!(self.0.kind, Kind::Depth { .. }) && !self.is_io()
    }

    /// An error that serde's code makes without a cursor.
    #[cfg(feature = "serde")]
    #[cold]
    pub(crate) fn foreign(class: ErrorKind, message: impl fmt::Display) -> Error {
        Error::new(Kind::Foreign { class, message: message.to_string().into() }, NOWHERE)
    }

    /// Computes line, column and path, and keeps what stands around. `value` is where the value begins that the path leads into, `here` where decoding stopped,
    /// for errors that do not know their place.
    #[cold]
    #[inline(never)]
    pub(crate) fn locate(mut self, text: &[u8], value: usize, here: usize) -> Error {
        if self.0.place.is_none() {
            if self.0.offset == NOWHERE {
                self.0.offset = here;
            }
            self.0.place = Some(Place::find(text, value, self.0.offset));
        }
        self
    }

    /// The class of the error. An example stands at [`ErrorKind`].
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self.0.kind {
            Kind::Eof { .. } => ErrorKind::UnexpectedEnd,
            Kind::Syntax { .. } | Kind::ControlCharacter | Kind::Escape | Kind::LoneSurrogate => {
                ErrorKind::Syntax
            }
            Kind::Utf8 => ErrorKind::InvalidUtf8,
            Kind::Trailing => ErrorKind::TrailingCharacters,
            Kind::Type { .. } => ErrorKind::InvalidType,
            Kind::Range { .. } => ErrorKind::OutOfRange,
            Kind::Length { .. } => ErrorKind::InvalidLength,
            Kind::Missing { .. } => ErrorKind::MissingField,
            Kind::UnknownField { .. } => ErrorKind::UnknownField,
            Kind::UnknownVariant { .. } | Kind::NoVariant { .. } => ErrorKind::UnknownVariant,
            Kind::Duplicate { .. } => ErrorKind::DuplicateField,
            Kind::Depth { .. } => ErrorKind::RecursionLimit,
            Kind::Unsupported(_) => ErrorKind::Unsupported,
            Kind::Custom(_) => ErrorKind::Custom,
            #[cfg(feature = "serde")]
            Kind::Unexpected { .. } => ErrorKind::InvalidType,
            #[cfg(feature = "serde")]
            Kind::Foreign { class, .. } => class,
            #[cfg(feature = "std")]
            Kind::Io(_) => ErrorKind::Io,
        }
    }

    /// The line, from 1 (an example stands at [`Error`]); 0 when the error has no place in a text (most errors of encoding and of I/O).
    #[must_use]
    pub fn line(&self) -> usize {
        self.0.place.as_ref().map_or(0, |place| place.line)
    }

    /// The column, in characters from 1; 0 when the error has no place in a text.
    ///
    /// ```
    /// let err = fastjson::from_str::<[&str; 2]>(r#"["é", x]"#).unwrap_err();
    /// assert_eq!((err.column(), err.offset()), (7, 7));
    /// ```
    #[must_use]
    pub fn column(&self) -> usize {
        self.0.place.as_ref().map_or(0, |place| place.column)
    }

    /// The byte offset of the value or key at fault; 0 when the error has no place in a text. An example stands at [`Error`].
    #[must_use]
    pub fn offset(&self) -> usize {
        if self.0.offset == NOWHERE { 0 } else { self.0.offset }
    }

    /// Where in the document: `$.statuses[3].user.id`; empty when the error has no place in a text.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// let err = fastjson::from_str::<BTreeMap<&str, Vec<u8>>>(r#"{"ids": [1, "2"]}"#).unwrap_err();
    /// assert_eq!(err.path(), "$.ids[1]");
    /// ```
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.place.as_ref().map_or("", |place| &place.path)
    }

    /// Whether the text ended too early: more input may make it valid.
    ///
    /// ```
    /// assert!(fastjson::from_str::<Vec<u8>>("[1, 2").unwrap_err().is_eof());
    /// ```
    #[must_use]
    pub fn is_eof(&self) -> bool {
        self.kind() == ErrorKind::UnexpectedEnd
    }

    /// Whether the text is not JSON, or is nested too deeply to tell.
    ///
    /// ```
    /// assert!(fastjson::from_str::<Vec<u8>>("[1; 2]").unwrap_err().is_syntax());
    /// ```
    #[must_use]
    pub fn is_syntax(&self) -> bool {
        matches!(
            self.kind(),
            ErrorKind::Syntax
                | ErrorKind::InvalidUtf8
                | ErrorKind::TrailingCharacters
                | ErrorKind::RecursionLimit
        )
    }

    /// Whether the text is JSON, but not of the type that was asked for.
    ///
    /// ```
    /// assert!(fastjson::from_str::<Vec<u8>>("[1, null]").unwrap_err().is_data());
    /// ```
    #[must_use]
    pub fn is_data(&self) -> bool {
        !self.is_eof() && !self.is_syntax() && !self.is_io()
    }

    /// Whether reading or writing failed.
    ///
    /// ```
    /// let full: &mut [u8] = &mut [0; 3];
    /// assert!(fastjson::to_writer(full, "longer").unwrap_err().is_io());
    /// ```
    #[must_use]
    pub fn is_io(&self) -> bool {
        self.kind() == ErrorKind::Io
    }

    /// What is wrong, without the place that is printed behind it.
    ///
    /// ```
    /// let err = fastjson::from_str::<Vec<u8>>("[1, null]").unwrap_err();
    /// assert_eq!(err.message(), "expected u8, found `null`");
    /// assert_eq!(err.to_string(), "expected u8, found `null` at line 1 column 5, $[1]");
    /// ```
    #[must_use]
    pub fn message(&self) -> String {
        Message(&self.0).to_string()
    }

    /// Several lines: the message, the place, the line of the text and a caret under what is at fault.
    ///
    /// Without a place it is the message alone. An example stands at [`Error`].
    #[must_use]
    pub fn render(&self) -> String {
        let message = Message(&self.0);
        match &self.0.place {
            Some(place) => alloc::format!("error: {message}\n{place}"),
            None => alloc::format!("error: {message}\n"),
        }
    }
}

/// The message without the place.
struct Message<'a>(&'a Inner);

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = || match &self.0.place {
            Some(place) => place.found(),
            None => "something else".into(),
        };
        match &self.0.kind {
            Kind::Eof { expected } => write!(f, "the text ends where {expected} is expected"),
            Kind::Syntax { expected } | Kind::Type { expected } => {
                write!(f, "expected {expected}, found {}", found())
            }
            Kind::ControlCharacter => {
                f.write_str("a control character stands unescaped in a string")
            }
            Kind::Escape => f.write_str("not an escape sequence of JSON"),
            Kind::LoneSurrogate => f.write_str("half a surrogate pair stands alone"),
            Kind::Utf8 => f.write_str("the input is not valid UTF-8"),
            Kind::Trailing => write!(f, "the value is followed by more text: {}", found()),
            Kind::Range { target } => write!(f, "{} is out of range for {target}", found()),
            Kind::Length { name, expected, at_least } => {
                let bound = if *at_least { "at least " } else { "" };
                // Behind the tag of a unit variant there is nothing with a name.
                let name = if name.is_empty() { "this variant" } else { name };
                write!(f, "wrong number of elements: {name} takes {bound}{expected}")
            }
            Kind::Missing { type_name, fields } => {
                let s = if fields.len() == 1 { "" } else { "s" };
                write!(f, "missing field{s} ")?;
                list(f, fields.iter().copied())?;
                write!(f, " of {type_name}")
            }
            Kind::UnknownField { keys } => {
                let found = found();
                let name = name_in(&found);
                write!(f, "unknown field `{name}` of {}", keys.name)?;
                let mut names = Vec::new();
                keys.push_names(&mut names);
                nearest(f, name, &names)
            }
            Kind::UnknownVariant { variants } => {
                let found = found();
                let name = name_in(&found);
                write!(f, "unknown variant `{name}` of {}", variants.name)?;
                let names = variants.bare.iter().chain(variants.table.rows);
                let names: Vec<_> = names.map(|&(name, _)| name).collect();
                nearest(f, name, &names)
            }
            Kind::NoVariant { name } => write!(f, "{} is no variant of {name}", found()),
            Kind::Duplicate { field } => write!(f, "field `{field}` is given twice"),
            Kind::Depth { limit: "levels" } => {
                write!(f, "nested too deeply: the limit is {MAX_DEPTH} levels")
            }
            Kind::Depth { limit } => write!(f, "nested too deeply for the {limit}"),
            Kind::Unsupported(message) => f.write_str(message),
            Kind::Custom(message) => f.write_str(message),
            #[cfg(feature = "serde")]
            Kind::Unexpected { expected } => write!(f, "expected {expected}, found {}", found()),
            #[cfg(feature = "serde")]
            Kind::Foreign { message, .. } => f.write_str(message),
            #[cfg(feature = "std")]
            Kind::Io(err) => err.fmt(f),
        }
    }
}

/// `a`, `b`, `c`
fn list<'a>(f: &mut fmt::Formatter<'_>, names: impl Iterator<Item = &'a str>) -> fmt::Result {
    for (i, name) in names.enumerate() {
        let comma = if i == 0 { "" } else { ", " };
        write!(f, "{comma}`{name}`")?;
    }
    Ok(())
}

/// The name between the quotes of a found string.
fn name_in(found: &str) -> &str {
    found.split_once('"').map_or(found, |(_, rest)| rest).trim_end_matches(['"', '`'])
}

/// The known name that the found one was probably meant to be, or the names there are when these are few.
pub(crate) fn nearest(
    f: &mut fmt::Formatter<'_>,
    found: &str,
    names: &[&'static str],
) -> fmt::Result {
    let lower = found.to_lowercase();
    let distance = |name: &str| edit_distance(&lower, &name.to_lowercase());
    let best = names.iter().map(|name| (distance(name), name)).min();
    if let Some((distance, name)) = best
        && distance <= name.len().max(found.len()) / 3
    {
        write!(f, "; did you mean `{name}`?")
    } else if (1..=8).contains(&names.len()) {
        f.write_str("; known are ")?;
        list(f, names.iter().copied())
    } else {
        Ok(())
    }
}

/// How many insertions, deletions, substitutions and swaps of neighbours lead from `a` to `b`, in characters: Levenshtein's
/// distance with F. J. Damerau's swaps ("A technique for computer detection and correction of spelling errors", 1964), each
/// stretch edited once. Names beyond 64 characters are not compared.
fn edit_distance(a: &str, b: &str) -> usize {
    const MAX: usize = 64;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len() > MAX || b.len() > MAX {
        return usize::MAX;
    }
    // The rows of the table for `i - 1` and `i` characters of `a`.
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut next = alloc::vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let substituted = row[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            next[j] = substituted.min(row[j] + 1).min(next[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                next[j] = next[j].min(before[j - 2] + 1);
            }
        }
        before = core::mem::replace(&mut row, next);
    }
    row[b.len()]
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message(&self.0).fmt(f)?;
        match &self.0.place {
            Some(place) => {
                write!(f, " at line {} column {}, {}", place.line, place.column, place.path)
            }
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.0.kind {
            #[cfg(feature = "std")]
            Kind::Io(err) => Some(err),
            _ => None,
        }
    }
}

#[cfg(feature = "std")]
impl From<std::io::Error> for Error {
    #[cold]
    fn from(err: std::io::Error) -> Error {
        Error::new(Kind::Io(err), NOWHERE)
    }
}

#[cfg(feature = "std")]
impl From<Error> for std::io::Error {
    /// The I/O error itself if it was one; else `UnexpectedEof` or `InvalidData` around this error.
    fn from(err: Error) -> std::io::Error {
        use std::io::ErrorKind as Io;
        if let Kind::Io(inner) = err.0.kind {
            return inner;
        }
        let kind = if err.is_eof() { Io::UnexpectedEof } else { Io::InvalidData };
        std::io::Error::new(kind, err)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_one_word_and_crosses_threads() {
        fn sendable<T: Send + Sync + 'static>() {}
        sendable::<Error>();
        assert_eq!(size_of::<Result<()>>(), size_of::<usize>());
    }

    #[test]
    fn distances() {
        for (a, b, distance) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("name", "nmae", 1),
            ("port", "prot", 1),
            ("abcd", "badc", 2),
            ("user", "users", 1),
        ] {
            assert_eq!(edit_distance(a, b), distance, "{a} {b}");
        }
    }
}
