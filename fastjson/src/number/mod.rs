//! Numbers: JSON's grammar, and eight digits at a time.

mod decimal;
mod float;
mod integer;
#[cfg(test)]
mod oracle;
mod powers;
mod shortest;
mod write;

pub(crate) use decimal::write_few_decimals;
#[cfg(feature = "serde")]
pub(crate) use integer::Any;
pub(crate) use integer::Target;
pub(crate) use shortest::{LEN as LONGEST_FLOAT, Shortest, write_shortest};
pub(crate) use write::write_u64;

use crate::cursor::Cursor;
use crate::error::Result;
use crate::scan;

/// The length of the number at the cursor, by JSON's grammar.
pub(crate) fn grammar(cur: &Cursor<'_>) -> Result<usize> {
    let text = cur.rest();
    let digits = |from: usize| from + scan::not_digit(&text[from..]);
    let mut at = usize::from(text.first() == Some(&b'-'));
    let integer = at;
    at = digits(at);
    if at == integer || (text[integer] == b'0' && at > integer + 1) {
        return Err(malformed(cur, integer));
    }
    if text.get(at) == Some(&b'.') {
        let fraction = at + 1;
        at = digits(fraction);
        if at == fraction {
            return Err(malformed(cur, at));
        }
    }
    if let Some(b'e' | b'E') = text.get(at) {
        at += 1;
        at += usize::from(matches!(text.get(at), Some(b'+' | b'-')));
        let exponent = at;
        at = digits(exponent);
        if at == exponent {
            return Err(malformed(cur, at));
        }
    }
    Ok(at)
}

/// The length of the number that `text` begins with, if it is an integer without a sign, as most numbers are, of fewer digits than a
/// block of bytes, and such a block is there.
#[inline(always)]
pub(crate) fn near_integer(text: &[u8]) -> Option<usize> {
    let n = scan::near_not_digit(text).filter(|&n| n > 0)?;
    let is_whole = !matches!(text[n], b'.' | b'e' | b'E') && (text[0] != b'0' || n == 1);
    is_whole.then_some(n)
}

/// The length of the number that `text` begins with, if it has no exponent, and is not much longer than a block of bytes, and such blocks
/// are there.
#[inline(always)]
pub(crate) fn near_number(text: &[u8]) -> Option<usize> {
    let sign = usize::from(text.first() == Some(&b'-'));
    let (point, end) = scan::near_not_digits(text, sign)?;
    if point == sign || (text[sign] == b'0' && point > sign + 1) {
        return None;
    }
    let mut len = point;
    if text[point] == b'.' {
        len = match end {
            Some(end) => end,
            None => {
                let behind = scan::NEAR;
                behind + scan::near_not_digit(text.get(behind..)?)?
            }
        };
        if len == point + 1 {
            return None;
        }
    }
    (!matches!(text[len], b'.' | b'e' | b'E')).then_some(len)
}

/// A number that breaks off `at` bytes from here, where a digit should be.
#[cold]
#[inline(never)]
fn malformed(cur: &Cursor<'_>, at: usize) -> crate::Error {
    use crate::error::Kind;
    let text = cur.rest();
    let expected = "a digit";
    let offset = cur.offset() + at;
    if at == text.len() {
        cur.fail(Kind::Eof { expected }, offset)
    } else if text[at] == b'0' {
        cur.fail(Kind::Syntax { expected: "a number without leading zeros" }, offset)
    } else {
        cur.fail(Kind::Syntax { expected }, offset)
    }
}

/// The leading digits of eight bytes: their value and how many they are.
///
/// After D. Lemire, "Quickly parsing eight digits" (2018), with the digits shifted up so that leading zeros take
/// the place of what is no digit.
#[inline(always)]
fn leading_digits(bytes: [u8; 8]) -> (u64, usize) {
    let (lanes, stop) = digit_lanes(bytes);
    if stop == 0 { (eight_digits(lanes), 8) } else { digits_before(lanes, stop) }
}

/// [`leading_digits`] of lanes one of which is `stop`.
#[inline(always)]
fn digits_before(lanes: u64, stop: u64) -> (u64, usize) {
    // The highest bit of a lane. In two steps, for a shift by 64 is none.
    let at = stop.trailing_zeros();
    (eight_digits((lanes << 8) << (63 - at)), (at / 8) as usize)
}

/// The leading digits of eight bytes as they follow a point: their value in hundred-millionths, and how many they are. No power of ten
/// has to be looked up for it, nor anything to be shifted by their number.
#[inline(always)]
fn leading_decimals(bytes: [u8; 8]) -> (u64, usize) {
    let (lanes, stop) = digit_lanes(bytes);
    if stop == 0 {
        return (eight_digits(lanes), 8);
    }
    // Up to the bit that ends them, which is the highest of its lane; what remains of that lane is shifted out.
    let lanes_before = (stop ^ stop.wrapping_sub(1)) >> 8;
    (eight_digits(lanes & lanes_before), (stop.trailing_zeros() / 8) as usize)
}

/// Eight bytes as digits, and the high bit of the first lane, at least, that is none.
#[inline(always)]
fn digit_lanes(bytes: [u8; 8]) -> (u64, u64) {
    let lanes = u64::from_le_bytes(bytes) ^ 0x3030_3030_3030_3030;
    // A lane above 9 gets its high bit; carries only disturb the lanes behind it.
    let stop = (lanes.wrapping_add(0x7676_7676_7676_7676) | lanes) & 0x8080_8080_8080_8080;
    (lanes, stop)
}

/// The value of eight digits, the first one in the lowest lane.
#[inline(always)]
fn eight_digits(lanes: u64) -> u64 {
    const PAIRS: u64 = 0x0000_00ff_0000_00ff;
    let pairs = lanes.wrapping_mul(10).wrapping_add(lanes >> 8);
    let high = (pairs & PAIRS).wrapping_mul(0x000f_4240_0000_0064);
    let low = ((pairs >> 16) & PAIRS).wrapping_mul(0x0000_2710_0000_0001);
    high.wrapping_add(low) >> 32
}

/// Powers of ten that count digits read at once.
const TENS: [u64; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// Reads leading digits on from `value`, wrapping beyond `u64`. Returns the value and the rest of the text.
#[inline(always)]
fn read_digits(mut text: &[u8], mut value: u64) -> (u64, &[u8]) {
    while let Some((&bytes, tail)) = text.split_first_chunk::<8>() {
        let (part, n) = leading_digits(bytes);
        value = value.wrapping_mul(TENS[n]).wrapping_add(part);
        if n < 8 {
            return (value, &text[n..]);
        }
        text = tail;
    }
    while let [digit @ b'0'..=b'9', tail @ ..] = text {
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
        text = tail;
    }
    (value, text)
}

/// [`read_digits`] where fewer than sixteen are likely; returns the value, which may wrap around, and how many there are. (With that in its
/// place, records take 1.3 % more instructions.)
#[inline(always)]
fn more_digits(text: &[u8], mut value: u64) -> (u64, usize) {
    let mut n = 0;
    if let Some(&bytes) = text.first_chunk::<8>() {
        let part;
        (part, n) = leading_digits(bytes);
        value = value.wrapping_mul(TENS[n]).wrapping_add(part);
        if n < 8 {
            return (value, n);
        }
    }
    single_digits(text, value, n)
}

/// The same one by one, where `n` have been read.
#[inline(always)]
fn single_digits(text: &[u8], mut value: u64, mut n: usize) -> (u64, usize) {
    while let Some(digit @ b'0'..=b'9') = text.get(n) {
        value = value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
        n += 1;
    }
    (value, n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::boxed::Box;
    use alloc::format;
    use alloc::string::String;
    use fastjson_guard::guarded;

    #[test]
    fn digits_agree_with_the_oracle() {
        for len in 0..=34 {
            for tail in ["", ".", "e", "/", ":", "\u{0}", "\u{7f}", "é", ",1234567890"] {
                let digits: String =
                    (0..len).map(|i| char::from(b'0' + (i * 7 + 3) as u8 % 10)).collect();
                let text = guarded(|| Box::<str>::from(format!("{digits}{tail}")));
                if let Some(n) = near_integer(text.as_bytes()) {
                    assert!(n == len && len > 0 && !tail.starts_with(['.', 'e']), "{text}");
                } else {
                    assert!(
                        len == 0 || text.len() < 16 || len > 7 || tail.starts_with(['.', 'e']),
                        "{text}"
                    );
                }
                let (value, rest) = read_digits(text.as_bytes(), 0);
                assert_eq!(more_digits(text.as_bytes(), 0), (value, len), "{text}");
                assert_eq!(rest, tail.as_bytes(), "{text}");
                if let Ok(expected) = digits.parse::<u64>() {
                    assert_eq!(value, expected, "{text}");
                }
            }
        }
    }

    #[test]
    fn every_byte_ends_digits_at_every_lane() {
        for at in 0..8 {
            for byte in 0..=255_u8 {
                let mut bytes = *b"12345678";
                bytes[at] = byte;
                let expected = bytes.iter().position(|b| !b.is_ascii_digit()).unwrap_or(8);
                let (value, n) = leading_digits(bytes);
                assert_eq!(n, expected, "{bytes:?}");
                let oracle = bytes[..n].iter().fold(0, |v, b| v * 10 + u64::from(b - b'0'));
                assert_eq!(value, oracle, "{bytes:?}");
                assert_eq!(leading_decimals(bytes), (oracle * TENS[8 - n], n), "{bytes:?}");
            }
        }
    }
}
