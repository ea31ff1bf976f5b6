//! Decimal text to the nearest float, exactly: digits eight at a time, then Clinger's fast path (W. D. Clinger, "How to read
//! floating point numbers accurately", 1990), then Eisel and Lemire's (D. Lemire, "Number parsing at a gigabyte per second", 2021),
//! and the standard library for what these leave open: about one number in 10^19, and some of more than 19 digits.

use core::str::FromStr;

use crate::cursor::Cursor;
use crate::error::{Error, Kind, Result};
use crate::number::powers::{FIVES, LARGEST, SMALLEST};
use crate::number::{self, leading_decimals, leading_digits, read_digits, single_digits};

/// A binary floating point format.
pub(crate) trait Float: Copy + FromStr + 'static {
    const NAME: &'static str;
    /// Explicit bits of the mantissa.
    const MANTISSA_BITS: u32;
    /// The exponent of the smallest normal number, less one.
    const MIN_EXPONENT: i32;
    /// The biased exponent of infinity.
    const INFINITE: i32;
    /// Powers of ten with a magnitude from here on are 0 or infinite whatever the digits.
    const POWERS: (i32, i32);
    /// Powers of ten between which a product may lie exactly in the middle of two floats.
    const TIES: (i32, i32);
    /// Powers of ten that the format holds exactly reach up to this one.
    const EXACT_POWER: usize;

    /// From a small mantissa and a small exponent, by one exact operation.
    fn exact(mantissa: u64, exponent: i32) -> Self;
    fn from_parts(mantissa: u64, biased_exponent: i32) -> Self;
    fn negated(self) -> Self;
    fn is_finite(self) -> bool;
    fn bits(self) -> u64;
}

const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

macro_rules! float {
    ($float:ident, $uint:ident, $mantissa:literal, $min:literal, $infinite:literal,
     $powers:expr, $ties:expr, $exact:literal) => {
        impl Float for $float {
            const NAME: &'static str = stringify!($float);
            const MANTISSA_BITS: u32 = $mantissa;
            const MIN_EXPONENT: i32 = $min;
            const INFINITE: i32 = $infinite;
            const POWERS: (i32, i32) = $powers;
            const TIES: (i32, i32) = $ties;
            const EXACT_POWER: usize = $exact;

            #[inline(always)]
            fn exact(mantissa: u64, exponent: i32) -> Self {
                let power = TENS[exponent.unsigned_abs() as usize] as $float;
                let mantissa = mantissa as $float;
                if exponent < 0 { mantissa / power } else { mantissa * power }
            }

            #[inline(always)]
            fn from_parts(mantissa: u64, biased_exponent: i32) -> Self {
                $float::from_bits(
                    mantissa as $uint | (biased_exponent as $uint) << Self::MANTISSA_BITS,
                )
            }

            #[inline(always)]
            fn negated(self) -> Self {
                -self
            }

            #[inline(always)]
            fn is_finite(self) -> bool {
                <$float>::is_finite(self)
            }

            #[inline(always)]
            fn bits(self) -> u64 {
                self.to_bits().into()
            }
        }
    };
}

float!(f64, u64, 52, -1023, 0x7ff, (-342, 308), (-4, 23), 22);
float!(f32, u32, 23, -127, 0xff, (-65, 38), (-17, 10), 10);

/// A number as it is written: `mantissa` × 10^`exponent`.
struct Decimal {
    mantissa: u64,
    exponent: i64,
    /// There are more significant digits than the mantissa holds.
    is_cut: bool,
    /// How long the text is.
    len: usize,
}

impl Cursor<'_> {
    /// Reads a number as the nearest float.
    #[inline(never)]
    pub(crate) fn float<F: Float>(&mut self) -> Result<F> {
        if let Some(float) = self.padded_decimal() {
            return Ok(float);
        }
        if let Some(float) = self.last_decimal() {
            return Ok(float);
        }
        // Many digits, or wrong ones.
        let is_negative = self.peek() == b'-';
        let sign = usize::from(is_negative);
        let Some(decimal) = self.rest().get(sign..).and_then(decimal) else {
            return Err(self.no_float(F::NAME));
        };
        let float = match nearest::<F>(decimal.mantissa, decimal.exponent, decimal.is_cut) {
            Some(float) => float,
            None => self.by_std(sign, decimal.len),
        };
        if !float.is_finite() {
            return Err(self.fail(Kind::Range { target: F::NAME }, self.offset()));
        }
        self.bump(sign + decimal.len);
        Ok(if is_negative { float.negated() } else { float })
    }

    /// Says why what stands here is no float.
    #[cold]
    #[inline(never)]
    fn no_float(&mut self, name: &'static str) -> Error {
        match self.peek() {
            b'-' | b'0'..=b'9' => match number::grammar(self) {
                Err(err) => err,
                Ok(_) => self.expected(name),
            },
            _ => self.expected(name),
        }
    }

    /// [`float`](Cursor::float), if up to six digits stand before the point and up to seven behind it, or up to three and fifteen, or one and
    /// eighteen, and all of them are in 24 bytes that are left.
    ///
    /// The fraction is taken in whole hundred-millionths or as many of these, with zeros for the digits that are not there. So neither the
    /// mantissa nor the exponent has to wait for the number of digits. (Sixteen digits at once in a vector register, aligned by that number,
    /// took as few instructions and a fifth more time: while one float waits, the next ones cannot begin.)
    #[inline(always)]
    fn padded_decimal<F: Float>(&mut self) -> Option<F> {
        let text = self.rest();
        let (is_negative, digits) = match text {
            [b'-', digits @ ..] => (true, digits),
            digits => (false, digits),
        };
        let ahead = digits.first_chunk::<24>()?;
        let Some((mut mantissa, integer, has_point)) = leading_integer(ahead) else {
            return self.long_whole_number(is_negative, ahead);
        };
        if !has_point {
            return self.whole_number(is_negative, mantissa, integer, ahead[integer]);
        }
        let behind = &ahead[integer + 1..];
        let (first, rest) = behind.split_first_chunk()?;
        let (first, fraction) = leading_decimals(*first);
        mantissa = mantissa * 100_000_000 + first;
        if fraction < 8 {
            if fraction == 0 {
                return None;
            }
            return self.padded::<F, 8>(is_negative, mantissa, integer, behind, fraction);
        }
        let (second, n) = leading_decimals(*rest.first_chunk()?);
        if mantissa >= 100_000_000_000 {
            return None;
        }
        mantissa = mantissa * 100_000_000 + second;
        let mut fraction = fraction + n;
        if n < 8 {
            return self.padded::<F, 16>(is_negative, mantissa, integer, behind, fraction);
        }
        // Two digits more fit behind one before the point; an `f64` seldom has others.
        if integer > 1 {
            return None;
        }
        let digit = |i: usize| behind[i].wrapping_sub(b'0');
        let (tens, units, next) = (digit(16), digit(17), digit(18));
        let has_tens = tens < 10;
        let has_units = has_tens && units < 10;
        if has_units && next < 10 {
            return None;
        }
        mantissa = mantissa * 100
            + u64::from(tens) * 10 * u64::from(has_tens)
            + u64::from(units) * u64::from(has_units);
        fraction += usize::from(has_tens) + usize::from(has_units);
        self.padded::<F, 18>(is_negative, mantissa, integer, behind, fraction)
    }

    /// The same of fewer digits and without an exponent, if fewer bytes are left.
    #[inline(never)]
    fn last_decimal<F: Float>(&mut self) -> Option<F> {
        let text = self.rest();
        if text.len() > 24 {
            return None;
        }
        let (is_negative, digits) = match text {
            [b'-', digits @ ..] => (true, digits),
            digits => (false, digits),
        };
        let (mut mantissa, integer) = single_digits(digits, 0, 0);
        if integer == 0 || (digits[0] == b'0' && integer > 1) {
            return None;
        }
        let (mut len, mut decimals) = (integer, 0);
        if digits.get(len) == Some(&b'.') {
            (mantissa, len) = single_digits(digits, mantissa, len + 1);
            decimals = len - integer - 1;
            if decimals == 0 {
                return None;
            }
        }
        // (So long, the mantissa has not wrapped around.)
        if len > 16 || matches!(digits.get(len), Some(b'e' | b'E')) {
            return None;
        }
        let float = fixed_point(mantissa, decimals)?;
        Some(self.signed(is_negative, float, len))
    }

    /// [`padded_decimal`](Cursor::padded_decimal) of so many digits without a point, behind which `next` stands.
    #[inline(always)]
    fn whole_number<F: Float>(
        &mut self,
        is_negative: bool,
        value: u64,
        digits: usize,
        next: u8,
    ) -> Option<F> {
        match next {
            b'e' | b'E' => return self.scientific(is_negative, value, 0, digits),
            b'.' => return None,
            _ => {}
        }
        Some(self.signed(is_negative, F::exact(value, 0), digits))
    }

    /// Steps over a number of so many bytes behind its sign. (The sign's length is not computed where a branch has foretold it.)
    #[inline(always)]
    fn signed<F: Float>(&mut self, is_negative: bool, float: F, len: usize) -> F {
        if is_negative {
            self.bump(1 + len);
            float.negated()
        } else {
            self.bump(len);
            float
        }
    }

    /// [`padded_decimal`](Cursor::padded_decimal) of up to fifteen digits without a point, all of which an `f64` holds: a time, say.
    #[inline(never)]
    fn long_whole_number<F: Float>(&mut self, is_negative: bool, ahead: &[u8; 24]) -> Option<F> {
        let (mut value, mut digits) = leading_digits(*ahead.first_chunk()?);
        if digits == 8 {
            let (low, more) = leading_digits(*ahead[8..].first_chunk()?);
            if more == 8 {
                return None;
            }
            value = value * number::TENS[more] + low;
            digits += more;
        }
        if digits == 0 || (ahead[0] == b'0' && digits > 1) {
            return None;
        }
        self.whole_number(is_negative, value, digits, ahead[digits])
    }

    /// The end of [`padded_decimal`](Cursor::padded_decimal): the mantissa has `DECIMALS` digits behind the point, of which so many of the
    /// `fraction` stand in the text.
    #[inline(always)]
    fn padded<F: Float, const DECIMALS: usize>(
        &mut self,
        is_negative: bool,
        mantissa: u64,
        integer: usize,
        behind: &[u8],
        fraction: usize,
    ) -> Option<F> {
        let len = integer + 1 + fraction;
        if matches!(behind[fraction], b'e' | b'E') {
            return self.scientific(is_negative, mantissa, DECIMALS, len);
        }
        let float = fixed_point::<F>(mantissa, DECIMALS)?;
        Some(self.signed(is_negative, float, len))
    }

    /// [`padded_decimal`](Cursor::padded_decimal) with an exponent, whose `e` stands at `len` behind the sign.
    #[inline(never)]
    fn scientific<F: Float>(
        &mut self,
        is_negative: bool,
        mantissa: u64,
        decimals: usize,
        len: usize,
    ) -> Option<F> {
        let exponent_at = usize::from(is_negative) + len + 1;
        let (written, n) = written_exponent(&self.rest()[exponent_at..])?;
        let exponent = written - decimals as i64;
        let float = nearest::<F>(mantissa, exponent, false).filter(|float| float.is_finite())?;
        self.bump(exponent_at + n);
        Some(if is_negative { float.negated() } else { float })
    }

    /// The same by the standard library, which is right and slow. The text is known to be a number.
    #[cold]
    #[inline(never)]
    fn by_std<F: Float>(&self, sign: usize, len: usize) -> F {
        let text = &self.text(sign + len)[sign..];
        text.parse().ok().unwrap_or_else(|| F::from_parts(0, F::INFINITE))
    }
}

/// Up to six digits, behind which another byte stands: their value, how many they are, and whether it is a point. (The first ones are written out, so that each has a
/// branch of its own to foretell: as a loop it made canada 13 % slower wherever the linker placed it badly.)
#[inline(always)]
fn leading_integer(text: &[u8; 24]) -> Option<(u64, usize, bool)> {
    let digit = |i: usize| Some(u64::from(text[i].wrapping_sub(b'0'))).filter(|&digit| digit < 10);
    let mut value = digit(0)?;
    if text[1] == b'.' {
        return Some((value, 1, true));
    }
    let Some(second) = digit(1) else { return Some((value, 1, false)) };
    if value == 0 {
        return None;
    }
    value = value * 10 + second;
    if text[2] == b'.' {
        return Some((value, 2, true));
    }
    let Some(third) = digit(2) else { return Some((value, 2, false)) };
    value = value * 10 + third;
    if text[3] == b'.' {
        return Some((value, 3, true));
    }
    let mut n = 3;
    while n < 6 {
        let Some(next) = digit(n) else { return Some((value, n, false)) };
        value = value * 10 + next;
        n += 1;
        if text[n] == b'.' {
            return Some((value, n, true));
        }
    }
    (!text[6].is_ascii_digit()).then_some((value, 6, false))
}

/// Reads a number without its sign; `None` if it is none. (In line: returned in memory, it is stored in halves and copied in wholes, for which
/// a quarter of the time went.)
#[inline(always)]
fn decimal(text: &[u8]) -> Option<Decimal> {
    let (mut mantissa, mut rest) = read_digits(text, 0);
    let integer = text.len() - rest.len();
    if integer == 0 || (text[0] == b'0' && integer > 1) {
        return None;
    }
    let mut exponent = 0;
    if let [b'.', tail @ ..] = rest {
        (mantissa, rest) = read_digits(tail, mantissa);
        let fraction = tail.len() - rest.len();
        if fraction == 0 {
            return None;
        }
        exponent = -(fraction as i64);
    }
    let digits_end = text.len() - rest.len();
    let mut len = digits_end;
    let mut written = 0;
    if let [b'e' | b'E', tail @ ..] = rest {
        let (value, n) = written_exponent(tail)?;
        written = value;
        len += 1 + n;
    }
    let mut is_cut = false;
    // (Zeros that lead and the point are none of the digits that have to fit.)
    if digits_end > 19 && significant_len(&text[..digits_end]) > 19 {
        (mantissa, exponent, is_cut) = many_digits(&text[..digits_end], integer);
    }
    Some(Decimal { mantissa, exponent: exponent + written, is_cut, len })
}

/// How many digits there are from the first on that is not zero.
fn significant_len(number: &[u8]) -> usize {
    let is_leading = |b: &&u8| matches!(**b, b'0' | b'.');
    number.iter().skip_while(is_leading).filter(|b| **b != b'.').count()
}

/// Sign and digits behind `e`, beyond all bounds cut to ±10^10.
#[inline]
fn written_exponent(text: &[u8]) -> Option<(i64, usize)> {
    let is_negative = text.first() == Some(&b'-');
    let sign = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let mut value = 0;
    let mut n = sign;
    while let Some(digit @ b'0'..=b'9') = text.get(n) {
        value = (value * 10 + i64::from(digit - b'0')).min(10_000_000_000);
        n += 1;
    }
    (n > sign).then_some((if is_negative { -value } else { value }, n))
}

/// Mantissa and exponent of a number whose digits may be more than a `u64` holds: its first 19 significant ones.
#[cold]
#[inline(never)]
fn many_digits(text: &[u8], integer: usize) -> (u64, i64, bool) {
    let mut mantissa = 0;
    let mut significant = 0;
    let mut exponent = 0;
    let mut is_cut = false;
    for (i, b) in text.iter().enumerate() {
        if *b == b'.' {
            continue;
        }
        let in_fraction = i > integer;
        if significant == 19 {
            is_cut |= *b != b'0';
            exponent += i64::from(!in_fraction);
            continue;
        }
        mantissa = mantissa * 10 + u64::from(b - b'0');
        significant += i32::from(mantissa != 0);
        exponent -= i64::from(in_fraction);
    }
    (mantissa, exponent, is_cut)
}

/// The nearest float to `mantissa` with `decimals` digits behind the point, or `None` as [`eisel_lemire`].
#[inline(always)]
fn fixed_point<F: Float>(mantissa: u64, decimals: usize) -> Option<F> {
    let exponent = -(decimals as i32);
    if mantissa >> (F::MANTISSA_BITS + 1) == 0 && decimals <= F::EXACT_POWER {
        return Some(F::exact(mantissa, exponent));
    }
    eisel_lemire::<F>(mantissa, exponent)
}

/// The nearest float to `mantissa` × 10^`exponent`, of which digits may have been cut off, or `None` where this cannot be told from the
/// mantissa.
#[inline(always)]
fn nearest<F: Float>(mantissa: u64, exponent: i64, is_cut: bool) -> Option<F> {
    let exponent = exponent.clamp(-100_000, 100_000) as i32;
    if mantissa >> (F::MANTISSA_BITS + 1) == 0
        && exponent.unsigned_abs() as usize <= F::EXACT_POWER
        && !is_cut
    {
        return Some(F::exact(mantissa, exponent));
    }
    let float = eisel_lemire::<F>(mantissa, exponent)?;
    if is_cut && float.bits() != eisel_lemire::<F>(mantissa + 1, exponent)?.bits() {
        return None;
    }
    Some(float)
}

/// The nearest float to `mantissa` × 10^`power`, or `None` in the rare case that 128 bits of the power do not tell.
#[inline(always)]
fn eisel_lemire<F: Float>(mantissa: u64, power: i32) -> Option<F> {
    let (smallest, largest) = F::POWERS;
    debug_assert!(smallest >= SMALLEST && largest <= LARGEST);
    if mantissa == 0 || power < smallest {
        return Some(F::from_parts(0, 0));
    }
    if power > largest {
        return Some(F::from_parts(0, F::INFINITE));
    }
    let zeros = mantissa.leading_zeros();
    let mantissa = mantissa << zeros;
    let (low, high) = product(mantissa, power, F::MANTISSA_BITS + 3);
    if low == u64::MAX && !(-27..=55).contains(&power) {
        return None;
    }
    let upper = (high >> 63) as u32;
    let shift = upper + 64 - F::MANTISSA_BITS - 3;
    let mut bits = high >> shift;
    let mut exponent = binary_exponent(power) + upper as i32 - zeros as i32 - F::MIN_EXPONENT;
    if exponent <= 0 {
        // Subnormal, or zero.
        if 1 - exponent >= 64 {
            return Some(F::from_parts(0, 0));
        }
        bits >>= 1 - exponent;
        bits += bits & 1;
        bits >>= 1;
        let is_normal = bits >= 1 << F::MANTISSA_BITS;
        bits &= (1 << F::MANTISSA_BITS) - 1;
        return Some(F::from_parts(bits, i32::from(is_normal)));
    }
    // Exactly in the middle of two floats: to the even one.
    if low <= 1
        && (F::TIES.0..=F::TIES.1).contains(&power)
        && bits & 3 == 1
        && bits << shift == high
    {
        bits &= !1;
    }
    bits += bits & 1;
    bits >>= 1;
    if bits >= 2 << F::MANTISSA_BITS {
        bits = 1 << F::MANTISSA_BITS;
        exponent += 1;
    }
    bits &= !(1 << F::MANTISSA_BITS);
    if exponent >= F::INFINITE {
        return Some(F::from_parts(0, F::INFINITE));
    }
    Some(F::from_parts(bits, exponent))
}

/// floor(log2(10^power)) + 63, exact in the table's range.
#[inline(always)]
fn binary_exponent(power: i32) -> i32 {
    ((power * (152_170 + 65_536)) >> 16) + 63
}

/// `mantissa` × 5^`power` to 128 bits, low and high word, the first of which is only looked into as far as `precision` asks for.
#[inline(always)]
fn product(mantissa: u64, power: i32, precision: u32) -> (u64, u64) {
    let mask = u64::MAX >> precision;
    let (high_five, low_five) = FIVES[(power - SMALLEST) as usize];
    let wide = |five: u64| {
        let product = u128::from(mantissa) * u128::from(five);
        (product as u64, (product >> 64) as u64)
    };
    let (mut low, mut high) = wide(high_five);
    if high & mask == mask {
        let (_, carry) = wide(low_five);
        low = low.wrapping_add(carry);
        high += u64::from(carry > low);
    }
    (low, high)
}

#[cfg(test)]
mod tests;
