//! Integers to decimal text.

use core::mem::MaybeUninit;

/// Two digits of every number below 100.
static PAIRS: [[u8; 2]; 100] = {
    let mut pairs = [[0; 2]; 100];
    let mut i = 0;
    while i < 100 {
        pairs[i] = [b'0' + (i / 10) as u8, b'0' + (i % 10) as u8];
        i += 1;
    }
    pairs
};

/// Writes `value` to the beginning of `out` and returns its length.
///
/// Eight digits come from one product: a fraction of 2^32 that is multiplied by 100 has two more of them in its upper half each time
/// (J. Anhalt, "jeaiii_itoa", 2017).
#[inline(always)]
pub(crate) fn write_u64(value: u64, out: &mut [MaybeUninit<u8>; 20]) -> usize {
    const EIGHT: u64 = 100_000_000;
    if value < EIGHT {
        return write_first(value as u32, out);
    }
    let (high, low) = (value / EIGHT, (value % EIGHT) as u32);
    let n = if high < EIGHT {
        write_first(high as u32, out)
    } else {
        let n = write_first((high / EIGHT) as u32, out);
        write_eight((high % EIGHT) as u32, out, n);
        n + 8
    };
    write_eight(low, out, n);
    n + 8
}

/// The first pair of up to eight digits as whole, and the digits behind it as a fraction of 2^32.
#[inline(always)]
fn fraction(value: u32, pairs: usize) -> u64 {
    // By 2^32 / 100^(pairs - 1), rounded up: never too small, and too large by less than one of the last digit. Four pairs
    // need sixteen bits more for that.
    match pairs {
        1 => u64::from(value) << 32,
        2 => u64::from(value) * 42_949_673,
        3 => u64::from(value) * 429_497,
        _ => ((u64::from(value) * 281_474_977) >> 16) + 1,
    }
}

/// Up to eight digits without leading zeros.
#[inline(always)]
fn write_first(value: u32, out: &mut [MaybeUninit<u8>; 20]) -> usize {
    let pairs = match value {
        0..100 => 1,
        100..10_000 => 2,
        10_000..1_000_000 => 3,
        _ => 4,
    };
    let mut rest = fraction(value, pairs);
    let first = (rest >> 32) as usize;
    let mut n = if first < 10 {
        out[0].write(b'0' + first as u8);
        1
    } else {
        put(PAIRS[first], out, 0);
        2
    };
    for _ in 1..pairs {
        rest = (rest & 0xffff_ffff) * 100;
        put(PAIRS[(rest >> 32) as usize % 100], out, n);
        n += 2;
    }
    n
}

/// Eight digits, leading zeros and all.
#[inline(always)]
fn write_eight(value: u32, out: &mut [MaybeUninit<u8>; 20], at: usize) {
    let mut rest = fraction(value, 4);
    for i in 0..4 {
        put(PAIRS[(rest >> 32) as usize % 100], out, at + 2 * i);
        rest = (rest & 0xffff_ffff) * 100;
    }
}

#[inline(always)]
fn put(pair: [u8; 2], out: &mut [MaybeUninit<u8>; 20], at: usize) {
    out[at].write(pair[0]);
    out[at + 1].write(pair[1]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::boxed::Box;
    use alloc::string::{String, ToString};

    #[test]
    fn agrees_with_the_standard_library() {
        let mut values = alloc::vec![0, u64::MAX];
        for shift in 0..64 {
            values.extend([
                1 << shift,
                (1 << shift) - 1,
                (1_u64 << shift).wrapping_mul(0x1234_5677),
            ]);
        }
        // Every number of up to six digits, and every pair at every place behind them.
        values.extend(0..1_000_000);
        for pair in 0..100 {
            values.extend((0..18).map(|place| 10_u64.pow(place) * pair));
            values
                .extend((0..18).map(|place| 12_345_678_901_234_567_890 - 10_u64.pow(place) * pair));
        }
        let step = if cfg!(miri) { 9_999_991 } else { 997 };
        values.extend((1_000_000..100_000_000).step_by(step));
        for power in 0..20 {
            let ten = 10_u64.pow(power);
            values.extend([ten - 1, ten, ten + 1, ten.wrapping_mul(7)]);
        }
        // At the end of memory.
        let mut out = fastjson_guard::guarded(|| Box::new([MaybeUninit::new(0); 20]));
        for value in values {
            let n = write_u64(value, &mut out);
            // SAFETY: every byte of `out` was initialized above, whatever was written since.
            let digits = out.map(|byte| unsafe { byte.assume_init() });
            let text: String = digits[..n].iter().map(|&digit: &u8| char::from(digit)).collect();
            assert_eq!(text, value.to_string());
        }
    }
}
