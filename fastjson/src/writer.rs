//! [`Writer`]: the one sink of all encoders, and [`Run`], a stretch of it with a constant budget. All raw writes but the scanners'
//! live here.
//!
//! Encoders are compiled once, not once for each sink: a writer fills a piece of memory (the entrance's scratch on the stack, or a `Vec`),
//! and only where that is full does it matter where the bytes go.
//!
//! What a derived encoder calls is forced in line where code is optimized (left to the compiler, twitter fell from 4.1 to 2.4 times
//! serde_json's speed), and not where it is not: there it would only make users' debug builds slower.

use alloc::vec::Vec;
use core::fmt;
use core::mem::MaybeUninit;

use crate::encode::{Encode, Lead, Parts};
use crate::error::{Error, Result};
use crate::number;
use crate::options::Stack;
use crate::scan;

/// What a float takes from the budget of a run: the printer's buffer.
pub(crate) const FLOAT: usize = size_of::<zmij::Buffer>();
const _: () = assert!(align_of::<zmij::Buffer>() == 1);

/// The places to which the parts of some elements are printed before they are moved together.
struct Places {
    /// How many elements are printed at a time.
    elements: usize,
    /// The comma and the longest part.
    stride: usize,
}

impl Places {
    const COUNT: usize = 8;

    /// `None` where places do not pay: parts too short to be floats, and too long or too many for the scratch.
    const fn of(parts: Parts) -> Option<Places> {
        match parts.max {
            Some(max)
                if max >= FLOAT
                    && max < SCRATCH / Places::COUNT
                    && parts.count <= Places::COUNT =>
            {
                Some(Places { elements: Places::COUNT / parts.count, stride: 1 + max })
            }
            _ => None,
        }
    }
}

/// How much of a fresh encode goes to the stack.
pub(crate) const SCRATCH: usize = 2048;
pub(crate) type Scratch = [MaybeUninit<u8>; SCRATCH];

/// Where the bytes go that no longer fit.
enum Home<'w> {
    /// The scratch is borrowed; beyond it, a `Vec` of the writer's own.
    Scratch,
    /// Grown out of the scratch.
    Own(Vec<u8>),
    /// The caller's.
    Vec(&'w mut Vec<u8>),
    /// The buffer is drained into a sink whenever it is full.
    #[cfg(feature = "std")]
    Sink(Vec<u8>, &'w mut dyn std::io::Write),
}

/// The JSON text while it is written.
///
/// A hand-written [`Encode`](crate::Encode) impl gets one and writes exactly one value, by the functions here or by other types'
/// impls. Text can only be written as `&str`, `char` or number, so what is written is always UTF-8; that it is JSON is the
/// impl's duty.
///
/// ```
/// use fastjson::{Encode, Result, Writer};
///
/// struct Rgb(u8, u8, u8);
///
/// impl Encode for Rgb {
///     fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
///         w.literal("[");
///         self.0.encode(w)?;
///         w.literal(",");
///         self.1.encode(w)?;
///         w.literal(",");
///         self.2.encode(w)?;
///         w.literal("]");
///         Ok(())
///     }
/// }
///
/// assert_eq!(fastjson::to_string(&Rgb(1, 2, 3))?, "[1,2,3]");
/// # Ok::<(), fastjson::Error>(())
/// ```
// INVARIANT: `buf` is valid for writes of `cap` bytes, for as long as `home` is not touched; the first `len <= cap` of them are
// initialized; all text so far (what went to the sink, then these) is UTF-8. `buf` points into the scratch or into the heap memory
// of the `Vec` in `home`, never into the writer itself, so the writer may move.
pub struct Writer<'w> {
    buf: *mut u8,
    len: usize,
    cap: usize,
    home: Home<'w>,
    stack: Stack,
    /// The first failure of the sink; nothing is written any more after it.
    #[cfg(feature = "std")]
    failure: Option<std::io::Error>,
}

impl<'w> Writer<'w> {
    fn new(buf: *mut u8, len: usize, cap: usize, home: Home<'w>) -> Writer<'w> {
        Writer {
            buf,
            len,
            cap,
            home,
            stack: Stack::here(),
            #[cfg(feature = "std")]
            failure: None,
        }
    }

    /// Into `scratch`, and beyond it into a `Vec`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn fresh(scratch: &'w mut Scratch) -> Writer<'w> {
        Writer::new(scratch.as_mut_ptr().cast(), 0, SCRATCH, Home::Scratch)
    }

    /// Behind what `vec` holds.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn append(vec: &'w mut Vec<u8>) -> Writer<'w> {
        Writer::new(vec.as_mut_ptr(), vec.len(), vec.capacity(), Home::Vec(vec))
    }

    /// Into `sink`, a buffer at a time.
    #[cfg(feature = "std")]
    pub(crate) fn drain(sink: &'w mut dyn std::io::Write) -> Writer<'w> {
        const BUFFER: usize = 16 << 10;
        let mut vec = Vec::with_capacity(BUFFER);
        Writer::new(vec.as_mut_ptr(), 0, vec.capacity(), Home::Sink(vec, sink))
    }

    /// The text as a `Vec` of its size (or of its own growth).
    pub(crate) fn into_vec(mut self) -> Vec<u8> {
        match core::mem::replace(&mut self.home, Home::Scratch) {
            Home::Own(mut vec) => {
                // SAFETY: `buf` is this `Vec`'s memory, of which `len` bytes are initialized.
                unsafe { vec.set_len(self.len) };
                vec
            }
            // SAFETY: `buf` holds `len` initialized bytes; `Vec`s and sinks end elsewhere, and hold them as well.
            _ => unsafe { core::slice::from_raw_parts(self.buf, self.len) }.to_vec(),
        }
    }

    /// Leaves the text in the caller's `Vec`.
    pub(crate) fn finish(self) {
        if let Home::Vec(vec) = self.home {
            // SAFETY: `buf` is this `Vec`'s memory, of which `len` bytes are initialized.
            unsafe { vec.set_len(self.len) };
        }
    }

    /// Hands the rest of the text to the sink.
    #[cfg(feature = "std")]
    pub(crate) fn flush(mut self) -> Result<()> {
        self.spill();
        match self.failure {
            Some(err) => Err(err.into()),
            None => Ok(()),
        }
    }

    /// Hands the text to the sink, if there is one, and forgets it.
    #[cfg(feature = "std")]
    fn spill(&mut self) {
        if let Home::Sink(_, sink) = &mut self.home {
            if self.failure.is_none() {
                // SAFETY: `len` bytes are initialized.
                let text = unsafe { core::slice::from_raw_parts(self.buf, self.len) };
                self.failure = sink.write_all(text).err();
            }
            self.len = 0;
        }
    }

    /// Makes room for `n` more bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reserve(&mut self, n: usize) {
        if self.cap - self.len < n {
            self.grow(n);
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, n: usize) {
        #[cfg(feature = "std")]
        self.spill();
        let len = self.len;
        let vec = match &mut self.home {
            Home::Scratch => {
                let mut vec = Vec::with_capacity((2 * self.cap).max(len + n));
                // SAFETY: `buf` holds `len` initialized bytes.
                vec.extend_from_slice(unsafe { core::slice::from_raw_parts(self.buf, len) });
                self.home = Home::Own(vec);
                let Home::Own(vec) = &mut self.home else { return };
                vec
            }
            Home::Own(vec) => vec,
            Home::Vec(vec) => vec,
            #[cfg(feature = "std")]
            Home::Sink(vec, _) => vec,
        };
        // SAFETY: `buf` is this `Vec`'s memory (copied a few lines above, if it was not), of which `len` bytes are initialized.
        unsafe { vec.set_len(len) };
        vec.reserve(n);
        self.buf = vec.as_mut_ptr();
        self.cap = vec.capacity();
    }

    /// Writes `text` as it is: punctuation, or JSON that is known to be right. An example stands at [`Writer`].
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn literal(&mut self, text: &str) {
        self.reserve(text.len());
        // SAFETY: there is room for the text, which cannot overlap with memory borrowed or owned by the writer.
        unsafe {
            core::ptr::copy_nonoverlapping(text.as_ptr(), self.buf.add(self.len), text.len());
        }
        self.len += text.len();
    }

    /// Writes an array of elements for which it pays; `false`, and nothing, where it does not.
    ///
    /// Where an element goes depends on the length of the one before, and processors hold the loads of later elements back until they
    /// know where earlier stores went: floats that are printed one behind the other do not overlap in time. So some
    /// are printed to places of their own first, and moved together afterwards (21.3 → 15.3 ns a number of canada).
    #[inline]
    pub(crate) fn elements<T: Encode>(&mut self, elements: &[T]) -> bool {
        let Some(places) = (const { Places::of(T::PARTS) }) else { return false };
        if elements.len() < Places::COUNT / 2 {
            return false;
        }
        let mut scratch = [MaybeUninit::uninit(); SCRATCH];
        let mut aside = Writer::fresh(&mut scratch);
        let mut lead = b'[';
        for elements in elements.chunks(places.elements) {
            let mut lengths = [0; Places::COUNT];
            for (i, element) in elements.iter().enumerate() {
                for part in 0..T::PARTS.count {
                    let i = i * T::PARTS.count + part;
                    aside.len = i * places.stride;
                    let mut run = aside.run(places.stride);
                    if part == 0 {
                        run.literal(",");
                    }
                    element.encode_part(part, &mut run);
                    run.end();
                    lengths[i] = aside.len - i * places.stride;
                }
            }
            let count = elements.len() * T::PARTS.count;
            self.reserve(count * places.stride);
            let start = self.len;
            for (i, length) in lengths.into_iter().take(count).enumerate() {
                // SAFETY: the part's place lies in the scratch, as its run has made sure; room for all places was
                // reserved, and each part takes at most one. Bytes behind its text may be anything, and do not count.
                unsafe {
                    let from = aside.buf.add(i * places.stride).cast::<MaybeUninit<u8>>();
                    let to = self.buf.add(self.len).cast::<MaybeUninit<u8>>();
                    core::ptr::copy_nonoverlapping(from, to, places.stride);
                }
                self.len += length;
            }
            // SAFETY: the first element of these stands there, and begins with a comma.
            unsafe { self.buf.add(start).write(lead) };
            lead = b',';
        }
        self.literal("]");
        true
    }

    /// Writes `text` as a JSON string: quoted and escaped.
    ///
    /// Escaped are quote, backslash and controls, as serde_json does: `\b \t \n \f \r` by letter, others as `\u00xx`.
    ///
    /// ```
    /// assert_eq!(fastjson::to_string("a\"\n\u{1}é/\u{7f}")?, "\"a\\\"\\n\\u0001é/\u{7f}\"");
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    #[inline(never)]
    pub fn string(&mut self, text: &str) {
        let mut rest = text.as_bytes();
        // Room for the rest as it is, both quotes and the scanner's slack is kept all the while; each escape asks again.
        const AROUND: usize = 2 + scan::SLACK;
        self.reserve(rest.len() + AROUND);
        // SAFETY: there is room for this quote.
        unsafe { self.buf.add(self.len).write(b'"') };
        self.len += 1;
        loop {
            // SAFETY: there is room for the rest and the slack, and `text` cannot overlap with the writer's memory.
            let plain = unsafe { scan::copy_plain(rest, self.buf.add(self.len)) };
            self.len += plain;
            let [special, tail @ ..] = &rest[plain..] else { break };
            let (escape, n) = escape(*special);
            self.reserve(escape.len() + tail.len() + AROUND);
            // SAFETY: there is room for eight bytes here, of which the first `n` are ASCII and count.
            unsafe { self.buf.add(self.len).cast::<[u8; 8]>().write(escape) };
            self.len += n;
            rest = tail;
        }
        // SAFETY: there is room for this quote.
        unsafe { self.buf.add(self.len).write(b'"') };
        self.len += 1;
    }

    /// Starts a run with room for `budget` bytes.
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn run(&mut self, budget: usize) -> Run<'_, 'w> {
        self.reserve(budget);
        Run { at: self.len, budget, w: self }
    }

    /// Goes one level down. Types that hold others call it, so that no value overflows the stack; arrays and derived types do.
    ///
    /// ```
    /// # use fastjson::{Encode, Result, Writer};
    /// struct Wrapped<T>(T);
    /// impl<T: Encode> Encode for Wrapped<T> {
    ///     fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
    ///         w.enter()?;
    ///         self.0.encode(w)?;
    ///         w.leave();
    ///         Ok(())
    ///     }
    /// }
    /// assert_eq!(fastjson::to_string(&Wrapped(Wrapped(1)))?, "1");
    /// # Ok::<(), fastjson::Error>(())
    /// ```
    ///
    /// # Errors
    /// Beyond 256 KiB of stack (384 KiB in debug builds).
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn enter(&mut self) -> Result<()> {
        if self.stack.is_exhausted() { Err(Error::encode_depth()) } else { Ok(()) }
    }

    /// Comes back from [`enter`](Writer::enter), where an example stands.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn leave(&mut self) {}

    /// Closes an object whose next member would be led in by `lead`.
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn end_object(&mut self, lead: Lead) {
        match lead {
            Lead::Open => self.literal("{}"),
            Lead::Comma => self.literal("}"),
        }
    }

    /// The error of a variant that is skipped and has to be written all the same.
    #[doc(hidden)]
    #[cold]
    pub fn skipped_variant(&self, of: &str, variant: &str) -> Error {
        Error::unsupported(alloc::format!(
            "the variant `{of}::{variant}` is skipped, it has no JSON form"
        ))
    }
}

impl fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("len", &self.len)
            .field("cap", &self.cap)
            .finish_non_exhaustive()
    }
}

/// The escape sequence of a quote, a backslash or a control, and its length.
#[inline(always)]
fn escape(byte: u8) -> ([u8; 8], usize) {
    let letter = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        b'\t' => b't',
        b'\n' => b'n',
        0x0c => b'f',
        b'\r' => b'r',
        _ => {
            const HEX: [u8; 16] = *b"0123456789abcdef";
            let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
            return ([b'\\', b'u', b'0', b'0', high, low, 0, 0], 6);
        }
    };
    ([b'\\', letter, 0, 0, 0, 0, 0, 0], 2)
}

/// A stretch of a [`Writer`] with room already made: each write takes its longest possible length from the budget, which the
/// optimizer sees through where the run is inlined, so that one capacity check serves many fields.
// INVARIANT: `at + budget <= w.cap`; the bytes up to `at` are initialized and, after the writer's text, UTF-8. Whatever
// touches the writer first brings its length up to `at`.
#[derive(Debug)]
pub struct Run<'r, 'w> {
    at: usize,
    budget: usize,
    w: &'r mut Writer<'w>,
}

impl<'r, 'w> Run<'r, 'w> {
    /// Takes `n` bytes from the budget and returns where they go.
    ///
    /// # Panics
    /// When the budget is smaller: some type's `MAX_LEN` is wrong.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn take(&mut self, n: usize) -> *mut u8 {
        match self.budget.checked_sub(n) {
            Some(left) => self.budget = left,
            None => overdrawn(),
        }
        // SAFETY: `at <= cap`, by the invariant.
        unsafe { self.w.buf.add(self.at) }
    }

    /// Counts `n` bytes as written, of which the last `take` has seen to it that there is room.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn written(&mut self, n: usize) {
        self.at += n;
        debug_assert!(self.at + self.budget <= self.w.cap);
    }

    /// Writes `text` as it is. The budget falls by its length.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn literal(&mut self, text: &'static str) {
        self.text(text.len(), text);
    }

    /// Writes `text` as it is. The budget falls by `max`.
    ///
    /// # Panics
    /// When the text is longer than `max`, or `max` is more than the budget.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn text(&mut self, max: usize, text: &str) {
        if text.len() > max {
            overdrawn();
        }
        let to = self.take(max);
        // SAFETY: there is room for `max` bytes, and the text is no longer.
        unsafe { core::ptr::copy_nonoverlapping(text.as_ptr(), to, text.len()) };
        self.written(text.len());
    }

    /// Writes what stands before a member.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn lead(&mut self, lead: Lead) {
        let to = self.take(1);
        // SAFETY: there is room for a byte; it is ASCII.
        unsafe { to.write(lead as u8) };
        self.written(1);
    }

    /// Writes an integer. The budget falls by 20.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn unsigned(&mut self, value: u64) {
        let to = self.take(20);
        // SAFETY: there is room for twenty bytes.
        let n = unsafe { write_unsigned(value, to) };
        self.written(n);
    }

    /// Writes an integer. The budget falls by 21.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn signed(&mut self, value: i64) {
        let to = self.take(21);
        let sign = usize::from(value < 0);
        // SAFETY: there is room for the sign and twenty bytes more.
        let n = unsafe {
            to.write(b'-');
            write_unsigned(value.unsigned_abs(), to.add(sign))
        };
        self.written(sign + n);
    }

    /// Writes the shortest text that reads back as `value`, which is finite. The budget falls by [`FLOAT`].
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn float(&mut self, value: impl zmij::Float) {
        let to = self.take(FLOAT);
        // The printer's buffer is put where the text goes, which saves the copy (worth 1.2 on canada).
        // SAFETY: there is room for a buffer, whose alignment is 1, and any memory may be written with one.
        let (at, n) = unsafe {
            let buffer = to.cast::<zmij::Buffer>();
            buffer.write(zmij::Buffer::new());
            let text = (*buffer).format_finite(value);
            (text.as_ptr(), text.len())
        };
        if !core::ptr::eq(at, to) {
            // SAFETY: the text is in the buffer, so that `n` bytes from `to` on are, too.
            unsafe { core::ptr::copy(at, to, n) };
        }
        self.written(n);
    }

    /// Writes a short text, as printers of numbers leave it in a buffer. The budget falls by `max`, which is at most 48.
    ///
    /// # Panics
    /// When the text is longer than `max`, or `max` is more than the budget.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn short(&mut self, max: usize, text: &str) {
        let n = text.len();
        if n > max {
            overdrawn();
        }
        let (from, to) = (text.as_ptr(), self.take(max));
        // Two overlapping words in line are cheaper than a call.
        // SAFETY: every read lies inside the text and every write inside the room for `max` bytes.
        unsafe {
            if (8..=32).contains(&n) {
                let word = |i: usize| from.add(i).cast::<[u8; 8]>().read();
                let put = |i: usize, word| to.add(i).cast::<[u8; 8]>().write(word);
                put(0, word(0));
                if n > 16 {
                    put(8, word(8));
                    put(n - 16, word(n - 16));
                }
                put(n - 8, word(n - 8));
            } else {
                core::ptr::copy_nonoverlapping(from, to, n);
            }
        }
        self.written(n);
    }

    /// What is left to write.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn budget(&self) -> usize {
        self.budget
    }

    /// Lowers the budget to `budget`, so that it is the same constant on every way that leads here.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn settle(&mut self, budget: usize) {
        self.budget = self.budget.min(budget);
    }

    /// Ends the run.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn end(self) {
        self.writer();
    }

    /// Ends the run and goes on with the writer.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn writer(self) -> &'r mut Writer<'w> {
        // The bytes up to `at` are initialized, by the run's invariant.
        self.w.len = self.at;
        self.w
    }
}

/// Writes an integer and returns the length of its text. Out of line, for the sake of the size of users' code.
///
/// # Safety
/// Twenty bytes must be writable at `to`.
#[inline(never)]
unsafe fn write_unsigned(value: u64, to: *mut u8) -> usize {
    // SAFETY: the bytes are writable, says the caller, and are taken as not initialized.
    number::write_u64(value, unsafe { &mut *to.cast::<[MaybeUninit<u8>; 20]>() })
}

#[cold]
#[inline(never)]
fn overdrawn() -> ! {
    panic!("an `Encode` impl writes more than its MAX_LEN")
}

/// What one member adds to a run.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    literal: usize,
    max: Option<usize>,
    may_be_left_out: bool,
}

impl Part {
    /// The literal behind the last value.
    #[must_use]
    pub const fn end(literal: usize) -> Part {
        Part { literal, max: Some(0), may_be_left_out: false }
    }
}

/// A literal of so many bytes and a value of at most so many.
#[must_use]
pub const fn part(literal: usize, max: Option<usize>) -> Part {
    Part { literal, max, may_be_left_out: false }
}

/// The same, where it depends on the value whether the part is written.
#[must_use]
pub const fn part_if(literal: usize, max: Option<usize>) -> Part {
    Part { literal, max, may_be_left_out: true }
}

/// Runs are cut at this many bytes, so that a struct of many fields does not reserve by kilobytes.
const LONGEST_RUN: usize = 1024;

/// The budget of the run that starts at each part: it reaches behind the next literal that is followed by an unbounded value.
#[must_use]
pub const fn runs<const N: usize>(parts: [Part; N]) -> [usize; N] {
    let mut runs = [0; N];
    let mut next = 0;
    let mut i = N;
    while i > 0 {
        i -= 1;
        let part = parts[i];
        let (own, goes_on) = match part.max {
            Some(max) => (part.literal.saturating_add(max), true),
            None => (part.literal, part.may_be_left_out),
        };
        let all = own.saturating_add(next);
        runs[i] = if goes_on && (all <= LONGEST_RUN || part.may_be_left_out) { all } else { own };
        next = runs[i];
    }
    runs
}

/// Writes a value: into the run if its length is bounded, else behind it, and then starts the next run of `next` bytes.
///
/// # Errors
/// Those of the value.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn value<'r, 'w, T: Encode + ?Sized>(
    mut run: Run<'r, 'w>,
    value: &T,
    next: usize,
) -> Result<Run<'r, 'w>> {
    if const { T::MAX_LEN.is_some() } {
        value.encode_fixed(&mut run);
        if run.budget() < next {
            return Ok(run.writer().run(next));
        }
        run.settle(next);
        return Ok(run);
    }
    let w = run.writer();
    value.encode(w)?;
    Ok(w.run(next))
}

/// The text of a finished encode.
pub(crate) fn into_string(text: Vec<u8>) -> alloc::string::String {
    debug_assert!(str::from_utf8(&text).is_ok());
    // SAFETY: what a writer holds is UTF-8, by its invariant.
    unsafe { alloc::string::String::from_utf8_unchecked(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::String;

    /// Escaping a character at a time.
    fn oracle(text: &str) -> String {
        let escaped = text.chars().map(|c| match c {
            '"' => "\\\"".into(),
            '\\' => "\\\\".into(),
            '\u{8}' => "\\b".into(),
            '\t' => "\\t".into(),
            '\n' => "\\n".into(),
            '\u{c}' => "\\f".into(),
            '\r' => "\\r".into(),
            c if c < ' ' => format!("\\u{:04x}", u32::from(c)),
            c => String::from(c),
        });
        format!("\"{}\"", escaped.collect::<String>())
    }

    /// Into every home, the buffers as small as they can be.
    fn compare(text: &str) {
        let expected = oracle(text);
        assert_eq!(crate::to_string(text).expect("fresh"), expected);
        for capacity in [0, 1, expected.len(), expected.len() + 15, expected.len() + 18] {
            let mut vec = Vec::with_capacity(capacity);
            crate::encode_into(text, &mut vec).expect("append");
            assert_eq!(vec, expected.as_bytes());
        }
        #[cfg(feature = "std")]
        {
            let mut sink = Vec::new();
            crate::to_writer(&mut sink, text).expect("drain");
            assert_eq!(sink, expected.as_bytes());
        }
    }

    #[test]
    fn strings_agree_with_the_oracle() {
        let lengths = if cfg!(miri) { 0..20 } else { 0..70 };
        for len in lengths {
            compare(&"x".repeat(len));
            for at in 0..len {
                for special in ["\"", "\\", "\n", "\u{1f}", "\u{7f}", "é", "\u{1}\u{2}"] {
                    compare(&format!("{}{special}{}", "x".repeat(at), "y".repeat(len - at - 1)));
                }
            }
        }
        for byte in 0..0x80_u8 {
            compare(&String::from(char::from(byte)).repeat(40));
        }
    }

    #[test]
    fn long_texts_grow_out_of_the_scratch() {
        for len in [2028, 2029, 2030, 2046, 2047, 2048, 5000, 70_000] {
            compare(&"z".repeat(len));
            compare(&"\u{1}".repeat(len / 16));
        }
    }

    #[test]
    fn what_is_written_stays_when_the_home_changes() {
        let texts: Vec<String> = (0..400).map(|i| format!("{i}\n").repeat(i % 40)).collect();
        let expected: Vec<String> = texts.iter().map(|text| oracle(text)).collect();
        let expected = format!("[{}]", expected.join(","));
        assert_eq!(crate::to_string(&texts).expect("fresh"), expected);
        #[cfg(feature = "std")]
        {
            let mut sink = Vec::new();
            crate::to_writer(&mut sink, &texts).expect("drain");
            assert_eq!(sink, expected.as_bytes());
        }
    }

    #[test]
    fn runs_reach_behind_the_next_unbounded_value() {
        let int = Some(20);
        assert_eq!(runs([part(6, int), part(7, int), Part::end(1)]), [54, 28, 1]);
        assert_eq!(runs([part(6, int), part(7, None), part(8, int), Part::end(1)]), [33, 7, 29, 1]);
        // A part that may be left out does not end a run.
        assert_eq!(runs([part(6, int), part_if(7, None), Part::end(1)]), [34, 8, 1]);
        // Long runs are cut.
        assert_eq!(runs([part(6, Some(1000)), part(7, Some(1000)), Part::end(1)]), [1006, 1008, 1]);
    }

    #[test]
    #[should_panic(expected = "more than its MAX_LEN")]
    fn a_run_is_not_overdrawn() {
        let mut vec = Vec::new();
        let mut w = Writer::append(&mut vec);
        let mut run = w.run(3);
        run.literal("four");
    }

    /// Says that it is shorter than it is.
    struct Liar;

    impl Encode for Liar {
        const MAX_LEN: Option<usize> = Some(2);

        fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
            w.literal("1234567890");
            Ok(())
        }

        fn encode_fixed(&self, run: &mut Run<'_, '_>) {
            run.unsigned(1_234_567_890);
        }
    }

    #[test]
    #[should_panic(expected = "more than its MAX_LEN")]
    fn a_wrong_max_len_panics() {
        let _ = crate::to_vec(&[Liar, Liar]);
    }

    /// Arrays of bounded elements are what their elements are one by one.
    fn compare_elements<T: Encode>(element: impl Fn(usize) -> T) {
        for len in 0..40 {
            let elements: Vec<T> = (0..len).map(&element).collect();
            let each: Vec<String> =
                elements.iter().map(|it| crate::to_string(it).expect("an element")).collect();
            let expected = format!("[{}]", each.join(","));
            assert_eq!(crate::to_string(&elements).expect("fresh"), expected);
            let mut vec = Vec::new();
            crate::encode_into(&elements, &mut vec).expect("append");
            assert_eq!(vec, expected.as_bytes());
        }
    }

    #[test]
    fn elements_agree_with_themselves_alone() {
        let float = |i: usize| match i % 7 {
            0 => f64::NAN,
            1 => -0.0,
            2 => f64::MIN_POSITIVE,
            3 => i as f64,
            _ => (i as f64).sin() * 10_f64.powi(i as i32 - 20),
        };
        compare_elements(float);
        compare_elements(|i| float(i) as f32);
        compare_elements(|i| (i % 3 != 0).then(|| float(i)));
        compare_elements(|i| [float(i)]);
        compare_elements(|i| [float(i), float(i + 1)]);
        compare_elements(|i| [[float(i), float(i + 3)], [float(i + 1), float(i + 2)]]);
        compare_elements(|i| [[(); 0], [(); 0]].map(|_| float(i)));
        compare_elements(|i| (float(i), float(i + 2)));
        compare_elements(|i| (float(i), i, float(i + 2), i % 2 == 0));
        compare_elements(|i| ([float(i), float(i + 1)], float(i + 2)));
        compare_elements(|i| [(float(i), 1_u8), (float(i + 1), 2)]);
        compare_elements(|i| [0.5; 9].map(|x: f64| x * float(i)));
        compare_elements(|_| [0.0_f64; 0]);
        compare_elements(|i| u128::MAX >> i);
    }

    #[test]
    fn elements_are_drained_too() {
        #[cfg(feature = "std")]
        {
            let floats: Vec<[f64; 2]> = (0..20_000).map(|i| [f64::from(i).sqrt(), 1.5]).collect();
            let mut sink = Vec::new();
            crate::to_writer(&mut sink, &floats).expect("drain");
            assert_eq!(sink, crate::to_vec(&floats).expect("fresh"));
        }
    }

    #[test]
    fn integers_at_their_limits() {
        assert_eq!(crate::to_string(&i64::MIN).expect("i64"), "-9223372036854775808");
        assert_eq!(crate::to_string(&u64::MAX).expect("u64"), "18446744073709551615");
        assert_eq!(
            crate::to_string(&i128::MIN).expect("i128"),
            "-170141183460469231731687303715884105728"
        );
    }

    #[test]
    fn an_error_leaves_the_buffer_as_it_was() {
        let mut vec = b"before".to_vec();
        let map = alloc::collections::BTreeMap::from([(Key(f64::NAN), 1)]);
        crate::encode_into(&map, &mut vec).expect_err("NaN is no key");
        assert_eq!(vec, b"before");
    }

    #[derive(PartialEq)]
    struct Key(f64);

    impl Eq for Key {}

    impl PartialOrd for Key {
        fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
            Some(self.cmp(other))
        }
    }

    impl Ord for Key {
        fn cmp(&self, other: &Self) -> core::cmp::Ordering {
            self.0.total_cmp(&other.0)
        }
    }

    impl crate::EncodeKey for Key {
        fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
            self.0.encode_key(w)
        }
    }
}
