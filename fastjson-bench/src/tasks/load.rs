//! The tasks themselves, on a runtime with a worker for each core.
//!
//! A worker keeps the latencies of the operations that it ran, and hands them over when it stops: nothing is shared while time
//! is measured. In the timed part the length of each text is compared; whole texts are compared before it, in the same
//! tasks, and each task's last one behind it.

use std::{
    cell::RefCell,
    hint::black_box,
    mem,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use hdrhistogram::Histogram;
use tokio::{runtime::Builder, task};

use super::candidates::Marshal;

/// Operations of each task before the timed part.
const WARM_UP: usize = 8;

/// Neighbouring tasks begin with documents so far apart.
const STRIDE: usize = 7;

/// A candidate's work.
pub(super) struct Load {
    pub(super) tasks: usize,
    pub(super) texts: Arc<Vec<Vec<u8>>>,
    pub(super) expected: Arc<Vec<Vec<u8>>>,
    pub(super) marshal: Marshal,
}

/// What a candidate did in one turn.
pub(super) struct Slice {
    pub(super) operations: u64,
    pub(super) elapsed: Duration,
    pub(super) latencies: Latencies,
}

/// Nanoseconds of operations and of turns.
#[derive(Clone)]
pub(super) struct Latencies {
    pub(super) operation: Histogram<u64>,
    pub(super) turn: Histogram<u64>,
}

impl Latencies {
    pub(super) fn none() -> Result<Self> {
        // Up to a minute, to three digits.
        let empty = Histogram::new_with_bounds(1, 60_000_000_000, 3)?;
        Ok(Self { operation: empty.clone(), turn: empty })
    }

    pub(super) fn add(&mut self, other: &Self) -> Result<()> {
        self.operation.add(&other.operation)?;
        self.turn.add(&other.turn)?;
        Ok(())
    }
}

thread_local! {
    static LATENCIES: RefCell<Option<Latencies>> = const { RefCell::new(None) };
}

impl Load {
    /// Runs all tasks for as long as `slice`.
    pub(super) fn run(&self, slice: Duration) -> Result<Slice> {
        let kept = Arc::new(Mutex::new(Vec::new()));
        let stopped = Arc::clone(&kept);
        let runtime = Builder::new_multi_thread()
            .on_thread_stop(move || {
                let latencies = LATENCIES.take();
                stopped.lock().unwrap_or_else(PoisonError::into_inner).extend(latencies);
            })
            .build()
            .context("starting the runtime")?;

        runtime.block_on(self.all(|task| task.compare()))?;
        let start = Instant::now();
        let until = start + slice;
        let operations = runtime.block_on(self.all(|task| task.run(until)))?;
        let elapsed = start.elapsed();
        // Joins the workers.
        drop(runtime);

        let mut latencies = Latencies::none()?;
        for worker in kept.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            latencies.add(worker)?;
        }
        ensure!(latencies.operation.len() == operations, "some operations were not recorded");
        Ok(Slice { operations, elapsed, latencies })
    }

    /// Spawns all tasks and waits for them; the sum of what they return.
    async fn all<F>(&self, work: impl Fn(Task) -> F) -> Result<u64>
    where
        F: Future<Output = Result<u64>> + Send + 'static,
    {
        let task = |index| Task {
            next: index * STRIDE % self.texts.len(),
            texts: Arc::clone(&self.texts),
            expected: Arc::clone(&self.expected),
            marshal: self.marshal,
        };
        let handles: Vec<_> =
            (0..self.tasks).map(|index| tokio::spawn(work(task(index)))).collect();
        let mut sum = 0;
        for handle in handles {
            sum += handle.await.context("a task panicked")??;
        }
        Ok(sum)
    }
}

struct Task {
    next: usize,
    texts: Arc<Vec<Vec<u8>>>,
    expected: Arc<Vec<Vec<u8>>>,
    marshal: Marshal,
}

impl Task {
    /// A few operations, whose texts are compared.
    async fn compare(mut self) -> Result<u64> {
        for _ in 0..WARM_UP {
            let written = (self.marshal)(&self.texts[self.next])?;
            self.verify(&written)?;
            self.next = (self.next + 1) % self.texts.len();
            task::yield_now().await;
        }
        Ok(WARM_UP as u64)
    }

    /// Operations until the time is over; how many they were.
    async fn run(mut self, until: Instant) -> Result<u64> {
        let mut operations = 0;
        let mut written = Vec::new();
        let mut before = Instant::now();
        loop {
            let start = Instant::now();
            let new = (self.marshal)(black_box(&self.texts[self.next]))?;
            // The last text goes within an operation: freeing it is part of the work.
            drop(mem::replace(&mut written, new));
            let end = Instant::now();
            operations += 1;
            record(end - start, end - before)?;
            before = end;
            ensure!(written.len() == self.expected[self.next].len(), "a text has another length");
            if end >= until {
                break;
            }
            self.next = (self.next + 1) % self.texts.len();
            task::yield_now().await;
        }
        self.verify(&written)?;
        Ok(operations)
    }

    fn verify(&self, written: &[u8]) -> Result<()> {
        ensure!(written == self.expected[self.next], "document {}: another text", self.next);
        Ok(())
    }
}

/// Keeps the times of an operation with the worker that ran it.
fn record(operation: Duration, turn: Duration) -> Result<()> {
    LATENCIES.with_borrow_mut(|kept| {
        let latencies = match kept {
            Some(latencies) => latencies,
            None => kept.insert(Latencies::none()?),
        };
        latencies.operation.saturating_record(operation.as_nanos() as u64);
        latencies.turn.saturating_record(turn.as_nanos() as u64);
        Ok(())
    })
}
