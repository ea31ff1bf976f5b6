//! What lies between values: white space, colons, commas and closing brackets.

use super::Cursor;
use crate::error::Result;
use crate::scan;

/// Whether a byte is JSON's white space.
#[inline(always)]
pub(super) fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\t' | b'\r')
}

impl Cursor<'_> {
    /// Steps over white space. The functions here leave the cursor where there is none, so it is seldom needed.
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// struct It(usize);
    /// impl<'de> Decode<'de> for It {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         cur.white();
    ///         Ok(It(usize::decode(cur)?))
    ///     }
    /// }
    /// assert_eq!(fastjson::from_str::<It>("7")?.0, 7);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn white(&mut self) {
        if self.peek() <= b' ' {
            self.white_run();
        }
    }

    /// White space that begins here, mostly a new line and its indentation.
    #[inline(never)]
    fn white_run(&mut self) {
        match scan::near_not_white(self.rest()) {
            Some(n) => self.bump(n),
            None if self.left() >= scan::INDENTATION => self.bump(scan::not_white(self.rest())),
            None => self.few_white(),
        }
    }

    /// White space near the end of a text, where a search would take longer to begin.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn few_white(&mut self) {
        while is_white(self.peek()) {
            self.bump(1);
        }
    }

    /// White space behind a colon or a comma, mostly one space or none.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn white_behind_mark(&mut self) {
        if self.peek() <= b' ' {
            if self.peek() == b' ' {
                self.bump(1);
            }
            self.white();
        }
    }

    /// [`white`](Cursor::white) behind an opening mark or a comma of a level.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn white_of(&mut self, level: usize) {
        if self.peek() <= b' ' && !self.eat_white(level) {
            self.note_white(level);
        }
    }

    /// [`white`](Cursor::white), mostly before a closing mark, which stands as far in as what is around the container.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn closing_white(&mut self, level: usize) {
        if self.peek() <= b' ' && !self.eat_white(level + 1) {
            self.white_run();
        }
    }

    /// Steps over `byte` (ASCII) or says that `expected` should stand here.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn punctuation(&mut self, byte: u8, expected: &'static str) -> Result<()> {
        if self.peek() != byte {
            self.white();
            if self.peek() != byte {
                return Err(self.syntax(expected));
            }
        }
        self.bump(1);
        Ok(())
    }

    /// Steps from behind an element to the next one (`true`) or out of the array (`false`). An example stands at [`Cursor`].
    ///
    /// # Errors
    /// When there is neither a comma nor a closing bracket.
    #[inline(never)]
    pub fn array_next(&mut self) -> Result<bool> {
        let more = self.comma(b']', "`,` or `]`")?;
        if more {
            self.white();
        }
        Ok(more)
    }

    /// Steps over the colon to the member's value. An example stands at [`object_start`](Cursor::object_start).
    ///
    /// # Errors
    /// When there is none.
    #[inline]
    pub fn colon(&mut self) -> Result<()> {
        self.colon_in_line()
    }

    /// [`colon`](Cursor::colon) where it is worth its size.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn colon_in_line(&mut self) -> Result<()> {
        if self.eat_usual_colon() { Ok(()) } else { self.any_colon() }
    }

    /// Steps over a colon and a space behind it, if that is all that stands here before a value.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn eat_usual_colon(&mut self) -> bool {
        match self.rest() {
            [b':', b' ', value, ..] if *value > b' ' => self.bump(2),
            [b':', value, _, ..] if *value > b' ' => self.bump(1),
            _ => return false,
        }
        true
    }

    /// [`colon`](Cursor::colon), whatever white space stands before and behind it.
    #[inline(never)]
    fn any_colon(&mut self) -> Result<()> {
        self.has_odd_colons = true;
        self.punctuation(b':', "`:`")?;
        self.white_behind_mark();
        Ok(())
    }

    /// Steps from behind a member to the name of the next one (`true`) or out of the object (`false`). An example stands at
    /// [`object_start`](Cursor::object_start).
    ///
    /// # Errors
    /// When there is neither a comma and a name nor a closing brace.
    #[inline]
    pub fn object_next(&mut self) -> Result<bool> {
        let is_veiled = self.is_in_veiled();
        let more = self.any_object_next()?;
        if is_veiled { self.visible_member(more) } else { Ok(more) }
    }

    /// [`object_next`](Cursor::object_next), where no member is hidden or all of them are wanted.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn any_object_next(&mut self) -> Result<bool> {
        let more = self.comma(b'}', "`,` or `}`")?;
        if more {
            self.white();
            self.at_name()?;
        }
        Ok(more)
    }

    /// Steps over the brace that closes the object of a level, as mostly follows (`true`). Else the cursor stands on the next name.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn object_over(&mut self, level: usize) -> Result<bool> {
        if self.peek() != b'}' {
            self.closing_white(level);
            match self.peek() {
                b'}' => {}
                b',' => {
                    self.next_name(level)?;
                    return Ok(false);
                }
                _ => return Err(self.syntax("`,` or `}`")),
            }
        }
        self.bump(1);
        Ok(true)
    }

    /// From a comma in an object of a level to the name behind it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn next_name(&mut self, level: usize) -> Result<()> {
        self.bump(1);
        if self.peek() > b' ' {
            self.note_no_white(level);
        } else {
            self.white_of(level);
        }
        self.at_name()
    }

    /// Says that there should be a name, if there is none.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn at_name(&self) -> Result<()> {
        if self.peek() == b'"' { Ok(()) } else { Err(self.syntax("a name")) }
    }

    /// Whether the array is over; it mostly is, and is left then. Else the cursor stands on the next element.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn array_over(&mut self) -> Result<bool> {
        if self.peek() == b']' {
            self.bump(1);
            self.leave();
            return Ok(true);
        }
        Ok(!self.array_next()?)
    }

    /// [`array_start`](Cursor::array_start); the level of the array if there is an element.
    #[inline(never)]
    pub(crate) fn elements_start(&mut self) -> Result<Option<usize>> {
        if self.peek() != b'[' {
            return Err(self.expected("an array"));
        }
        self.enter()?;
        self.bump(1);
        let level = self.level(0);
        self.white_of(level);
        Ok(self.first_element().then_some(level))
    }

    /// [`array_next`](Cursor::array_next) in an array of a level.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn elements_next(&mut self, level: usize) -> Result<bool> {
        if self.peek() == b',' {
            self.bump(1);
            self.white_of(level);
            return Ok(true);
        }
        self.other_elements_next(level)
    }

    /// The same, where mostly no element follows.
    #[inline(never)]
    fn other_elements_next(&mut self, level: usize) -> Result<bool> {
        self.closing_white(level);
        Ok(!self.array_over()?)
    }

    /// Steps over a comma (`true`) or out of the array or object.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn comma(&mut self, close: u8, expected: &'static str) -> Result<bool> {
        if self.peek() != b',' {
            self.white();
            if self.peek() == close {
                self.bump(1);
                self.leave();
                return Ok(false);
            }
            if self.peek() != b',' {
                return Err(self.syntax(expected));
            }
        }
        self.bump(1);
        Ok(true)
    }
}
