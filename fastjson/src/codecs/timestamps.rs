//! [`TimestampSeconds`] and [`TimestampMillis`]: `SystemTime` as the time since 1970 in one integer.

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{DecodeAs, EncodeAs};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::{Kind, Result};
use crate::writer::{Run, Writer};

/// A [`SystemTime`] as the whole seconds since 1970-01-01T00:00:00Z, negative before. What is between two seconds is the earlier one.
///
/// ```
/// use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// use fastjson::codecs::{As, TimestampSeconds};
///
/// let time = UNIX_EPOCH + Duration::from_secs(1_700_000_000);
/// assert_eq!(fastjson::to_string(&As::<TimestampSeconds, _>::new(time))?, "1700000000");
/// let time: SystemTime = fastjson::from_str::<As<TimestampSeconds, _>>("-1")?.into_inner();
/// assert_eq!(time, UNIX_EPOCH - Duration::from_secs(1));
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use std::time::SystemTime;
/// use fastjson::codecs::TimestampSeconds;
///
/// #[derive(fastjson::FastJson)]
/// struct Token {
///     #[fastjson(as = "TimestampSeconds")]
///     expires: SystemTime,
/// }
/// ```
///
/// # Errors
/// While reading, what is no integer, or is more than the platform's `SystemTime` holds.
#[derive(Clone, Copy, Debug)]
pub enum TimestampSeconds {}

/// A [`SystemTime`] as the whole milliseconds since 1970-01-01T00:00:00Z, negative before. What is between two is the earlier one.
///
/// ```
/// use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// use fastjson::codecs::{As, TimestampMillis};
///
/// let time = UNIX_EPOCH + Duration::from_micros(1_700_000_000_123_999);
/// assert_eq!(fastjson::to_string(&As::<TimestampMillis, _>::new(time))?, "1700000000123");
/// let time: SystemTime = fastjson::from_str::<As<TimestampMillis, _>>("-1")?.into_inner();
/// assert_eq!(time, UNIX_EPOCH - Duration::from_millis(1));
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use std::time::SystemTime;
/// use fastjson::codecs::TimestampMillis;
///
/// #[derive(fastjson::FastJson)]
/// struct Event {
///     #[fastjson(as = "TimestampMillis")]
///     at: SystemTime,
/// }
/// ```
///
/// # Errors
/// Those of [`TimestampSeconds`].
#[derive(Clone, Copy, Debug)]
pub enum TimestampMillis {}

/// The whole seconds since 1970, and the nanoseconds since the last of them. (Platforms differ in what a `SystemTime` holds; 65 bits
/// are enough for the seconds of all.)
pub(super) fn since_1970(time: SystemTime) -> (i128, u32) {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => (since.as_secs().into(), since.subsec_nanos()),
        Err(err) => {
            let until = err.duration();
            let seconds = -i128::from(until.as_secs());
            match until.subsec_nanos() {
                0 => (seconds, 0),
                nanos => (seconds - 1, 1_000_000_000 - nanos),
            }
        }
    }
}

/// The time so many seconds and nanoseconds since 1970, if the platform has it.
pub(super) fn at(seconds: i128, nanos: u32) -> Option<SystemTime> {
    let distance = Duration::from_secs(u64::try_from(seconds.unsigned_abs()).ok()?);
    let second = match seconds {
        ..0 => UNIX_EPOCH.checked_sub(distance),
        _ => UNIX_EPOCH.checked_add(distance),
    };
    second?.checked_add(Duration::new(0, nanos))
}

macro_rules! timestamps {
    ($($codec:ident $a_second:literal $target:literal;)*) => {$(
        impl EncodeAs<SystemTime> for $codec {
            const MAX_LEN: Option<usize> = Some(MAX_LEN);

            #[inline]
            fn encode_as(value: &SystemTime, w: &mut Writer<'_>) -> Result<()> {
                let mut run = w.run(MAX_LEN);
                encode(*value, $a_second, &mut run);
                run.end();
                Ok(())
            }

            #[inline]
            fn encode_fixed_as(value: &SystemTime, run: &mut Run<'_, '_>) {
                encode(*value, $a_second, run);
            }
        }

        impl<'de> DecodeAs<'de, SystemTime> for $codec {
            const FIRST: FirstBytes = FirstBytes::NUMBER;
            const NEVER_ABSENT: bool = true;

            fn decode_as(cur: &mut Cursor<'de>) -> Result<SystemTime> {
                decode(cur, $target, $a_second)
            }
        }
    )*};
}

timestamps! {
    TimestampSeconds 1 "a timestamp in seconds";
    TimestampMillis 1000 "a timestamp in milliseconds";
}

/// A sign and the milliseconds of as many seconds as a `Duration` holds.
const MAX_LEN: usize = 24;

/// Writes a time in units of which so many are a second.
fn encode(time: SystemTime, a_second: u32, run: &mut Run<'_, '_>) {
    let after = run.budget().saturating_sub(MAX_LEN);
    let (seconds, nanos) = since_1970(time);
    let value = seconds * i128::from(a_second) + i128::from(nanos / (1_000_000_000 / a_second));
    match i64::try_from(value) {
        Ok(value) => run.signed(value),
        Err(_) => run.text(MAX_LEN, itoa::Buffer::new().format(value)),
    }
    run.settle(after);
}

/// Reads a time in units of which so many are a second.
fn decode(cur: &mut Cursor<'_>, target: &'static str, a_second: u32) -> Result<SystemTime> {
    // The milliseconds of more seconds than a `SystemTime` holds.
    const MAX: u128 = 1000 << 64;
    let offset = cur.offset();
    let (is_negative, distance) = cur.wide_integer(target, MAX, MAX)?;
    let value = if is_negative { -distance.cast_signed() } else { distance.cast_signed() };
    let unit = i128::from(a_second);
    // Less than a second, so that nothing is cut.
    let nanos = value.rem_euclid(unit) as u32 * (1_000_000_000 / a_second);
    at(value.div_euclid(unit), nanos).ok_or_else(|| cur.fail(Kind::Range { target }, offset))
}
