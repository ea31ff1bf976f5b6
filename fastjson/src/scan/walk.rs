//! The way of a search over a text: which block is looked at when, and where the bytes go meanwhile.

use super::{Block, Quarters, Search, Swar, Wide};

/// How many bytes are looked at in line. Of four blocks the optimizer makes a straight line.
pub(super) const SHORT: usize = 4 * Wide::LEN;

/// How many bytes of a long text are looked at before one question is asked about all of them: two blocks of AVX2, whose speed it raises
/// by half, four of SSE2.
const STEP: usize = 64;

/// Where the bytes go that a walk looks at.
pub(super) trait Target: Copy {
    /// # Safety
    /// `LEN` bytes must be writable `at` bytes behind the target's place.
    unsafe fn put<B: Block>(self, at: usize, block: B);
    /// A walk over less than a wide block.
    ///
    /// # Safety
    /// As [`walk`].
    unsafe fn short<S: Search>(self, text: &[u8]) -> usize;
}

/// Nowhere; a walk is only a search then.
#[derive(Clone, Copy)]
pub(super) struct Nowhere;

impl Target for Nowhere {
    #[inline(always)]
    unsafe fn put<B: Block>(self, _: usize, _: B) {}

    /// Out of line: what is searched is mostly a string and all that follows it.
    #[inline(never)]
    unsafe fn short<S: Search>(self, text: &[u8]) -> usize {
        short::<S>(text)
    }
}

/// A place with room for the whole text.
#[derive(Clone, Copy)]
pub(super) struct Room(pub(super) *mut u8);

impl Target for Room {
    #[inline(always)]
    unsafe fn put<B: Block>(self, at: usize, block: B) {
        // SAFETY: the bytes are writable, says the caller.
        unsafe { block.store(self.0.add(at)) };
    }

    /// In line: few steps, and as many whatever the length.
    #[inline(always)]
    unsafe fn short<S: Search>(self, text: &[u8]) -> usize {
        let n = text.len();
        let quarter = Wide::LEN / 4;
        // SAFETY: as demanded of the caller.
        unsafe {
            if n < quarter {
                let is_plain = copy_few::<S>(text, self.0);
                return if is_plain { n } else { short::<S>(text) };
            }
            let lanes = S::lanes(Wide::copy_quarters(text.as_ptr(), self.0, n));
            lanes.first().map_or(n, |lane| Wide::places(n)[lane / quarter] + lane % quarter)
        }
    }
}

/// Copies less than four blocks; whether nothing is found in them.
///
/// # Safety
/// `text.len()` bytes must be writable at `to` and must not overlap `text`, and the machine must have the instructions of the block.
#[inline(always)]
pub(super) unsafe fn copy_short<S: Search, B: Quarters>(text: &[u8], to: *mut u8) -> bool {
    let n = text.len();
    debug_assert!(n < 4 * B::LEN);
    // SAFETY: as demanded of the caller; the blocks are in the text, by the length that is asked for.
    let look = |at| unsafe { look::<S, B, Room>(text, at, Room(to)) };
    let lanes = if n >= B::LEN {
        // At the same places whatever the length, so that no branch depends on it.
        let last = n - B::LEN;
        let step = last.min(B::LEN);
        look(0).or(look(step)).or(look(last - step)).or(look(last))
    } else if n >= B::LEN / 4 {
        // SAFETY: as demanded of the caller, and there are so many bytes.
        S::lanes(unsafe { B::copy_quarters(text.as_ptr(), to, n) })
    } else {
        // SAFETY: as demanded of the caller.
        return unsafe { copy_few::<S>(text, to) };
    };
    lanes.first().is_none()
}

/// Copies up to three bytes, the first, the middle and the last one; whether none is found.
///
/// # Safety
/// As [`copy_short`].
#[inline(always)]
unsafe fn copy_few<S: Search>(text: &[u8], to: *mut u8) -> bool {
    let n = text.len();
    debug_assert!(n <= 3);
    if n == 0 {
        return true;
    }
    let is_found = |at: usize| {
        // SAFETY: as demanded of the caller, for a byte of the text.
        unsafe { to.add(at).write(text[at]) };
        S::is(text[at])
    };
    !(is_found(0) | is_found(n / 2) | is_found(n - 1))
}

/// The index of the first byte that is found, or the length; all bytes before it have gone to `to`.
///
/// # Safety
/// `text.len()` bytes must be writable at the target's place and must not overlap `text`.
#[inline(always)]
pub(super) unsafe fn walk<S: Search, T: Target>(text: &[u8], to: T) -> usize {
    if text.len() < Wide::LEN {
        // SAFETY: as demanded of the caller.
        return unsafe { to.short::<S>(text) };
    }
    for k in 0..SHORT / Wide::LEN {
        let i = k * Wide::LEN;
        if text.len() - i < Wide::LEN {
            // SAFETY: as demanded of the caller, and a block was there.
            return unsafe { last::<S, Wide, T>(text, to) };
        }
        // SAFETY: as demanded of the caller; a block is left.
        let lanes = unsafe { look::<S, Wide, T>(text, i, to) };
        if let Some(lane) = lanes.first() {
            return i + lane;
        }
    }
    // SAFETY: as demanded of the caller.
    unsafe { long::<S, T>(text, SHORT, to) }
}

/// Sends a block of the text to the target and gives the lanes that are found.
///
/// # Safety
/// As [`walk`]; the block must be in the text, and the machine must have its instructions.
#[inline(always)]
unsafe fn look<S: Search, B: Block, T: Target>(text: &[u8], at: usize, to: T) -> B {
    debug_assert!(at + B::LEN <= text.len());
    // SAFETY: as demanded of the caller: the block is in the text, and so in the room for it.
    let block = unsafe {
        let block = B::load(text.as_ptr().add(at));
        to.put(at, block);
        block
    };
    S::lanes(block)
}

/// The end of a walk, of which less than a block is left: a block that overlaps with what was passed.
///
/// # Safety
/// As [`look`], for a text of at least a block.
#[inline(always)]
unsafe fn last<S: Search, B: Block, T: Target>(text: &[u8], to: T) -> usize {
    let at = text.len() - B::LEN;
    // SAFETY: as demanded of the caller.
    let lanes = unsafe { look::<S, B, T>(text, at, to) };
    lanes.first().map_or(text.len(), |lane| at + lane)
}

/// A search in less than a wide block. (Two SWAR blocks that overlap, instead of the bytes, made strings of ten bytes 12 % slower to
/// decode: their length had to be computed where a branch had foretold it.)
#[inline(always)]
fn short<S: Search>(text: &[u8]) -> usize {
    let mut i = 0;
    while text.len() - i >= Swar::LEN {
        // SAFETY: a block is left, and nothing is written.
        let lanes = unsafe { look::<S, Swar, Nowhere>(text, i, Nowhere) };
        if let Some(lane) = lanes.first() {
            return i + lane;
        }
        i += Swar::LEN;
    }
    while i < text.len() && !S::is(text[i]) {
        i += 1;
    }
    i
}

/// The rest of a walk whose first bytes are `passed`, in the widest blocks that the machine has.
///
/// # Safety
/// As [`walk_long`], but for the machine.
#[inline(never)]
pub(super) unsafe fn long<S: Search, T: Target>(text: &[u8], passed: usize, to: T) -> usize {
    #[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
    if super::avx2::is_there() {
        // SAFETY: as demanded of the caller, and AVX2 is there.
        return unsafe { super::avx2::walk_long::<S, T>(text, passed, to) };
    }
    // SAFETY: as demanded of the caller.
    unsafe { walk_long::<S, Wide, T>(text, passed, to) }
}

/// The rest of a walk whose first bytes are `passed`.
///
/// # Safety
/// As [`walk`], for a text of at least [`SHORT`] bytes, of which so many may be passed; nothing is found in those, and they have gone to
/// `to`. The machine must have the instructions of the block.
#[inline(always)]
pub(super) unsafe fn walk_long<S: Search, B: Block, T: Target>(
    text: &[u8],
    passed: usize,
    to: T,
) -> usize {
    const { assert!(B::LEN <= SHORT && STEP.is_multiple_of(B::LEN)) };
    debug_assert!(text.len() >= SHORT && passed <= text.len());
    let mut i = passed;
    while text.len() - i >= STEP {
        // SAFETY: as demanded of the caller; a step is left.
        let mut lanes = unsafe { look::<S, B, T>(text, i, to) };
        for k in 1..STEP / B::LEN {
            // No closure does this: it would not have the instructions of the function that it is in.
            // SAFETY: the same.
            lanes = lanes.or(unsafe { look::<S, B, T>(text, i + k * B::LEN, to) });
        }
        if lanes.first().is_some() {
            // Which block it is comes out below.
            break;
        }
        i += STEP;
    }
    while text.len() - i >= B::LEN {
        // SAFETY: as demanded of the caller; a block is left.
        let lanes = unsafe { look::<S, B, T>(text, i, to) };
        if let Some(lane) = lanes.first() {
            return i + lane;
        }
        i += B::LEN;
    }
    // SAFETY: as demanded of the caller; the text has at least a block.
    unsafe { last::<S, B, T>(text, to) }
}
