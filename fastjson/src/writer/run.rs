//! [`Run`]: a stretch of a [`Writer`] with a constant budget, and the constants that a derived encoder computes its budgets from.

use core::mem::MaybeUninit;

use super::Writer;
use crate::codecs::{EncodeAs, Same};
use crate::encode::{Encode, Lead};
use crate::error::Result;
use crate::number;

/// What a float takes from the budget of a run: the printer's buffer.
pub(crate) const FLOAT: usize = size_of::<zmij::Buffer>();
const _: () = assert!(align_of::<zmij::Buffer>() == 1);

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
    /// A run over room that the writer has just made.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn new(w: &'r mut Writer<'w>, budget: usize) -> Run<'r, 'w> {
        debug_assert!(w.cap - w.len >= budget);
        Run { at: w.len, budget, w }
    }

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

    /// Closes an object whose next member would be led in by `lead`. The budget falls by 2.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn end_object(&mut self, lead: Lead) {
        match lead {
            Lead::Open => self.text(2, "{}"),
            Lead::Comma => self.text(2, "}"),
        }
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
        // The printer's buffer is put where the text goes, which saves the copy (canada 767 → 857 MB/s).
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
    run: Run<'r, 'w>,
    value: &T,
    next: usize,
) -> Result<Run<'r, 'w>> {
    value_as::<Same, T>(run, value, next)
}

/// [`value`], in the form of a codec.
///
/// # Errors
/// Those of the codec.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn value_as<'r, 'w, A: EncodeAs<T> + ?Sized, T: ?Sized>(
    mut run: Run<'r, 'w>,
    value: &T,
    next: usize,
) -> Result<Run<'r, 'w>> {
    if const { A::MAX_LEN.is_some() } {
        A::encode_fixed_as(value, &mut run);
        if run.budget() < next {
            return Ok(run.writer().run(next));
        }
        run.settle(next);
        return Ok(run);
    }
    let w = run.writer();
    A::encode_as(value, w)?;
    Ok(w.run(next))
}
