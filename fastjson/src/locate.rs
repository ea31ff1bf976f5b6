//! Where an offset is: line, column, path, what stands there, and an excerpt. Computed from the text after the fact, and what is only for
//! people to read, from a copy of the bytes around it when somebody reads it.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::ops::Range;

use crate::cursor::Cursor;
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
/// Paths longer than this keep their beginning and their end.
const PATH: usize = 160;

/// In texts below this, nothing is stepped over.
const SHORT: usize = 200;

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
        }
    }

    /// What stands there: ``string `"abc"` ``, `an object`, `the end of the text`.
    pub(crate) fn found(&self) -> String {
        describe(token(&self.around[self.before..]))
    }

    fn excerpt(&self) -> Excerpt {
        let (head, rest) = self.around.split_at(self.before);
        let head = lossy(head);
        let tail = lossy(rest.split(|&b| b == b'\n').next().unwrap_or_default());
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
    match text.char_indices().nth(n) {
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
        Some(_) if matches!(token, b"null" | b"true" | b"false") => format!("`{}`", quoted()),
        Some(_) => format!("`{}`", quoted()),
    }
}

/// One level of the document around the offset.
#[cfg_attr(test, derive(Debug, PartialEq))]
enum Frame<'a> {
    Array(usize),
    /// The name of the member that is being read, as it stands in the text.
    Object(Option<&'a [u8]>),
}

/// Steps over containers that are closed, as most are, and each as a whole: an error at the end of 500 records is told of in
/// 30 µs instead of 100. Whether one is closed is known once it has been read.
struct Closed<'a> {
    cur: Cursor<'a>,
    /// How many bytes may still be read in vain.
    in_vain: usize,
}

impl<'a> Closed<'a> {
    /// `None` for what is no text.
    fn of(text: &'a [u8]) -> Option<Closed<'a>> {
        Some(Closed { cur: Cursor::new(scan::utf8(text)?), in_vain: 4 * text.len() })
    }

    /// Where the container that begins at `start` ends, if it is known to.
    fn end(&mut self, start: usize) -> Option<usize> {
        self.cur.rewind(start);
        let left = self.in_vain.checked_sub(self.cur.left())?;
        match self.cur.skip_value() {
            Ok(()) => Some(self.cur.offset()),
            Err(_) => {
                self.in_vain = left;
                None
            }
        }
    }
}

/// The levels that are open: of all but those that a path shows, only their number, for a text may open one with each of its bytes.
#[derive(Default)]
#[cfg_attr(test, derive(Debug, PartialEq))]
struct Levels<'a> {
    open: usize,
    /// Those before `left_out`, and those behind it, up to [`PATH`] in all. (Beyond the open ones stand those that were.)
    shown: Vec<Frame<'a>>,
    left_out: Range<usize>,
}

impl<'a> Levels<'a> {
    /// Those that are open at the end of `before`. Walks any text, iteratively, and never fails: beyond a mistake they are as good as the text.
    fn at_end(before: &'a [u8], mut closed: Option<Closed<'a>>) -> Levels<'a> {
        let mut levels = Levels::default();
        levels.walk(before, closed.as_mut());
        // Which of so many are shown, only the last byte tells.
        if let Some(hidden @ 1..) = levels.open.checked_sub(PATH) {
            levels = Levels { left_out: PATH / 2..PATH / 2 + hidden, ..Levels::default() };
            levels.walk(before, closed.as_mut());
        }
        levels.shown.truncate(levels.open);
        levels
    }

    fn walk(&mut self, before: &'a [u8], mut closed: Option<&mut Closed<'a>>) {
        let mut i = scan::mark(before);
        while let Some(&b) = before.get(i) {
            match b {
                // (The outermost one mostly is not closed.)
                b'[' | b'{' => {
                    let closed = closed.as_mut().filter(|_| self.open > 0);
                    match closed.and_then(|closed| closed.end(i)) {
                        Some(end) => i = end - 1,
                        None if b == b'[' => self.enter(Frame::Array(0)),
                        None => self.enter(Frame::Object(None)),
                    }
                }
                b']' | b'}' => self.open = self.open.saturating_sub(1),
                b',' => match self.innermost() {
                    Some(Frame::Array(n)) => *n += 1,
                    Some(Frame::Object(name)) => *name = None,
                    None => {}
                },
                b'"' => {
                    // A name that is not finished is where the error is, not what it is under.
                    let string = string(&before[i..]);
                    if let (Ok(string), Some(Frame::Object(name @ None))) =
                        (string, self.innermost())
                    {
                        *name = Some(string);
                    }
                    i += string.map_or_else(<[u8]>::len, <[u8]>::len) - 1;
                }
                _ => {}
            }
            i += 1;
            i += scan::mark(&before[i..]);
        }
    }

    fn enter(&mut self, frame: Frame<'a>) {
        self.open += 1;
        if let Some(left) = self.innermost() {
            *left = frame;
        } else if self.place().is_some_and(|i| i < PATH) {
            self.shown.push(frame);
        }
    }

    /// The innermost one, if it is shown.
    fn innermost(&mut self) -> Option<&mut Frame<'a>> {
        let i = self.place()?;
        self.shown.get_mut(i)
    }

    /// Which place among those shown is that of the innermost one. (Each level is entered behind the one around it: the places before it are
    /// taken.)
    fn place(&self) -> Option<usize> {
        let level = self.open.checked_sub(1)?;
        match level.checked_sub(self.left_out.end) {
            Some(behind) => Some(self.left_out.start + behind),
            None => (level < self.left_out.start).then_some(level),
        }
    }
}

/// The path to the end of `before`.
fn path(before: &[u8]) -> Cow<'static, str> {
    // (What is short is mostly one container that is not closed.)
    let closed = if before.len() < SHORT { None } else { Closed::of(before) };
    let Levels { shown, left_out, .. } = Levels::at_end(before, closed);
    if shown.is_empty() {
        return Cow::Borrowed("$");
    }
    // (As long as most of them are.)
    let mut path = String::with_capacity(32);
    path.push('$');
    for (i, frame) in shown.iter().enumerate() {
        if !left_out.is_empty() && i == left_out.start {
            let _ = write!(path, "…({} levels)…", left_out.len());
        }
        match frame {
            Frame::Array(n) => {
                let _ = write!(path, "[{n}]");
            }
            Frame::Object(Some(name)) => push_name(&mut path, name),
            Frame::Object(None) => {}
        }
    }
    path.into()
}

/// `.name` for identifiers, `["any name"]` for the rest.
fn push_name(path: &mut String, quoted: &[u8]) {
    let text = lossy(quoted);
    let name = text.strip_prefix('"').unwrap_or(&text);
    let name = name.strip_suffix('"').unwrap_or(name);
    let plain = !name.is_empty()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && name.chars().all(|c| c == '_' || c.is_alphanumeric());
    if plain {
        path.push('.');
        path.push_str(name);
    } else {
        path.push_str("[\"");
        show_first(path, name, QUOTE);
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

    /// Whatever the text is, and wherever it ends: the same levels are open if closed ones are stepped over.
    #[test]
    fn closed_containers_are_stepped_over() {
        let record =
            r#"{"id": 7, "tags": ["a", "]\"{"], "at": {"x": [[], {}, -1.5e3], "größe": null}},"#;
        let text =
            format!(r#"{{"of": [[], 5], "all": [{}{{"last": [1, [2]]}}]}}"#, record.repeat(12));
        let mistakes = [b'[', b'}', b'"', b',', b'x', 0xff].map(Some).into_iter().chain([None]);
        let steps = if cfg!(miri) { 293 } else { 1 };
        for (n, mistake) in mistakes.enumerate() {
            let mut text = text.clone().into_bytes();
            if let Some(byte) = mistake {
                text[90 + 7 * n] = byte;
            }
            for end in (0..=text.len()).step_by(steps) {
                let before = &text[..end];
                let walked = Levels::at_end(before, None);
                assert_eq!(Levels::at_end(before, Closed::of(before)), walked, "{n} {end}");
            }
        }
        // What is open is read in vain, but not without end.
        let text = "[".repeat(if cfg!(miri) { 600 } else { 20_000 });
        let mut closed = Closed::of(text.as_bytes()).expect("a text");
        assert_eq!(Levels::at_end(text.as_bytes(), None).open, text.len());
        assert!((0..text.len()).all(|i| closed.end(i).is_none()));
        assert!(closed.in_vain < text.len());
    }

    #[test]
    fn deep_paths_are_cut() {
        let levels = if cfg!(miri) { 1_000 } else { 1_000_000 };
        let text = "[".repeat(levels);
        let place = Place::find(text.as_bytes(), 0, text.len());
        assert!(place.path.len() < 1_000, "{}", place.path);
        assert!(place.path.contains(&format!("({} levels)", levels - PATH)), "{}", place.path);
        let mut once = Levels::default();
        once.walk(text.as_bytes(), None);
        assert_eq!((once.open, once.shown.len()), (levels, PATH));
    }

    /// What stands in the path of any number of levels: those at both its ends, with what was entered and left before on each.
    #[test]
    fn deep_paths_show_both_ends() {
        // Each level is an element behind as many as its number says, or a member behind another one; where it ends, deeper ones were open.
        let level = |n: usize| match n % 3 {
            0 => format!("[{}", "0,".repeat(n % 7)),
            1 => format!(r#"{{"not": [], "n{n}": "#),
            _ => format!(r#"[[{}{}], {{"x": 1}}, "#, "[".repeat(n), "]".repeat(n)),
        };
        let shown = |n: usize| match n % 3 {
            0 => format!("[{}]", n % 7),
            1 => format!(".n{n}"),
            _ => "[2]".into(),
        };
        for open in [0, 1, PATH / 2, PATH - 1, PATH, PATH + 1, PATH + 2, 2 * PATH + 3] {
            let text: String = (0..open).map(level).collect();
            let deeper: String = (0..open + 9).map(level).collect();
            let closing: String =
                (open..open + 9).rev().map(|n| if n % 3 == 1 { '}' } else { ']' }).collect();
            let path: String = (0..open)
                .filter_map(|n| match open.saturating_sub(PATH) {
                    hidden @ 1.. if n == PATH / 2 => Some(format!("…({hidden} levels)…")),
                    hidden if (PATH / 2..PATH / 2 + hidden).contains(&n) => None,
                    _ => Some(shown(n)),
                })
                .collect();
            for text in [text, deeper + "null" + &closing] {
                let place = Place::find(text.as_bytes(), 0, text.len());
                assert_eq!(place.path, format!("${path}"), "{open}");
            }
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
