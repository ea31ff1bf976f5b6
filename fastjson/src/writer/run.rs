//! [`Run`]: a stretch of a [`Writer`] with a constant budget, and [`Place`]: what is handed on between functions.
//!
//! Tried and left out: a function out of line for each type, which writes a value, keeps its error and makes room (up to 20 % more
//! instructions); no question in `take` whether others have written (nothing for rustc).

use super::Writer;
use super::scalars::{FLOAT, write_char, write_double, write_single, write_unsigned};
use crate::codecs::EncodeAs;
use crate::encode::{Encode, EncodeFields};
use crate::error::{Error, Result};
use crate::flatten::not_an_object;

/// A stretch of a [`Writer`] with room already made: each write takes its longest possible length from the budget, which the
/// optimizer sees through where the run is inlined, so that one capacity check serves many fields.
// INVARIANT: either `w.at <= at`, there are at least `budget` bytes from `at` to `w.end`, and what is before `at` is initialized and, after
// the writer's text, UTF-8; or the run `is_away`: others write, `at` means nothing and the budget is 0. Whatever else touches the writer
// first tells it about `at`. (Where runs are in line, all this is known and none of it asked.)
#[derive(Debug)]
pub struct Run<'r, 'w> {
    at: *mut u8,
    budget: usize,
    is_away: bool,
    lead: Lead,
    w: &'r mut Writer<'w>,
}

/// What stands before an object's next member: the opening brace or a comma.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
enum Lead {
    /// Nothing is written yet.
    Open = b'{',
    /// A member stands before.
    Comma = b',',
}

impl<'r, 'w> Run<'r, 'w> {
    /// A run over room that the writer has just made.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn new(w: &'r mut Writer<'w>, budget: usize) -> Run<'r, 'w> {
        debug_assert!(w.left_behind(w.at) >= budget);
        Run { at: w.at, budget, is_away: false, lead: Lead::Comma, w }
    }

    /// Takes `n` bytes from the budget and returns where they go.
    ///
    /// # Panics
    /// When the budget is smaller: some type's `MAX_LEN` is wrong.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn take(&mut self, n: usize) -> *mut u8 {
        self.come_back();
        match self.budget.checked_sub(n) {
            Some(left) => self.budget = left,
            None => overdrawn(),
        }
        self.at
    }

    /// Counts what stands before `at` as written.
    ///
    /// # Safety
    /// It must be initialized and, after what has been written before, UTF-8, and no longer than the last `take`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    unsafe fn written(&mut self, at: *mut u8) {
        debug_assert!(self.at <= at && self.budget <= self.w.left_behind(at));
        self.at = at;
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
        unsafe {
            core::ptr::copy_nonoverlapping(text.as_ptr(), to, text.len());
            self.written(to.add(text.len()));
        }
    }

    /// Writes the first `len` bytes of `text`, however many, in one way: where lengths are hard to foretell. The budget falls by `N`.
    ///
    /// # Panics
    /// When `text` is not ASCII, or shorter than `len`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn start_of<const N: usize>(&mut self, text: [u8; N], len: usize) {
        assert!(len <= N && text.is_ascii());
        let to = self.take(N);
        // SAFETY: there is room for `N` bytes, all of which are ASCII.
        unsafe {
            to.cast::<[u8; N]>().write(text);
            self.written(to.add(len));
        }
    }

    /// Writes `true` or `false`, in one way as well. The budget falls by 5. (All in one store of eight bytes, which the next one overlaps, an
    /// array of booleans takes half as long again.)
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn bool(&mut self, value: bool) {
        let to = self.take(5);
        // SAFETY: there is room for five bytes, which are ASCII; behind `true` the last one does not count.
        unsafe {
            to.cast::<[u8; 4]>().write(if value { *b"true" } else { *b"fals" });
            to.add(4).write(b'e');
            self.written(to.add(5 - usize::from(value)));
        }
    }

    /// Opens an object: its brace is written with the first member, or with the end.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn open_object(&mut self) {
        self.lead = Lead::Open;
    }

    /// Writes what stands before a member. The budget falls by 1.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn lead(&mut self) {
        let to = self.take(1);
        // SAFETY: there is room for a byte; it is ASCII.
        unsafe {
            to.write(self.lead as u8);
            self.written(to.add(1));
        }
        self.lead = Lead::Comma;
    }

    /// Closes the object, which may be a member of another one. The budget falls by 2.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn end_object(&mut self) {
        match self.lead {
            Lead::Open => self.text(2, "{}"),
            Lead::Comma => self.text(2, "}"),
        }
        self.lead = Lead::Comma;
    }

    /// Writes a character as a JSON string. The budget falls by 8.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn char(&mut self, value: char) {
        let to = self.take(8);
        // SAFETY: there is room for eight bytes, and what is written is a JSON string.
        unsafe { self.written(write_char(value, to)) };
    }

    /// Writes an integer. The budget falls by 20.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn unsigned(&mut self, value: u64) {
        let to = self.take(20);
        // SAFETY: there is room for twenty bytes, and what is written are digits.
        unsafe { self.written(write_unsigned(value, to)) };
    }

    /// Writes an integer. The budget falls by 21.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn signed(&mut self, value: i64) {
        let to = self.take(21);
        let sign = usize::from(value < 0);
        // SAFETY: there is room for the sign and twenty bytes more, and what is written are digits.
        unsafe {
            to.write(b'-');
            self.written(write_unsigned(value.unsigned_abs(), to.add(sign)));
        }
    }

    /// Writes the shortest text that reads back as `value`; `null`, if it is not finite. The budget falls by [`FLOAT`].
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn float(&mut self, value: f32) {
        let to = self.take(FLOAT);
        // SAFETY: there is room for the text, which is ASCII.
        unsafe { self.written(write_single(value, to)) };
    }

    /// [`float`](Run::float) for doubles.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn double(&mut self, value: f64) {
        let to = self.take(FLOAT);
        // SAFETY: there is room for the text, which is ASCII.
        unsafe {
            let end = write_double(value, to, &mut self.w.long_floats);
            self.written(end);
        }
    }

    /// Writes `text` as a JSON string, whatever its length, and makes room for `next` bytes behind it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn string(&mut self, text: &str, next: usize) {
        self.come_back();
        // SAFETY: what is before `at` is as demanded, by the invariant, and there will be room for `next` bytes.
        self.at = unsafe { self.w.string_at(self.at, text, next.saturating_add(2)) };
        self.budget = next;
    }

    /// Writes what `write` writes from a place on, and makes room for `next` bytes behind it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn behind(
        &mut self,
        write: impl for<'p> FnOnce(Place<'p, 'w>) -> Place<'p, 'w>,
        next: usize,
    ) {
        let w = &raw const *self.w;
        let at = write(self.lend()).end(w);
        self.go_on(at, next);
    }

    /// Lends the writer, from the end of the run on.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn lend(&mut self) -> Place<'_, 'w> {
        self.come_back();
        // Should the borrower panic, the run goes on where the writer is then.
        self.budget = 0;
        self.is_away = true;
        Place { at: self.at, w: self.w }
    }

    /// Goes on where the borrower has ended, and makes room for `next` bytes.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn go_on(&mut self, at: *mut u8, next: usize) {
        self.at = at;
        self.is_away = false;
        self.settle(next);
    }

    /// Ends the run.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn place(mut self) -> Place<'r, 'w> {
        self.come_back();
        Place { at: self.at, w: self.w }
    }

    /// What is left to write.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn budget(&self) -> usize {
        self.budget
    }

    /// As [`Writer::enter`].
    ///
    /// # Errors
    /// As that.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn enter(&mut self) -> Result<()> {
        self.w.enter()
    }

    /// Makes the budget `budget`: the same constant on every way that leads here.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn settle(&mut self, budget: usize) {
        self.come_back();
        if self.budget < budget && self.w.left_behind(self.at) < budget {
            // SAFETY: what is before `at` is as demanded, by the invariant.
            self.at = unsafe { self.w.grow_behind(self.at, budget) };
        }
        self.budget = budget;
    }

    /// The writer, for what goes straight there. Whatever becomes of that, an error or a panic, the run goes on where the writer is then.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn interrupt(&mut self) -> &mut Writer<'w> {
        self.come_back();
        self.w.at = self.at;
        self.budget = 0;
        self.is_away = true;
        self.w
    }

    /// Goes on where the writer is, if others have written since.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn come_back(&mut self) {
        if self.is_away {
            self.at = self.w.at;
            self.is_away = false;
        }
    }

    /// Ends the run and goes on with the writer, of which no [`value`] may have failed: the error would be told by somebody else.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn end(mut self) -> &'r mut Writer<'w> {
        self.come_back();
        // The bytes up to `at` are initialized, by the run's invariant.
        self.w.at = self.at;
        self.w
    }

    /// Ends the run: the writer is where it is.
    ///
    /// # Errors
    /// That of a [`value`].
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn finish(&mut self) -> Result<()> {
        let w = self.interrupt();
        if w.kept.is_some() { w.recover() } else { Ok(()) }
    }

    /// Whether a [`value`] has failed.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn has_failed(&self) -> bool {
        self.w.kept.is_some()
    }

    /// Goes on behind a value that failed, as if it had been written.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn fail(&mut self, err: Error, next: usize) {
        self.w.fail(err);
        self.settle(next);
    }

    /// Keeps the error of a value that has no members; it is as if it had none.
    #[cold]
    pub fn refuse(&mut self, err: Error) {
        self.fail(err, 0);
    }

    /// Writes what `write` writes to the writer, and makes room for `next` bytes behind it. An error is kept.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn call(&mut self, next: usize, write: impl FnOnce(&mut Writer<'w>) -> Result<()>) {
        if let Err(err) = write(self.interrupt()) {
            self.w.fail(err);
        }
        self.settle(next);
    }

    /// The whole of a derived struct's `Encode::encode_run`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn object<T: EncodeFields + ?Sized>(&mut self, value: &T, next: usize) {
        // (`behind` without a closure, which would be two functions more of each type in builds that do not optimize.)
        let w = &raw const *self.w;
        let at = value.encode_object(self.lend()).end(w);
        self.go_on(at, next);
    }

    /// Writes members by an `EncodeFields::encode_fields`, and makes room for `next` bytes behind them.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn members(&mut self, next: usize, write: impl FnOnce(&mut Run<'_, 'w>)) {
        let mut lead = self.lead;
        // (In a run of its own: this one can be kept in registers.)
        self.behind(
            |place| {
                let mut run = place.run();
                run.lead = lead;
                write(&mut run);
                lead = run.lead;
                run.place()
            },
            next,
        );
        self.lead = lead;
    }

    /// Writes the members of an object that `write` makes as a whole, which is put aside for it, and makes room for `next` bytes behind them. An
    /// error of `write` is kept, and that it makes no object.
    pub fn members_of(&mut self, next: usize, write: impl FnOnce(&mut Writer<'_>) -> Result<()>) {
        let text = match self.interrupt().aside(write) {
            Ok(text) => text,
            Err(err) => return self.fail(err, next),
        };
        if text != "null" {
            match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
                Some("") => {}
                Some(members) => {
                    self.settle(members.len() + 1);
                    self.lead();
                    self.text(members.len(), members);
                }
                None => self.w.fail(not_an_object("a function or codec")),
            }
        }
        self.settle(next);
    }
}

/// Where a writer is, as one function hands it on to another: in registers. (Through memory, each waits for what the other has stored.)
// INVARIANT: `w.at <= at <= w.end`, and what is before `at` is initialized and, after the writer's text, UTF-8.
#[derive(Debug)]
pub struct Place<'r, 'w> {
    at: *mut u8,
    w: &'r mut Writer<'w>,
}

impl<'r, 'w> Place<'r, 'w> {
    /// Where `w` is.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn of(w: &'r mut Writer<'w>) -> Place<'r, 'w> {
        Place { at: w.at, w }
    }

    /// Where what was lent by `w` ends. (Nobody else makes places, and for any `'w` there is only this one.)
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn end(self, w: *const Writer<'w>) -> *mut u8 {
        debug_assert!(core::ptr::eq(w, self.w));
        self.at
    }

    /// A run from here on, for which there is no room yet.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn run(self) -> Run<'r, 'w> {
        Run { at: self.at, budget: 0, is_away: false, lead: Lead::Comma, w: self.w }
    }

    /// A run one level down, or the place behind the error that there is none.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn enter(self) -> core::result::Result<Run<'r, 'w>, Place<'r, 'w>> {
        let mut run = self.run();
        match run.enter() {
            Ok(()) => Ok(run),
            Err(err) => {
                run.fail(err, 0);
                Err(run.place())
            }
        }
    }

    /// The end of a value.
    ///
    /// # Errors
    /// That of a [`value`].
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn done(self) -> Result<()> {
        self.run().finish()
    }
}

#[cold]
#[inline(never)]
fn overdrawn() -> ! {
    panic!("an `Encode` impl writes more than its MAX_LEN")
}

/// Writes the text `lead` and a value behind it, and makes room for `next` bytes. An error of the value is kept for [`Run::finish`], and until
/// then no array or object is begun: rustc takes a tenth longer to check users' types where each value can end an encoder.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn value<T: Encode + ?Sized>(
    run: &mut Run<'_, '_>,
    lead: &'static str,
    value: &T,
    next: usize,
) {
    run.literal(lead);
    value.encode_run(run, next);
}

/// [`value`], in the form of a codec.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn value_as<A: EncodeAs<T> + ?Sized, T: ?Sized>(
    run: &mut Run<'_, '_>,
    lead: &'static str,
    value: &T,
    next: usize,
) {
    run.literal(lead);
    A::encode_run_as(value, run, next);
}

/// Writes a value into the run if its length is bounded, else behind it, and makes room for `next` bytes: what most types do.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn encode_run<A: EncodeAs<T> + ?Sized, T: ?Sized>(
    value: &T,
    run: &mut Run<'_, '_>,
    next: usize,
) {
    // (A constant condition: the other way is not compiled.)
    if const { A::MAX_LEN.is_some() } {
        let max = A::MAX_LEN.unwrap_or(0);
        // Behind a pointer, whose own length is unbounded, there is no room yet.
        if run.budget() < max {
            run.settle(max);
        }
        A::encode_fixed_as(value, run);
        run.settle(next);
    } else {
        run.call(next, |w| A::encode_as(value, w));
    }
}
