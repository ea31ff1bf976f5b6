//! Strings with escapes, and all the ways in which a string can be wrong.
//!
//! Tried and left out: a scratch that a thread keeps from one text to the next (a lone string with an escape took 0.88 of the time, messages of
//! which every other one has an escape as long as before).

use alloc::string::String;

use crate::cursor::Cursor;
use crate::error::{Error, Kind, Result};
use crate::scan::{self, NONE, pair, unescape};

impl Cursor<'_> {
    /// Reads any string, escapes or not, into the scratch. What is no string is an error.
    #[inline(never)]
    pub(crate) fn unescaped(&mut self) -> Result<&str> {
        if self.peek() != b'"' {
            return Err(self.expected("a string"));
        }
        self.bump(1);
        if self.scratch.capacity() == 0 {
            self.scratch = String::with_capacity(USUAL);
        }
        self.scratch.clear();
        self.unescape_body()?;
        Ok(&self.scratch)
    }

    /// From behind the opening quote to behind the closing one.
    fn unescape_body(&mut self) -> Result<()> {
        loop {
            let n = scan::push_unescaped(self.text(self.left()), &mut self.scratch);
            self.bump(n);
            match self.rest() {
                [b'"', ..] => {
                    self.bump(1);
                    return Ok(());
                }
                [b'\\', letter, ..] => {
                    let c = self.escape(*letter)?;
                    self.scratch.push(c);
                }
                [] | [b'\\' | 0..=0x1f, ..] => return Err(self.string_error()),
                // (Near the end of the text.)
                rest => {
                    let plain = self.text(scan::special(rest));
                    self.scratch.push_str(plain);
                    self.bump(plain.len());
                }
            }
        }
    }

    /// Reads an escape sequence, behind whose backslash `letter` stands.
    #[inline]
    pub(crate) fn escape(&mut self, letter: u8) -> Result<char> {
        match unescape(letter) {
            NONE => self.unicode_escape(),
            plain => {
                self.bump(2);
                Ok(char::from(plain))
            }
        }
    }

    /// What is wrong where a string does not go on: the text ends here or behind a backslash, or there is a control.
    #[cold]
    pub(crate) fn string_error(&mut self) -> Error {
        match self.rest() {
            [] => self.syntax("the end of a string"),
            [b'\\'] => {
                self.bump(1);
                self.syntax("an escape sequence")
            }
            _ => self.fail(Kind::ControlCharacter, self.offset()),
        }
    }

    /// Reads an escape sequence that is more than a letter; surrogate pairs are one character.
    fn unicode_escape(&mut self) -> Result<char> {
        let at = self.offset();
        let first = self.code_unit()?;
        let code = match first {
            0xdc00..=0xdfff => return Err(self.fail(Kind::LoneSurrogate, at)),
            0xd800..=0xdbff => match self.rest() {
                [b'\\', b'u', ..] => {
                    let second = self.code_unit()?;
                    return pair(first, second).ok_or_else(|| self.fail(Kind::LoneSurrogate, at));
                }
                [] | [b'\\'] => {
                    self.bump(self.left());
                    return Err(self.syntax("the other half of a surrogate pair"));
                }
                _ => return Err(self.fail(Kind::LoneSurrogate, at)),
            },
            code => code,
        };
        char::from_u32(code).ok_or_else(|| self.fail(Kind::LoneSurrogate, at))
    }

    /// Reads `\u` and four hexadecimal digits.
    #[inline]
    pub(crate) fn code_unit(&mut self) -> Result<u32> {
        if let Some(unit) = scan::unit(self.rest()) {
            self.bump(scan::UNIT);
            return Ok(unit);
        }
        Err(self.escape_error())
    }

    /// What is wrong with the escape sequence at the cursor, behind whose backslash something stands.
    #[cold]
    fn escape_error(&mut self) -> Error {
        match self.rest() {
            [_, b'u', digits @ ..]
                if digits.len() < 4 && digits.iter().all(u8::is_ascii_hexdigit) =>
            {
                self.bump(self.left());
                self.syntax("four hexadecimal digits")
            }
            _ => self.fail(Kind::Escape, self.offset()),
        }
    }
}

/// In how many bytes most strings with escapes have room.
const USUAL: usize = 256;

/// Whether `letter` is an escape sequence behind a backslash.
#[inline]
pub(crate) fn is_escape(letter: u8) -> bool {
    unescape(letter) != NONE
}
