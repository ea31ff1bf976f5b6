//! What lies between values: white space, colons, commas and closing brackets.

use super::Cursor;
use crate::error::Result;
use crate::scan;

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
        if let Some(n) = scan::short_indentation(self.rest()) {
            self.bump(n);
            if self.peek() > b' ' {
                return;
            }
        }
        self.any_white();
    }

    /// White space of any kind and length.
    #[inline(never)]
    fn any_white(&mut self) {
        loop {
            self.bump(scan::not_indentation(self.rest()));
            match self.peek() {
                b'\t' | b'\r' => self.bump(1),
                _ => return,
            }
        }
    }

    /// White space behind a colon, mostly one space or none.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn white_behind_colon(&mut self) {
        if self.peek() <= b' ' {
            if self.peek() == b' ' {
                self.bump(1);
            }
            self.white();
        }
    }

    /// White space behind a comma, which is mostly as long as `indentation`, the last one. Taken first and looked at then, it need not be
    /// waited for: the cursor's place is what all that follows depends on.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn white_line(&mut self, indentation: &mut usize) {
        if self.peek() <= b' ' {
            if scan::is_indentation(self.rest(), *indentation) {
                self.bump(*indentation);
            } else {
                let start = self.offset();
                self.white_run();
                *indentation = self.offset() - start;
            }
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
    #[inline]
    pub fn array_next(&mut self) -> Result<bool> {
        self.next_element(&mut 0)
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
        self.punctuation(b':', "`:`")?;
        self.white_behind_colon();
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

    /// [`object_next`](Cursor::object_next) where it is worth its size.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn object_next_in_line(&mut self) -> Result<bool> {
        if self.is_in_veiled() { self.object_next() } else { self.any_object_next() }
    }

    /// [`object_next`](Cursor::object_next), where no member is hidden or all of them are wanted.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn any_object_next(&mut self) -> Result<bool> {
        self.next_member(&mut 0)
    }

    /// The same, where the white space behind the comma is mostly as long as the last time, which `indentation` remembers.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn next_member(&mut self, indentation: &mut usize) -> Result<bool> {
        let more = self.next(indentation, b'}', "`,` or `}`")?;
        if more && self.peek() != b'"' {
            return Err(self.syntax("a name"));
        }
        Ok(more)
    }

    /// [`array_next`](Cursor::array_next), which remembers as [`next_member`](Cursor::next_member).
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn next_element(&mut self, indentation: &mut usize) -> Result<bool> {
        self.next(indentation, b']', "`,` or `]`")
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn next(&mut self, indentation: &mut usize, close: u8, expected: &'static str) -> Result<bool> {
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
        self.white_line(indentation);
        Ok(true)
    }
}
