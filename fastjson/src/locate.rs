//! Where an offset is: line, column, path, what stands there, and an excerpt. Computed from the text after the fact.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

/// A place in a text, described.
#[derive(Debug)]
pub(crate) struct Place {
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
    /// `$.statuses[3].user.id`
    pub(crate) path: String,
    /// What stands there: ``string `"abc"` ``, `an object`, `the end of the text`.
    pub(crate) found: String,
    /// The part of the line around the offset, fit to print.
    excerpt: String,
    /// Characters of the excerpt before the caret.
    indent: usize,
    /// Characters under the caret, at least 1.
    width: usize,
}

/// Excerpts keep at most this many characters on either side of the offset.
const EXCERPT: usize = 60;
/// Texts quoted in messages are cut after this many characters.
const QUOTE: usize = 40;
/// Paths longer than this keep their beginning and their end.
const PATH: usize = 160;

impl Place {
    /// Describes `offset`, which may be the end of the text. The text before it may be anything; the path leads from the value that begins
    /// at `value`, since other values may stand before it.
    pub(crate) fn find(text: &[u8], value: usize, offset: usize) -> Place {
        let offset = offset.min(text.len());
        let before = &text[..offset];
        let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
        let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
        let column = String::from_utf8_lossy(&text[line_start..offset]).chars().count() + 1;

        let rest = &text[offset..];
        let token = token(rest);
        let line_end = rest.iter().position(|&b| b == b'\n').map_or(text.len(), |i| offset + i);
        let head = String::from_utf8_lossy(&text[line_start..offset]);
        let tail = String::from_utf8_lossy(&text[offset..line_end]);
        let cut = head.chars().count().saturating_sub(EXCERPT);
        let mut excerpt = String::new();
        if cut > 0 {
            excerpt.push('…');
        }
        excerpt.extend(head.chars().skip(cut).map(printable));
        let indent = excerpt.chars().count();
        excerpt.extend(tail.chars().take(EXCERPT).map(printable));
        if tail.chars().nth(EXCERPT).is_some() {
            excerpt.push('…');
        }
        let width = String::from_utf8_lossy(token).chars().count();
        let room = excerpt.chars().count() - indent;
        Place {
            line,
            column,
            path: path(before.get(value..).unwrap_or_default()),
            found: describe(token),
            excerpt: excerpt.trim_end_matches(' ').to_string(),
            indent,
            width: width.clamp(1, room.max(1)),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.line.to_string();
        let margin = number.len();
        writeln!(f, "{:margin$}--> line {number}, column {}, at {}", "", self.column, self.path)?;
        writeln!(f, "{:margin$} |", "")?;
        writeln!(f, "{number} | {}", self.excerpt)?;
        writeln!(
            f,
            "{:margin$} | {:indent$}{:^<width$}",
            "",
            "",
            "",
            indent = self.indent,
            width = self.width
        )
    }
}

/// Controls and the replacement character take one column and disturb no terminal.
fn printable(c: char) -> char {
    match c {
        '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    }
}

/// The token at the beginning of `rest`: a whole string, a whole word or number, or one character.
fn token(rest: &[u8]) -> &[u8] {
    let word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.' | b'_');
    match rest.first() {
        None => &[],
        Some(b'"') => string(rest).unwrap_or_else(|unfinished| unfinished),
        Some(b) if word(b) => {
            let end = rest.iter().position(|b| !word(b)).unwrap_or(rest.len());
            &rest[..end]
        }
        Some(_) => {
            let end = rest[1..].iter().position(|b| b & 0xc0 != 0x80).map_or(rest.len(), |i| i + 1);
            &rest[..end.min(4)]
        }
    }
}

/// The string that `rest` begins with; what there is of it, up to the end of the line, if it is not closed.
fn string(rest: &[u8]) -> Result<&[u8], &[u8]> {
    let mut is_escaped = false;
    for (i, &b) in rest.iter().enumerate().skip(1) {
        match b {
            b'"' if !is_escaped => return Ok(&rest[..=i]),
            b'\n' => return Err(&rest[..i]),
            _ => is_escaped = b == b'\\' && !is_escaped,
        }
    }
    Err(rest)
}

/// What a token is, in words.
fn describe(token: &[u8]) -> String {
    let quoted = || {
        let text = String::from_utf8_lossy(token);
        let mut short: String = text.chars().take(QUOTE).map(printable).collect();
        if text.chars().nth(QUOTE).is_some() {
            short.push('…');
        }
        short
    };
    match token.first() {
        None => "the end of the text".into(),
        Some(b'"') => format!("string `{}`", quoted()),
        Some(b'-' | b'0'..=b'9') => format!("number `{}`", quoted()),
        Some(b'[') => "an array".into(),
        Some(b'{') => "an object".into(),
        Some(_) if matches!(token, b"null" | b"true" | b"false") => format!("`{}`", quoted()),
        Some(_) => format!("`{}`", quoted()),
    }
}

/// One level of the document around the offset.
enum Frame<'a> {
    Array(usize),
    /// The name of the member that is being read, as it stands in the text.
    Object(Option<&'a [u8]>),
}

/// The path to the end of `before`. Walks any text, iteratively, and never fails: beyond a mistake the path
/// is as good as the text.
fn path(before: &[u8]) -> String {
    let mut frames: Vec<Frame<'_>> = Vec::new();
    let mut i = 0;
    while let Some(&b) = before.get(i) {
        match b {
            b'[' => frames.push(Frame::Array(0)),
            b'{' => frames.push(Frame::Object(None)),
            b']' | b'}' => drop(frames.pop()),
            b',' => match frames.last_mut() {
                Some(Frame::Array(n)) => *n += 1,
                Some(Frame::Object(name)) => *name = None,
                None => {}
            },
            b'"' => {
                // A name that is not finished is where the error is, not what it is under.
                let string = string(&before[i..]);
                if let (Ok(string), Some(Frame::Object(name @ None))) = (string, frames.last_mut())
                {
                    *name = Some(string);
                }
                i += string.map_or_else(<[u8]>::len, <[u8]>::len) - 1;
            }
            _ => {}
        }
        i += 1;
    }
    let mut path = String::from("$");
    let skipped = frames.len().saturating_sub(PATH);
    for (i, frame) in frames.iter().enumerate() {
        if skipped > 0 && i == PATH / 2 {
            let _ = write!(path, "…({skipped} levels)…");
        }
        if (PATH / 2..PATH / 2 + skipped).contains(&i) {
            continue;
        }
        match frame {
            Frame::Array(n) => {
                let _ = write!(path, "[{n}]");
            }
            Frame::Object(Some(name)) => push_name(&mut path, name),
            Frame::Object(None) => {}
        }
    }
    path
}

/// `.name` for identifiers, `["any name"]` for the rest.
fn push_name(path: &mut String, quoted: &[u8]) {
    let text = String::from_utf8_lossy(quoted);
    let name = text.strip_prefix('"').unwrap_or(&text);
    let name = name.strip_suffix('"').unwrap_or(name);
    let plain = !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    if plain {
        path.push('.');
        path.push_str(name);
    } else {
        path.push_str("[\"");
        path.extend(name.chars().take(QUOTE).map(printable));
        if name.chars().nth(QUOTE).is_some() {
            path.push('…');
        }
        path.push_str("\"]");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The place of `^` in a text, which is taken out first.
    fn at(marked: &str) -> Place {
        let offset = marked.find('^').expect("a mark");
        Place::find(marked.replace('^', "").as_bytes(), 0, offset)
    }

    #[test]
    fn paths() {
        for (text, path) in [
            ("^", "$"),
            ("[1,2,^3]", "$[2]"),
            (r#"{"a": {"b": [{}, ^4]}}"#, "$.a.b[1]"),
            (r#"{"a": 1, ^"b": 2}"#, "$"),
            (r#"{"a": 1, "b"^: 2}"#, "$.b"),
            (r#"{"not plain": ^1}"#, r#"$["not plain"]"#),
            (r#"{"a\"]": ^1}"#, r#"$["a\"]"]"#),
            (r#"{"": ^1}"#, r#"$[""]"#),
            (r#"{"größe": ^1}"#, "$.größe"),
            (r#"]]}{"a": ^"#, "$.a"),
            (r#"{"^"#, "$"),
            (r#"{"a": 1, "na^"#, "$"),
            (r#"{"gr\"^"#, "$"),
        ] {
            assert_eq!(at(text).path, path, "{text}");
        }
    }

    #[test]
    fn deep_paths_are_cut() {
        let levels = if cfg!(miri) { 1_000 } else { 1_000_000 };
        let text = "[".repeat(levels);
        let place = Place::find(text.as_bytes(), 0, text.len());
        assert!(place.path.len() < 1_000, "{}", place.path);
        assert!(place.path.contains(&format!("({} levels)", levels - PATH)), "{}", place.path);
    }

    #[test]
    fn columns_count_characters() {
        let place = at("[\"a\",\n\"é\", ^x]");
        assert_eq!((place.line, place.column), (2, 6));
        assert_eq!(place.found, "`x`");
    }

    #[test]
    fn paths_begin_at_their_value() {
        let text = b"[1]\n[2, [\n[3, 4]";
        for (value, path) in [(0, "$[1][0][1]"), (4, "$[1][0][1]"), (10, "$[1]"), (14, "$")] {
            let place = Place::find(text, value, 14);
            assert_eq!((place.line, place.column, &*place.path), (3, 5, path), "from {value}");
        }
        // An error before the value, as a hand-written decoder may make one.
        assert_eq!(Place::find(text, 10, 6).path, "$");
    }

    #[test]
    fn invalid_text_is_described_too() {
        let place = Place::find(b"[\"\xff\xfe", 0, 2);
        assert_eq!((place.line, place.column), (1, 3));
        assert_eq!(place.excerpt, "[\"\u{fffd}\u{fffd}");
    }

    #[test]
    fn long_lines_are_cut_around_the_caret() {
        let text = format!("[{}x{}]", "1,".repeat(500), ",1".repeat(500));
        let place = Place::find(text.as_bytes(), 0, 1001);
        assert_eq!(place.excerpt.chars().nth(place.indent), Some('x'));
        assert!(place.excerpt.chars().count() < 130);
    }
}
