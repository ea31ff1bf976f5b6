//! Measuring one row: its candidates take turns, round by round, on one core.
//!
//! A sample repeats a pass often enough to last [`Effort::sample`]; the figure is the
//! median of the samples. Each round starts with another candidate, so that none always
//! follows the same neighbour. Dropping what was decoded or encoded is part of the time,
//! as it is in a program.

use std::{hint::black_box, time::Duration};

use anyhow::{Context, Result};

use crate::allocations;

/// One candidate's way through one row.
pub(crate) struct Contender<'a> {
    pub(crate) name: &'static str,
    /// One pass over all documents of the row.
    pub(crate) pass: Box<dyn FnMut() -> Result<()> + 'a>,
}

impl<'a> Contender<'a> {
    /// Decodes a text.
    pub(crate) fn decoder<T, E>(
        name: &'static str,
        text: &'a str,
        decode: impl Fn(&'a str) -> Result<T, E> + 'a,
    ) -> Self
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let pass = move || {
            black_box(&decode(black_box(text))?);
            Ok(())
        };
        Self { name, pass: Box::new(pass) }
    }

    /// Encodes into a buffer that is used again.
    pub(crate) fn encoder<E>(
        name: &'static str,
        encode: impl Fn(&mut Vec<u8>) -> Result<(), E> + 'a,
    ) -> Self
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        let mut buffer = Vec::new();
        let pass = move || {
            buffer.clear();
            encode(&mut buffer)?;
            black_box(&buffer);
            Ok(())
        };
        Self { name, pass: Box::new(pass) }
    }
}

/// How much time to spend.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// How often each candidate has its turn.
    pub(crate) rounds: usize,
    /// How long a sample lasts at least.
    pub(crate) sample: Duration,
    /// Whether a pass that is not measured comes before each sample. Where the candidates' documents differ in size, one
    /// would otherwise pay for what another left behind: thousands of freed blocks for the allocator to join, and cold caches.
    pub(crate) settle: bool,
}

/// What a candidate took.
#[derive(Debug)]
pub(crate) struct Measured {
    pub(crate) name: &'static str,
    /// Nanoseconds per pass, one for each round, in the order of the rounds.
    pub(crate) samples: Vec<f64>,
    /// Allocations of one pass, when buffers that are kept have found their size.
    pub(crate) allocations: allocations::Allocations,
}

/// Runs a row; calls `after_round` whenever a round is over.
pub(crate) fn run(
    contenders: &mut [Contender<'_>],
    effort: Effort,
    mut after_round: impl FnMut(),
) -> Result<Vec<Measured>> {
    let mut repetitions = Vec::new();
    let mut measured = Vec::new();
    for contender in &mut *contenders {
        repetitions.push(warm_up(contender, effort.sample)?);
        let (outcome, allocations) = allocations::count(&mut contender.pass);
        outcome.with_context(|| contender.name)?;
        measured.push(Measured { name: contender.name, samples: Vec::new(), allocations });
    }
    for round in 0..effort.rounds {
        for turn in 0..contenders.len() {
            let index = (round + turn) % contenders.len();
            let contender = &mut contenders[index];
            let passes = repetitions[index];
            if effort.settle {
                (contender.pass)().with_context(|| contender.name)?;
            }
            let start = now();
            for _ in 0..passes {
                (contender.pass)().with_context(|| contender.name)?;
            }
            let elapsed = now() - start;
            measured[index].samples.push(elapsed.as_secs_f64() * 1e9 / f64::from(passes));
        }
        after_round();
    }
    Ok(measured)
}

/// The time this thread has had a processor. What other processes take of the core is not a
/// candidate's time, and on two shared cores it would be most of the noise.
#[cfg(unix)]
fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

/// Where a thread's own time cannot be asked for portably, all time counts.
#[cfg(not(unix))]
fn now() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

/// Runs a candidate for as long as a sample, and finds out how many passes that takes.
fn warm_up(contender: &mut Contender<'_>, sample: Duration) -> Result<u32> {
    let start = now();
    let mut passes = 0_u32;
    while now() - start < sample {
        (contender.pass)().with_context(|| contender.name)?;
        passes += 1;
    }
    // The first passes were slow, with cold caches and fresh pages; a sample of as many
    // warm ones would be too short.
    let start = now();
    for _ in 0..passes {
        (contender.pass)().with_context(|| contender.name)?;
    }
    Ok(passes_of(sample, passes, now() - start))
}

/// How many passes a sample takes if `passes` took `warm`. Warm ones are not a hundred times as fast as the first ones were, whatever the
/// clock says: that of a thread on a virtual machine has stood still for a whole sample, and what came of it ran for hours.
fn passes_of(sample: Duration, passes: u32, warm: Duration) -> u32 {
    let times = sample.as_secs_f64() / warm.as_secs_f64().max(f64::EPSILON);
    (f64::from(passes) * times.min(100.0)).ceil().max(1.0) as u32
}

/// The middle of the samples, or the mean of the two in the middle.
pub(crate) fn median(samples: &[f64]) -> f64 {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => sorted[odd / 2],
        even => (sorted[even / 2 - 1] + sorted[even / 2]) / 2.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_as_long_as_asked_for_and_no_clock_makes_it_endless() {
        let ms = Duration::from_millis;
        assert_eq!(passes_of(ms(4), 1000, ms(2)), 2000);
        assert_eq!(passes_of(ms(4), 1000, ms(8)), 500);
        assert_eq!(passes_of(ms(4), 1, ms(400)), 1);
        assert_eq!(passes_of(ms(4), 1000, Duration::ZERO), 100_000);
    }
}
