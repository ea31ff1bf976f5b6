//! Strings with escapes, and all the ways in which a string can be wrong.

use alloc::string::String;

use crate::cursor::Cursor;
use crate::error::{Error, Kind, Result};
use crate::scan;

impl Cursor<'_> {
    /// Reads any string, escapes or not, into the scratch. What is no string is an error.
    #[inline(never)]
    pub(crate) fn unescaped(&mut self) -> Result<&str> {
        if self.peek() != b'"' {
            return Err(self.expected("a string"));
        }
        self.bump(1);
        let mut scratch = core::mem::take(&mut self.scratch);
        scratch.clear();
        scratch.reserve(USUAL);
        let result = self.unescape_body(&mut scratch);
        self.scratch = scratch;
        result.map(|()| self.scratch.as_str())
    }

    /// From behind the opening quote to behind the closing one.
    fn unescape_body(&mut self, out: &mut String) -> Result<()> {
        loop {
            match self.rest() {
                [b'"', ..] => {
                    self.bump(1);
                    return Ok(());
                }
                [b'\\', letter, ..] => match UNESCAPED[usize::from(*letter)] {
                    NONE => out.push(self.unicode_escape()?),
                    plain => {
                        out.push(char::from(plain));
                        self.bump(2);
                    }
                },
                [] | [b'\\' | 0..=0x1f, ..] => return Err(self.string_error()),
                _ => {
                    let plain = scan::push_plain(self.text(self.left()), out);
                    self.bump(plain);
                }
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
                [b'\\', b'u', ..] => match self.code_unit()? {
                    second @ 0xdc00..=0xdfff => {
                        0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                    }
                    _ => return Err(self.fail(Kind::LoneSurrogate, at)),
                },
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
        if let [_, b'u', a, b, c, d, ..] = self.rest() {
            let value = |digit: &u8| u32::from(HEX_VALUES[usize::from(*digit)]);
            let (a, b, c, d) = (value(a), value(b), value(c), value(d));
            if a | b | c | d <= 15 {
                self.bump(6);
                return Ok(a << 12 | b << 8 | c << 4 | d);
            }
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

const NONE: u8 = 0;

/// What stands for a letter behind a backslash; `NONE` if more than a letter is needed. (Tables, because what comes next is hard to predict.)
static UNESCAPED: [u8; 256] = table(NONE, b"\"\"\\\\//b\x08f\x0cn\nr\rt\t");

/// The values of hexadecimal digits; of all else, more than any has.
static HEX_VALUES: [u8; 256] = table(
    0xff,
    b"0\x001\x012\x023\x034\x045\x056\x067\x078\x089\x09a\x0ab\x0bc\x0cd\x0de\x0ef\x0fA\x0aB\x0bC\x0cD\x0dE\x0eF\x0f",
);

/// A table in which stands, for the first of each pair, the second.
const fn table(none: u8, pairs: &[u8]) -> [u8; 256] {
    let mut table = [none; 256];
    let mut i = 0;
    while i < pairs.len() {
        table[pairs[i] as usize] = pairs[i + 1];
        i += 2;
    }
    table
}

/// Whether `letter` is an escape sequence behind a backslash.
#[inline]
pub(crate) fn is_escape(letter: u8) -> bool {
    UNESCAPED[usize::from(letter)] != NONE
}
