//! Durations and timestamps as numbers.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fastjson::codecs::{
    DurationMillis, DurationSeconds, DurationSecondsF64, TimestampMillis, TimestampSeconds,
};
use proptest::prelude::any;

use crate::{check, read, reads, refuses, round_trips, write};

#[test]
fn seconds() {
    round_trips::<DurationSeconds, _>(&[
        (Duration::ZERO, "0"),
        (Duration::from_secs(90), "90"),
        (Duration::from_secs(u64::MAX), "18446744073709551615"),
    ]);
    assert_eq!(write::<DurationSeconds, _>(&Duration::new(1, 999_999_999)), "1");
    reads::<DurationSeconds, _>(&Duration::ZERO, &["-0"]);
    refuses::<DurationSeconds, Duration>(&[
        ("-1", "number `-1` is out of range for a duration in seconds"),
        (
            "18446744073709551616",
            "number `18446744073709551616` is out of range for a duration in seconds",
        ),
        ("1.0", "expected a duration in seconds, found number `1.0`"),
        (r#""1""#, "expected a duration in seconds, found string `\"1\"`"),
        ("null", "expected a duration in seconds, found `null`"),
        (r#"{"secs":1,"nanos":0}"#, "expected a duration in seconds, found an object"),
    ]);
}

#[test]
fn millis() {
    round_trips::<DurationMillis, _>(&[
        (Duration::ZERO, "0"),
        (Duration::from_millis(1_999), "1999"),
        (Duration::from_millis(u64::MAX), "18446744073709551615"),
        (Duration::new(u64::MAX, 999_000_000), "18446744073709551615999"),
    ]);
    assert_eq!(write::<DurationMillis, _>(&Duration::from_micros(1_999)), "1");
    assert_eq!(write::<DurationMillis, _>(&Duration::MAX), "18446744073709551615999");
    refuses::<DurationMillis, Duration>(&[
        ("-1", "number `-1` is out of range for a duration in milliseconds"),
        (
            "18446744073709551616000",
            "number `18446744073709551616000` is out of range for a duration in milliseconds",
        ),
        ("1e3", "expected a duration in milliseconds, found number `1e3`"),
        ("true", "expected a duration in milliseconds, found `true`"),
    ]);
    check(1000, any::<u64>(), |millis| {
        let duration = Duration::from_millis(millis);
        assert_eq!(write::<DurationMillis, _>(&duration), millis.to_string());
        assert_eq!(read::<DurationMillis, Duration>(&millis.to_string()), duration);
    });
}

#[test]
fn float_seconds() {
    round_trips::<DurationSecondsF64, _>(&[
        (Duration::ZERO, "0.0"),
        (Duration::from_millis(1_500), "1.5"),
        (Duration::from_nanos(1), "1e-9"),
    ]);
    reads::<DurationSecondsF64, _>(&Duration::from_secs(2), &["2", "2.0", "0.2e1"]);
    reads::<DurationSecondsF64, _>(&Duration::ZERO, &["0", "-0", "-0.0", "1e-300"]);
    check(1000, 0..1_000_000_000_u64 << 23, |nanos| {
        let duration = Duration::from_nanos(nanos);
        let text = write::<DurationSecondsF64, _>(&duration);
        assert_eq!(read::<DurationSecondsF64, Duration>(&text), duration, "{text}");
    });
    assert_eq!(
        write::<DurationSecondsF64, _>(&Duration::MAX),
        write_f64(Duration::MAX.as_secs_f64())
    );
    refuses::<DurationSecondsF64, Duration>(&[
        ("-1.5", "number `-1.5` is out of range for a duration in seconds"),
        ("1e20", "number `1e20` is out of range for a duration in seconds"),
        ("null", "expected a duration in seconds, found `null`"),
        (r#""1.5""#, "expected a duration in seconds, found string `\"1.5\"`"),
    ]);
}

fn write_f64(value: f64) -> String {
    fastjson::to_string(&value).expect("a number")
}

fn after(duration: Duration) -> SystemTime {
    UNIX_EPOCH + duration
}

fn before(duration: Duration) -> SystemTime {
    UNIX_EPOCH - duration
}

#[test]
fn timestamps() {
    round_trips::<TimestampSeconds, _>(&[
        (UNIX_EPOCH, "0"),
        (after(Duration::from_secs(1_700_000_000)), "1700000000"),
        (before(Duration::from_secs(1)), "-1"),
    ]);
    round_trips::<TimestampMillis, _>(&[
        (UNIX_EPOCH, "0"),
        (after(Duration::from_millis(1_700_000_000_123)), "1700000000123"),
        (before(Duration::from_millis(1)), "-1"),
        (before(Duration::from_millis(1_001)), "-1001"),
    ]);
    // What is between two is the earlier one, on either side of 1970.
    let nano = Duration::from_nanos(1);
    let (second, milli) = (Duration::from_secs(1), Duration::from_millis(1));
    assert_eq!(write::<TimestampSeconds, _>(&before(nano)), "-1");
    assert_eq!(write::<TimestampMillis, _>(&before(nano)), "-1");
    assert_eq!(write::<TimestampSeconds, _>(&before(second + nano)), "-2");
    assert_eq!(write::<TimestampMillis, _>(&before(milli + nano)), "-2");
    assert_eq!(write::<TimestampSeconds, _>(&after(second - nano)), "0");
    assert_eq!(write::<TimestampMillis, _>(&after(milli - nano)), "0");
    reads::<TimestampSeconds, _>(&UNIX_EPOCH, &["-0"]);
    check(1000, -(1_i64 << 52)..1 << 52, |millis| {
        let distance = Duration::from_millis(millis.unsigned_abs());
        let time = if millis < 0 { before(distance) } else { after(distance) };
        assert_eq!(write::<TimestampMillis, _>(&time), millis.to_string());
        assert_eq!(read::<TimestampMillis, SystemTime>(&millis.to_string()), time);
        assert_eq!(write::<TimestampSeconds, _>(&time), millis.div_euclid(1000).to_string());
    });
}

/// The first and the last time that the platform has, and what lies beyond.
#[test]
fn the_ends_of_time() {
    let last = (0..64).rev().fold(UNIX_EPOCH, |time, bit| {
        time.checked_add(Duration::from_secs(1 << bit)).unwrap_or(time)
    });
    let first = (0..64).rev().fold(UNIX_EPOCH, |time, bit| {
        time.checked_sub(Duration::from_secs(1 << bit)).unwrap_or(time)
    });
    for time in [first, last] {
        let text = write::<TimestampSeconds, _>(&time);
        assert_eq!(read::<TimestampSeconds, SystemTime>(&text), time);
        let text = write::<TimestampMillis, _>(&time);
        assert_eq!(read::<TimestampMillis, SystemTime>(&text), time);
    }
    let nano = Duration::from_nanos(1);
    write::<TimestampMillis, _>(&(last + (Duration::from_secs(1) - nano)));
    for text in ["18446744073709551616", "-18446744073709551616", &"9".repeat(37)] {
        let message = format!("number `{text}` is out of range for a timestamp in seconds");
        refuses::<TimestampSeconds, SystemTime>(&[(text, &message)]);
        let text = format!("{text}000");
        let message = format!("number `{text}` is out of range for a timestamp in milliseconds");
        refuses::<TimestampMillis, SystemTime>(&[(&text, &message)]);
    }
    refuses::<TimestampSeconds, SystemTime>(&[
        ("1.5", "expected a timestamp in seconds, found number `1.5`"),
        (r#""1""#, "expected a timestamp in seconds, found string `\"1\"`"),
    ]);
}
