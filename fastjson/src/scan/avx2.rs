//! Thirty-two bytes in a vector register, where the machine has AVX2.

use core::arch::x86_64::{
    __m256i, _mm256_cmpeq_epi8, _mm256_cmpgt_epi8, _mm256_loadu_si256, _mm256_movemask_epi8,
    _mm256_or_si256, _mm256_set1_epi8, _mm256_storeu_si256, _mm256_xor_si256,
};

use super::arrays;
use super::walk::{self, Target};
use super::{Block, Passed, Search};

/// INVARIANT: there is one only where the machine has AVX2, as [`Block::load`] demands.
#[derive(Clone, Copy)]
pub(super) struct Avx2(__m256i);

/// Whether the machine has AVX2. The answer is kept by `std`: the question costs a load and a test.
#[inline(always)]
pub(super) fn is_there() -> bool {
    #[cfg(feature = "std")]
    let is_there = std::arch::is_x86_feature_detected!("avx2");
    #[cfg(not(feature = "std"))]
    let is_there = cfg!(target_feature = "avx2");
    is_there
}

/// Whether it also has the instructions for single bits that came with it.
#[inline(always)]
pub(super) fn counts_bits() -> bool {
    #[cfg(feature = "std")]
    let counts_bits = is_there()
        && std::arch::is_x86_feature_detected!("bmi1")
        && std::arch::is_x86_feature_detected!("bmi2")
        && std::arch::is_x86_feature_detected!("lzcnt")
        && std::arch::is_x86_feature_detected!("popcnt");
    #[cfg(not(feature = "std"))]
    let counts_bits = cfg!(all(
        target_feature = "avx2",
        target_feature = "bmi1",
        target_feature = "bmi2",
        target_feature = "lzcnt",
        target_feature = "popcnt"
    ));
    counts_bits
}

/// [`arrays::walk`], in these blocks.
///
/// # Safety
/// The machine must have the instructions, as [`counts_bits`] tells.
#[inline]
#[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt")]
pub(super) unsafe fn walk_arrays(text: &[u8]) -> Passed {
    // SAFETY: as demanded of the caller.
    unsafe { arrays::walk::<Avx2>(text) }
}

/// [`walk::walk_long`], in these blocks.
///
/// # Safety
/// As there.
#[target_feature(enable = "avx2")]
pub(super) unsafe fn walk_long<S: Search, T: Target>(text: &[u8], passed: usize, to: T) -> usize {
    // SAFETY: as demanded of the caller.
    unsafe { walk::walk_long::<S, Avx2, T>(text, passed, to) }
}

/// `lanes`, of which the optimizer forgets how they came about, for the reason given in `sse2.rs`.
#[inline(always)]
fn opaque(lanes: __m256i) -> __m256i {
    #[cfg(all(target_feature = "avx512vl", not(miri)))]
    let lanes = {
        let mut lanes = lanes;
        // SAFETY: no instruction at all.
        unsafe {
            core::arch::asm!("/* {0} */", inout(ymm_reg) lanes, options(pure, nomem, nostack, preserves_flags));
        }
        lanes
    };
    lanes
}

impl Block for Avx2 {
    const LEN: usize = 32;

    #[inline(always)]
    unsafe fn load(from: *const u8) -> Self {
        // SAFETY: AVX2 is there and thirty-two bytes are readable, says the caller; the load may be unaligned.
        Avx2(unsafe { _mm256_loadu_si256(from.cast()) })
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut u8) {
        // SAFETY: thirty-two bytes are writable, says the caller; the store may be unaligned.
        unsafe { _mm256_storeu_si256(to.cast(), self.0) };
    }

    #[inline(always)]
    fn xor(self, byte: u8) -> Self {
        // SAFETY: AVX2 is there, by the invariant.
        Avx2(unsafe { _mm256_xor_si256(self.0, _mm256_set1_epi8(byte.cast_signed())) })
    }

    #[inline(always)]
    fn equal(self, byte: u8) -> Self {
        // SAFETY: AVX2 is there, by the invariant.
        Avx2(opaque(unsafe { _mm256_cmpeq_epi8(self.0, _mm256_set1_epi8(byte.cast_signed())) }))
    }

    #[inline(always)]
    fn below(self, bound: u8) -> Self {
        // Compared as signed numbers, to which the order of unsigned ones is brought by turning the high bit.
        let bound = (bound ^ 0x80).cast_signed();
        // SAFETY: AVX2 is there, by the invariant.
        Avx2(opaque(unsafe { _mm256_cmpgt_epi8(_mm256_set1_epi8(bound), self.xor(0x80).0) }))
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        // SAFETY: AVX2 is there, by the invariant.
        Avx2(unsafe { _mm256_or_si256(self.0, other.0) })
    }

    const LANE_BITS: u32 = 1;

    #[inline(always)]
    fn mask(self) -> u64 {
        // SAFETY: AVX2 is there, by the invariant.
        unsafe { _mm256_movemask_epi8(self.0) }.cast_unsigned().into()
    }
}
