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

/// The nanoseconds of a second.
const SECOND: i128 = 1_000_000_000;

/// The nanoseconds since 1970.
pub(super) fn nanos(time: SystemTime) -> i128 {
    // Of 94 bits at most, so that none is cut.
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => since.as_nanos().cast_signed(),
        Err(err) => -err.duration().as_nanos().cast_signed(),
    }
}

/// The time so many nanoseconds since 1970, if the platform has it.
pub(super) fn time(nanos: i128) -> Option<SystemTime> {
    let distance = nanos.unsigned_abs();
    let seconds = u64::try_from(distance / SECOND.unsigned_abs()).ok()?;
    let distance = Duration::new(seconds, (distance % SECOND.unsigned_abs()) as u32);
    if nanos < 0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) }
}

macro_rules! timestamps {
    ($($codec:ident $unit:expr, $target:literal;)*) => {$(
        impl EncodeAs<SystemTime> for $codec {
            const MAX_LEN: Option<usize> = Some(MAX_LEN);

            #[inline]
            fn encode_as(value: &SystemTime, w: &mut Writer<'_>) -> Result<()> {
                let mut run = w.run(MAX_LEN);
                encode(nanos(*value).div_euclid($unit), &mut run);
                run.end();
                Ok(())
            }

            #[inline]
            fn encode_fixed_as(value: &SystemTime, run: &mut Run<'_, '_>) {
                encode(nanos(*value).div_euclid($unit), run);
            }
        }

        impl<'de> DecodeAs<'de, SystemTime> for $codec {
            const FIRST: FirstBytes = FirstBytes::NUMBER;
            const NEVER_ABSENT: bool = true;

            fn decode_as(cur: &mut Cursor<'de>) -> Result<SystemTime> {
                decode(cur, $target, $unit)
            }
        }
    )*};
}

timestamps! {
    TimestampSeconds SECOND, "a timestamp in seconds";
    TimestampMillis SECOND / 1000, "a timestamp in milliseconds";
}

/// A sign and the milliseconds of as many seconds as a `Duration` holds.
const MAX_LEN: usize = 24;

#[inline]
fn encode(value: i128, run: &mut Run<'_, '_>) {
    let after = run.budget().saturating_sub(MAX_LEN);
    match i64::try_from(value) {
        Ok(value) => run.signed(value),
        Err(_) => run.text(MAX_LEN, itoa::Buffer::new().format(value)),
    }
    run.settle(after);
}

fn decode(cur: &mut Cursor<'_>, target: &'static str, unit: i128) -> Result<SystemTime> {
    // Of 84 bits, times a unit of 30.
    const MAX: u128 = 1000 * (1 << 64);
    let at = cur.offset();
    let (is_negative, distance) = cur.wide_integer(target, MAX, MAX)?;
    let distance = distance.cast_signed() * unit;
    time(if is_negative { -distance } else { distance })
        .ok_or_else(|| cur.fail(Kind::Range { target }, at))
}
