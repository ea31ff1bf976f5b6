//! [`Writer`]: the one sink of all encoders. All raw writes but the scanners' live here and in the files below: [`Run`] is a stretch
//! of a writer with a constant budget.
//!
//! Encoders are compiled once, not once for each sink: a writer fills a piece of memory (the entrance's scratch on the stack, or a `Vec`),
//! and only where that is full does it matter where the bytes go.
//!
//! What a derived encoder calls is forced in line where code is optimized (left to the compiler, twitter fell from 4.1 to 2.4 times
//! serde_json's speed), and not where it is not: there it would only make users' debug builds slower.

mod budget;
mod display;
mod errors;
mod run;
mod scalars;
mod short;
mod strings;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::mem::{self, MaybeUninit};

use crate::encode::EncodeFields;
use crate::error::{Error, Result};
use crate::options::Stack;

pub use budget::{Part, part, part_if, runs};
pub use errors::{skipped_variant, unlisted_variant};
pub(crate) use run::encode_run;
pub use run::{Place, Run, value, value_as};
pub(crate) use scalars::FLOAT;
pub(crate) use short::{short, short_len, short_string};

/// How much of a fresh encode goes to the stack.
pub(crate) const SCRATCH: usize = 2048;

/// How much goes to a sink at once, where it is not all that there is.
#[cfg(feature = "std")]
const BUFFER: usize = 16 << 10;

/// For how much a caller's `Vec` gets room at least, where it is not enough: a short string is copied by blocks where there is room for them.
const FIRST: usize = 128;

/// Up to how many bytes a `Vec` of the writer's own grows by four, not by two: less is copied, and if more than half is left over in the
/// end, it is given back. (Up to four times as many bytes it made canada a tenth slower.)
const SMALL: usize = 64 << 10;

/// Where the bytes go that no longer fit.
enum Home<'w> {
    /// The scratch is borrowed; beyond it, a `Vec` of the writer's own.
    Scratch,
    /// Grown out of the scratch.
    Own(Vec<u8>),
    /// The caller's.
    Vec(&'w mut Vec<u8>),
    /// The scratch, and then a buffer, is drained into a sink whenever it is full.
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
// INVARIANT: `start <= at <= end`, all in one piece of memory that is valid for writes, for as long as `home` is not touched; what is
// before `at` is initialized; all text so far (what went to the sink, then this) is UTF-8. The memory is the scratch or the heap's of
// the `Vec` in `home`, never the writer itself, so the writer may move.
pub struct Writer<'w> {
    at: *mut u8,
    end: *mut u8,
    start: *mut u8,
    /// How many floats are still printed without being asked for few decimals, since one had more.
    long_floats: u8,
    home: Home<'w>,
    stack: Stack,
    /// The error of a value behind which the run went on; nothing is entered any more until it is returned.
    kept: Option<Error>,
    /// The first failure of the sink; nothing is written any more after it.
    #[cfg(feature = "std")]
    failure: Option<std::io::Error>,
}

impl<'w> Writer<'w> {
    /// Behind the first `len` bytes of `room`, which are initialized and UTF-8.
    fn new(room: *mut [MaybeUninit<u8>], len: usize, home: Home<'w>) -> Writer<'w> {
        debug_assert!(len <= room.len());
        let start = room.cast::<u8>();
        Writer {
            // SAFETY: so many bytes are in the room.
            at: unsafe { start.add(len) },
            // SAFETY: likewise.
            end: unsafe { start.add(room.len()) },
            start,
            long_floats: 0,
            home,
            stack: Stack::here(),
            kept: None,
            #[cfg(feature = "std")]
            failure: None,
        }
    }

    /// Into `scratch`, and beyond it into a `Vec`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn fresh(scratch: &'w mut [MaybeUninit<u8>]) -> Writer<'w> {
        Writer::new(scratch, 0, Home::Scratch)
    }

    /// Behind what `vec` holds.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn append(vec: &'w mut Vec<u8>) -> Writer<'w> {
        Writer::new(room(vec), vec.len(), Home::Vec(vec))
    }

    /// Into `sink`: what fits into `scratch` at once, and beyond it a buffer at a time.
    #[cfg(feature = "std")]
    pub(crate) fn drain(
        scratch: &'w mut [MaybeUninit<u8>],
        sink: &'w mut dyn std::io::Write,
    ) -> Writer<'w> {
        Writer::new(scratch, 0, Home::Sink(Vec::new(), sink))
    }

    /// Whether all the text is in the scratch.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn is_in_scratch(&self) -> bool {
        matches!(self.home, Home::Scratch)
    }

    /// The text, or the encoder's error. Nothing that would have to be dropped is left.
    // (Of no type: rustc has less to do where values are encoded.)
    #[inline]
    pub(crate) fn end(&mut self, result: Result<()>) -> Result<Vec<u8>> {
        match result {
            // Handed over in registers. (A short text would wait for a `Result` that is written to memory and read from there.)
            Ok(()) if self.is_in_scratch() => Ok(self.copied().into_vec()),
            result => self.close(result),
        }
    }

    /// The text, in as much memory as it takes. Nothing that would have to be dropped is left.
    #[inline(never)]
    pub(crate) fn copied(&mut self) -> Box<[u8]> {
        let text = self.text().into();
        self.leave_memory();
        text
    }

    /// The text, of whose memory at most half is unused, or the encoder's error. Nothing that would have to be dropped is left.
    #[inline(never)]
    pub(crate) fn close(&mut self, result: Result<()>) -> Result<Vec<u8>> {
        let own = match &mut self.home {
            Home::Own(vec) => Some(mem::take(vec)),
            _ => None,
        };
        let text = match (result, own) {
            (Err(err), _) => Err(err),
            (Ok(()), Some(mut vec)) => {
                // SAFETY: it is this `Vec`'s memory, of which so many bytes are initialized.
                unsafe { vec.set_len(self.len()) };
                if vec.capacity() / 2 > vec.len() {
                    vec.shrink_to_fit();
                }
                Ok(vec)
            }
            // `Vec`s and sinks end elsewhere, and have a text as well.
            (Ok(()), None) => Ok(self.text().to_vec()),
        };
        self.leave_memory();
        text
    }

    /// The memory goes to somebody else: there is room for nothing.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn leave_memory(&mut self) {
        debug_assert!(self.kept.is_none(), "an error has been kept and not been told");
        (self.at, self.end) = (self.start, self.start);
    }

    /// Leaves the text in the caller's `Vec`. Nothing that would have to be dropped is left here.
    pub(crate) fn finish(&mut self) {
        let len = self.len();
        if let Home::Vec(vec) = &mut self.home {
            // SAFETY: it is this `Vec`'s memory, of which so many bytes are initialized.
            unsafe { vec.set_len(len) };
        }
        self.leave_memory();
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
        // SAFETY: these bytes are initialized. (`text` would borrow the sink, too.)
        let text = unsafe { core::slice::from_raw_parts(self.start, self.len()) };
        if let Home::Sink(_, sink) = &mut self.home {
            if self.failure.is_none() {
                self.failure = sink.write_all(text).err();
            }
            self.at = self.start;
        }
    }

    /// How many bytes are written and not in a sink.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn len(&self) -> usize {
        self.at.addr() - self.start.addr()
    }

    /// How many bytes may stand behind `at`, which is in the writer's memory.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn left_behind(&self, at: *mut u8) -> usize {
        debug_assert!(self.start <= at && at <= self.end);
        self.end.addr() - at.addr()
    }

    /// What is written and not in a sink.
    fn text(&self) -> &[u8] {
        // SAFETY: these bytes are initialized, and nothing is written while they are borrowed.
        unsafe { core::slice::from_raw_parts(self.start, self.len()) }
    }

    /// Makes room for `n` more bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn reserve(&mut self, n: usize) {
        if self.left_behind(self.at) < n {
            self.grow(n);
        }
    }

    /// Counts what stands before `at` as written, makes room for `n` more bytes, and returns where they go.
    ///
    /// # Safety
    /// `at` must be in the writer's memory, and what is before it initialized and, after the text so far, UTF-8.
    #[cold]
    #[inline(never)]
    unsafe fn grow_behind(&mut self, at: *mut u8, n: usize) -> *mut u8 {
        debug_assert!(self.at <= at && at <= self.end);
        self.at = at;
        self.grow(n);
        self.at
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self, mut n: usize) {
        #[cfg(feature = "std")]
        self.spill();
        let len = self.len();
        if let Home::Scratch = self.home {
            let mut vec = Vec::with_capacity((2 * SCRATCH).max(len.saturating_add(n)));
            vec.extend_from_slice(self.text());
            self.home = Home::Own(vec);
        } else if let Home::Own(_) = self.home
            && len <= SMALL
        {
            n = n.max(3 * len);
        }
        let vec = match &mut self.home {
            Home::Scratch => unreachable!("it was left above"),
            Home::Own(vec) => vec,
            Home::Vec(vec) => {
                n = n.max(FIRST);
                vec
            }
            #[cfg(feature = "std")]
            Home::Sink(vec, _) => {
                n = n.max(BUFFER);
                vec
            }
        };
        // SAFETY: it is this `Vec`'s memory, of which so many bytes are initialized; if it was the scratch, they were copied a few lines above, or
        // the sink has them, and there are none.
        unsafe { vec.set_len(len) };
        vec.reserve(n);
        let room = room(vec);
        self.start = room.cast();
        // SAFETY: so many bytes are in the room.
        (self.at, self.end) = unsafe { (self.start.add(len), self.start.add(room.len())) };
    }

    /// Writes `text` as it is: punctuation, or JSON that is known to be right. An example stands at [`Writer`].
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn literal(&mut self, text: &str) {
        self.reserve(text.len());
        // (Read once: as far as the compiler knows, the text could be written over the place.)
        let at = self.at;
        // SAFETY: there is room for the text, which cannot overlap with memory borrowed or owned by the writer.
        unsafe {
            core::ptr::copy_nonoverlapping(text.as_ptr(), at, text.len());
            self.at = at.add(text.len());
        }
    }

    /// Writes `n` bytes: `fill` gets as many zeros and puts ASCII in their place.
    ///
    /// # Panics
    /// When it puts anything else there.
    #[inline]
    pub(crate) fn ascii(&mut self, n: usize, fill: impl FnOnce(&mut [u8])) {
        self.reserve(n);
        // SAFETY: there is room for `n` bytes, which are initialized before anyone reads them. They do not count as
        // written until they are known to be ASCII, and nothing else can touch them before, for `self` is borrowed.
        let text = unsafe {
            self.at.write_bytes(0, n);
            core::slice::from_raw_parts_mut(self.at, n)
        };
        fill(text);
        assert!(text.is_ascii(), "what was filled in is not ASCII");
        // SAFETY: there was room for so many bytes, all initialized.
        self.at = unsafe { self.at.add(n) };
    }

    /// What `write` writes, as a text of its own.
    ///
    /// # Errors
    /// Those of `write`.
    pub(crate) fn aside(
        &self,
        write: impl FnOnce(&mut Writer<'_>) -> Result<()>,
    ) -> Result<String> {
        let mut text = Vec::new();
        let mut aside = Writer::append(&mut text);
        // It is the same recursion.
        aside.stack = self.stack;
        let result = write(&mut aside);
        aside.finish();
        result.map(|()| into_string(text))
    }

    /// Where it is.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn place(&mut self) -> Place<'_, 'w> {
        Place::of(self)
    }

    /// Starts a run with room for `budget` bytes.
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn run(&mut self, budget: usize) -> Run<'_, 'w> {
        self.reserve(budget);
        Run::new(self, budget)
    }

    /// The whole of a derived struct's `Encode::encode`.
    ///
    /// # Errors
    /// Those of the fields.
    #[doc(hidden)]
    #[inline]
    pub fn object<T: EncodeFields + ?Sized>(&mut self, value: &T) -> Result<()> {
        value.encode_object(self.place()).done()
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
}

impl fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer")
            .field("len", &self.len())
            .field("left", &self.left_behind(self.at))
            .finish_non_exhaustive()
    }
}

/// All the memory of a `Vec`.
fn room(vec: &mut Vec<u8>) -> *mut [MaybeUninit<u8>] {
    core::ptr::slice_from_raw_parts_mut(vec.as_mut_ptr().cast(), vec.capacity())
}

/// The text of a finished encode.
pub(crate) fn into_string(text: Vec<u8>) -> String {
    debug_assert!(str::from_utf8(&text).is_ok());
    // SAFETY: what a writer holds is UTF-8, by its invariant.
    unsafe { String::from_utf8_unchecked(text) }
}

#[cfg(test)]
mod tests;
