//! Strings with escapes, and all the ways in which a string can be wrong.

use alloc::string::String;

use crate::cursor::Cursor;
use crate::error::{Kind, Result};
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
        let result = self.unescape_body(&mut scratch);
        self.scratch = scratch;
        result.map(|()| self.scratch.as_str())
    }

    /// From behind the opening quote to behind the closing one.
    fn unescape_body(&mut self, out: &mut String) -> Result<()> {
        loop {
            let plain = scan::special(self.rest());
            out.push_str(self.text(plain));
            self.bump(plain);
            match self.rest() {
                [b'"', ..] => {
                    self.bump(1);
                    return Ok(());
                }
                [b'\\', ..] => out.push(self.escape()?),
                [] => return Err(self.syntax("the end of a string")),
                _ => return Err(self.fail(Kind::ControlCharacter, self.offset())),
            }
        }
    }

    /// Reads one escape sequence, surrogate pairs as one character.
    fn escape(&mut self) -> Result<char> {
        let at = self.offset();
        let plain = match self.rest() {
            [_, b'"', ..] => '"',
            [_, b'\\', ..] => '\\',
            [_, b'/', ..] => '/',
            [_, b'b', ..] => '\u{8}',
            [_, b'f', ..] => '\u{c}',
            [_, b'n', ..] => '\n',
            [_, b'r', ..] => '\r',
            [_, b't', ..] => '\t',
            [_, b'u', ..] => return self.unicode_escape(at),
            [_] => {
                self.bump(1);
                return Err(self.syntax("an escape sequence"));
            }
            _ => return Err(self.fail(Kind::Escape, at)),
        };
        self.bump(2);
        Ok(plain)
    }

    fn unicode_escape(&mut self, at: usize) -> Result<char> {
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
    pub(crate) fn code_unit(&mut self) -> Result<u32> {
        let mut code = 0;
        for i in 2..6 {
            let Some(&byte) = self.rest().get(i) else {
                self.bump(self.left());
                return Err(self.syntax("four hexadecimal digits"));
            };
            let Some(digit) = char::from(byte).to_digit(16) else {
                return Err(self.fail(Kind::Escape, self.offset()));
            };
            code = code << 4 | digit;
        }
        self.bump(6);
        Ok(code)
    }
}
