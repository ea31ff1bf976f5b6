//! [`Rfc3339`]: `SystemTime` as text of RFC 3339, "Date and Time on the Internet: Timestamps".

use core::ops::{Range, RangeInclusive};
use std::time::SystemTime;

use super::timestamps::{at, since_1970};
use super::{DecodeAs, DecodeKeyAs, EncodeAs, EncodeKeyAs};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::{Error, Result};
use crate::writer::Writer;

/// A [`SystemTime`] as a string of RFC 3339: written in UTC, with a fraction of three, six or nine digits if there is one; read with any
/// offset and any fraction, of which what is less than a nanosecond is dropped. As a value and as a map key.
///
/// ```
/// use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// use fastjson::codecs::{As, Rfc3339};
///
/// let time = UNIX_EPOCH + Duration::from_millis(1_704_164_645_250);
/// assert_eq!(fastjson::to_string(&As::<Rfc3339, _>::new(time))?, r#""2024-01-02T03:04:05.250Z""#);
/// let read = fastjson::from_str::<As<Rfc3339, SystemTime>>(r#""2024-01-02T05:04:05.25+02:00""#)?;
/// assert_eq!(read.into_inner(), time);
///
/// let err = fastjson::from_str::<As<Rfc3339, SystemTime>>(r#""2023-02-29T00:00:00Z""#).unwrap_err();
/// assert_eq!(err.to_string(), "not a time of RFC 3339: the month has no such day at line 1 column 1, $");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use std::time::SystemTime;
/// use fastjson::codecs::Rfc3339;
///
/// #[derive(fastjson::FastJson)]
/// struct Article {
///     #[fastjson(as = "Rfc3339")]
///     published: SystemTime,
///     #[fastjson(as = "Option<Rfc3339>")]
///     edited: Option<SystemTime>,
/// }
/// ```
///
/// # Errors
/// While writing, times before the year 0 or behind the year 9999, which the form does not have. While reading, at the string, what is not of
/// the form, and what is no date, time or offset. A leap second may stand where one can be, at the end of a day in UTC, and is read as the
/// first second of the next, for `SystemTime` has none.
#[derive(Clone, Copy, Debug)]
pub enum Rfc3339 {}

impl EncodeAs<SystemTime> for Rfc3339 {
    fn encode_as(value: &SystemTime, w: &mut Writer<'_>) -> Result<()> {
        let (seconds, nanos) = since_1970(*value);
        let Some(seconds) = i64::try_from(seconds).ok().filter(|s| WRITABLE.contains(s)) else {
            let message =
                "a time before the year 0 or behind the year 9999 has no form of RFC 3339";
            return Err(Error::unsupported(message));
        };
        let second = seconds.rem_euclid(DAY) as u32;
        let (year, month, day) = civil_from_days(seconds.div_euclid(DAY));
        let (digits, fraction) = match nanos {
            0 => (0, 0),
            _ if nanos % 1_000_000 == 0 => (3, nanos / 1_000_000),
            _ if nanos % 1_000 == 0 => (6, nanos / 1_000),
            _ => (9, nanos),
        };
        let len = if digits == 0 { 22 } else { 23 + digits };
        w.ascii(len, |text| {
            text[..22].copy_from_slice(b"\"0000-00-00T00:00:00Z\"");
            put(&mut text[1..5], year as u32);
            put(&mut text[6..8], month);
            put(&mut text[9..11], day);
            put(&mut text[12..14], second / 3600);
            put(&mut text[15..17], second / 60 % 60);
            put(&mut text[18..20], second % 60);
            if digits > 0 {
                text[20] = b'.';
                put(&mut text[21..21 + digits], fraction);
                text[21 + digits..].copy_from_slice(b"Z\"");
            }
        });
        Ok(())
    }
}

impl<'de> DecodeAs<'de, SystemTime> for Rfc3339 {
    const FIRST: FirstBytes = FirstBytes::STRING;
    const NEVER_ABSENT: bool = true;

    fn decode_as(cur: &mut Cursor<'de>) -> Result<SystemTime> {
        let offset = cur.offset();
        if cur.peek() != b'"' {
            return Err(cur.expected("a time of RFC 3339"));
        }
        let text = cur.string()?;
        parse(text.as_bytes())
            .and_then(|(seconds, nanos)| {
                at(seconds.into(), nanos).ok_or("`SystemTime` does not hold it on this platform")
            })
            .map_err(|why| cur.error_at(offset, format_args!("not a time of RFC 3339: {why}")))
    }
}

impl EncodeKeyAs<SystemTime> for Rfc3339 {
    fn encode_key_as(key: &SystemTime, w: &mut Writer<'_>) -> Result<()> {
        Self::encode_as(key, w)
    }
}

impl<'de> DecodeKeyAs<'de, SystemTime> for Rfc3339 {
    fn decode_key_as(cur: &mut Cursor<'de>) -> Result<SystemTime> {
        Self::decode_as(cur)
    }
}

/// The seconds of a day.
const DAY: i64 = 86_400;

/// The seconds since 1970 of the times from the year 0 to the year 9999.
const WRITABLE: Range<i64> = days_from_civil(0, 1, 1) * DAY..days_from_civil(10_000, 1, 1) * DAY;

/// Writes the last digits of `value`, as many as there is room for.
fn put(to: &mut [u8], mut value: u32) {
    for digit in to.iter_mut().rev() {
        *digit = b'0' + (value % 10) as u8;
        value /= 10;
    }
}

/// What is wrong with a text.
type Why = &'static str;

/// The seconds since 1970 and the nanoseconds behind them that the text gives.
fn parse(text: &[u8]) -> core::result::Result<(i64, u32), Why> {
    let mut text = Text(text);
    let year = text.number(4, 0..=9999, "the year is not four digits")?;
    text.one_of(b"-", "there is no `-` behind the year")?;
    let month = text.number(2, 1..=12, "the month is not 01 to 12")?;
    text.one_of(b"-", "there is no `-` behind the month")?;
    let day = text.number(2, 1..=31, "the day is not 01 to 31")?;
    if day > days_of(year, month) {
        return Err("the month has no such day");
    }
    // The standard lets applications have a space there, for the sake of readability.
    text.one_of(b"Tt ", "there is no `T` behind the date")?;
    let hour = text.number(2, 0..=23, "the hour is not 00 to 23")?;
    text.one_of(b":", "there is no `:` behind the hour")?;
    let minute = text.number(2, 0..=59, "the minute is not 00 to 59")?;
    text.one_of(b":", "there is no `:` behind the minute")?;
    let second = text.number(2, 0..=60, "the second is not 00 to 60")?;
    let fraction = text.fraction()?;
    let offset = text.offset()?;
    if !text.0.is_empty() {
        return Err("there is more text behind it");
    }
    let days = days_from_civil(year, month, day);
    let seconds = days * DAY + hour * 3600 + minute * 60 + second - offset;
    if second == 60 && seconds.rem_euclid(DAY) != 0 {
        return Err("a leap second stands only at the end of a day in UTC");
    }
    Ok((seconds, fraction))
}

/// The text that is left.
struct Text<'a>(&'a [u8]);

impl Text<'_> {
    /// A number of so many digits.
    fn number(
        &mut self,
        digits: usize,
        range: RangeInclusive<i64>,
        why: Why,
    ) -> core::result::Result<i64, Why> {
        let (number, rest) = self.0.split_at_checked(digits).ok_or(why)?;
        self.0 = rest;
        let value = number.iter().try_fold(0, |value, byte| match byte {
            b'0'..=b'9' => Ok(10 * value + i64::from(byte - b'0')),
            _ => Err(why),
        })?;
        if range.contains(&value) { Ok(value) } else { Err(why) }
    }

    /// One of some characters.
    fn one_of(&mut self, characters: &[u8], why: Why) -> core::result::Result<u8, Why> {
        match self.0 {
            [byte, rest @ ..] if characters.contains(byte) => {
                self.0 = rest;
                Ok(*byte)
            }
            _ => Err(why),
        }
    }

    /// The fraction of the second in nanoseconds, if there is one.
    fn fraction(&mut self) -> core::result::Result<u32, Why> {
        let [b'.', rest @ ..] = self.0 else { return Ok(0) };
        let len = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if len == 0 {
            return Err("the fraction has no digits");
        }
        let (digits, rest) = rest.split_at(len);
        self.0 = rest;
        let digits = digits.iter().map(|byte| u32::from(byte - b'0'));
        Ok(digits.chain(core::iter::repeat(0)).take(9).fold(0, |value, digit| 10 * value + digit))
    }

    /// The offset from UTC in seconds.
    fn offset(&mut self) -> core::result::Result<i64, Why> {
        const WHY: Why = "there is neither `Z` nor an offset such as `+02:00` behind the time";
        let sign = match self.one_of(b"Zz+-", WHY)? {
            b'+' => 1,
            b'-' => -1,
            _ => return Ok(0),
        };
        let hours = self.number(2, 0..=23, "the hours of the offset are not 00 to 23")?;
        self.one_of(b":", "there is no `:` in the offset")?;
        let minutes = self.number(2, 0..=59, "the minutes of the offset are not 00 to 59")?;
        Ok(sign * (hours * 3600 + minutes * 60))
    }
}

/// How many days a month has.
fn days_of(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days from 1970-01-01 to a date. After H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): years begin in March, so that
/// the leap day is their last, and eras of 400 years all have the same days.
const fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The date so many days behind 1970-01-01, by the inverse of the same algorithm.
fn civil_from_days(days: i64) -> (i64, u32, u32) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = (from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month as u32, day as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every day of the years 0 to 9999, counted one by one.
    #[test]
    fn days_agree_with_counting() {
        let mut days = days_from_civil(0, 1, 1);
        let last_year = if cfg!(miri) { 8 } else { 9999 };
        for year in 0..=last_year {
            for month in 1..=12 {
                for day in 1..=days_of(year, month) {
                    assert_eq!(days_from_civil(year, month, day), days, "{year}-{month}-{day}");
                    assert_eq!(civil_from_days(days), (year, month as u32, day as u32));
                    days += 1;
                }
            }
        }
        assert_eq!(civil_from_days(days_from_civil(-1, 12, 31)), (-1, 12, 31));
        assert_eq!(days_from_civil(1970, 1, 1), 0);
        assert_eq!(days_from_civil(2000, 3, 1), 11_017);
    }
}
