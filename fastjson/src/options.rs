//! Limits on nesting: levels for the reader, stack for both directions.
//!
//! A count of levels alone does not protect a stack (a recursive struct of 40 strings takes 13 KB a level in a debug build), so
//! the reader and the writer keep the address of a local at the entrance and every container compares its own with it.

/// As serde_json: 127 nested containers pass, the 128th is an error.
pub(crate) const MAX_DEPTH: u32 = 127;

/// How much stack the recursion may take, in bytes. Without optimization a level takes several times as much, and
/// 127 levels of a small recursive struct are to pass there too; a thread of 512 KiB holds either.
const MAX_STACK: usize = if cfg!(debug_assertions) { 384 << 10 } else { 256 << 10 };

/// How far the stack may reach from the entrance. Under Miri and AddressSanitizer stacks are not one piece, so only levels count: Miri is seen
/// by itself, for the other there is `--cfg fastjson_no_stack_limit`. (A quarter of all memory is no limit, but [`Stack::toggle`] goes
/// beyond it.)
const LIMIT: usize =
    if cfg!(any(miri, fastjson_no_stack_limit)) { usize::MAX / 4 } else { MAX_STACK };

/// The stack as it was at the entrance.
#[derive(Clone, Copy)]
pub(crate) struct Stack {
    /// The lowest address that may be reached.
    low: usize,
}

impl Stack {
    /// The stack as it is here.
    #[inline(always)]
    pub(crate) fn here() -> Stack {
        Stack { low: address().wrapping_sub(LIMIT) }
    }

    /// Makes it exhausted wherever one is, or what it was before.
    pub(crate) fn toggle(&mut self) {
        self.low ^= 1 << (usize::BITS - 1);
    }

    /// Whether more than the limit lies between the entrance and here.
    #[inline(always)]
    pub(crate) fn is_exhausted(self) -> bool {
        // The distance in either direction, by one comparison.
        address().wrapping_sub(self.low) > 2 * LIMIT
    }
}

/// Where the stack is here.
#[inline(always)]
fn address() -> usize {
    let local = 0_u8;
    (&raw const local).addr()
}
