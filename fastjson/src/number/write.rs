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

/// How many digits `value` has.
#[inline(always)]
pub(crate) fn decimal_len(value: u64) -> usize {
    static POWERS: [u64; 20] = {
        let mut powers = [0; 20];
        let (mut power, mut i) = (1, 1);
        while i < 20 {
            power *= 10;
            powers[i] = power;
            i += 1;
        }
        powers
    };
    // log10 from log2 by 1233 / 4096, then one comparison (H. S. Warren, "Hacker's Delight", 11-4).
    let guess = (((64 - (value | 1).leading_zeros()) * 1233) >> 12) as usize;
    guess + usize::from(value >= POWERS[guess])
}

/// Writes `value` to the beginning of `out` and returns its length.
#[inline(always)]
pub(crate) fn write_u64(value: u64, out: &mut [MaybeUninit<u8>; 20]) -> usize {
    let len = decimal_len(value);
    let mut rest = value;
    let mut at = len;
    while rest >= 100 {
        at -= 2;
        let pair = PAIRS[(rest % 100) as usize];
        out[at].write(pair[0]);
        out[at + 1].write(pair[1]);
        rest /= 100;
    }
    if rest >= 10 {
        let pair = PAIRS[rest as usize];
        out[0].write(pair[0]);
        out[1].write(pair[1]);
    } else {
        out[0].write(b'0' + rest as u8);
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;
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
        for power in 0..20 {
            let ten = 10_u64.pow(power);
            values.extend([ten - 1, ten, ten + 1, ten.wrapping_mul(7)]);
        }
        for value in values {
            let mut out = [MaybeUninit::new(0); 20];
            let n = write_u64(value, &mut out);
            // SAFETY: every byte of `out` was initialized above, whatever was written since.
            let digits = out.map(|byte| unsafe { byte.assume_init() });
            let text: String = digits[..n].iter().map(|&digit: &u8| char::from(digit)).collect();
            assert_eq!(text, value.to_string());
        }
    }
}
