//! [`Cursor`]: the one reader, over text that is known to be UTF-8. All raw reads but the scanners' live here and in
//! `cursor/expected.rs`.
//!
//! The short functions are forced in line where code is optimized, and not where it is not: there every copy would only take stack
//! from the recursion (a level of a small recursive struct took 4.4 KB, and 127 levels are to fit into 384).

mod between;
mod errors;
mod expected;
mod marks;

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::marker::PhantomData;
use core::mem;

use self::between::is_white;
pub(crate) use self::expected::Gap;
use self::expected::{LEVELS, White};
use self::marks::Rare;
pub(crate) use self::marks::{Mark, Retry, Veil};
use crate::error::{Error, Kind, Result};
use crate::options::{MAX_DEPTH, Stack};
use crate::scan;

/// A place in a JSON text, and the functions that read on from there.
///
/// A hand-written [`Decode`](crate::Decode) impl gets one that stands on the first byte of its value and leaves it behind the
/// last. Other types are read by their own impls: `u32::decode(cur)?`.
///
/// ```
/// use fastjson::{Cursor, Decode, Result};
///
/// /// An array of points, summed while it is read.
/// struct Sum(f64);
///
/// impl<'de> Decode<'de> for Sum {
///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
///         let mut sum = 0.0;
///         let mut more = cur.array_start()?;
///         while more {
///             sum += f64::decode(cur)?;
///             more = cur.array_next()?;
///         }
///         Ok(Sum(sum))
///     }
/// }
///
/// assert_eq!(fastjson::from_str::<Sum>("[1, 2.5, 3]")?.0, 6.5);
/// # Ok::<(), fastjson::Error>(())
/// ```
// INVARIANT: `start <= cur <= end`, all in one allocation that is valid UTF-8 for `'de`, and `cur` is on a character boundary.
// INVARIANT: no user has two cursors of one `'de`, which could be exchanged for each other, so that what is known of the text would be of
// another one (`Gap`). A cursor is made and kept by the functions that decode, and lent to a `Decode` impl, which has no other state than the
// value it is to decode over: and that is `'de` itself, longer than any cursor is lent.
pub struct Cursor<'de> {
    cur: *const u8,
    end: *const u8,
    start: *const u8,
    /// How many more containers may be entered.
    depth: u32,
    stack: Stack,
    /// Where strings with escapes are put together.
    pub(crate) scratch: String,
    /// The depth inside the object of which some members are hidden; `NO_DEPTH` if there is none.
    veiled: u32,
    /// What white space stood in the containers of each level the last time. Levels share a place with others far away.
    layout: [White; LEVELS],
    /// How many elements arrays had the last time.
    lens: [u16; LEVELS],
    /// Whether the last colon that was searched for had other white space around it than a space behind it.
    has_odd_colons: bool,
    pub(crate) rare: Rare,
    text: PhantomData<&'de str>,
}

impl<'de> Cursor<'de> {
    /// At the first value of `text`.
    #[inline]
    pub(crate) fn new(text: &'de str) -> Cursor<'de> {
        Cursor::resume(text, 0)
    }

    /// At the first value behind `offset` of `text`. (White space is passed before there is a cursor:
    /// the optimizer would build one that is used here in another place than the caller's, and copy it.)
    #[inline(never)]
    pub(crate) fn resume(text: &'de str, offset: usize) -> Cursor<'de> {
        let rest = text.split_at(offset).1.as_bytes();
        let value = match rest.first() {
            Some(..=b' ') => rest.iter().position(|&b| !is_white(b)).unwrap_or(rest.len()),
            _ => 0,
        };
        let range = text.as_bytes().as_ptr_range();
        Cursor {
            cur: rest[value..].as_ptr(),
            end: range.end,
            start: range.start,
            depth: MAX_DEPTH,
            stack: Stack::here(),
            scratch: String::new(),
            veiled: marks::NO_DEPTH,
            layout: [White::NONE; LEVELS],
            lens: [0; LEVELS],
            has_odd_colons: false,
            rare: Rare::default(),
            text: PhantomData,
        }
    }

    /// What a decoder's result is once nothing but white space follows; an error learns its place. Nothing that would have to be dropped is left.
    #[inline(never)]
    pub(crate) fn finish(&mut self, result: Result<()>) -> Result<()> {
        if let Err(err) = result {
            return Err(self.located(err));
        }
        // Mostly the text ends here, and there is nothing to search.
        if self.left() > 0 {
            self.white();
            if self.left() > 0 {
                let err = self.fail(Kind::Trailing, self.offset());
                return Err(self.located(err));
            }
        }
        self.empty();
        Ok(())
    }

    /// An error that knows its place. Nothing that would have to be dropped is left.
    #[cold]
    #[inline(never)]
    pub(crate) fn located(&mut self, err: Error) -> Error {
        self.empty();
        let here = self.offset();
        self.rewind(0);
        err.locate(self.rest(), 0, here)
    }

    /// Drops what would have to be dropped. (It is asked first: to empty what is empty was 6 of the 22 ns that a text of one digit took.)
    #[inline]
    pub(crate) fn empty(&mut self) {
        if self.scratch.capacity() > 0 || self.rare.has_memory() {
            self.drop_memory();
        }
    }

    #[inline(never)]
    fn drop_memory(&mut self) {
        drop(mem::take(&mut self.scratch));
        drop(mem::take(&mut self.rare));
    }

    /// How many bytes of the text lie before the cursor.
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// struct It(usize);
    /// impl<'de> Decode<'de> for It {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         let at = cur.offset();
    ///         cur.skip_value()?;
    ///         Ok(It(at))
    ///     }
    /// }
    /// assert_eq!(fastjson::from_str::<Vec<It>>("[0, 0]")?[1].0, 4);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn offset(&self) -> usize {
        self.cur.addr() - self.start.addr()
    }

    /// How many bytes lie between the cursor and the end.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn left(&self) -> usize {
        self.end.addr() - self.cur.addr()
    }

    /// The byte at the cursor; 0, which no JSON token begins with, at the end of the text.
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// struct It(u8);
    /// impl<'de> Decode<'de> for It {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         let first = cur.peek();
    ///         cur.skip_value()?;
    ///         Ok(It(first))
    ///     }
    /// }
    /// assert_eq!(fastjson::from_str::<It>("{}")?.0, b'{');
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn peek(&self) -> u8 {
        // SAFETY: `cur < end` is in the text, by the invariant.
        if self.cur < self.end { unsafe { *self.cur } } else { 0 }
    }

    /// The rest of the text, as bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn rest(&self) -> &'de [u8] {
        // SAFETY: the text from `cur` to `end` is readable for `'de`, by the invariant.
        unsafe { core::slice::from_raw_parts(self.cur, self.left()) }
    }

    /// The text from `at` on, as bytes.
    #[cfg(feature = "std")]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn since(&self, at: usize) -> &'de [u8] {
        self.whole().as_bytes().get(at..).unwrap_or_default()
    }

    /// The text up to the cursor.
    pub(crate) fn before(&self) -> &'de [u8] {
        self.whole().as_bytes().get(..self.offset()).unwrap_or_default()
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn whole(&self) -> &'de str {
        let len = self.end.addr() - self.start.addr();
        // SAFETY: the whole text is readable and UTF-8 for `'de`, by the invariant.
        unsafe { str::from_utf8_unchecked(core::slice::from_raw_parts(self.start, len)) }
    }

    /// Steps over `n` bytes, which must end on a character boundary inside the text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn bump(&mut self, n: usize) {
        debug_assert!(n <= self.left());
        debug_assert!(self.rest().get(n).is_none_or(|b| b & 0xc0 != 0x80));
        // SAFETY: inside the text, as the callers (all in this crate) have seen by looking at these bytes.
        self.cur = unsafe { self.cur.add(n) };
    }

    /// The text of the next `n` bytes, which must end on a character boundary inside the text.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn text(&self, n: usize) -> &'de str {
        debug_assert!(n <= self.left());
        debug_assert!(self.rest().get(n).is_none_or(|b| b & 0xc0 != 0x80));
        // SAFETY: valid UTF-8 between two character boundaries, by the invariant and the callers' look at the bytes.
        unsafe { str::from_utf8_unchecked(core::slice::from_raw_parts(self.cur, n)) }
    }

    /// Goes back (or on) to `offset`, for types that look ahead. Behind an error the cursor stands anywhere, and containers that were entered
    /// still count as levels: what may fail is for [`attempt`](Cursor::attempt).
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// struct It(usize);
    /// impl<'de> Decode<'de> for It {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         // Read the value twice: first to check it, then to take it.
    ///         let at = cur.offset();
    ///         cur.skip_value()?;
    ///         cur.rewind(at);
    ///         Ok(It(usize::decode(cur)?))
    ///     }
    /// }
    /// assert_eq!(fastjson::from_str::<It>("7")?.0, 7);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    ///
    /// # Panics
    /// When `offset` is not a character boundary of the text.
    pub fn rewind(&mut self, offset: usize) {
        let text = self.whole();
        assert!(text.is_char_boundary(offset), "offset {offset} is not a place in the text");
        // SAFETY: `offset <= len`, as `is_char_boundary` has checked.
        self.cur = unsafe { self.start.add(offset) };
    }

    /// Steps over `literal` if it stands here.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat(&mut self, literal: &str) -> bool {
        let n = literal.len();
        // SAFETY: both have `n` bytes.
        let is_here = n <= self.left() && unsafe { equal(self.cur, literal.as_ptr(), n) };
        if is_here {
            // SAFETY: these `n` bytes are in the text, and end where a `str` ends.
            self.cur = unsafe { self.cur.add(n) };
        }
        is_here
    }

    /// Goes one level down. The functions for arrays and objects call it; a type that may hold itself without either in between
    /// does so itself.
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// struct It(usize);
    /// impl<'de> Decode<'de> for It {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         // However many of them hold each other, the stack is safe.
    ///         cur.enter()?;
    ///         let inner = usize::decode(cur)?;
    ///         cur.leave();
    ///         Ok(It(inner))
    ///     }
    /// }
    /// assert_eq!(fastjson::from_str::<It>("7")?.0, 7);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    ///
    /// # Errors
    /// Beyond 127 levels, or 256 KiB of stack (384 KiB in debug builds).
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn enter(&mut self) -> Result<()> {
        if self.depth == 0 || self.stack.is_exhausted() {
            return Err(self.too_deep());
        }
        self.depth -= 1;
        Ok(())
    }

    /// Comes back from [`enter`](Cursor::enter), where an example stands; after an error there is no need to.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn leave(&mut self) {
        self.depth = (self.depth + 1).min(MAX_DEPTH);
    }

    /// How many more containers may be entered.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn depth(&self) -> u32 {
        self.depth
    }

    /// [`leave`](Cursor::leave), to what [`depth`](Cursor::depth) was before (though a `Decode` impl has left once more than it has entered).
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn leave_to(&mut self, depth: u32) {
        self.depth = depth;
    }

    /// Fails where the recursion has taken all the stack it may. For pointers, which take no level.
    #[inline]
    pub(crate) fn check_stack(&self) -> Result<()> {
        if self.stack.is_exhausted() { Err(self.too_deep()) } else { Ok(()) }
    }

    /// Steps into an array; `true` if there is an element, on which the cursor then stands. An example stands at [`Cursor`].
    ///
    /// # Errors
    /// When there is no array, or too many levels of them.
    #[inline]
    pub fn array_start(&mut self) -> Result<bool> {
        if self.peek() != b'[' {
            return Err(self.expected("an array"));
        }
        self.enter()?;
        self.bump(1);
        self.white();
        Ok(self.first_element())
    }

    /// Steps over an array without elements and without white space, if one stands here and may.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn eat_empty_array(&mut self) -> bool {
        self.depth > 0 && self.eat("[]")
    }

    /// From behind an opening bracket and white space to the first element, or out of the array if there is none.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn first_element(&mut self) -> bool {
        let is_empty = self.peek() == b']';
        if is_empty {
            self.bump(1);
            self.leave();
        }
        !is_empty
    }

    /// Steps into an object; `true` if there is a member, on whose name the cursor then stands.
    ///
    /// ```
    /// use fastjson::{Cursor, Decode, Result};
    ///
    /// struct Names(Vec<String>);
    ///
    /// impl<'de> Decode<'de> for Names {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         let mut names = Vec::new();
    ///         let mut more = cur.object_start()?;
    ///         while more {
    ///             names.push(String::decode(cur)?);
    ///             cur.colon()?;
    ///             cur.skip_value()?;
    ///             more = cur.object_next()?;
    ///         }
    ///         Ok(Names(names))
    ///     }
    /// }
    ///
    /// assert_eq!(fastjson::from_str::<Names>(r#"{"a": 1, "b": [2]}"#)?.0, ["a", "b"]);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    ///
    /// # Errors
    /// When there is no object, or too many levels of them, or no name in it.
    #[inline]
    pub fn object_start(&mut self) -> Result<bool> {
        if self.peek() != b'{' {
            return Err(self.expected("an object"));
        }
        self.enter()?;
        self.bump(1);
        self.white();
        self.first_member()
    }

    /// From behind an opening brace and white space to the first name, if there is one.
    #[inline]
    pub(crate) fn first_member(&mut self) -> Result<bool> {
        match self.peek() {
            b'"' if self.is_in_veiled() => self.visible_member(true),
            b'"' => Ok(true),
            b'}' => {
                self.bump(1);
                self.leave();
                Ok(false)
            }
            _ => Err(self.syntax("a name or `}`")),
        }
    }

    /// Reads `null` if it stands here.
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// struct It(usize);
    /// impl<'de> Decode<'de> for It {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         Ok(It(if cur.null() { 0 } else { usize::decode(cur)? }))
    ///     }
    /// }
    /// assert_eq!(fastjson::from_str::<It>("null")?.0, 0);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    #[inline]
    pub fn null(&mut self) -> bool {
        self.peek() == b'n' && self.eat("null")
    }

    /// Reads `true` or `false`.
    #[inline]
    pub(crate) fn bool(&mut self) -> Result<bool> {
        if self.eat("true") {
            Ok(true)
        } else if self.eat("false") {
            Ok(false)
        } else {
            Err(self.expected("a boolean"))
        }
    }

    /// A string without escapes, borrowed from the text. `None`, and the cursor unmoved, if there is none here.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn plain_string(&mut self) -> Option<&'de str> {
        let [b'"', body @ ..] = self.rest() else { return None };
        let n = scan::special(body);
        if *body.get(n)? != b'"' {
            return None;
        }
        self.bump(1);
        let text = self.text(n);
        self.bump(n + 1);
        Some(text)
    }

    /// [`plain_string`](Cursor::plain_string), in memory of its own.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn plain_owned(&mut self) -> Option<String> {
        let rest = self.rest();
        let n = self.plain_string()?.len();
        // SAFETY: behind the quote stand so many bytes of a string.
        Some(unsafe { scan::owned(&rest[1..], n) })
    }

    /// Reads a string into the memory of another one, escapes or not. After an error it holds some text.
    pub(crate) fn string_in_place(&mut self, place: &mut String) -> Result<()> {
        let rest = self.rest();
        if let Some(text) = self.plain_string() {
            // SAFETY: behind the quote stand so many bytes of a string.
            unsafe { scan::replace(&rest[1..], text.len(), place) };
            return Ok(());
        }
        // It lends its memory as scratch. (Which takes some room beyond what it writes: a place that has been short grows, once.)
        mem::swap(&mut self.scratch, place);
        let result = self.unescaped().map(drop);
        mem::swap(&mut self.scratch, place);
        result
    }

    /// Reads a string: borrowed from the text where it holds no escape.
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// struct IsBorrowed(bool);
    /// impl<'de> Decode<'de> for IsBorrowed {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         Ok(IsBorrowed(matches!(cur.string()?, std::borrow::Cow::Borrowed(_))))
    ///     }
    /// }
    /// assert!(fastjson::from_str::<IsBorrowed>(r#""plain""#)?.0);
    /// assert!(!fastjson::from_str::<IsBorrowed>(r#""new\nline""#)?.0);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    ///
    /// # Errors
    /// When there is no string.
    #[inline]
    pub fn string(&mut self) -> Result<Cow<'de, str>> {
        match self.plain_string() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => Ok(Cow::Owned(self.unescaped()?.into())),
        }
    }

    /// Steps over one value, which must be valid JSON. Takes neither levels nor stack, and no memory but what a
    /// thread keeps about the names that it has met (32 KiB, with `std`) and a bit for each level beyond 64.
    ///
    /// ```
    /// # use fastjson::{Cursor, Decode, Result};
    /// struct It(usize);
    /// impl<'de> Decode<'de> for It {
    ///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
    ///         let start = cur.offset();
    ///         cur.skip_value()?;
    ///         Ok(It(cur.offset() - start))
    ///     }
    /// }
    /// assert_eq!(fastjson::from_str::<It>("[1, {}]")?.0, 7);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    ///
    /// # Errors
    /// When there is no value, or it is not JSON.
    pub fn skip_value(&mut self) -> Result<()> {
        crate::skip::value(self)
    }
}

/// Whether two names are the same. (`==` calls a function for it.)
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn same(a: &str, b: &str) -> bool {
    // SAFETY: both have that many bytes.
    a.len() == b.len() && unsafe { equal(a.as_ptr(), b.as_ptr(), a.len()) }
}

/// Whether the `n` bytes at `a` and at `b` are the same: short comparisons in line, by two overlapping words.
///
/// # Safety
/// `n` bytes must be readable at both.
#[cfg_attr(not(debug_assertions), inline(always))]
unsafe fn equal(a: *const u8, b: *const u8, n: usize) -> bool {
    // SAFETY: every read lies inside the `n` bytes.
    unsafe {
        let word = |p: *const u8, i: usize| p.add(i).cast::<u64>().read_unaligned();
        let half = |p: *const u8, i: usize| p.add(i).cast::<u32>().read_unaligned();
        let quarter = |p: *const u8, i: usize| p.add(i).cast::<u16>().read_unaligned();
        let double = |p: *const u8, i: usize| p.add(i).cast::<u128>().read_unaligned();
        if n >= 16 {
            let mut i = 0;
            while i + 16 < n {
                if double(a, i) != double(b, i) {
                    return false;
                }
                i += 16;
            }
            double(a, n - 16) == double(b, n - 16)
        } else if n >= 8 {
            word(a, 0) == word(b, 0) && word(a, n - 8) == word(b, n - 8)
        } else if n >= 4 {
            half(a, 0) == half(b, 0) && half(a, n - 4) == half(b, n - 4)
        } else if n >= 2 {
            quarter(a, 0) == quarter(b, 0) && quarter(a, n - 2) == quarter(b, n - 2)
        } else {
            n == 0 || *a == *b
        }
    }
}

impl fmt::Debug for Cursor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cursor")
            .field("offset", &self.offset())
            .field("left", &self.left())
            .finish()
    }
}

#[cfg(test)]
mod tests;
