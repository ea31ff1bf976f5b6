//! `Option`, `Box`, `Rc`, `Arc`, `Cow` and references: what they hold.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::compare::{accepts, read, reads, refuses, round_trips, write};

#[test]
fn options() {
    round_trips([None, Some(1_u8)]);
    round_trips([None, Some("null".to_owned())]);
    round_trips([None, Some(vec![None, Some(0.5)])]);
    round_trips([[None, Some(-1_i128)]]);
    round_trips([(None::<bool>, Some('x'), None::<String>)]);
    accepts::<Option<u8>>(&["null", " null ", "7"]);
    refuses::<Option<u8>>(&[
        "nul",
        "nulll",
        "n",
        "NULL",
        "none",
        "\"null\"",
        "256",
        "[null]",
        "",
        "null null",
        "null1",
    ]);
    // JSON has one null: what is inside of it is gone.
    assert_eq!(write(&Some(None::<u8>)).as_deref(), Some("null"));
    reads("null", None::<Option<u8>>);
    reads("1", Some(Some(1_u8)));
    assert_eq!(write(&Some(())).as_deref(), Some("null"));
    reads("null", None::<()>);
}

#[test]
fn pointers() {
    round_trips([Box::new(1_u8)]);
    round_trips([Rc::new("a".to_owned())]);
    round_trips([Arc::new(vec![1.5])]);
    round_trips([Box::new(Rc::new(Arc::new(Some(true))))]);
    round_trips([Some(Box::new([1_u8, 2])), None]);
    round_trips([vec![Box::new((1_u8, 'a'))]]);
    round_trips([Box::<[u8]>::from([1, 2]), Box::default()]);
    round_trips([Rc::<[String]>::from(["a".to_owned()])]);
    round_trips([Arc::<[u64]>::from([1, 2]), Arc::from([])]);
    round_trips([Cow::<'static, [Option<u8>]>::Borrowed(&[None, Some(1)])]);
    round_trips([Cow::<'static, u64>::Owned(7)]);
    refuses::<Box<u8>>(&["null", "[1]", "{}", "-1"]);
}

#[test]
fn references_are_written() {
    let (text, numbers) = ("a\"".to_owned(), [1_u8, 2]);
    assert_eq!(write(&&text).as_deref(), Some(r#""a\"""#));
    assert_eq!(write(&&&numbers).as_deref(), Some("[1,2]"));
    assert_eq!(write(&&mut [Some(&text), None]).as_deref(), Some(r#"["a\"",null]"#));
    assert_eq!(write(&[&numbers[..], &[]]).as_deref(), Some("[[1,2],[]]"));
    assert_eq!(write(&(&1.5, &&text, Box::new(&true))).as_deref(), Some(r#"[1.5,"a\"",true]"#));
}

#[test]
fn cows_own_what_they_read() {
    let text = r#""plain""#.to_owned();
    let read = read::<Cow<'static, str>>(&text).expect("a string");
    assert!(matches!(read, Cow::Owned(_)));
}
