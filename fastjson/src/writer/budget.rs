//! The constants that a derived encoder computes the budgets of its runs from.

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
