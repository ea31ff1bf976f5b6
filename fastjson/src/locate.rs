//! Where an offset is: line, column, path, what stands there, and an excerpt. Computed from the text after the fact, and what is only for
//! people to read, from a copy of the bytes around it when somebody reads it.

mod path;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

use self::path::path;
use crate::scan;

/// A place in a text, described.
#[derive(Debug)]
pub(crate) struct Place {
    /// From 1.
    pub(crate) line: usize,
    /// In characters, from 1.
    pub(crate) column: usize,
    /// `$.statuses[3].user.id`
    pub(crate) path: Cow<'static, str>,
    /// No more of either side than may be shown, however long the line is: the end of it up to the offset, and what follows.
    around: Box<[u8]>,
    /// How many bytes of these stand before the offset.
    before: usize,
    /// Whether the line begins before them.
    is_cut: bool,
    /// Whether a comma stands before a closing bracket at the offset, on whatever line.
    is_behind_comma: bool,
}

/// The part of the line around an offset, fit to print.
struct Excerpt {
    text: String,
    /// Characters before the caret.
    indent: usize,
    /// Characters under the caret, at least 1.
    width: usize,
}

/// Excerpts keep at most this many characters on either side of the offset.
const EXCERPT: usize = 60;
/// Texts quoted in messages are cut after this many characters.
const QUOTE: usize = 40;

/// So many bytes hold the characters that are shown of one side, and one more.
const WINDOW: usize = 4 * (EXCERPT + 2);

impl Place {
    /// Describes `offset`, which may be the end of the text. The text before it may be anything; the path leads from the value that begins
    /// at `value`, since other values may stand before it.
    pub(crate) fn find(text: &[u8], value: usize, offset: usize) -> Place {
        let offset = offset.min(text.len());
        let before = &text[..offset];
        let line = &before[line_start(before)..];
        let end = ending(line);
        let rest = &text[offset..];
        Place {
            line: newlines(before) + 1,
            column: lossy(line).chars().count() + 1,
            path: path(before.get(value..).unwrap_or_default()),
            around: [end, &rest[..rest.len().min(WINDOW)]].concat().into(),
            before: end.len(),
            is_cut: end.len() < line.len(),
            is_behind_comma: matches!(rest, [b']' | b'}', ..])
                && before.trim_ascii_end().ends_with(b","),
        }
    }

    /// What stands there: ``string `"abc"` ``, `an object`, `the end of the text`.
    pub(crate) fn found(&self) -> String {
        let rest = &self.around[self.before..];
        let found = describe(token(rest));
        if self.is_behind_comma { found + " behind a trailing comma" } else { found }
    }

    fn excerpt(&self) -> Excerpt {
        let (head, rest) = self.around.split_at(self.before);
        let head = lossy(head);
        let line = rest.split(|&b| b == b'\n').next().unwrap_or_default();
        let tail = lossy(line.strip_suffix(b"\r").unwrap_or(line));
        let shown = last(&head, EXCERPT);
        let mut text = String::with_capacity(shown.len() + tail.len() + 6);
        if shown.len() < head.len() || self.is_cut {
            text.push('…');
        }
        show(&mut text, shown);
        let indent = text.chars().count();
        show_first(&mut text, &tail, EXCERPT);
        let width = lossy(token(rest)).chars().count();
        let room = text.chars().count() - indent;
        text.truncate(text.trim_end_matches(' ').len());
        Excerpt { text, indent, width: width.clamp(1, room.max(1)) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.line.to_string();
        let margin = number.len();
        let Excerpt { text, indent, width } = self.excerpt();
        writeln!(f, "{:margin$}--> line {number}, column {}, at {}", "", self.column, self.path)?;
        writeln!(f, "{:margin$} |", "")?;
        writeln!(f, "{number} | {text}")?;
        writeln!(f, "{:margin$} | {:indent$}{:^<width$}", "", "", "")
    }
}

/// Where the last line of `before` begins.
fn line_start(before: &[u8]) -> usize {
    // (A search for one byte is quick, and goes forward only.)
    let mut end = before.len();
    for block in before.rchunks(1024) {
        if block.contains(&b'\n') {
            return end - block.iter().rev().take_while(|&&b| b != b'\n').count();
        }
        end -= block.len();
    }
    0
}

/// How many lines end in `text`.
fn newlines(text: &[u8]) -> usize {
    // (So many fit into a byte, of which a register holds many.)
    let count = |block: &[u8]| block.iter().map(|&b| u8::from(b == b'\n')).sum::<u8>();
    text.chunks(255).map(|block| usize::from(count(block))).sum()
}

/// The end of `line`, of as many whole characters as may be shown.
fn ending(line: &[u8]) -> &[u8] {
    let mut end = &line[line.len().saturating_sub(WINDOW)..];
    if end.len() < line.len() {
        while let [0x80..=0xbf, tail @ ..] = end {
            end = tail;
        }
    }
    end
}

/// The text, with replacement characters where it is none.
fn lossy(text: &[u8]) -> Cow<'_, str> {
    match scan::utf8(text) {
        Some(text) => Cow::Borrowed(text),
        None => String::from_utf8_lossy(text),
    }
}

/// The last `n` characters.
fn last(text: &str, n: usize) -> &str {
    text.char_indices().rev().nth(n - 1).map_or(text, |(i, _)| &text[i..])
}

/// Adds the first `n` characters, and a mark if there are more.
fn show_first(to: &mut String, text: &str, n: usize) {
    // (A character has a byte or more.)
    let cut = if text.len() > n { text.char_indices().nth(n) } else { None };
    match cut {
        Some((i, _)) => {
            show(to, &text[..i]);
            to.push('…');
        }
        None => show(to, text),
    }
}

/// Adds `text`, fit to print.
fn show(to: &mut String, text: &str) {
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        to.push_str(text);
    } else {
        to.extend(text.chars().map(printable));
    }
}

/// What a tab and the replacement character, which stands for all that disturbs a terminal, take is one column.
fn printable(c: char) -> char {
    match c {
        '\t' => ' ',
        c if is_unseen(c) => '\u{fffd}',
        c => c,
    }
}

/// Controls, separators of lines, and what has no width or turns the text around.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}')
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
    let mut i = 1;
    loop {
        i += scan::special(&rest[i..]);
        match rest[i..] {
            [b'"', ..] => return Ok(&rest[..=i]),
            [b'\n', ..] => return Err(&rest[..i]),
            [] => return Err(rest),
            // What is escaped ends no string, but for a new line.
            [b'\\', escaped, ..] if escaped != b'\n' => i += 2,
            _ => i += 1,
        }
    }
}

/// What a token is, in words.
fn describe(token: &[u8]) -> String {
    let quoted = || {
        let text = lossy(token);
        let mut short = String::new();
        show_first(&mut short, &text, QUOTE);
        short
    };
    match token.first() {
        None => "the end of the text".into(),
        Some(b'"') => format!("string `{}`", quoted()),
        Some(b'-' | b'0'..=b'9') => format!("number `{}`", quoted()),
        Some(b'[') => "an array".into(),
        Some(b'{') => "an object".into(),
        Some(_) => match lossy(token).chars().next() {
            Some('\u{feff}') => "a byte order mark (U+FEFF)".into(),
            Some(c) if is_unseen(c) || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
            _ => format!("`{}`", quoted()),
        },
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
    fn columns_count_characters() {
        let place = at("[\"a\",\n\"é\", ^x]");
        assert_eq!((place.line, place.column), (2, 6));
        assert_eq!(place.found(), "`x`");
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
        assert_eq!(place.excerpt().text, "[\"\u{fffd}\u{fffd}");
    }

    #[test]
    fn long_lines_are_cut_around_the_caret() {
        let text = format!("[{}x{}]", "1,".repeat(500), ",1".repeat(500));
        let place = Place::find(text.as_bytes(), 0, 1001);
        let excerpt = place.excerpt();
        assert_eq!(excerpt.text.chars().nth(excerpt.indent), Some('x'));
        assert!(excerpt.text.chars().count() < 130);
        // Of whole characters, as many of one byte as of four.
        for c in ["a", "é", "日", "🦀"] {
            for len in [EXCERPT - 1, EXCERPT, EXCERPT + 1, 5 * EXCERPT] {
                let line = c.repeat(len);
                let text = format!("[\n{line}|{line}\n]");
                let place = Place::find(text.as_bytes(), 0, 2 + line.len());
                assert_eq!((place.line, place.column), (2, len + 1));
                let part = c.repeat(len.min(EXCERPT));
                let (before, behind) = if len > EXCERPT {
                    (format!("…{part}"), format!("|{}…", &part[c.len()..]))
                } else {
                    (part.clone(), format!("|{line}").chars().take(EXCERPT).collect())
                };
                let cut = if len == EXCERPT { "…" } else { "" };
                let excerpt = place.excerpt();
                assert_eq!(excerpt.text, format!("{before}{behind}{cut}"), "{len} of {c}");
                assert_eq!(excerpt.indent, before.chars().count());
            }
        }
    }

    #[test]
    fn what_is_not_seen_is_named() {
        for (text, found, excerpt) in [
            ("\u{feff}{}", "a byte order mark (U+FEFF)", "\u{fffd}{}"),
            ("\u{a0}{}", "U+00A0", "\u{a0}{}"),
            ("\u{2028}1", "U+2028", "\u{fffd}1"),
            ("\u{1}1", "U+0001", "\u{fffd}1"),
            ("\u{202e}\"a\"", "U+202E", "\u{fffd}\"a\""),
            ("é", "`é`", "é"),
            ("nul,\r\n1", "`nul`", "nul,"),
            ("nul,\r", "`nul`", "nul,"),
        ] {
            let place = Place::find(text.as_bytes(), 0, 0);
            assert_eq!((place.found(), place.excerpt().text), (found.into(), excerpt.into()));
        }
    }

    #[test]
    fn trailing_commas_are_named() {
        for (text, found) in [
            ("[1,^]", "`]` behind a trailing comma"),
            ("{\"a\":1,\n  ^}", "`}` behind a trailing comma"),
            ("[1 ^}", "`}`"),
            ("[1,^,]", "`,`"),
        ] {
            assert_eq!(at(text).found(), found, "{text}");
        }
    }

    #[test]
    fn names_in_paths_are_cut() {
        let name = "n".repeat(1_000);
        for (name, cut) in [
            (name.clone(), format!("$.{}…", &name[..QUOTE])),
            (format!("{name} "), format!("$[\"{}…\"]", &name[..QUOTE])),
        ] {
            assert_eq!(at(&format!("{{\"{name}\": ^1}}")).path, cut);
        }
    }

    #[test]
    fn tokens_are_cut() {
        let text = format!("[\"{}", "🦀".repeat(1_000));
        let place = Place::find(text.as_bytes(), 0, 1);
        assert_eq!(place.found(), format!("string `\"{}…`", "🦀".repeat(QUOTE - 1)));
        assert_eq!(place.excerpt().width, EXCERPT + 1);
    }

    #[test]
    fn lines_are_counted_in_blocks() {
        for lines in [0, 1, 254, 255, 256, 1_023, 1_024, 1_025, 3_000] {
            for last in [0, 1, 1_023, 1_024, 5_000] {
                let text = "\n".repeat(lines) + &" ".repeat(last);
                let place = Place::find(text.as_bytes(), 0, text.len());
                assert_eq!((place.line, place.column), (lines + 1, last + 1));
            }
        }
    }
}
