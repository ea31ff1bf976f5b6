//! Integers to decimal text.
//!
//! Tried and left out: fewer branches on the number of digits, by words. Integers of 1 to 18 digits by chance are written in half the time,
//! and those of documents, whose lengths a predictor learns, take more steps: three to eight digits at once (records 1.15 and citm 1.33 times
//! as long), four at a time behind a length that is known early (1.14 and 1.07), or beyond eight digits only (1.12 and 1.7: what follows
//! waits for the length).

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

/// [`PAIRS`], but for numbers below ten, whose digit comes first.
static LEADING: [[u8; 2]; 100] = {
    let mut pairs = PAIRS;
    let mut i = 0;
    while i < 10 {
        pairs[i] = [b'0' + i as u8, 0];
        i += 1;
    }
    pairs
};

/// Writes `value` to the beginning of `out` and returns its length.
///
/// All digits of a `u32` come from one product: a fraction of 2^32 that is multiplied by 100 has two more of them in its upper half each time
/// (J. Anhalt, "jeaiii_itoa", 2017).
#[inline(always)]
pub(crate) fn write_u64(value: u64, out: &mut [MaybeUninit<u8>; 20]) -> usize {
    const EIGHT: u64 = 100_000_000;
    if let Ok(value) = u32::try_from(value) {
        return write_u32(value, out);
    }
    let (high, low) = (value / EIGHT, (value % EIGHT) as u32);
    let n = match u32::try_from(high) {
        Ok(high) => write_u32(high, out),
        Err(_) => {
            let n = write_u32((high / EIGHT) as u32, out);
            write_eight((high % EIGHT) as u32, out, n);
            n + 8
        }
    };
    write_eight(low, out, n);
    n + 8
}

/// [`write_u64`], of fewer digits.
#[inline(always)]
pub(super) fn write_u32(value: u32, out: &mut [MaybeUninit<u8>; 20]) -> usize {
    // By halves: as a `match`, all limits would be asked one after the other.
    if value < 10_000 {
        if value < 100 { write_pairs::<1>(value, out) } else { write_pairs::<2>(value, out) }
    } else if value < 100_000_000 {
        if value < 1_000_000 { write_pairs::<3>(value, out) } else { write_pairs::<4>(value, out) }
    } else {
        write_pairs::<5>(value, out)
    }
}

/// The first of `N` pairs as whole, and the digits behind it as a fraction of 2^32.
#[inline(always)]
fn fraction<const N: usize>(value: u32) -> u64 {
    let value = u64::from(value);
    // By 2^32 / 100^(pairs - 1), rounded up: never too small, and too large by less than one of the last digit. Four pairs
    // need sixteen bits more for that, five twenty-five.
    match N {
        1 => value << 32,
        2 => value * 42_949_673,
        3 => value * 429_497,
        4 => ((value * 281_474_977) >> 16) + 1,
        _ => ((value * 1_441_151_881) >> 25) + 1,
    }
}

/// `N` pairs of digits, without a leading zero.
#[inline(always)]
fn write_pairs<const N: usize>(value: u32, out: &mut [MaybeUninit<u8>; 20]) -> usize {
    let rest = fraction::<N>(value);
    let first = (rest >> 32) as usize % 100;
    put(LEADING[first], out, 0);
    let n = if first < 10 { 1 } else { 2 };
    write_rest::<N>(rest, out, n);
    n + 2 * (N - 1)
}

/// Eight digits, leading zeros and all.
#[inline(always)]
fn write_eight(value: u32, out: &mut [MaybeUninit<u8>; 20], at: usize) {
    let rest = fraction::<4>(value);
    put(PAIRS[(rest >> 32) as usize % 100], out, at);
    write_rest::<4>(rest, out, at + 2);
}

/// The text of six digits, leading zeros and all, the first one in the lowest byte; two bytes are zero.
#[inline(always)]
pub(super) fn six_digits(value: u32) -> u64 {
    let mut rest = fraction::<3>(value);
    let mut text = 0;
    for i in 0..3 {
        text |= u64::from(u16::from_le_bytes(PAIRS[(rest >> 32) as usize % 100])) << (16 * i);
        rest = (rest & 0xffff_ffff) * 100;
    }
    text
}

/// The pairs behind the first one.
#[inline(always)]
fn write_rest<const N: usize>(mut rest: u64, out: &mut [MaybeUninit<u8>; 20], at: usize) {
    for i in 0..N - 1 {
        rest = (rest & 0xffff_ffff) * 100;
        put(PAIRS[(rest >> 32) as usize % 100], out, at + 2 * i);
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
        // Nine and ten digits that come from one product, up to the largest.
        values.extend((100_000_000..1 << 32).step_by(11 * step));
        values.extend((1 << 32) - 100_000..=1 << 32);
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
