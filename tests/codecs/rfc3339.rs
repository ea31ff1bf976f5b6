//! Times of RFC 3339.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fastjson::codecs::{Rfc3339, Same};
use proptest::prelude::any;

use crate::{check, read, reads, refuses, round_trips, write, write_error};

/// A time before or behind 1970.
fn at(seconds: i64, nanos: u32) -> SystemTime {
    let distance = Duration::from_secs(seconds.unsigned_abs());
    let whole = if seconds < 0 { UNIX_EPOCH - distance } else { UNIX_EPOCH + distance };
    whole + Duration::from_nanos(nanos.into())
}

const YEAR_0: i64 = -62_167_219_200;
const YEAR_10000: i64 = 253_402_300_800;

#[test]
fn known_times() {
    round_trips::<Rfc3339, _>(&[
        (at(0, 0), r#""1970-01-01T00:00:00Z""#),
        (at(-1, 0), r#""1969-12-31T23:59:59Z""#),
        (at(-1, 999_999_999), r#""1969-12-31T23:59:59.999999999Z""#),
        (at(1_704_164_645, 0), r#""2024-01-02T03:04:05Z""#),
        (at(1_704_164_645, 6_000_000), r#""2024-01-02T03:04:05.006Z""#),
        (at(1_704_164_645, 6_000), r#""2024-01-02T03:04:05.000006Z""#),
        (at(1_704_164_645, 6), r#""2024-01-02T03:04:05.000000006Z""#),
        (at(1_704_164_645, 120_000_000), r#""2024-01-02T03:04:05.120Z""#),
        (at(951_782_400, 0), r#""2000-02-29T00:00:00Z""#),
        (at(951_868_800, 0), r#""2000-03-01T00:00:00Z""#),
        (at(4_107_542_400, 0), r#""2100-03-01T00:00:00Z""#),
        (at(YEAR_0, 0), r#""0000-01-01T00:00:00Z""#),
        (at(YEAR_10000 - 1, 999_000_000), r#""9999-12-31T23:59:59.999Z""#),
    ]);
    // The examples of the standard.
    reads::<Rfc3339, _>(&at(482_196_050, 520_000_000), &[r#""1985-04-12T23:20:50.52Z""#]);
    reads::<Rfc3339, _>(
        &at(851_042_397, 0),
        &[r#""1996-12-19T16:39:57-08:00""#, r#""1996-12-20T00:39:57Z""#],
    );
    reads::<Rfc3339, _>(
        &at(662_688_000, 0),
        &[
            r#""1990-12-31T23:59:60Z""#,
            r#""1990-12-31T15:59:60-08:00""#,
            r#""1991-01-01T00:00:00Z""#,
        ],
    );
    reads::<Rfc3339, _>(&at(-1_041_337_173, 870_000_000), &[r#""1937-01-01T12:00:27.87+00:20""#]);
    // Other spellings of one time.
    reads::<Rfc3339, _>(
        &at(0, 500_000_000),
        &[
            r#""1970-01-01t00:00:00.5z""#,
            r#""1970-01-01 00:00:00.5000000000000000000Z""#,
            r#""1970-01-01T00:00:00.500000000999999999Z""#,
            r#""1970-01-01T00:00:00.5+00:00""#,
            r#""1970-01-01T00:00:00.5-00:00""#,
            r#""1970-01-01T23:59:00.5+23:59""#,
            r#""1969-12-31T00:01:00.5-23:59""#,
            r#""1970\u002d01-01T00:00:00.5Z""#,
        ],
    );
    // The offset leads out of the years that can be written.
    reads::<Rfc3339, _>(&at(YEAR_0 - 60, 0), &[r#""0000-01-01T00:00:00+00:01""#]);
    reads::<Rfc3339, _>(&at(YEAR_10000, 0), &[r#""9999-12-31T23:59:00-00:01""#]);
}

#[test]
fn any_time_is_read_as_it_was() {
    check(3000, (YEAR_0..YEAR_10000, 0_u32..1_000_000_000, any::<u8>()), |(s, nanos, digits)| {
        let nanos = match digits % 4 {
            0 => 0,
            1 => nanos / 1_000_000 * 1_000_000,
            2 => nanos / 1_000 * 1_000,
            _ => nanos,
        };
        let time = at(s, nanos);
        let text = write::<Rfc3339, _>(&time);
        assert_eq!(read::<Rfc3339, SystemTime>(&text), time, "{text}");
    });
}

/// The text is in the order of the times, which an error in the calendar would not survive.
#[test]
fn texts_are_in_the_order_of_times() {
    check(3000, [YEAR_0..YEAR_10000, YEAR_0..YEAR_10000], |[a, b]| {
        let texts = [a, b].map(|seconds| write::<Rfc3339, _>(&at(seconds, 0)));
        assert_eq!(a.cmp(&b), texts[0].cmp(&texts[1]), "{texts:?}");
    });
}

#[test]
fn keys() {
    type Map = BTreeMap<SystemTime, u8>;
    round_trips::<BTreeMap<Rfc3339, Same>, Map>(&[(
        [(at(-1, 0), 1), (at(0, 0), 2)].into(),
        r#"{"1969-12-31T23:59:59Z":1,"1970-01-01T00:00:00Z":2}"#,
    )]);
}

#[test]
fn times_without_a_form() {
    let message = "a time before the year 0 or behind the year 9999 has no form of RFC 3339";
    assert_eq!(write_error::<Rfc3339, _>(at(YEAR_0 - 1, 999_999_999)), message);
    assert_eq!(write_error::<Rfc3339, _>(at(YEAR_10000, 0)), message);
}

#[test]
fn errors() {
    for (text, why) in [
        ("", "the year is not four digits"),
        ("x", "the year is not four digits"),
        ("+024-01-01T00:00:00Z", "the year is not four digits"),
        ("-024-01-01T00:00:00Z", "the year is not four digits"),
        ("20240101T000000Z", "there is no `-` behind the year"),
        ("2024/01/01T00:00:00Z", "there is no `-` behind the year"),
        ("2024-00-01T00:00:00Z", "the month is not 01 to 12"),
        ("2024-13-01T00:00:00Z", "the month is not 01 to 12"),
        ("2024-1-01T00:00:00Z", "the month is not 01 to 12"),
        ("2024-01/01T00:00:00Z", "there is no `-` behind the month"),
        ("2024-01-00T00:00:00Z", "the day is not 01 to 31"),
        ("2024-01-32T00:00:00Z", "the day is not 01 to 31"),
        ("2024-04-31T00:00:00Z", "the month has no such day"),
        ("2023-02-29T00:00:00Z", "the month has no such day"),
        ("1900-02-29T00:00:00Z", "the month has no such day"),
        ("2024-02-30T00:00:00Z", "the month has no such day"),
        ("2024-01-01", "there is no `T` behind the date"),
        ("2024-01-01_00:00:00Z", "there is no `T` behind the date"),
        ("2024-01-01T", "the hour is not 00 to 23"),
        ("2024-01-01T24:00:00Z", "the hour is not 00 to 23"),
        ("2024-01-01T00.00:00Z", "there is no `:` behind the hour"),
        ("2024-01-01T00:60:00Z", "the minute is not 00 to 59"),
        ("2024-01-01T00:00Z", "there is no `:` behind the minute"),
        ("2024-01-01T00:00:61Z", "the second is not 00 to 60"),
        ("2024-01-01T00:00:60Z", "a leap second stands only at the end of a day in UTC"),
        ("2024-01-01T23:59:60+01:00", "a leap second stands only at the end of a day in UTC"),
        ("2024-01-01T00:00:00.Z", "the fraction has no digits"),
        (
            "2024-01-01T00:00:00",
            "there is neither `Z` nor an offset such as `+02:00` behind the time",
        ),
        (
            "2024-01-01T00:00:00,5Z",
            "there is neither `Z` nor an offset such as `+02:00` behind the time",
        ),
        ("2024-01-01T00:00:00+24:00", "the hours of the offset are not 00 to 23"),
        ("2024-01-01T00:00:00+0200", "there is no `:` in the offset"),
        ("2024-01-01T00:00:00+02:60", "the minutes of the offset are not 00 to 59"),
        ("2024-01-01T00:00:00+02", "there is no `:` in the offset"),
        ("2024-01-01T00:00:00ZZ", "there is more text behind it"),
        ("2024-01-01T00:00:00Z ", "there is more text behind it"),
        ("2024-01-01T00:00:00+02:00[Europe/Rome]", "there is more text behind it"),
        ("2024-01-0１T00:00:00Z", "the day is not 01 to 31"),
    ] {
        let message = format!("not a time of RFC 3339: {why}");
        refuses::<Rfc3339, SystemTime>(&[(&format!("\"{text}\""), &message)]);
    }
    refuses::<Rfc3339, SystemTime>(&[
        ("7", "expected a time of RFC 3339, found number `7`"),
        ("null", "expected a time of RFC 3339, found `null`"),
    ]);
}

/// Every text that is a time but for one character is read as another time or refused, never a panic.
#[test]
fn one_character_off() {
    let text = "2024-02-29T23:59:59.123+14:30";
    for at in 0..text.len() {
        for c in ['0', '9', ':', '-', '+', 'T', 'Z', '.', ' ', 'é'] {
            let text = format!("\"{}{c}{}\"", &text[..at], &text[at + 1..]);
            let read = fastjson::from_str::<fastjson::codecs::As<Rfc3339, SystemTime>>(&text);
            if let Err(err) = read {
                assert_eq!(err.offset(), 0, "{text}: {err}");
            }
        }
    }
}
