//! Eight bytes in an integer register ("SIMD within a register"; L. Lamport, "Multiple byte processing with full-word
//! instructions", 1975). The high bit of each lane says whether a comparison holds. All comparisons are exact in every lane.

use super::{Block, Quarters, copy_at};

#[derive(Clone, Copy)]
pub(super) struct Swar(u64);

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// A bit for each of 16 bytes that are the same at `a` and at `b`.
///
/// # Safety
/// So many must be readable at both.
#[inline(always)]
#[cfg_attr(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)), cfg(test))]
pub(super) unsafe fn equal_16(a: *const u8, b: *const u8) -> u32 {
    let equal_8 = |i: usize| {
        // SAFETY: as demanded of the caller.
        let difference = unsafe { Swar::load(a.add(i)).0 ^ Swar::load(b.add(i)).0 };
        let lanes = Swar(difference).equal(0).0 >> 7;
        // One bit of each lane, gathered in the highest one.
        ((lanes.wrapping_mul(0x0102_0408_1020_4080) >> 56) as u32) << i
    };
    equal_8(0) | equal_8(8)
}

impl Block for Swar {
    const LEN: usize = 8;

    #[inline(always)]
    unsafe fn load(from: *const u8) -> Self {
        // SAFETY: eight bytes are readable, says the caller.
        Swar(u64::from_le_bytes(unsafe { from.cast::<[u8; 8]>().read() }))
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut u8) {
        // SAFETY: eight bytes are writable, says the caller.
        unsafe { to.cast::<[u8; 8]>().write(self.0.to_le_bytes()) };
    }

    #[inline(always)]
    fn xor(self, byte: u8) -> Self {
        Swar(self.0 ^ (LOW * u64::from(byte)))
    }

    #[inline(always)]
    fn equal(self, byte: u8) -> Self {
        let Swar(x) = self.xor(byte);
        Swar(!(((x & !HIGH) + !HIGH) | x) & HIGH)
    }

    #[inline(always)]
    fn below(self, bound: u8) -> Self {
        debug_assert!(bound <= 0x80);
        let carry = (self.0 & !HIGH) + LOW * u64::from(0x80 - bound);
        Swar(!(carry | self.0) & HIGH)
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        Swar(self.0 | other.0)
    }

    const LANE_BITS: u32 = 8;

    #[inline(always)]
    fn mask(self) -> u64 {
        self.0 & HIGH
    }
}

impl Quarters for Swar {
    #[inline(always)]
    unsafe fn copy_quarters(from: *const u8, to: *mut u8, len: usize) -> Self {
        // SAFETY: as demanded of the caller.
        let quarters = unsafe { copy_at::<[u8; 2]>(from, to, Self::places(len)) };
        let [[a, b], [c, d], [e, f], [g, h]] = quarters;
        Swar(u64::from_le_bytes([a, b, c, d, e, f, g, h]))
    }
}
