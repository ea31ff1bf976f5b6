//! Floats to the shortest text that reads back as them, where two words hold exactly all that is asked about them: the numbers that
//! people write, from 2^-16 up to 2^49. What is beyond is zmij's (18 ns a number of canada where this takes 12, and more where
//! lengths vary).
//!
//! A float is c × 2^q, and the texts that read back as it differ from it by less than 2^(q-1). As R. Giulietti, "The Schubfach way to
//! render doubles" (2020) has it, 10^k is the largest power of ten that is no more than 2^q: there is at most one multiple of 10^(k+1)
//! in that range, which then is the shortest; if there is none, the nearest multiple of 10^k is (and is in the range). For -68 <= q < 0,
//! 2^q / 10^(k+1) is a fraction of at most 64 bits, so that its product with c has the multiple in its upper word and all that is behind
//! it in the lower one: nothing is rounded but the result. Neither does it matter whether c is even, for the ends of the range are no such
//! multiples (they are an odd number of halves of 2^q); nor that the range reaches down but half as far below a power of two, for that is
//! such a multiple itself (but for seven singles, which have the same text all the same).
//!
//! Tried and left out: the same for all floats, with 128 bits of the powers of ten (20 ns; with eight numbers side by side 17; floats of all
//! bits take an EPYC 21.5 ns instead of 24, in 209 instructions instead of 187); digits by words instead of in a vector register (17 ns).

use core::mem::MaybeUninit;

use crate::scan::Digits;

/// The longest text, and what is written beyond shorter ones.
pub(crate) const LEN: usize = 1 + 2 + 4 + 17;

/// Floats of a format.
pub(crate) trait Shortest: Copy + Into<f64> {
    /// As [`Decimal`]; `None` where it is not this file's.
    fn decimal(self) -> Option<Decimal>;
}

/// A number as seventeen digits, the first of which is not zero.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decimal {
    /// Sixteen of them.
    digits: u64,
    /// The last one.
    last: u8,
    /// How many stand before the point: from -4 up to 15.
    point: i32,
}

/// 10^k for a q.
#[derive(Clone, Copy)]
struct Scale {
    /// 2^q / 10^(k+1), a fraction of 2^64.
    unit: u64,
    k: i32,
}

/// For each q of so many from `lowest` on.
const fn scales<const N: usize>(lowest: i32) -> [Scale; N] {
    let mut scales = [Scale { unit: 0, k: 0 }; N];
    let mut i = 0;
    while i < N {
        let q = lowest + i as i32;
        // floor(q × log10(2)), for the few q that there are.
        let k = (q * 1_233) >> 12;
        let five = 5_u64.pow((-1 - k) as u32);
        scales[i] = Scale { unit: five << (q - 1 - k + 64), k };
        i += 1;
    }
    scales
}

/// From 2^-16 on, behind which no text has an exponent, and to where sixteen digits have one behind the point.
const DOUBLE: i32 = -68;
static DOUBLES: [Scale; 65] = scales(DOUBLE);

/// From 2^-16 on, to where not all of them are integers.
const SINGLE: i32 = -39;
static SINGLES: [Scale; 39] = scales(SINGLE);

impl Scale {
    /// c × 2^q as a multiple of 10^(k+1), and the multiple of 10^k that is to be added: none, or from 1 up to 9.
    #[inline(always)]
    fn shortest(self, c: u64) -> (u64, u64) {
        let product = u128::from(c) * u128::from(self.unit);
        let (tens, rest) = ((product >> 64) as u64, product as u64);
        let half = self.unit / 2;
        let (_, is_up) = rest.overflowing_add(half);
        let is_down = rest < half;
        // The nearest tenth. (The rest has zeros at its end; two halves are left over only at a quarter, whose even neighbour is below, and
        // at three, where it is above.)
        let tenths = if rest == 1 << 62 { 2 } else { ((rest >> 3) * 5 + (1 << 59)) >> 60 };
        (tens + u64::from(is_up), if is_up | is_down { 0 } else { tenths })
    }
}

impl Shortest for f64 {
    #[inline(always)]
    fn decimal(self) -> Option<Decimal> {
        let bits = self.to_bits();
        let i = ((bits >> 52) & 0x7ff).wrapping_sub((1_075 + DOUBLE) as u64);
        let &scale = DOUBLES.get(i as usize)?;
        let (tens, ones) = scale.shortest((bits & ((1 << 52) - 1)) | 1 << 52);
        // Of fifteen or sixteen digits, and one more.
        let is_short = tens < 1_000_000_000_000_000;
        Some(Decimal {
            digits: if is_short { tens * 10 + ones } else { tens },
            last: if is_short { 0 } else { ones as u8 },
            point: scale.k + 17 - i32::from(is_short),
        })
    }
}

impl Shortest for f32 {
    #[inline(always)]
    fn decimal(self) -> Option<Decimal> {
        let bits = self.to_bits();
        let i = ((bits >> 23) & 0xff).wrapping_sub((150 + SINGLE) as u32);
        let &scale = SINGLES.get(i as usize)?;
        let (tens, ones) = scale.shortest(((bits & ((1 << 23) - 1)) | 1 << 23).into());
        // Of seven to nine digits.
        let value = tens * 10 + ones;
        let more = usize::from(value >= 10_000_000) + usize::from(value >= 100_000_000);
        let digits = value * [1_000_000_000, 100_000_000, 10_000_000][more];
        Some(Decimal { digits, last: 0, point: scale.k + 7 + more as i32 })
    }
}

/// Writes `value` to the beginning of `out` and returns the length of its text; `None`, and nothing that counts, if it is not this file's. No
/// branch depends on the digits.
#[inline(always)]
pub(crate) fn write_shortest<F: Shortest>(
    value: F,
    out: &mut [MaybeUninit<u8>; LEN],
) -> Option<usize> {
    let Decimal { digits, last, point } = value.decimal()?;
    let digits = Digits::of(digits);
    let nonzero = digits.nonzero | u32::from(last != 0) << 16;
    let last = b'0' | last;
    put([b'-'], out, 0);
    let sign = usize::from(value.into().is_sign_negative());
    if let 1..=15 = point {
        let point = point as usize;
        // Behind the point, then what is before it. One digit at least is behind it.
        put(digits.text, out, sign + 1);
        put([last], out, sign + 17);
        put(digits.with_point(point), out, sign);
        Some(sign + (nonzero | 1 << point).ilog2() as usize + 2)
    } else {
        let zeros = (point.unsigned_abs() as usize).min(4);
        put(*b"0.0000", out, sign);
        put(digits.text, out, sign + 2 + zeros);
        put([last], out, sign + 18 + zeros);
        Some(sign + 2 + zeros + (nonzero | 1).ilog2() as usize + 1)
    }
}

#[inline(always)]
fn put<const N: usize>(text: [u8; N], out: &mut [MaybeUninit<u8>; LEN], at: usize) {
    out[at..at + N].copy_from_slice(&text.map(MaybeUninit::new));
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::boxed::Box;
    use alloc::string::String;
    use core::fmt::Debug;
    use ryu::Buffer;

    /// The text of `value`, written at the end of memory.
    fn text<F: Shortest>(value: F) -> Option<String> {
        let mut out = fastjson_guard::guarded(|| Box::new([MaybeUninit::new(0); LEN]));
        let n = write_shortest(value, &mut out)?;
        // SAFETY: every byte of `out` was initialized above, whatever was written since.
        Some(out[..n].iter().map(|byte| char::from(unsafe { byte.assume_init() })).collect())
    }

    /// What is written is what ryu writes; `is_ours` says whether anything must be.
    fn check<F: Shortest + ryu::Float + Debug>(value: F, is_ours: bool) {
        match text(value) {
            Some(text) => assert_eq!(text, Buffer::new().format(value)),
            None => assert!(!is_ours, "{value:?} is not written"),
        }
    }

    fn random() -> impl FnMut() -> u64 {
        let mut seed = 1_u64;
        move || {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            seed ^ seed >> 32
        }
    }

    const ROUNDS: usize = if cfg!(miri) { 2 } else { 4_000 };

    macro_rules! every_exponent {
        ($($name:ident: $float:ident, $uint:ident, $lowest:ident, $scales:ident;)*) => {$(
            /// Every power of two and its neighbours; few and many bits, from either end of the mantissa: with few bits there are those
            /// in the middle of two texts.
            #[test]
            fn $name() {
                const MANTISSA: u32 = $float::MANTISSA_DIGITS - 1;
                const BIAS: i32 = $float::MAX_EXP - 1 + MANTISSA as i32;
                let check = |c: $uint, q: i32| {
                    let mantissa = c & ((1 << MANTISSA) - 1);
                    let value = $float::from_bits(mantissa | ((q + BIAS) as $uint) << MANTISSA);
                    check(value, true);
                    check(-value, true);
                };
                let mut next = random();
                for q in $lowest..$lowest + $scales.len() as i32 {
                    for c in 0..if cfg!(miri) { 2 } else { 64 } {
                        let high = c << (MANTISSA - 6);
                        for c in [c, !c, high, high + 1, high >> 6, !high] {
                            check(c, q);
                        }
                    }
                    for _ in 0..ROUNDS {
                        let (c, len) = (next() as $uint, next() as u32 % MANTISSA);
                        check(c, q);
                        check(c << len, q);
                        check((c & ((1 << MANTISSA) - 1)) >> len, q);
                    }
                }
            }
        )*};
    }

    every_exponent! {
        doubles_of_every_exponent: f64, u64, DOUBLE, DOUBLES;
        singles_of_every_exponent: f32, u32, SINGLE, SINGLES;
    }

    /// Decimals of every length and the floats next to them.
    #[test]
    fn decimals_and_their_neighbours() {
        let mut next = random();
        for _ in 0..10 * ROUNDS {
            let digits = (next() >> 11) as f64;
            for power in 0..20 {
                let value =
                    (digits / 10_f64.powi((next() % 16) as i32)).round() / 10_f64.powi(power);
                let single = value as f32;
                for value in [value, value.next_up(), value.next_down()] {
                    check(value, (1e-4..5e14).contains(&value));
                }
                for single in [single, single.next_up(), single.next_down()] {
                    check(single, (1e-4..8e6).contains(&single));
                }
            }
        }
    }

    #[test]
    fn at_the_limits() {
        for value in [2_f64.powi(-16), 1e-4, 0.1, 1.0, 5e14, 2_f64.powi(49).next_down()] {
            check(value, true);
            check(-value, true);
        }
        for value in [2_f32.powi(-16), 1e-4, 0.1, 1.0, 8e6, 2_f32.powi(23).next_down()] {
            check(value, true);
            check(-value, true);
        }
        let not_ours =
            [0.0, 5e-324, 1e-5, 2_f64.powi(49), 1e15, 1e16, 1e300, f64::INFINITY, f64::NAN];
        for value in not_ours.into_iter().chain([2_f64.powi(-16).next_down()]) {
            assert_eq!(text(value).or_else(|| text(-value)), None, "{value}");
        }
        let not_ours = [0.0, 1e-45, 1e-5, 2_f32.powi(23), 1e16, 1e30, f32::INFINITY, f32::NAN];
        for value in not_ours.into_iter().chain([2_f32.powi(-16).next_down()]) {
            assert_eq!(text(value).or_else(|| text(-value)), None, "{value}");
        }
    }
}
