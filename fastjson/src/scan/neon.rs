//! Sixteen bytes in a vector register, on 64-bit ARM.

use core::arch::aarch64::{
    uint8x16_t, vceqq_u8, vcltq_u8, vdupq_n_u8, veorq_u8, vget_lane_u64, vld1q_u8, vld1q_u32,
    vorrq_u8, vreinterpret_u64_u8, vreinterpretq_u8_u32, vreinterpretq_u16_u8, vshrn_n_u16,
    vst1q_u8,
};

use super::{Block, Quarters, copy_at};

#[derive(Clone, Copy)]
pub(super) struct Neon(uint8x16_t);

/// Every lane of it `byte`.
#[inline(always)]
fn splat(byte: u8) -> uint8x16_t {
    // SAFETY: NEON is there, as the `cfg` of this module says.
    unsafe { vdupq_n_u8(byte) }
}

impl Block for Neon {
    const LEN: usize = 16;

    #[inline(always)]
    unsafe fn load(from: *const u8) -> Self {
        // SAFETY: sixteen bytes are readable, says the caller; the load may be unaligned.
        Neon(unsafe { vld1q_u8(from) })
    }

    #[inline(always)]
    unsafe fn store(self, to: *mut u8) {
        // SAFETY: sixteen bytes are writable, says the caller; the store may be unaligned.
        unsafe { vst1q_u8(to, self.0) };
    }

    #[inline(always)]
    fn xor(self, byte: u8) -> Self {
        // SAFETY: NEON is there.
        Neon(unsafe { veorq_u8(self.0, splat(byte)) })
    }

    #[inline(always)]
    fn equal(self, byte: u8) -> Self {
        // SAFETY: NEON is there.
        Neon(unsafe { vceqq_u8(self.0, splat(byte)) })
    }

    #[inline(always)]
    fn below(self, bound: u8) -> Self {
        // SAFETY: NEON is there.
        Neon(unsafe { vcltq_u8(self.0, splat(bound)) })
    }

    #[inline(always)]
    fn or(self, other: Self) -> Self {
        // SAFETY: NEON is there.
        Neon(unsafe { vorrq_u8(self.0, other.0) })
    }

    const LANE_BITS: u32 = 4;

    #[inline(always)]
    fn mask(self) -> u64 {
        // There is no mask of a bit a lane. Pairs of lanes shifted by four and cut to a byte leave half a byte of each lane, in
        // order (D. Kutenin, "Porting x86 vector bitmask optimizations to Arm NEON", 2022).
        // SAFETY: NEON is there.
        let lanes = unsafe {
            let nibbles = vshrn_n_u16::<4>(vreinterpretq_u16_u8(self.0));
            vget_lane_u64::<0>(vreinterpret_u64_u8(nibbles))
        };
        // Of a lane that is found the high bit is set; of others it is not.
        lanes & 0x8888_8888_8888_8888
    }
}

impl Quarters for Neon {
    #[inline(always)]
    unsafe fn copy_quarters(from: *const u8, to: *mut u8, len: usize) -> Self {
        // SAFETY: as demanded of the caller.
        let quarters = unsafe { copy_at::<u32>(from, to, Self::places(len)) };
        // SAFETY: NEON is there; so many words are in the array.
        Neon(unsafe { vreinterpretq_u8_u32(vld1q_u32(quarters.as_ptr())) })
    }
}
