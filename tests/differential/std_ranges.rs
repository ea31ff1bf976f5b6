//! Ranges, `Bound` and `Result`.

#![allow(
    clippy::reversed_empty_ranges,
    reason = "a range that ends before it starts is JSON like any other"
)]

use std::cell::RefCell;
use std::ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo};

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, reads, refuses, round_trips, write};

#[test]
fn ranges() {
    round_trips([0_u8..255, 7..7, 5..2]);
    round_trips([-1.5..2.0]);
    round_trips(["a".to_owned().."b".to_owned()]);
    round_trips([0_u64..=u64::MAX, 3..=2]);
    round_trips([vec![1_u8]..=vec![]]);
    round_trips([1_i128..]);
    round_trips(["a".to_owned()..]);
    round_trips([..1_u16]);
    round_trips([..Some('x'), ..None]);
    round_trips([vec![0_u8..1, 2..3]]);
    round_trips([(0_u8..1, 2_u8..=3, 4_u8.., ..5_u8)]);
    round_trips([(0_u8..1)..(2..3)]);
}

#[test]
fn ends_in_any_order_and_from_arrays() {
    reads(r#"{"end":2,"start":1}"#, 1_u8..2);
    reads("[1,2]", 1_u8..2);
    reads("[1,2]", 1_u8..=2);
    reads("[1]", 1_u8..);
    reads("[1]", ..1_u8);
    reads(r#" { "\u0073tart" : 1 , "end" : 2 } "#, 1_u8..2);
    refuses::<Range<u8>>(&["[1]", "[1,2,3]", "[]", "1", "null", "\"1..2\"", "{}"]);
    refuses::<RangeFrom<u8>>(&["[1,2]", "[]", r#"{"start":1,"end":2}"#, r#"{"end":2}"#]);
    refuses::<RangeTo<u8>>(&["[1,2]", "[]", r#"{"start":1,"end":2}"#, r#"{"start":2}"#]);
    refuses::<RangeInclusive<u8>>(&[
        r#"{"start":1,"end":2,"exhausted":false}"#,
        r#"{"start":1,"end":2,"end":2}"#,
        r#"{"start":1,"end":256}"#,
    ]);
}

#[test]
fn an_end_may_not_be_absent() {
    refuses::<Range<Option<u8>>>(&["{}", r#"{"start":1}"#, r#"{"end":1}"#, "[1]"]);
    refuses::<RangeTo<Option<u8>>>(&["{}", "[]"]);
    accepts::<Range<Option<u8>>>(&[r#"{"start":null,"end":1}"#, "[null,null]"]);
}

#[test]
fn ranges_as_fields() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Windows {
        days: Range<u32>,
        rest: Option<RangeFrom<i8>>,
        bounds: (Bound<u8>, Bound<u8>),
    }

    let bounds = (Bound::Included(1), Bound::Unbounded);
    round_trips([
        Windows { days: 1..2, rest: None, bounds },
        Windows { days: 2..1, rest: Some(-1..), bounds: (Bound::Excluded(0), Bound::Included(9)) },
    ]);
}

#[test]
fn bounds() {
    round_trips([Bound::Unbounded, Bound::Included(1_u8), Bound::Excluded(255)]);
    round_trips([Bound::Included("Unbounded".to_owned())]);
    round_trips([vec![Bound::Unbounded, Bound::Excluded(Some(1.5)), Bound::Excluded(None)]]);
    round_trips([Bound::Included(Bound::Excluded(Bound::<u8>::Unbounded))]);
    reads(r#"{"Unbounded":null}"#, Bound::<u8>::Unbounded);
    refuses::<Bound<u8>>(&[
        "null",
        "\"Included\"",
        "\"unbounded\"",
        r#"{"Included":1,"Excluded":2}"#,
        r#"{"Included":256}"#,
        r#"{"Unbounded":1}"#,
        "{}",
        "[]",
        "0",
        r#"{"Included":1"#,
    ]);
}

#[test]
fn results() {
    round_trips([Ok(1_u8), Err("a".to_owned())]);
    round_trips([Ok(()), Err(())]);
    round_trips([vec![Ok(Some(1.5)), Ok(None), Err(false)]]);
    round_trips([Ok::<Result<u8, bool>, ()>(Ok(1)), Ok(Err(true)), Err(())]);
    assert_eq!(write(&Ok::<_, ()>([1, 2])).as_deref(), Some(r#"{"Ok":[1,2]}"#));
    reads(r#" { "\u004fk" : 1 } "#, Ok::<u8, u8>(1));
    refuses::<Result<u8, ()>>(&[
        "1",
        "\"Ok\"",
        "\"Err\"",
        "null",
        "{}",
        r#"{"Ok":1,"Err":null}"#,
        r#"{"Ok":1,"Ok":1}"#,
        r#"{"ok":1}"#,
        r#"{"Err":1}"#,
        r#"{"Ok":1]"#,
        r#"{"Ok":1"#,
        r#"{"Ok"}"#,
        r#"["Ok",1]"#,
    ]);
}

#[test]
fn nested_as_deep_as_may_be() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Results(Result<Box<Results>, ()>);
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Bounds(Bound<Box<Bounds>>);
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Ranges(RangeFrom<RefCell<Option<Box<Ranges>>>>);

    let nested = |levels, open: &str, inner: &str| {
        format!("{}{inner}{}", open.repeat(levels), "}".repeat(levels))
    };
    for levels in [1, 2, 100, 126] {
        accepts::<Results>(&[&nested(levels, "{\"Ok\":", "{\"Err\":null}")]);
        accepts::<Bounds>(&[&nested(levels, "{\"Excluded\":", "{\"Unbounded\":null}")]);
        accepts::<Ranges>(&[&nested(levels, "{\"start\":", "{\"start\":null}")]);
    }
    for levels in [127, 1_000] {
        refuses::<Results>(&[&nested(levels, "{\"Ok\":", "{\"Err\":null}")]);
        refuses::<Bounds>(&[&nested(levels, "{\"Excluded\":", "{\"Unbounded\":null}")]);
        refuses::<Ranges>(&[&nested(levels, "{\"start\":", "{\"start\":null}")]);
    }
}

#[test]
fn errors_say_what_and_where() {
    let message = |text| fastjson::from_str::<Vec<Range<u8>>>(text).unwrap_err().to_string();
    assert_eq!(
        message(r#"[{"start": 1, "stop": 2}]"#),
        "unknown field `stop` of Range; known are `end`, `start` at line 1 column 15, $[0]"
    );
    assert_eq!(
        message(r#"[ {"end": 2}]"#),
        "missing field `start` of Range at line 1 column 3, $[0]"
    );
    assert_eq!(
        message("[[1]]"),
        "wrong number of elements: Range takes 2 at line 1 column 2, $[0]"
    );
    let err = fastjson::from_str::<Result<u8, u8>>(r#"{"OK": 1}"#).unwrap_err();
    assert_eq!(
        err.to_string(),
        "unknown variant `OK` of Result; did you mean `Ok`? at line 1 column 2, $"
    );
}
