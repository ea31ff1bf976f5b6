//! Sixteen bytes in a vector register; every x86-64 has SSE2.

use core::arch::x86_64::{
    __m128i, _mm_cmpeq_epi8, _mm_cmpgt_epi8, _mm_loadu_si32, _mm_loadu_si128, _mm_movemask_epi8,
    _mm_or_si128, _mm_set1_epi8, _mm_storeu_si32, _mm_storeu_si128, _mm_unpacklo_epi32,
    _mm_unpacklo_epi64, _mm_xor_si128,
};

use super::{Block, Quarters};

#[derive(Clone, Copy)]
pub(super) struct Sse2(pub(super) __m128i);

/// Every lane of it `byte`.
#[inline(always)]
fn splat(byte: u8) -> __m128i {
    // SAFETY: SSE2 is there, as the `cfg` of this module says.
    unsafe { _mm_set1_epi8(byte.cast_signed()) }
}

/// `lanes`, of which the optimizer forgets how they came about. Where it may use AVX-512 (`-C target-cpu=native`) it would compare into mask
/// registers, from which the way back is slow: long strings were scanned and copied at 0.7 to 0.8 of the speed.
#[inline(always)]
fn opaque(lanes: __m128i) -> __m128i {
    #[cfg(all(target_feature = "avx512vl", not(miri)))]
    let lanes = {
        let mut lanes = lanes;
        // SAFETY: no instruction at all.
        unsafe {
            core::arch::asm!("/* {0} */", inout(xmm_reg) lanes, options(pure, nomem, nostack, preserves_flags));
        }
        lanes
    };
    lanes
}

/// A bit for each of 16 bytes that are the same at `a` and at `b`.
///
/// # Safety
/// So many must be readable at both.
#[inline(always)]
pub(super) unsafe fn equal_16(a: *const u8, b: *const u8) -> u32 {
    // SAFETY: as demanded of the caller; SSE2 is there.
    unsafe {
        let lanes = _mm_cmpeq_epi8(Sse2::load(a).0, Sse2::load(b).0);
        _mm_movemask_epi8(opaque(lanes)).cast_unsigned()
    }
}

impl Block for Sse2 {
    const LEN: usize = 16;

    #[inline(always)]
    unsafe fn load(from: *const u8) -> Self {
        // SAFETY: sixteen bytes are readable, says the caller; the load may be unaligned.
        Sse2(unsafe { _mm_loadu_si128(from.cast()) })
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut u8) {
        // SAFETY: sixteen bytes are writable, says the caller; the store may be unaligned.
        unsafe { _mm_storeu_si128(to.cast(), self.0) };
    }

    #[inline(always)]
    fn xor(self, byte: u8) -> Self {
        // SAFETY: SSE2 is there.
        Sse2(unsafe { _mm_xor_si128(self.0, splat(byte)) })
    }

    #[inline(always)]
    fn equal(self, byte: u8) -> Self {
        // SAFETY: SSE2 is there.
        Sse2(opaque(unsafe { _mm_cmpeq_epi8(self.0, splat(byte)) }))
    }

    #[inline(always)]
    fn below(self, bound: u8) -> Self {
        // The comparison is of signed numbers, whose order the unsigned ones get by turning the high bit.
        // SAFETY: SSE2 is there.
        Sse2(opaque(unsafe { _mm_cmpgt_epi8(splat(bound ^ 0x80), self.xor(0x80).0) }))
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        // SAFETY: SSE2 is there.
        Sse2(unsafe { _mm_or_si128(self.0, other.0) })
    }

    const LANE_BITS: u32 = 1;

    #[inline(always)]
    fn mask(self) -> u64 {
        // SAFETY: SSE2 is there.
        unsafe { _mm_movemask_epi8(self.0) }.cast_unsigned().into()
    }
}

impl Quarters for Sse2 {
    #[inline(always)]
    unsafe fn copy_quarters(from: *const u8, to: *mut u8, len: usize) -> Self {
        // (Through vector registers: there are more of them.)
        // SAFETY: SSE2 is there, and each quarter is in the bytes that are readable and writable, by its place.
        unsafe {
            let [a, b, c, d] = Self::places(len).map(|at| {
                let quarter = _mm_loadu_si32(from.add(at));
                _mm_storeu_si32(to.add(at), quarter);
                quarter
            });
            let halves = [_mm_unpacklo_epi32(a, b), _mm_unpacklo_epi32(c, d)];
            Sse2(_mm_unpacklo_epi64(halves[0], halves[1]))
        }
    }
}
