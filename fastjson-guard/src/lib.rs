//! For tests: an allocator whose blocks end at a guard page, so that the first byte read or written behind one ends the process.
//!
//! It covers whatever is on the heap, inputs, output buffers and values alike. A test binary declares it and says for which
//! code it counts, since it is slower than the system's; and it tells how often code allocates ([`allocations`]):
//!
//! ```
//! #[global_allocator]
//! static ALLOCATOR: fastjson_guard::Guarded = fastjson_guard::Guarded;
//!
//! let sum = fastjson_guard::guarded(|| {
//!     let bytes = vec![1, 2, 3];
//!     // The address of `bytes[3]` is the first of a page that cannot be touched.
//!     bytes.iter().sum::<i32>()
//! });
//! assert_eq!(sum, 6);
//! ```
//!
//! Where there are no guard pages blocks are the system's: not on Unix, and under Miri and AddressSanitizer, which see such accesses
//! by themselves (the one with `--cfg fastjson_no_guard`).

#[cfg(all(unix, not(any(miri, fastjson_no_guard))))]
mod arena;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    /// Whether blocks of this thread are guarded.
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
    /// How often this thread has been given a block, or another size of one.
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

/// The allocator: the system's, but for what [`guarded`] code allocates.
#[derive(Debug)]
pub struct Guarded;

/// Runs `code`, whose allocations are guarded where [`Guarded`] is the global allocator.
///
/// # Panics
/// When the system refuses the address space for them.
pub fn guarded<T>(code: impl FnOnce() -> T) -> T {
    /// Goes back also when the code panics.
    struct Back(bool);
    impl Drop for Back {
        fn drop(&mut self) {
            IS_GUARDED.set(self.0);
        }
    }
    #[cfg(all(unix, not(any(miri, fastjson_no_guard))))]
    arena::reserve();
    let _back = Back(IS_GUARDED.replace(true));
    code()
}

/// How often `code` allocates, or gives a block another size, on this thread; and its result. Where [`Guarded`] is not the global allocator,
/// never.
pub fn allocations<T>(code: impl FnOnce() -> T) -> (T, usize) {
    let before = ALLOCATIONS.get();
    let result = code();
    (result, ALLOCATIONS.get() - before)
}

/// A guarded block, if this thread's are and it is not too large.
#[cfg(all(unix, not(any(miri, fastjson_no_guard))))]
fn guarded_block(layout: Layout) -> Option<*mut u8> {
    if IS_GUARDED.get() { arena::alloc(layout) } else { None }
}

#[cfg(not(all(unix, not(any(miri, fastjson_no_guard)))))]
fn guarded_block(_: Layout) -> Option<*mut u8> {
    None
}

/// Whether a block is a guarded one.
#[cfg(all(unix, not(any(miri, fastjson_no_guard))))]
fn is_guarded(block: *mut u8) -> bool {
    arena::owns(block)
}

#[cfg(not(all(unix, not(any(miri, fastjson_no_guard)))))]
fn is_guarded(_: *mut u8) -> bool {
    false
}

/// Gives a guarded block back.
///
/// # Safety
/// As [`GlobalAlloc::dealloc`].
#[cfg(all(unix, not(any(miri, fastjson_no_guard))))]
unsafe fn free(block: *mut u8, layout: Layout) {
    // SAFETY: as demanded of the caller.
    unsafe { arena::free(block, layout) }
}

#[cfg(not(all(unix, not(any(miri, fastjson_no_guard)))))]
unsafe fn free(_: *mut u8, _: Layout) {}

// SAFETY: a block is the arena's or the system's, each of which keeps the contract, and goes back to where it came from. Nothing here
// allocates or unwinds: the thread's flag and count are constants without a destructor.
unsafe impl GlobalAlloc for Guarded {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: the caller's layout.
        guarded_block(layout).unwrap_or_else(|| unsafe { System.alloc(layout) })
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if is_guarded(block) {
            // SAFETY: the caller's block, which came from the arena with this layout.
            unsafe { free(block, layout) };
        } else {
            // SAFETY: not the arena's, so the system's.
            unsafe { System.dealloc(block, layout) };
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !IS_GUARDED.get() && !is_guarded(block) {
            ALLOCATIONS.set(ALLOCATIONS.get() + 1);
            // SAFETY: the caller's block, which is the system's.
            return unsafe { System.realloc(block, layout, size) };
        }
        // SAFETY: no more than `isize::MAX`, says the caller.
        let new_layout = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        // SAFETY: `size` is not 0, says the caller.
        let new = unsafe { self.alloc(new_layout) };
        if !new.is_null() {
            // SAFETY: two blocks of at least so many bytes; the old one is the caller's and not used any more.
            unsafe {
                new.copy_from_nonoverlapping(block, size.min(layout.size()));
                self.dealloc(block, layout);
            }
        }
        new
    }
}
