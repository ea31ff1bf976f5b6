//! [`DurationSeconds`], [`DurationSecondsF64`], [`DurationMillis`]: `Duration` as one number.

use core::time::Duration;

use super::{DecodeAs, EncodeAs};
use crate::cursor::Cursor;
use crate::decode::{Decode, FirstBytes};
use crate::encode::Encode;
use crate::error::{Kind, Result};
use crate::number::Target;
use crate::writer::{Run, Writer};

/// A [`Duration`] as its whole seconds; what is left of a second is dropped.
///
/// ```
/// use std::time::Duration;
/// use fastjson::codecs::{As, DurationSeconds};
///
/// let duration = Duration::from_millis(90_500);
/// assert_eq!(fastjson::to_string(&As::<DurationSeconds, _>::new(duration))?, "90");
/// let duration: Duration = fastjson::from_str::<As<DurationSeconds, _>>("90")?.into_inner();
/// assert_eq!(duration, Duration::from_secs(90));
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use std::time::Duration;
/// use fastjson::codecs::DurationSeconds;
///
/// #[derive(fastjson::FastJson)]
/// struct Cache {
///     #[fastjson(as = "Option<DurationSeconds>")]
///     max_age: Option<Duration>,
/// }
/// ```
///
/// # Errors
/// While reading, what is no integer, is negative or is more than a `Duration` holds.
#[derive(Clone, Copy, Debug)]
pub enum DurationSeconds {}

/// A [`Duration`] as a float of seconds. Up to 97 days every nanosecond is kept; beyond, a float has no room for them.
///
/// ```
/// use std::time::Duration;
/// use fastjson::codecs::{As, DurationSecondsF64};
///
/// let duration = Duration::from_millis(90_500);
/// assert_eq!(fastjson::to_string(&As::<DurationSecondsF64, _>::new(duration))?, "90.5");
/// let read: Duration = fastjson::from_str::<As<DurationSecondsF64, _>>("90.5")?.into_inner();
/// assert_eq!(read, duration);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use std::time::Duration;
/// use fastjson::codecs::DurationSecondsF64;
///
/// #[derive(fastjson::FastJson)]
/// struct Sample {
///     #[fastjson(as = "DurationSecondsF64")]
///     elapsed: Duration,
/// }
/// ```
///
/// # Errors
/// While reading, what is no number, is negative or is more than a `Duration` holds.
#[derive(Clone, Copy, Debug)]
pub enum DurationSecondsF64 {}

/// A [`Duration`] as its whole milliseconds; what is left of a millisecond is dropped.
///
/// ```
/// use std::time::Duration;
/// use fastjson::codecs::{As, DurationMillis};
///
/// let duration = Duration::from_micros(1_500_900);
/// assert_eq!(fastjson::to_string(&As::<DurationMillis, _>::new(duration))?, "1500");
/// let duration: Duration = fastjson::from_str::<As<DurationMillis, _>>("1500")?.into_inner();
/// assert_eq!(duration, Duration::from_millis(1500));
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use std::time::Duration;
/// use fastjson::codecs::DurationMillis;
///
/// #[derive(fastjson::FastJson)]
/// struct Retry {
///     #[fastjson(as = "Vec<DurationMillis>")]
///     delays: Vec<Duration>,
/// }
/// ```
///
/// # Errors
/// Those of [`DurationSeconds`].
#[derive(Clone, Copy, Debug)]
pub enum DurationMillis {}

impl EncodeAs<Duration> for DurationSeconds {
    const MAX_LEN: Option<usize> = u64::MAX_LEN;

    #[inline]
    fn encode_as(value: &Duration, w: &mut Writer<'_>) -> Result<()> {
        value.as_secs().encode(w)
    }

    #[inline]
    fn encode_fixed_as(value: &Duration, run: &mut Run<'_, '_>) {
        value.as_secs().encode_fixed(run);
    }
}

impl<'de> DecodeAs<'de, Duration> for DurationSeconds {
    const FIRST: FirstBytes = FirstBytes::NUMBER;
    const NEVER_ABSENT: bool = true;

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<Duration> {
        const TARGET: Target = Target { name: "a duration in seconds", max: u64::MAX, min: 0 };
        cur.integer(&TARGET).map(Duration::from_secs)
    }
}

impl EncodeAs<Duration> for DurationSecondsF64 {
    const MAX_LEN: Option<usize> = f64::MAX_LEN;

    #[inline]
    fn encode_as(value: &Duration, w: &mut Writer<'_>) -> Result<()> {
        value.as_secs_f64().encode(w)
    }

    #[inline]
    fn encode_fixed_as(value: &Duration, run: &mut Run<'_, '_>) {
        value.as_secs_f64().encode_fixed(run);
    }
}

impl<'de> DecodeAs<'de, Duration> for DurationSecondsF64 {
    const FIRST: FirstBytes = FirstBytes::NUMBER;
    const NEVER_ABSENT: bool = true;

    fn decode_as(cur: &mut Cursor<'de>) -> Result<Duration> {
        const TARGET: &str = "a duration in seconds";
        let at = cur.offset();
        if !FirstBytes::NUMBER.admits(cur.peek()) {
            return Err(cur.expected(TARGET));
        }
        let seconds = f64::decode(cur)?;
        Duration::try_from_secs_f64(seconds)
            .map_err(|_| cur.fail(Kind::Range { target: TARGET }, at))
    }
}

impl EncodeAs<Duration> for DurationMillis {
    const MAX_LEN: Option<usize> = Some(MILLIS_LEN);

    #[inline]
    fn encode_as(value: &Duration, w: &mut Writer<'_>) -> Result<()> {
        let mut run = w.run(MILLIS_LEN);
        millis(*value, &mut run);
        run.end();
        Ok(())
    }

    #[inline]
    fn encode_fixed_as(value: &Duration, run: &mut Run<'_, '_>) {
        millis(*value, run);
    }
}

/// `u64::MAX` seconds are twenty digits, and a millisecond has three more.
const MILLIS_LEN: usize = 23;

#[inline]
fn millis(value: Duration, run: &mut Run<'_, '_>) {
    let after = run.budget().saturating_sub(MILLIS_LEN);
    let millis = value.as_millis();
    match u64::try_from(millis) {
        Ok(millis) => run.unsigned(millis),
        Err(_) => run.text(MILLIS_LEN, itoa::Buffer::new().format(millis)),
    }
    run.settle(after);
}

impl<'de> DecodeAs<'de, Duration> for DurationMillis {
    const FIRST: FirstBytes = FirstBytes::NUMBER;
    const NEVER_ABSENT: bool = true;

    fn decode_as(cur: &mut Cursor<'de>) -> Result<Duration> {
        const MAX: u128 = Duration::MAX.as_millis();
        let (_, millis) = cur.wide_integer("a duration in milliseconds", MAX, 0)?;
        // Neither is cut, for the quotient is that of `MAX` at most.
        Ok(Duration::new((millis / 1000) as u64, (millis % 1000) as u32 * 1_000_000))
    }
}
