//! Integers of all widths. A fraction or an exponent makes a number no integer; `-0` is 0.

use crate::cursor::Cursor;
use crate::error::{Error, Kind, Result};
use crate::number::{
    self, digit_lanes, digits_before, eight_digits, leading_digits, more_digits, single_digits,
};
use crate::scan;

/// What an integer must fit.
pub(crate) struct Target {
    /// The type's name, for messages.
    pub(crate) name: &'static str,
    /// The largest value.
    pub(crate) max: u64,
    /// The magnitude of the smallest value; 0 for unsigned types.
    pub(crate) min: u64,
}

/// A number as serde_json tells them apart.
#[cfg(feature = "serde")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Any {
    Unsigned(u64),
    /// Below zero.
    Negative(i64),
    /// Finite.
    Float(f64),
}

/// Whether a number may go on with `byte`, which is no digit: a point, an exponent, and for simplicity others that can follow no number
/// (but no white space, and nothing that parts or closes).
#[inline(always)]
fn may_go_on(byte: u8) -> bool {
    (byte | 0x20).wrapping_sub(b'.') <= b'e' - b'.'
}

/// Whether `n` digits, the first of which is `first`, are less than 2^64, and `value` is not what is left of more. (Of twenty, only what begins
/// with a one can be; what is more is less than 2^64 + 10^19, and so less than 10^19 is left of it.)
#[inline(always)]
fn is_whole(n: usize, first: u8, value: u64) -> bool {
    n <= 19 || (n == 20 && first == b'1' && value >= 10_u64.pow(19))
}

impl Cursor<'_> {
    /// Reads an integer of up to 64 bits, in two's complement.
    #[inline(always)]
    pub(crate) fn integer(&mut self, target: &'static Target) -> Result<u64> {
        match self.short_integer(target) {
            Ok(value) => Ok(value),
            Err(lanes) => self.other_integer_apart(target, lanes),
        }
    }

    /// [`other_integer`](Cursor::other_integer), out of line.
    #[inline(never)]
    fn other_integer_apart(&mut self, target: &'static Target, lanes: Option<u64>) -> Result<u64> {
        self.other_integer(target, lanes)
    }

    /// The same of up to seven digits without a sign, as most integers are. `Err` if there is none, with the first eight digits if there are so
    /// many.
    #[inline(always)]
    pub(crate) fn short_integer(
        &mut self,
        target: &'static Target,
    ) -> core::result::Result<u64, Option<u64>> {
        let text = self.rest();
        let Some(&bytes) = text.first_chunk::<8>() else { return Err(None) };
        let (lanes, stop) = digit_lanes(bytes);
        if stop == 0 {
            return Err(Some(lanes));
        }
        let (value, n) = digits_before(lanes, stop);
        // A digit, and no leading zero. Of wide types the limit is not looked at: seven digits do not reach it.
        let first = lanes as u8;
        if (!(1..=9).contains(&first) && (first != 0 || n != 1))
            || (target.max < 9_999_999 && value > target.max)
            || may_go_on(text[n])
        {
            return Err(None);
        }
        self.bump(n);
        Ok(value)
    }

    /// What is no [`short_integer`](Cursor::short_integer).
    #[inline(always)]
    pub(crate) fn other_integer(
        &mut self,
        target: &'static Target,
        lanes: Option<u64>,
    ) -> Result<u64> {
        if let Some(lanes) = lanes {
            self.long_integer(target, lanes)
        } else if target.min > 0 && self.peek() == b'-' {
            self.negative_integer(target)
        } else if self.left() < 8 {
            self.last_integer(target)
        } else {
            self.any_integer(target)
        }
    }

    /// The same where the text ends within eight bytes: by single digits.
    #[inline(always)]
    fn last_integer(&mut self, target: &'static Target) -> Result<u64> {
        let text = self.rest();
        let (value, n) = single_digits(text, 0, 0);
        if n == 0
            || (text[0] == b'0' && n > 1)
            || value > target.max
            || text.get(n).is_some_and(|byte| may_go_on(*byte))
        {
            return self.any_integer(target);
        }
        self.bump(n);
        Ok(value)
    }

    /// The same behind a minus.
    #[inline(never)]
    fn negative_integer(&mut self, target: &'static Target) -> Result<u64> {
        let digits = self.rest().get(1..).unwrap_or_default();
        if let Some((&bytes, tail)) = digits.split_first_chunk::<8>() {
            let (mut value, mut n) = leading_digits(bytes);
            if n == 8 {
                let more;
                (value, more) = more_digits(tail, value);
                n += more;
            }
            if (1..=19).contains(&n)
                && (bytes[0] != b'0' || n == 1)
                && value <= target.min
                && !matches!(digits.get(n), Some(b'.' | b'e' | b'E'))
            {
                self.bump(1 + n);
                return Ok(value.wrapping_neg());
            }
        }
        self.any_integer(target)
    }

    /// The same, of eight digits or more, of which `lanes` are the first.
    #[inline(always)]
    fn long_integer(&mut self, target: &'static Target, lanes: u64) -> Result<u64> {
        let goes_on = |byte: u8| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E');
        let value = eight_digits(lanes);
        let has_zero = lanes as u8 == 0;
        let [_, _, _, _, _, _, _, _, ninth, tenth, ..] = *self.rest() else {
            return self.any_integer(target);
        };
        if ninth.is_ascii_digit() {
            let nine = value * 10 + u64::from(ninth - b'0');
            if goes_on(tenth) {
                return self.longer_integer(target, value);
            }
            if !has_zero && nine <= target.max {
                self.bump(9);
                return Ok(nine);
            }
        } else if !has_zero && value <= target.max && !goes_on(ninth) {
            self.bump(8);
            return Ok(value);
        }
        self.any_integer(target)
    }

    /// The same, mostly of ten digits or more, of which the first eight are `value`.
    #[inline(never)]
    fn longer_integer(&mut self, target: &'static Target, value: u64) -> Result<u64> {
        let text = self.rest();
        let tail = text.get(8..).unwrap_or_default();
        let (value, more) = more_digits(tail, value);
        if is_whole(8 + more, self.peek(), value)
            && self.peek() != b'0'
            && value <= target.max
            && !matches!(tail.get(more), Some(b'.' | b'e' | b'E'))
        {
            self.bump(8 + more);
            return Ok(value);
        }
        self.any_integer(target)
    }

    #[inline(never)]
    fn any_integer(&mut self, target: &'static Target) -> Result<u64> {
        let text = self.rest();
        let is_negative = text.first() == Some(&b'-');
        let sign = usize::from(is_negative);
        let digits = &text[sign..];
        let (value, n) = more_digits(digits, 0);
        let limit = if is_negative { target.min } else { target.max };
        if n == 0
            || (digits[0] == b'0' && n > 1)
            || !is_whole(n, digits[0], value)
            || value > limit
            || matches!(digits.get(n), Some(b'.' | b'e' | b'E'))
        {
            return Err(self.no_integer(target.name));
        }
        self.bump(sign + n);
        Ok(if is_negative { value.wrapping_neg() } else { value })
    }

    /// Reads an integer of 128 bits as sign and magnitude.
    pub(crate) fn wide_integer(
        &mut self,
        name: &'static str,
        max: u128,
        min: u128,
    ) -> Result<(bool, u128)> {
        let text = self.rest();
        let is_negative = text.first() == Some(&b'-');
        let sign = usize::from(is_negative);
        let n = scan::not_digit(&text[sign..]);
        let value = text[sign..sign + n]
            .iter()
            .try_fold(0_u128, |value, b| value.checked_mul(10)?.checked_add(u128::from(b - b'0')));
        let limit = if is_negative { min } else { max };
        match value {
            Some(value)
                if n > 0
                    && value <= limit
                    && (text[sign] != b'0' || n == 1)
                    && !matches!(text.get(sign + n), Some(b'.' | b'e' | b'E')) =>
            {
                self.bump(sign + n);
                Ok((is_negative, value))
            }
            _ => Err(self.no_integer(name)),
        }
    }

    /// Reads any number: as an integer where it is written as one of 64 bits, else as the nearest float. `-0` is a float, for integers have
    /// no such value.
    #[cfg(feature = "serde")]
    pub(crate) fn any_number(&mut self) -> Result<Any> {
        let text = self.rest();
        let is_negative = text.first() == Some(&b'-');
        let sign = usize::from(is_negative);
        let digits = &text[sign..];
        let (value, n) = more_digits(digits, 0);
        let is_integer = n > 0
            && (digits[0] != b'0' || n == 1)
            && !matches!(digits.get(n), Some(b'.' | b'e' | b'E'));
        if is_integer {
            let number = match (is_negative, n) {
                (false, _) if is_whole(n, digits[0], value) => Some(Any::Unsigned(value)),
                (true, ..20) if (1..=1 << 63).contains(&value) => {
                    Some(Any::Negative(value.wrapping_neg().cast_signed()))
                }
                _ => None,
            };
            if let Some(number) = number {
                self.bump(sign + n);
                return Ok(number);
            }
        }
        self.float().map(Any::Float)
    }

    /// The same for a target that is an `f32`: floats are rounded once, to the nearest one.
    #[cfg(feature = "serde")]
    pub(crate) fn any_number_of_f32(&mut self) -> Result<Any> {
        let at = self.offset();
        match self.any_number()? {
            Any::Float(_) => {
                self.rewind(at);
                self.float::<f32>().map(|value| Any::Float(value.into()))
            }
            integer => Ok(integer),
        }
    }

    /// Says why what stands here is no integer of the type.
    #[cold]
    #[inline(never)]
    fn no_integer(&self, name: &'static str) -> Error {
        if !matches!(self.peek(), b'-' | b'0'..=b'9') {
            return self.expected(name);
        }
        match number::grammar(self) {
            Err(err) => err,
            Ok(n) if self.rest()[..n].iter().any(|b| matches!(b, b'.' | b'e' | b'E')) => {
                self.expected(name)
            }
            Ok(_) => self.fail(Kind::Range { target: name }, self.offset()),
        }
    }
}
