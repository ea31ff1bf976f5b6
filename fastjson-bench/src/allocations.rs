//! A global allocator that counts, so that allocations are exact where time is not.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Off while time is measured: the timed part pays one load and a branch per allocation,
/// the same for every candidate.
static COUNTING: AtomicBool = AtomicBool::new(false);
static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

/// What a piece of code asked the allocator for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Allocations {
    /// Calls that allocated or grew or shrank a block.
    pub(crate) count: u64,
    /// Bytes asked for; a block that grows counts with what it grew by.
    pub(crate) bytes: u64,
}

/// Runs `work` and counts what it allocates. The process must have one thread.
pub(crate) fn count<T>(work: impl FnOnce() -> T) -> (T, Allocations) {
    ALLOCATIONS.store(0, Relaxed);
    BYTES.store(0, Relaxed);
    COUNTING.store(true, Relaxed);
    let result = work();
    COUNTING.store(false, Relaxed);
    (result, Allocations { count: ALLOCATIONS.load(Relaxed), bytes: BYTES.load(Relaxed) })
}

struct Counting;

fn record(bytes: usize) {
    if COUNTING.load(Relaxed) {
        ALLOCATIONS.fetch_add(1, Relaxed);
        BYTES.fetch_add(bytes as u64, Relaxed);
    }
}

// SAFETY: every call is passed on unchanged to the system's allocator, which keeps
// GlobalAlloc's contract; counting touches atomics only, so it neither allocates nor panics.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        record(layout.size());
        // SAFETY: the caller keeps the contract of `alloc`, and `layout` is the caller's.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        record(layout.size());
        // SAFETY: the caller keeps the contract of `alloc_zeroed`.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        record(size.saturating_sub(layout.size()));
        // SAFETY: the caller keeps the contract of `realloc`; `block` came from `System`.
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `dealloc`; `block` came from `System`.
        unsafe { System.dealloc(block, layout) }
    }
}
