//! Stepping over a value: iterative, one bit a level, grammar checked. What only matters where a value is made
//! (surrogate pairs, the range of numbers) is not looked at.
//!
//! Tried and left out: an index of where tokens begin, made of 64 bytes at a time with AVX2 (after simdjson) and walked with the whole
//! grammar: the walk over tokens takes as much as the search does here (17 % more instructions for the few fields of twitter, at 0.87 of
//! the speed). The place in registers instead of in the cursor, and lengths of names foretold from those of the object before (neither
//! was faster).

use alloc::vec::Vec;

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
        b'{' | b'[' => container(cur),
        b'"' => string(cur),
        _ => scalar(cur),
    }
}

/// A value that is neither a string nor an object nor an array.
#[cfg_attr(not(debug_assertions), inline(always))]
fn scalar(cur: &mut Cursor<'_>) -> Result<()> {
    let n = match cur.rest() {
        [b't', b'r', b'u', b'e', ..] | [b'n', b'u', b'l', b'l', ..] => 4,
        [b'f', b'a', b'l', b's', b'e', ..] => 5,
        rest => match number::near_integer(rest) {
            Some(n) => n,
            None => return any_number(cur),
        },
    };
    cur.bump(n);
    Ok(())
}

/// A number, or what is no value.
#[inline(never)]
fn any_number(cur: &mut Cursor<'_>) -> Result<()> {
    if !matches!(cur.peek(), b'-' | b'0'..=b'9') {
        return Err(cur.expected("a value"));
    }
    let n = number::grammar(cur)?;
    cur.bump(n);
    Ok(())
}

#[inline(never)]
fn container(cur: &mut Cursor<'_>) -> Result<()> {
    let mut levels = Levels::default();
    loop {
        // The cursor stands on a value.
        match cur.peek() {
            b'{' => {
                cur.bump(1);
                levels.push(true);
                cur.white_of(cur.level(levels.depth));
                if cur.peek() != b'}' {
                    name(cur)?;
                    continue;
                }
            }
            b'[' => {
                cur.bump(1);
                levels.push(false);
                cur.white_of(cur.level(levels.depth));
                if cur.peek() != b']' {
                    continue;
                }
            }
            b'"' => string(cur)?,
            _ => scalar(cur)?,
        }
        // The cursor stands behind a value, or on the closing mark of an empty container.
        loop {
            if levels.depth == 0 {
                return Ok(());
            }
            if cur.peek() != b',' {
                cur.closing_white(cur.level(levels.depth));
            }
            match (cur.peek(), levels.in_object()) {
                (b',', in_object) => {
                    cur.bump(1);
                    cur.white_of(cur.level(levels.depth));
                    if in_object {
                        name(cur)?;
                    }
                    break;
                }
                (b'}', true) | (b']', false) => {
                    cur.bump(1);
                    levels.pop();
                }
                (_, true) => return Err(cur.syntax("`,` or `}`")),
                (_, false) => return Err(cur.syntax("`,` or `]`")),
            }
        }
    }
}

/// A member's name and colon, to the value.
#[cfg_attr(not(debug_assertions), inline(always))]
fn name(cur: &mut Cursor<'_>) -> Result<()> {
    if cur.peek() != b'"' {
        return Err(cur.syntax("a name"));
    }
    string(cur)?;
    cur.colon_in_line()
}

/// The string at the cursor.
#[cfg_attr(not(debug_assertions), inline(always))]
fn string(cur: &mut Cursor<'_>) -> Result<()> {
    if cur.plain_string().is_some() { Ok(()) } else { any_string(cur) }
}

/// [`string`], with escapes or wrong.
#[inline(never)]
fn any_string(cur: &mut Cursor<'_>) -> Result<()> {
    cur.bump(1);
    loop {
        cur.bump(scan::special(cur.rest()));
        match cur.rest() {
            [b'"', ..] => {
                cur.bump(1);
                return Ok(());
            }
            [b'\\', letter, ..] => {
                if string::is_escape(*letter) {
                    cur.bump(2);
                } else {
                    cur.code_unit()?;
                }
            }
            _ => return Err(cur.string_error()),
        }
    }
}
