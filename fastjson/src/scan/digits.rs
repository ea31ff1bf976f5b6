//! Sixteen decimal digits at once, and a point between them.

#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
use sse2 as lanes;
#[cfg(not(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar))))]
use swar as lanes;

/// The digits of a number below 10^16, leading zeros and all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Digits {
    /// The digits as text.
    pub(crate) text: [u8; 16],
    /// A bit for each digit that is not zero, the first one's the lowest.
    pub(crate) nonzero: u32,
}

impl Digits {
    #[inline(always)]
    pub(crate) fn of(value: u64) -> Digits {
        const HALF: u64 = 100_000_000;
        debug_assert!(value < HALF * HALF);
        lanes::digits((value / HALF) as u32, (value % HALF) as u32)
    }

    /// The text with a point behind the first `n` digits, of which there is one at least; the last digit falls off.
    #[inline(always)]
    pub(crate) fn with_point(self, n: usize) -> [u8; 16] {
        lanes::with_point(self.text, &LAYOUTS[n])
    }
}

/// Where the bytes of a text with a point come from.
#[derive(Clone, Copy)]
#[repr(align(16))]
struct Layout {
    /// All ones where the digit stands that stood there.
    same: [u8; 16],
    /// All ones where the digit stands that stood before.
    shifted: [u8; 16],
    /// The point.
    point: [u8; 16],
}

/// By the number of digits before the point.
static LAYOUTS: [Layout; 16] = {
    let mut layouts = [Layout { same: [0; 16], shifted: [0; 16], point: [0; 16] }; 16];
    let mut n = 0;
    while n < layouts.len() {
        let mut i = 0;
        while i < 16 {
            if i < n {
                layouts[n].same[i] = 0xff;
            } else if i > n {
                layouts[n].shifted[i] = 0xff;
            } else {
                layouts[n].point[i] = b'.';
            }
            i += 1;
        }
        n += 1;
    }
    layouts
};

/// In a vector register. All divisions are by products with a rounded inverse, exact for what a lane can hold.
#[cfg(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))]
mod sse2 {
    use core::arch::x86_64::{
        __m128i, _mm_and_si128, _mm_cmpgt_epi8, _mm_cvtsi128_si64, _mm_movemask_epi8,
        _mm_mul_epu32, _mm_mulhi_epu16, _mm_mullo_epi16, _mm_or_si128, _mm_set_epi32,
        _mm_set_epi64x, _mm_set1_epi8, _mm_set1_epi16, _mm_set1_epi64x, _mm_setzero_si128,
        _mm_slli_epi16, _mm_slli_epi32, _mm_slli_epi64, _mm_slli_si128, _mm_srli_epi16,
        _mm_srli_epi64, _mm_sub_epi16, _mm_sub_epi64, _mm_unpackhi_epi64,
    };

    use super::{Digits, Layout};

    #[inline(always)]
    pub(super) fn digits(high: u32, low: u32) -> Digits {
        // SAFETY: SSE2 is there, as the `cfg` of this module says.
        unsafe { split(high, low) }
    }

    #[inline(always)]
    pub(super) fn with_point(text: [u8; 16], layout: &Layout) -> [u8; 16] {
        // SAFETY: SSE2 is there, as the `cfg` of this module says.
        unsafe { put_point(text, layout) }
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    fn split(high: u32, low: u32) -> Digits {
        // Two of eight digits, four of four, eight of two, sixteen of one: quotients in the lower halves of the lanes.
        let eights = _mm_set_epi32(0, low.cast_signed(), 0, high.cast_signed());
        let quotients = _mm_srli_epi64::<40>(_mm_mul_epu32(eights, _mm_set1_epi64x(109_951_163)));
        let rests = _mm_sub_epi64(eights, _mm_mul_epu32(quotients, _mm_set1_epi64x(10_000)));
        let fours = _mm_or_si128(quotients, _mm_slli_epi64::<32>(rests));
        let quotients = _mm_srli_epi16::<3>(_mm_mulhi_epu16(fours, _mm_set1_epi16(5_243)));
        let rests = _mm_sub_epi16(fours, _mm_mullo_epi16(quotients, _mm_set1_epi16(100)));
        let twos = _mm_or_si128(quotients, _mm_slli_epi32::<16>(rests));
        let quotients = _mm_mulhi_epu16(twos, _mm_set1_epi16(6_554));
        // 256 × (two - 10 × quotient) + quotient.
        let ones = _mm_sub_epi16(
            _mm_slli_epi16::<8>(twos),
            _mm_mullo_epi16(quotients, _mm_set1_epi16(2_559)),
        );
        let nonzero = _mm_movemask_epi8(_mm_cmpgt_epi8(ones, _mm_setzero_si128()));
        let text = bytes(_mm_or_si128(ones, _mm_set1_epi8(0x30)));
        Digits { text, nonzero: nonzero.cast_unsigned() }
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    fn put_point(text: [u8; 16], layout: &Layout) -> [u8; 16] {
        let text = lanes(text);
        let same = _mm_and_si128(text, lanes(layout.same));
        let shifted = _mm_and_si128(_mm_slli_si128::<1>(text), lanes(layout.shifted));
        bytes(_mm_or_si128(_mm_or_si128(same, shifted), lanes(layout.point)))
    }

    /// The bytes in a register. (The optimizer makes one load of it.)
    #[inline]
    #[target_feature(enable = "sse2")]
    fn lanes(bytes: [u8; 16]) -> __m128i {
        let bytes = u128::from_le_bytes(bytes);
        _mm_set_epi64x((bytes >> 64) as i64, bytes as i64)
    }

    /// The bytes of a register. (The optimizer makes one store of it.)
    #[inline]
    #[target_feature(enable = "sse2")]
    fn bytes(lanes: __m128i) -> [u8; 16] {
        let half = |lanes| u128::from(_mm_cvtsi128_si64(lanes).cast_unsigned());
        (half(lanes) | half(_mm_unpackhi_epi64(lanes, lanes)) << 64).to_le_bytes()
    }
}

/// In words.
#[cfg(any(test, not(all(target_arch = "x86_64", target_feature = "sse2", not(fastjson_swar)))))]
mod swar {
    use super::{Digits, Layout};

    #[inline(always)]
    pub(super) fn digits(high: u32, low: u32) -> Digits {
        let lanes = u128::from(eight_digits(high)) | u128::from(eight_digits(low)) << 64;
        let text = lanes | u128::from_le_bytes([0x30; 16]);
        // The lowest bit of each lane that has any, and the lanes' bits side by side.
        let nonzero =
            ((lanes + u128::from_le_bytes([0x7f; 16])) >> 7) & u128::from_le_bytes([1; 16]);
        let gather = |lanes: u128| (lanes as u64).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        let nonzero = (gather(nonzero) | gather(nonzero >> 64) << 8) as u32;
        Digits { text: text.to_le_bytes(), nonzero }
    }

    #[inline(always)]
    pub(super) fn with_point(text: [u8; 16], layout: &Layout) -> [u8; 16] {
        let [text, same, shifted, point] =
            [text, layout.same, layout.shifted, layout.point].map(u128::from_le_bytes);
        ((text & same) | ((text << 8) & shifted) | point).to_le_bytes()
    }

    /// The values of the eight digits of `value`, the first one in the lowest byte: pairs are split off in all lanes at once
    /// (P. Khuong, "How to print integers really fast", 2017).
    #[inline(always)]
    pub(super) fn eight_digits(value: u32) -> u64 {
        debug_assert!(value < 100_000_000);
        // Each quotient is a product with the rounded inverse, exact for what a lane can hold.
        let (fours, four) = (u64::from(value / 10_000), u64::from(value % 10_000));
        let fours = fours | (four << 32);
        let hundreds = ((fours * 10_486) >> 20) & 0x0000_007f_0000_007f;
        let pairs = hundreds | (fours - 100 * hundreds) << 16;
        let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
        tens | (pairs - 10 * tens) << 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    /// Both forms against the standard library's digits.
    fn check(value: u64) {
        let text = format!("{value:016}");
        let digits = Digits::of(value);
        assert_eq!(str::from_utf8(&digits.text), Ok(&*text));
        for (i, digit) in text.bytes().enumerate() {
            assert_eq!((digits.nonzero >> i) & 1, u32::from(digit != b'0'), "{value}, digit {i}");
        }
        assert_eq!(digits.nonzero >> 16, 0, "{value}");
        let (high, low) = (value / 100_000_000, value % 100_000_000);
        assert_eq!(swar::digits(high as u32, low as u32), digits, "{value}");
        for n in 1..16 {
            let with_point = format!("{}.{}", &text[..n], &text[n..15]);
            assert_eq!(str::from_utf8(&digits.with_point(n)), Ok(&*with_point));
            assert_eq!(swar::with_point(digits.text, &LAYOUTS[n]), digits.with_point(n));
        }
    }

    #[test]
    fn digits_are_those_of_the_standard_library() {
        // Every four digits at every place.
        let step = if cfg!(miri) { 997 } else { 1 };
        for four in (0..10_000).step_by(step) {
            for place in [0, 4, 8, 12] {
                check(four * 10_u64.pow(place));
                check(9_999_999_999_999_999 - four * 10_u64.pow(place));
            }
        }
        for power in 0..16 {
            let ten = 10_u64.pow(power);
            for value in [ten - 1, ten, ten + 1, 7 * ten] {
                check(value);
            }
        }
        let mut seed = 1_u64;
        for _ in 0..if cfg!(miri) { 50 } else { 100_000 } {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            check((seed >> 10) % 10_000_000_000_000_000);
        }
    }

    #[test]
    fn eight_digits_are_those_of_the_standard_library() {
        let step = if cfg!(miri) { 999_983 } else { 97 };
        for value in (0..100_000_000_u32).step_by(step).chain([99_999_999, 10_000, 9_999]) {
            let digits = (swar::eight_digits(value) | 0x3030_3030_3030_3030).to_le_bytes();
            assert_eq!(str::from_utf8(&digits), Ok(&*format!("{value:08}")));
        }
    }
}
