//! Floats of few decimals to text: prices, scores and coordinates, which are told and printed as integers (8 ns where `shortest.rs` takes
//! 12).

use core::mem::MaybeUninit;

use super::LONGEST_FLOAT;
use super::write::{six_digits, write_u32};

/// The millionths that `value` is a whole number of: its shortest text is then that number's, without zeros at the end. `None` also
/// where it is below a thousandth or at least a hundred million.
///
/// There are fewer than fifteen digits, so no other text as short or shorter reads back as the same float (a double tells all
/// decimals of fifteen digits apart), and the quotient of two whole numbers below 2^53 is the float that their decimal reads back as.
#[inline(always)]
fn millionths(value: f64) -> Option<u64> {
    // Added to a number below it, it leaves the nearest whole number in the low bits.
    const SHIFT: f64 = 4_503_599_627_370_496.0;
    if !(0.001..1e8).contains(&value) {
        return None;
    }
    let shifted = value * 1e6 + SHIFT;
    let is_whole = (shifted - SHIFT) / 1e6 == value;
    // (A mask would become BMI2's `bzhi`, with an index of which LLVM only writes the low byte: where the last text ended is waited for.)
    is_whole.then(|| shifted.to_bits().wrapping_sub(SHIFT.to_bits()))
}

/// Writes `value` to the beginning of `out` and returns the length of its text, as the shortest printer would; `None`, and nothing, where it
/// has more than six decimals or is too small or large.
#[inline(always)]
pub(crate) fn write_few_decimals(
    value: f64,
    out: &mut [MaybeUninit<u8>; LONGEST_FLOAT],
) -> Option<usize> {
    let millionths = millionths(value.abs())?;
    out[0].write(b'-');
    let sign = usize::from(value < 0.0);
    let point = sign + write_u32((millionths / 1_000_000) as u32, out[sign..].first_chunk_mut()?);
    out[point].write(b'.');
    // Zeros behind the first decimal go. (One of the eight bytes is not zero, if only by the bit that is set for it.)
    let decimals = six_digits((millionths % 1_000_000) as u32);
    let text = decimals.to_le_bytes().map(MaybeUninit::new);
    out[point + 1..point + 9].copy_from_slice(&text);
    let last = ((decimals ^ 0x3030_3030_3030) | 1).ilog2() / 8;
    Some(point + 2 + last as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::boxed::Box;
    use alloc::string::String;

    /// The text of `value`, if it has few decimals, written at the end of memory.
    fn text(value: f64) -> Option<String> {
        let mut out = fastjson_guard::guarded(|| Box::new([MaybeUninit::new(0); LONGEST_FLOAT]));
        let n = write_few_decimals(value, &mut out)?;
        // SAFETY: every byte of `out` was initialized above.
        Some(out[..n].iter().map(|byte| char::from(unsafe { byte.assume_init() })).collect())
    }

    /// What is written is what the shortest printer writes; `is_few` says whether anything must be.
    fn check(value: f64, is_few: bool) {
        for value in [value, -value] {
            match text(value) {
                Some(text) => assert_eq!(text, zmij::Buffer::new().format_finite(value)),
                None => assert!(!is_few, "{value} is not written"),
            }
        }
    }

    #[test]
    fn agrees_with_the_shortest_printer() {
        let mut seed = 1_u64;
        let mut next = move || {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            seed >> 11
        };
        for _ in 0..if cfg!(miri) { 50 } else { 100_000 } {
            for decimals in 0..=8 {
                // A decimal of any length, the float next to it, and one of any bits.
                let scale = 10_u64.pow(decimals) as f64;
                let value = (next() >> (11 + next() % 48)) as f64 / scale;
                check(value, decimals <= 6 && (0.001..1e8).contains(&value));
                check(value.next_up(), false);
                check(value.next_down().max(0.0), false);
            }
            let bits = f64::from_bits(next() << 11 | next() >> 42);
            check(if bits.is_finite() { bits } else { 0.0 }, false);
        }
    }

    #[test]
    fn at_the_limits() {
        for value in
            [0.001, 0.001001, 0.1, 1.0, 10.0, 99_999_999.0, 99_999_999.999999, 12_345_678.000001]
        {
            check(value, true);
        }
        for value in [
            0.0,
            f64::MIN_POSITIVE,
            5e-324,
            0.000999,
            0.0009999999,
            1e8,
            1e15,
            1e16,
            1e300,
            1.0 / 3.0,
        ] {
            assert_eq!(text(value), None, "{value}");
            check(value, false);
        }
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(text(value), None);
        }
    }
}
