//! The path to an offset: which containers are open there, and where in each of them it is.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;
use core::ops::Range;

use super::{QUOTE, lossy, show_first, string};
use crate::cursor::Cursor;
use crate::scan;

/// Paths longer than this keep their beginning and their end.
const PATH: usize = 160;

/// In texts below this, nothing is stepped over.
const SHORT: usize = 200;

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
            return Levels::of_both_ends(before, closed, hidden);
        }
        levels.shown.truncate(levels.open);
        levels
    }

    /// The same without so many in the middle.
    #[cold]
    #[inline(never)]
    fn of_both_ends(before: &'a [u8], mut closed: Option<Closed<'a>>, hidden: usize) -> Levels<'a> {
        let mut levels = Levels { left_out: PATH / 2..PATH / 2 + hidden, ..Levels::default() };
        levels.walk(before, closed.as_mut());
        levels
    }

    #[inline(always)]
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
pub(super) fn path(before: &[u8]) -> Cow<'static, str> {
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
        show_first(path, name, QUOTE);
    } else {
        path.push_str("[\"");
        show_first(path, name, QUOTE);
        path.push_str("\"]");
    }
}

#[cfg(test)]
mod tests {
    use super::super::Place;
    use super::*;
    use alloc::format;

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
}
