//! In the place of `avx512.rs` where no machine has masks.

/// Whether the machine has masks for [`copy_by_mask`].
#[inline(always)]
pub(crate) fn has_masks() -> Option<bool> {
    Some(false)
}

/// Asks for it.
pub(crate) fn ask_for_masks() {}

/// [`copy_short`](super::copy_short).
///
/// # Safety
/// As there.
pub(crate) unsafe fn copy_by_mask(text: &[u8], to: *mut u8) -> bool {
    // SAFETY: as demanded of the caller.
    unsafe { super::copy_short(text, to) }
}

/// How far arrays of numbers go: nothing is passed.
pub(crate) fn arrays(_: &[u8]) -> super::Passed {
    super::Passed::NONE
}
