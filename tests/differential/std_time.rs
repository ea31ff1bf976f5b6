//! `Duration` and `SystemTime`: seconds and nanoseconds, with their carry.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, reads, refuses, round_trips, write};

#[test]
fn durations() {
    round_trips([
        Duration::ZERO,
        Duration::new(1, 999_999_999),
        Duration::from_nanos(1),
        Duration::MAX,
    ]);
    round_trips([vec![Duration::from_millis(1_500); 3]]);
    round_trips([[Duration::MAX; 12]]);
    round_trips([(Some(Duration::MAX), None::<Duration>)]);
    reads("[1,2]", Duration::new(1, 2));
    reads(r#"{"nanos":2,"secs":1}"#, Duration::new(1, 2));
    refuses::<Duration>(&[
        "1",
        "1.5",
        "\"1s\"",
        "null",
        "[1]",
        "[1,2,3]",
        "[-1,0]",
        r#"{"secs":1}"#,
        r#"{"nanos":1}"#,
        r#"{"secs":1,"nanos":2,"more":3}"#,
        r#"{"secs":1,"nanos":2,"secs":1}"#,
        r#"{"secs":1,"nanos":4294967296}"#,
        r#"{"secs":18446744073709551616,"nanos":0}"#,
        r#"{"secs":1.0,"nanos":0}"#,
    ]);
}

#[test]
fn nanoseconds_carry() {
    reads(r#"{"secs":1,"nanos":1000000000}"#, Duration::new(2, 0));
    reads(r#"{"secs":1,"nanos":4294967295}"#, Duration::new(5, 294_967_295));
    reads("[18446744073709551615,999999999]", Duration::MAX);
    reads(
        r#"{"secs":18446744073709551611,"nanos":4294967295}"#,
        Duration::new(u64::MAX, 294_967_295),
    );
    refuses::<Duration>(&[
        "[18446744073709551615,1000000000]",
        r#"{"secs":18446744073709551615,"nanos":1000000000}"#,
        r#"{"nanos":4294967295,"secs":18446744073709551612}"#,
    ]);
}

#[test]
fn system_times() {
    round_trips([
        UNIX_EPOCH,
        UNIX_EPOCH + Duration::from_nanos(1),
        UNIX_EPOCH + Duration::new(1_700_000_000, 123_456_789),
        SystemTime::now(),
    ]);
    reads("[1,1000000000]", UNIX_EPOCH + Duration::from_secs(2));
    assert_eq!(write(&(UNIX_EPOCH - Duration::from_nanos(1))), None);
    assert_eq!(write(&[Some(UNIX_EPOCH - Duration::from_secs(1))]), None);
    accepts::<SystemTime>(&[
        r#"{"secs_since_epoch":9223372036854775807,"nanos_since_epoch":0}"#,
        r#"{"nanos_since_epoch":4294967295,"secs_since_epoch":0}"#,
    ]);
    refuses::<SystemTime>(&[
        "0",
        "null",
        "[1]",
        r#"{"secs":1,"nanos":2}"#,
        r#"{"secs_since_epoch":1}"#,
        r#"{"secs_since_epoch":18446744073709551615,"nanos_since_epoch":0}"#,
        r#"{"secs_since_epoch":9223372036854775807,"nanos_since_epoch":1000000000}"#,
        r#"{"secs_since_epoch":18446744073709551615,"nanos_since_epoch":1000000000}"#,
    ]);
}

#[test]
fn times_as_fields() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Span {
        from: SystemTime,
        length: Duration,
        pause: Option<Duration>,
    }

    let from = UNIX_EPOCH + Duration::from_secs(7);
    round_trips([
        Span { from, length: Duration::MAX, pause: None },
        Span { from, length: Duration::ZERO, pause: Some(Duration::new(0, 1)) },
    ]);
}

#[test]
fn errors_say_what_and_where() {
    let err = fastjson::from_str::<(u8, Duration)>("[1, [18446744073709551615,1000000000]]");
    assert_eq!(
        err.unwrap_err().to_string(),
        "an array is out of range for Duration at line 1 column 5, $[1]"
    );
    let text = r#"{"secs_since_epoch":18446744073709551615,"nanos_since_epoch":0}"#;
    assert_eq!(
        fastjson::from_str::<SystemTime>(text).unwrap_err().to_string(),
        "an object is out of range for SystemTime at line 1 column 1, $"
    );
    let err = fastjson::to_string(&(UNIX_EPOCH - Duration::from_secs(1))).unwrap_err();
    assert_eq!(err.to_string(), "a time before 1970 has no JSON form");
}
