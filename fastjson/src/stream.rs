//! [`Stream`]: values that stand one after another in one text.

use alloc::string::String;
use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::mem;

use crate::cursor::Cursor;
use crate::decode::Decode;
use crate::error::{Error, Kind, Result};

/// The values that stand one after another in one text: a line each (NDJSON, JSON Lines), between other white space, or with nothing in
/// between, as in `{}{}`.
///
/// A number, `true`, `false` and `null` end at white space, at the end of the text, or where a bracket, a brace, a quote, a comma or a
/// colon follows; strings, arrays and objects end by themselves.
///
/// ```
/// use fastjson::{FastJson, Stream};
///
/// #[derive(FastJson, Debug, PartialEq)]
/// struct Entry<'a> {
///     level: u8,
///     message: &'a str,
/// }
///
/// let log = r#"{"level": 3, "message": "started"}
/// {"level": 5, "message": "no disk"}
/// "#;
/// let entries = Stream::new(log).collect::<fastjson::Result<Vec<Entry>>>()?;
/// assert_eq!(entries[1], Entry { level: 5, message: "no disk" });
///
/// // Written the same way: each value, and a new line behind it.
/// let mut lines = Vec::new();
/// for entry in &entries {
///     fastjson::encode_into(entry, &mut lines)?;
///     lines.push(b'\n');
/// }
/// assert_eq!(lines, b"{\"level\":3,\"message\":\"started\"}\n{\"level\":5,\"message\":\"no disk\"}\n");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Errors
/// An item is an error where [`from_str`](crate::from_str) would give one, and where a number or a word goes on as neither: `12a`, `truefalse`.
/// It is the last item. (Where one bad line is to cost no other, decode line by line.) Line, column and offset are those in the whole
/// text; the path begins at the value.
///
/// ```
/// let mut stream = fastjson::Stream::<Vec<u8>>::new("[1, 2]\n[3, null]\n[4]\n");
/// assert_eq!(stream.next().unwrap()?, [1, 2]);
/// let err = stream.next().unwrap().unwrap_err();
/// assert_eq!(err.to_string(), "expected u8, found `null` at line 2 column 5, $[1]");
/// assert!(stream.next().is_none());
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// # Cost
/// That of [`from_str`](crate::from_str) for each value. Nothing is allocated but what the values hold, and one buffer for strings with escapes.
pub struct Stream<'de, T> {
    row: Row<'de>,
    values: PhantomData<fn() -> T>,
}

impl<'de, T: Decode<'de>> Stream<'de, T> {
    /// The values in `text`. The first is decoded when it is asked for.
    ///
    /// ```
    /// let mut stream = fastjson::Stream::<u32>::new("1 2\n3");
    /// assert!(stream.by_ref().map(Result::unwrap).eq([1, 2, 3]));
    /// assert!(stream.next().is_none());
    /// ```
    #[must_use]
    pub fn new(text: &'de str) -> Self {
        let row = Row { text, offset: 0, scratch: String::new(), is_over: false };
        Stream { row, values: PhantomData }
    }

    /// The values in `bytes`, which must be UTF-8.
    ///
    /// ```
    /// let stream = fastjson::Stream::from_slice(br#""a" "b""#)?;
    /// assert_eq!(stream.collect::<fastjson::Result<Vec<&str>>>()?, ["a", "b"]);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    ///
    /// # Errors
    /// When the bytes are not UTF-8, wherever in the text.
    pub fn from_slice(bytes: &'de [u8]) -> Result<Self> {
        Ok(Self::new(crate::utf8(bytes)?))
    }

    /// Decodes the next value [over another one](crate::from_str_in_place), whose memory it keeps; `None` where there is none, and
    /// `place` is as it was then.
    ///
    /// ```
    /// let mut stream = fastjson::Stream::<Vec<u32>>::new("[1, 2, 3]\n[4, 5]\n");
    /// let (mut row, mut sum) = (Vec::new(), 0);
    /// while let Some(result) = stream.next_in_place(&mut row) {
    ///     result?;
    ///     sum += row.iter().sum::<u32>();
    /// }
    /// assert_eq!(sum, 15);
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of an item. The value is then partly the old one and partly new.
    #[cfg(feature = "in_place")]
    pub fn next_in_place(&mut self, place: &mut T) -> Option<Result<()>>
    where
        T: 'de,
    {
        let mut cur = Cursor::resume(self.row.text, self.row.offset);
        if !self.row.begin(&mut cur) {
            return None;
        }
        let result = T::decode_in_place(&mut cur, place);
        let result = self.row.finish(&mut cur, result);
        // It is empty, and is not asked whether it is.
        mem::forget(cur);
        Some(result)
    }

    /// How many bytes have become values: the offset behind the last one, of the text's end when that is reached, and of the value at
    /// fault behind an error. So a text that was cut off ([`is_eof`](crate::Error::is_eof)) goes on there, once there is more of it.
    ///
    /// ```
    /// let text = "[1] [2] [3";
    /// let mut stream = fastjson::Stream::<[u8; 1]>::new(text);
    /// assert_eq!(stream.next().unwrap()?, [1]);
    /// assert_eq!(stream.byte_offset(), 3);
    /// assert_eq!(stream.next().unwrap()?, [2]);
    /// assert!(stream.next().unwrap().unwrap_err().is_eof());
    /// assert_eq!(text[stream.byte_offset()..], *"[3");
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    #[must_use]
    pub fn byte_offset(&self) -> usize {
        self.row.offset
    }
}

impl<'de, T: Decode<'de>> Iterator for Stream<'de, T> {
    type Item = Result<T>;

    #[inline]
    fn next(&mut self) -> Option<Result<T>> {
        let mut cur = Cursor::resume(self.row.text, self.row.offset);
        if !self.row.begin(&mut cur) {
            return None;
        }
        let mut out = None;
        let result = T::decode_slot(&mut cur, &mut out);
        let value = match self.row.finish(&mut cur, result) {
            Ok(()) => out.ok_or_else(|| self.row.unfilled(&cur)),
            Err(err) => Err(err),
        };
        // It is empty, and is not asked whether it is.
        mem::forget(cur);
        Some(value)
    }
}

impl<'de, T: Decode<'de>> FusedIterator for Stream<'de, T> {}

impl<T> fmt::Debug for Stream<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream")
            .field("offset", &self.row.offset)
            .field("left", &(self.row.text.len() - self.row.offset))
            .field("is_over", &self.row.is_over)
            .finish()
    }
}

/// What of a stream does not depend on the type of its values, and so is compiled once.
///
/// It keeps a place, and no cursor: that holds the address of a stack, and the stream may go to another thread between two values.
struct Row<'de> {
    text: &'de str,
    /// Behind the last value; then on the one that is being read, and there it stays if that is at fault.
    offset: usize,
    /// The cursor's, lent to the one of each value.
    scratch: String,
    is_over: bool,
}

impl<'de> Row<'de> {
    /// Lends what is kept to a cursor on the next value; `false` if there is none. (Returned from here, the cursor would be moved: a tenth
    /// of the time of short values.)
    #[inline]
    fn begin(&mut self, cur: &mut Cursor<'de>) -> bool {
        if self.is_over {
            return false;
        }
        self.offset = cur.offset();
        if cur.left() == 0 {
            return false;
        }
        if self.scratch.capacity() > 0 {
            cur.scratch = mem::take(&mut self.scratch);
        }
        true
    }

    /// What a decoder's result is once the value has been seen to end; an error learns its place, and is the last item. Nothing that would have
    /// to be dropped is left in the cursor.
    #[inline(never)]
    fn finish(&mut self, cur: &mut Cursor<'de>, result: Result<()>) -> Result<()> {
        let (start, end) = (self.offset, cur.offset());
        if cur.scratch.capacity() > 0 {
            self.scratch = mem::take(&mut cur.scratch);
        }
        let result = result.and_then(|()| {
            self.offset = end.max(start);
            // A hand-written decoder that takes nothing, or goes back, would be asked for ever.
            let is_read = end > start && self.is_end_of_value(start, end);
            if is_read { Ok(()) } else { Err(cur.fail(Kind::Trailing, end)) }
        });
        cur.empty();
        result.map_err(|err| self.fail(err, start, end))
    }

    /// Whether a value from `start` to `end` may end there. What may follow a number or a word is what serde_json lets follow.
    fn is_end_of_value(&self, start: usize, end: usize) -> bool {
        let text = self.text.as_bytes();
        let ends_itself = matches!(text[start], b'"' | b'[' | b'{');
        ends_itself
            || text.get(end).is_none_or(|next| {
                matches!(
                    next,
                    b' ' | b'\n' | b'\t' | b'\r' | b'"' | b'[' | b']' | b'{' | b'}' | b',' | b':'
                )
            })
    }

    /// A hand-written `decode_slot` returned `Ok` and left its slot empty.
    #[cold]
    fn unfilled(&mut self, cur: &Cursor<'de>) -> Error {
        let end = cur.offset();
        self.fail(cur.unfilled(end), end, end)
    }

    /// Places an error, made when the value that begins at `start` had been read as far as `here`. It is the last item: to place each of
    /// many errors would take time that grows with the square of the text.
    #[cold]
    fn fail(&mut self, err: Error, start: usize, here: usize) -> Error {
        self.is_over = true;
        err.locate(self.text.as_bytes(), start, here)
    }
}
