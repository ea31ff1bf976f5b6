//! Stepping over a value: iterative, one bit a level, grammar checked. What only matters where a value is made
//! (surrogate pairs, the range of numbers) is not looked at.
//!
//! Arrays of numbers, and of such arrays, are checked sixty-four bytes at a time (`scan/arrays.rs`: integers 3.3 times as fast, points 3.7,
//! arrays in arrays 4.1; in objects of chance, whose arrays are short, 0.95 to 1). Numbers and words with nothing but commas between them are
//! passed without a look at what they stand in, and strings with escapes by blocks (2.9 times as fast for source code). Short objects and
//! arrays without others in them, and what is near the end of a text, are passed by themselves (`short.rs`).
//!
//! Tried and left out: an index of where tokens begin, made of 64 bytes at a time with AVX2 (after simdjson) and walked with the whole
//! grammar: the walk over tokens takes as much as the search does here (17 % more instructions for the few fields of twitter, at 0.87 of
//! the speed). The place in registers instead of in the cursor, and lengths of names foretold from those of the object before (neither
//! was faster; whole names are, see [`learned`]). A run of numbers that begins behind white space or another element (arrays of strings
//! took 1.1 times as long). Numbers with and without a point in one way (points 1.2 times as fast, integers 0.8). Objects, strings and words
//! sixty-four bytes at a time as well, brackets one by one (objects of chance, minified: 0.8 of the time with AVX2, 0.7 with AVX-512; over
//! lines 1.05 to 1.6 times as long, and arrays of numbers 1.4).

#[cfg(feature = "std")]
mod learned;
pub(crate) mod names;
pub(crate) mod short;

use alloc::vec::Vec;

use self::names::{Names, Owner, Unknown};
use crate::cursor::Cursor;
use crate::error::Result;
use crate::number;
use crate::scan;
use crate::string;

/// Which containers are open: a bit each, set for objects. The innermost 64 stand in a register.
#[derive(Default)]
struct Levels {
    depth: usize,
    top: u64,
    outer: Vec<u64>,
}

impl Levels {
    fn push(&mut self, is_object: bool) {
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.outer.push(self.top);
        }
        self.top = self.top << 1 | u64::from(is_object);
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.depth -= 1;
        self.top = if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.outer.pop().unwrap_or_default()
        } else {
            self.top >> 1
        };
    }

    fn in_object(&self) -> bool {
        self.top & 1 == 1
    }
}

/// Steps over the value at the cursor.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn value(cur: &mut Cursor<'_>) -> Result<()> {
    match cur.peek() {
        b'{' | b'[' => first_container(cur),
        b'"' => string(cur),
        _ => scalar(cur),
    }
}

/// [`value`], which is short.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn short_value(cur: &mut Cursor<'_>) -> Result<()> {
    let Some(n) = short::value(cur.rest()) else { return value(cur) };
    cur.bump(n);
    Ok(())
}

/// [`value`], with what is known about names at hand.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn value_by(cur: &mut Cursor<'_>, names: &mut impl Names) -> Result<()> {
    match cur.peek() {
        b'{' | b'[' => container(cur, names),
        b'"' => string(cur),
        _ => scalar(cur),
    }
}

const NULL: u32 = u32::from_le_bytes(*b"null");
const TRUE: u32 = u32::from_le_bytes(*b"true");
const FALS: u32 = u32::from_le_bytes(*b"fals");

/// The length of `null`, `true` or `false`, if `text` begins with one, else what `number` says.
#[cfg_attr(not(debug_assertions), inline(always))]
fn near_scalar(text: &[u8], number: impl FnOnce(&[u8]) -> Option<usize>) -> Option<usize> {
    let [a, b, c, d, rest @ ..] = text else { return None };
    match u32::from_le_bytes([*a, *b, *c, *d]) {
        NULL | TRUE => Some(4),
        FALS if rest.first() == Some(&b'e') => Some(5),
        _ => number(text),
    }
}

/// A value that is neither a string nor an object nor an array.
#[cfg_attr(not(debug_assertions), inline(always))]
fn scalar(cur: &mut Cursor<'_>) -> Result<()> {
    let Some(n) = near_scalar(cur.rest(), number::near_integer) else { return any_number(cur) };
    cur.bump(n);
    Ok(())
}

/// Whether a value that begins so is one of these.
#[inline(always)]
fn is_scalar(first: u8) -> bool {
    matches!(first, b'-' | b'0'..=b'9' | b'f' | b'n' | b't')
}

/// Such elements of an array, with nothing but commas between them.
#[inline(never)]
fn scalars(cur: &mut Cursor<'_>) -> Result<()> {
    let number = |text: &[u8]| number::near_integer(text).or_else(|| number::near_number(text));
    let text = cur.rest();
    let mut at = 0;
    while let Some(n) = near_scalar(&text[at..], number) {
        at += n;
        match text[at..] {
            [b',', first, ..] if is_scalar(first) => at += 1,
            _ => {
                cur.bump(at);
                return Ok(());
            }
        }
    }
    cur.bump(at);
    any_number(cur)
}

/// Many numbers of an array that was just opened, and of arrays in it, and the white space behind them; whether an array may end here.
#[inline(never)]
fn arrays(cur: &mut Cursor<'_>, levels: &mut Levels) -> bool {
    let text = cur.rest();
    let passed = scan::arrays(text);
    cur.bump(passed.bytes);
    for _ in 1..passed.depth {
        levels.push(false);
    }
    cur.white();
    !text[..passed.bytes].ends_with(b",") || passed.depth == 0
}

/// A number, or what is no value.
#[inline(never)]
fn any_number(cur: &mut Cursor<'_>) -> Result<()> {
    if !matches!(cur.peek(), b'-' | b'0'..=b'9') {
        return Err(cur.expected("a value"));
    }
    let n = match number::near_number(cur.rest()) {
        Some(n) => n,
        None => number::grammar(cur)?,
    };
    cur.bump(n);
    Ok(())
}

/// An object or array.
#[inline(never)]
fn first_container(cur: &mut Cursor<'_>) -> Result<()> {
    if let Some(n) = short::flat(cur.rest()) {
        cur.bump(n);
        return Ok(());
    }
    match names::with(cur.left(), |names| container(cur, names)) {
        Some(result) => result,
        None => container(cur, &mut Unknown::all()),
    }
}

/// An object or array, with what is known about names at hand.
#[inline(never)]
pub(crate) fn container(cur: &mut Cursor<'_>, names: &mut impl Names) -> Result<()> {
    let mut levels = Levels::default();
    let mut is_on_name = false;
    loop {
        let rest = names.rest(|names| rest_of_container(cur, names, &mut levels, is_on_name));
        let is_over = match rest {
            Some(is_over) => is_over,
            None => rest_of_container(cur, names, &mut levels, is_on_name),
        };
        if is_over? {
            return Ok(());
        }
        is_on_name = true;
    }
}

/// From a value or a name to the end of the outermost container (`true`), or to a name, where `names` are over.
#[inline(never)]
fn rest_of_container(
    cur: &mut Cursor<'_>,
    names: &mut impl Names,
    levels: &mut Levels,
    mut is_on_name: bool,
) -> Result<bool> {
    let mut gap = cur.gap(cur.level(levels.depth));
    if !is_on_name {
        gap = gap.without_members();
    }
    'value: loop {
        'name: {
            if is_on_name {
                break 'name;
            }
            // On a value.
            match cur.peek() {
                b'"' => string(cur)?,
                b'{' if !cur.eat("{}") => {
                    levels.push(true);
                    let level = cur.level(levels.depth);
                    gap = cur.gap(level);
                    if names.eat_expected(cur, &gap) {
                        continue 'value;
                    }
                    cur.bump(1);
                    cur.white_of(level);
                    if cur.peek() != b'}' {
                        break 'name;
                    }
                }
                b'[' if !cur.eat("[]") => {
                    levels.push(false);
                    gap = gap.without_members();
                    cur.bump(1);
                    cur.white_of(cur.level(levels.depth));
                    let may_end = match cur.peek() {
                        b'[' | b'-' | b'0'..=b'9' => arrays(cur, levels),
                        _ => true,
                    };
                    match cur.peek() {
                        b']' if may_end => {}
                        first if is_scalar(first) => scalars(cur)?,
                        _ => continue 'value,
                    }
                }
                b'{' | b'[' => {}
                _ => scalar(cur)?,
            }
            // Behind a value, or on the closing mark of an empty container.
            loop {
                if cur.peek() == b',' && names.eat_expected(cur, &gap) {
                    continue 'value;
                }
                // (An empty container alone.)
                if levels.depth == 0 {
                    return Ok(true);
                }
                let level = cur.level(levels.depth);
                if cur.peek() != b',' {
                    cur.closing_white(level);
                }
                match (cur.peek(), levels.in_object()) {
                    (b',', in_object) => {
                        cur.bump(1);
                        cur.white_of(level);
                        if in_object {
                            break 'name;
                        }
                        continue 'value;
                    }
                    (b'}', true) | (b']', false) => {
                        cur.bump(1);
                        levels.pop();
                        if levels.depth == 0 {
                            return Ok(true);
                        }
                        gap = cur.gap(cur.level(levels.depth));
                        if !levels.in_object() {
                            gap = gap.without_members();
                        }
                    }
                    (_, true) => return Err(cur.syntax("`,` or `}`")),
                    (_, false) => return Err(cur.syntax("`,` or `]`")),
                }
            }
        }
        // On another name than was expected. One at least is passed.
        if names.is_over() && !is_on_name {
            return Ok(false);
        }
        is_on_name = false;
        other_name(cur, names, Owner::deeper(cur, levels.depth))?;
        gap.renew(cur, cur.level(levels.depth));
    }
}

/// A member's name and colon, to the value, where another one was expected.
#[cfg_attr(not(debug_assertions), inline(always))]
fn other_name(cur: &mut Cursor<'_>, names: &mut impl Names, owner: Owner) -> Result<()> {
    if cur.peek() != b'"' {
        return Err(cur.syntax("a name"));
    }
    if names.eat_second_of(owner, |name| cur.eat_likely_name(name)).is_some() {
        return Ok(());
    }
    let at = cur.offset();
    string(cur)?;
    names.note(cur, at, owner, None);
    cur.colon_in_line()
}

/// The string at the cursor.
#[cfg_attr(not(debug_assertions), inline(always))]
fn string(cur: &mut Cursor<'_>) -> Result<()> {
    let body = cur.rest().get(1..).unwrap_or_default();
    let n = scan::special(body);
    if body.get(n) == Some(&b'"') {
        cur.bump(n + 2);
        Ok(())
    } else {
        cur.bump(n + 1);
        rest_of_string(cur)
    }
}

/// From a byte that is not plain to the end of the string.
#[inline(never)]
fn rest_of_string(cur: &mut Cursor<'_>) -> Result<()> {
    loop {
        let text = cur.rest();
        let n = scan::pass_escapes(text);
        // (It may end within a character.)
        cur.bump(n + scan::special(&text[n..]));
        match cur.rest() {
            [b'"', ..] => {
                cur.bump(1);
                return Ok(());
            }
            [b'\\', letter, ..] if string::is_escape(*letter) => cur.bump(2),
            [b'\\', _, ..] => _ = cur.code_unit()?,
            _ => return Err(cur.string_error()),
        }
    }
}
