//! Nesting: a million levels of text, and values that hold themselves, on a small stack and without optimization.

use std::collections::BTreeMap;
use std::thread;

use fastjson::{DecodeOwned, Error, ErrorKind};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::via::Via;

#[derive(Serialize, Deserialize, Debug)]
struct Arrays(Vec<Arrays>);

#[derive(Serialize, Deserialize, Debug)]
struct Maps(BTreeMap<String, Maps>);

#[derive(Serialize, Deserialize, Debug)]
struct Next {
    k: Option<Box<Next>>,
}

#[derive(Serialize, Deserialize, Debug)]
enum Either {
    End,
    Array(Vec<Either>),
    Next { k: Box<Either> },
    Pair(u8, Box<Either>),
}

#[derive(Serialize, Deserialize, Debug)]
#[serde(untagged)]
enum Untagged {
    End(u8),
    Array(Vec<Untagged>),
}

/// Holds itself without a container in between: no text is the end of it.
#[derive(Serialize, Deserialize, Debug)]
struct Itself(Option<Box<Itself>>);

#[derive(Deserialize, Debug)]
struct Known {
    a: u8,
}

/// Runs `test` where only 512 KiB of stack are to be had.
fn on_a_small_stack(test: fn()) {
    let thread = thread::Builder::new().stack_size(512 << 10).spawn(test).expect("a thread");
    thread.join().expect("the test passes");
}

#[track_caller]
fn fails<T: DecodeOwned>(text: &str) -> Error {
    let Err(err) = fastjson::from_str::<T>(text) else { panic!("so many levels are read") };
    err
}

#[test]
fn a_million_levels() {
    on_a_small_stack(|| {
        fn check<T: DecodeOwned>(open: &str, inner: &str, close: &str) {
            let unclosed = open.repeat(1_000_000);
            let closed = format!("{unclosed}{inner}{}", close.repeat(1_000_000));
            for text in [&unclosed, &closed] {
                let err = fails::<T>(text);
                assert_eq!(err.kind(), ErrorKind::RecursionLimit, "{err}");
            }
        }
        check::<Via<Arrays>>("[", "", "]");
        check::<Via<Maps>>("{\"k\":", "{}", "}");
        check::<Via<Next>>("{\"k\":", "null", "}");
        check::<Via<Next>>("[", "null", "]");
        check::<Via<Either>>("{\"Next\":{\"k\":", "\"End\"", "}}");
        check::<Via<Either>>("{\"Array\":[", "", "]}");
        check::<Via<Either>>("{\"Pair\":[0,", "\"End\"", "]}");
        check::<Via<Untagged>>("[", "", "]");
        check::<Via<Value>>("[", "", "]");
        check::<Via<Value>>("{\"k\":", "{}", "}");
        check::<Value>("[", "", "]");
        check::<Value>("{\"k\":", "{}", "}");
    });
}

/// The 127th level is read, the 128th is not, as in serde_json.
#[test]
fn the_limit_is_the_same() {
    for levels in [126, 127, 128] {
        let arrays = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        let maps = format!("{}{{}}{}", "{\"k\":".repeat(levels - 1), "}".repeat(levels - 1));
        for text in [arrays, maps] {
            let theirs = serde_json::from_str::<Value>(&text).is_ok();
            assert_eq!(theirs, levels < 128);
            assert_eq!(fastjson::from_str::<Value>(&text).is_ok(), theirs);
            assert_eq!(fastjson::from_str::<Via<Value>>(&text).is_ok(), theirs);
        }
    }
}

/// What the type does not know may be nested as deeply as it likes.
#[test]
fn what_is_skipped() {
    on_a_small_stack(|| {
        let n = 1_000_000;
        let text = format!("{{\"x\":{}{},\"a\":1}}", "[".repeat(n), "]".repeat(n));
        let Via(known) = fastjson::from_str::<Via<Known>>(&text).expect("an object");
        assert_eq!(known.a, 1);
        let raw = "[".repeat(n) + &"]".repeat(n);
        let value: Box<serde_json::value::RawValue> = fastjson::from_str(&raw).expect("an array");
        assert_eq!(value.get(), raw);
    });
}

/// A type that holds itself without end is an error, where serde_json overflows the stack.
#[test]
fn without_end() {
    on_a_small_stack(|| {
        assert_eq!(fails::<Via<Itself>>("1").kind(), ErrorKind::RecursionLimit);
        assert!(fastjson::from_str::<Via<Itself>>("null").expect("the end").0.0.is_none());
    });
}

/// Values deeper than the stack are errors in the other direction, too.
#[test]
fn deep_values() {
    on_a_small_stack(|| {
        let mut value = Value::Null;
        let mut next = Next { k: None };
        let mut itself = Itself(None);
        for _ in 0..2_000 {
            value = Value::Array(vec![value]);
            next = Next { k: Some(Box::new(next)) };
            itself = Itself(Some(Box::new(itself)));
        }
        let mut deep = Itself(None);
        for _ in 0..100_000 {
            deep = Itself(Some(Box::new(deep)));
        }
        let errors = [
            fastjson::to_string(&Via(&deep)).err(),
            fastjson::to_string(&Via(&next)).err(),
            fastjson::to_string(&Via(&value)).err(),
            fastjson::to_string(&value).err(),
        ];
        // How many levels fit is up to the compiler; that all are counted is not.
        assert_eq!(errors[0].as_ref().map(Error::kind), Some(ErrorKind::RecursionLimit));
        for err in errors.iter().flatten() {
            assert_eq!(err.kind(), ErrorKind::RecursionLimit);
        }
        // Its own drop would overflow.
        while let Itself(Some(inner)) = deep {
            deep = *inner;
        }
        drop((next, itself));
    });
}
