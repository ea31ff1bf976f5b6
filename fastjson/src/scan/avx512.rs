//! Up to sixty-four bytes by a mask, where the machine has AVX-512.
//!
//! What a mask leaves out of a load is not read, so that a text of any length below a register's is copied and searched in one way, without
//! a branch: strings below twenty bytes, of lengths of chance, are written in 0.6 of the time, below eighty in 0.78 (an Intel of 2023 or
//! later). Two registers of half the length are slower.
//!
//! Tried and left out: strings read like that, the end found in one register and the memory of their own filled by a mask (twitter took 1.0 to
//! 1.07 times as long, strings below eighty bytes 0.94); masks of AVX2, which are of words of four bytes, for strings of 4 to 35 bytes (no
//! faster below twenty bytes, 1.2 times as long below eighty).

use core::arch::x86_64::{
    __m512i, _bzhi_u64, _mm512_mask_cmpeq_epu8_mask, _mm512_mask_cmplt_epu8_mask,
    _mm512_maskz_loadu_epi8, _mm512_set1_epi8, _mm512_storeu_si512, _mm512_xor_si512,
};
use core::hint::select_unpredictable;
use core::sync::atomic::{AtomicU8, Ordering};

use super::{LONG, MASKED};

/// Whether the machine has masks for [`copy_by_mask`], if that is known.
#[inline(always)]
pub(crate) fn has_masks() -> Option<bool> {
    match HAS_MASKS.load(Ordering::Relaxed) {
        NO => Some(false),
        UNKNOWN => None,
        _ => Some(true),
    }
}

static HAS_MASKS: AtomicU8 = AtomicU8::new(UNKNOWN);
const UNKNOWN: u8 = 0;
const NO: u8 = 1;
const YES: u8 = 2;

/// Asks for it. (Machines that lower their clock for long registers are left out: VBMI2 came later.)
#[cold]
pub(crate) fn ask_for_masks() {
    #[cfg(feature = "std")]
    let has_masks = std::arch::is_x86_feature_detected!("avx512bw")
        && std::arch::is_x86_feature_detected!("avx512vbmi2")
        && std::arch::is_x86_feature_detected!("bmi2");
    #[cfg(not(feature = "std"))]
    let has_masks = cfg!(all(
        target_feature = "avx512bw",
        target_feature = "avx512vbmi2",
        target_feature = "bmi2"
    ));
    HAS_MASKS.store(if has_masks { YES } else { NO }, Ordering::Relaxed);
}

/// Memory in one cache line, from which nothing is read.
#[repr(align(64))]
struct Nothing([u8; MASKED]);
static NOTHING: Nothing = Nothing([0; MASKED]);

/// [`copy_short`](super::copy_short) in one way for all lengths.
///
/// # Safety
/// [`MASKED`] bytes must be writable at `to` and must not overlap `text`, which must be shorter than [`LONG`]. Bytes behind the text may be
/// overwritten with anything. The machine must have masks.
#[inline]
#[target_feature(enable = "avx512bw,bmi2")]
pub(crate) unsafe fn copy_by_mask(text: &[u8], to: *mut u8) -> bool {
    const { assert!(LONG <= MASKED && size_of::<__m512i>() == MASKED) };
    debug_assert!(has_masks() == Some(true) && text.len() < LONG);
    let mask = _bzhi_u64(!0, text.len() as u32);
    let splat = |byte: u8| _mm512_set1_epi8(byte.cast_signed());
    // Where nothing is mapped, as at the dangling pointer of what is empty, the machine needs 12 ns to find out that nothing is read.
    let from = select_unpredictable(text.is_empty(), NOTHING.0.as_ptr(), text.as_ptr());
    // SAFETY: the mask leaves out what is not in the text; there is room for a register, as demanded of the caller.
    let block = unsafe {
        let block = _mm512_maskz_loadu_epi8(mask, from.cast());
        _mm512_storeu_si512(to.cast(), block);
        block
    };
    // As `Special` does it.
    let low = _mm512_mask_cmplt_epu8_mask(mask, _mm512_xor_si512(block, splat(2)), splat(0x21));
    let backslash = _mm512_mask_cmpeq_epu8_mask(mask, block, splat(b'\\'));
    low | backslash == 0
}
