//! Nesting: a million levels, and values that hold themselves, on a small stack and without optimization.

use std::collections::BTreeMap;
use std::thread;

use fastjson::{
    Cursor, DecodeKey, DecodeOwned, Encode, EncodeKey, Error, ErrorKind, FastJson, Writer,
};
use serde::{Deserialize, Serialize};

use crate::place;

const MILLION: usize = 1_000_000;

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Arrays(Vec<Arrays>);

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Maps(BTreeMap<String, Maps>);

/// Takes one level for `{`, and arrays as well.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
struct Next {
    k: Option<Box<Next>>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
enum Either {
    End,
    Array(Vec<Either>),
    Next { k: Box<Either> },
    Pair(u8, Box<Either>),
}

/// Holds itself without a container in between.
#[derive(Debug, FastJson)]
struct Itself(Option<Box<Itself>>);

#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
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
    let Err(err) = fastjson::from_str::<T>(text) else { panic!("a million levels are read") };
    place::check(text.as_bytes(), &err);
    err
}

/// Each type stops at the 128th level, closed or not.
#[test]
fn a_million_levels_of_a_type() {
    on_a_small_stack(|| {
        fn check<T: DecodeOwned>(open: &str, inner: &str, close: &str, offset: usize) {
            let unclosed = open.repeat(MILLION);
            let closed = format!("{unclosed}{inner}{}", close.repeat(MILLION));
            for text in [&unclosed, &closed] {
                let err = fails::<T>(text);
                assert_eq!(err.kind(), ErrorKind::RecursionLimit, "{err}");
                assert_eq!(err.offset(), offset, "{err}");
                assert!(err.is_syntax() && !err.is_eof());
            }
        }
        check::<Arrays>("[", "", "]", 127);
        check::<Vec<Arrays>>("[", "", "]", 127);
        check::<Maps>("{\"k\":", "{}", "}", 127 * 5);
        check::<Next>("{\"k\":", "null", "}", 127 * 5);
        check::<Next>("[", "null", "]", 127);
        check::<Next>("[{\"k\":", "null", "}]", 63 * 6 + 1);
        check::<Either>("{\"Next\":{\"k\":", "\"End\"", "}}", 63 * 13 + 8);
        check::<Either>("{\"Next\":[", "\"End\"", "]}", 63 * 9 + 8);
        check::<Either>("{\"Array\":[", "", "]}", 63 * 10 + 9);
        check::<Either>("{\"Pair\":[0,", "\"End\"", "]}", 63 * 11 + 8);
    });
}

/// An empty array is a level too, however quickly it is passed.
#[test]
fn the_last_level() {
    for levels in [126, 127, 128] {
        for white in ["", " ", "\n  "] {
            let text = format!("{}{white}{}", "[".repeat(levels), "]".repeat(levels));
            let theirs = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            assert_eq!(theirs, levels < 128);
            assert_eq!(fastjson::from_str::<Arrays>(&text).is_ok(), theirs, "{levels} {white:?}");
        }
    }
}

/// What is skipped may be nested as deeply as it likes, if it is JSON.
#[test]
fn a_million_levels_that_no_one_knows() {
    /// The kind and the offset of our error; serde_json refuses the text, too.
    #[track_caller]
    fn refused(text: &str) -> (ErrorKind, usize) {
        assert!(serde_json::from_str::<Known>(text).is_err());
        let err = fastjson::from_str::<Known>(text).expect_err("no JSON");
        assert!(err.path().len() < 2000, "{}", err.path());
        (err.kind(), err.offset())
    }
    on_a_small_stack(|| {
        for (open, inner, close) in [("[", "", "]"), ("{\"\":", "1", "}"), ("[{\"\":", "0", "}]")] {
            let levels = MILLION / (open.len() / 4 + 1);
            let (opens, closes) = (open.repeat(levels), close.repeat(levels));
            let whole = format!("{{\"x\":{opens}{inner}{closes},\"a\":1}}");
            assert_eq!(serde_json::from_str::<Known>(&whole).expect("JSON"), Known { a: 1 });
            assert_eq!(fastjson::from_str::<Known>(&whole).expect("JSON"), Known { a: 1 });
            let unclosed = &whole[..whole.len() - ",\"a\":1}".len() - 1];
            assert_eq!(refused(unclosed), (ErrorKind::UnexpectedEnd, unclosed.len()));
            let opened = &whole[..5 + opens.len()];
            assert_eq!(refused(opened), (ErrorKind::UnexpectedEnd, opened.len()));
            let half = &whole[..5 + opens.len() + inner.len() + closes.len() / 2];
            assert_eq!(refused(&format!("{half}>")), (ErrorKind::Syntax, half.len()));
        }
    });
}

/// The value is refused at its first byte, so that the rest does not matter.
#[test]
fn a_million_levels_of_the_wrong_type() {
    on_a_small_stack(|| {
        let text = "[".repeat(MILLION);
        assert_eq!(fails::<u8>(&text).kind(), ErrorKind::InvalidType);
        assert_eq!(fails::<String>(&text).offset(), 0);
        assert_eq!(fails::<Vec<Vec<f64>>>(&text).offset(), 2);
        assert_eq!(fails::<BTreeMap<String, u8>>(&text).offset(), 0);
        assert_eq!(fails::<(u8, u8)>(&text).offset(), 1);
    });
}

#[test]
fn what_holds_itself_ends_with_the_stack() {
    on_a_small_stack(|| {
        for text in ["1", "[", "{}", "\"\"", "true", "[null]"] {
            let err = fails::<Itself>(text);
            assert_eq!(err.kind(), ErrorKind::RecursionLimit, "{err}");
            assert_eq!(err.to_string(), "nested too deeply for the stack at line 1 column 1, $");
        }
        assert!(matches!(fastjson::from_str("null"), Ok(Itself(None))));

        let mut value = Itself(None);
        assert_eq!(fastjson::to_string(&value).expect("a text"), "null");
        for _ in 0..100_000 {
            value = Itself(Some(Box::new(value)));
        }
        let err = fastjson::to_string(&value).expect_err("it is too deep");
        assert_eq!(err.kind(), ErrorKind::RecursionLimit, "{err}");
        while let Some(inner) = value.0.take() {
            value = *inner;
        }
    });
}

/// A chain that is dropped link by link: Rust's own drop would overflow.
macro_rules! chain {
    ($levels:expr, $end:expr, |$inner:ident| $link:expr, |$outer:ident| $unlink:expr) => {{
        let mut value = $end;
        for _ in 0..$levels {
            let $inner = value;
            value = $link;
        }
        let result = fastjson::to_string(&value);
        let mut buffer = b"before".to_vec();
        let is_ok = fastjson::encode_into(&value, &mut buffer).is_ok();
        loop {
            let mut $outer = value;
            match $unlink {
                Some(inner) => value = inner,
                None => break,
            }
        }
        assert_eq!(is_ok, result.is_ok());
        assert!(is_ok || buffer == b"before");
        result
    }};
}

#[test]
fn deep_values_are_written_or_refused() {
    on_a_small_stack(|| {
        // Writing knows no levels, only the stack.
        for levels in [1, 127, 128, 200, MILLION] {
            let all = [
                chain!(levels, Arrays(vec![]), |inner| Arrays(vec![inner]), |outer| outer.0.pop()),
                chain!(
                    levels,
                    Next { k: None },
                    |inner| Next { k: Some(Box::new(inner)) },
                    |outer| { outer.k.take().map(|inner| *inner) }
                ),
                chain!(
                    levels,
                    Maps(BTreeMap::new()),
                    |inner| Maps(BTreeMap::from([("k".into(), inner)])),
                    |outer| { outer.0.pop_first().map(|(_, inner)| inner) }
                ),
                chain!(levels, Either::End, |inner| Either::Pair(1, Box::new(inner)), |outer| {
                    match &mut outer {
                        Either::Pair(_, inner) => {
                            Some(std::mem::replace(&mut **inner, Either::End))
                        }
                        _ => None,
                    }
                }),
            ];
            for result in all {
                match result {
                    Ok(text) => assert!(levels <= 200 && text.len() > levels),
                    Err(err) => {
                        assert_eq!(err.kind(), ErrorKind::RecursionLimit, "{err}");
                        assert!(levels == MILLION, "{levels} levels are too many: {err}");
                    }
                }
            }
        }
    });
}

/// A node whose decoder takes kilobytes of stack.
macro_rules! wide {
    ($($field:ident)*) => {
        #[derive(Debug, Default, PartialEq, Serialize, Deserialize, FastJson)]
        #[serde(default)]
        struct Wide {
            $(#[serde(skip_serializing_if = "String::is_empty")] $field: String,)*
            children: Vec<Wide>,
            next: Option<Box<Wide>>,
        }
    };
}

wide! {
    s0 s1 s2 s3 s4 s5 s6 s7 s8 s9 s10 s11 s12 s13 s14 s15 s16 s17 s18 s19
    s20 s21 s22 s23 s24 s25 s26 s27 s28 s29 s30 s31 s32 s33 s34 s35 s36 s37 s38 s39
}

#[test]
fn wide_structs_end_with_the_stack() {
    on_a_small_stack(|| {
        for (open, close) in [("{\"next\":", "}"), ("{\"children\":[", "]}")] {
            for levels in [1, 5, 20, 60, 126, 127, 128, 1000, 100_000] {
                let text =
                    format!("{}{{\"s39\":\"x\"}}{}", open.repeat(levels), close.repeat(levels));
                let unclosed = &text[..open.len() * levels];
                match fastjson::from_str::<Wide>(&text) {
                    Ok(value) => {
                        assert!(levels < 127);
                        assert!(
                            fastjson::to_string(&value)
                                .is_ok_and(|text| text.contains("\"s39\":\"x\""))
                        );
                    }
                    Err(err) => {
                        assert_eq!(err.kind(), ErrorKind::RecursionLimit, "{err}");
                        assert!(levels > 5, "{levels} levels are too many");
                        place::check(text.as_bytes(), &err);
                    }
                }
                fails::<Wide>(unclosed);
            }
        }
        let result = chain!(
            20_000,
            Wide::default(),
            |inner| Wide { next: Some(Box::new(inner)), ..Wide::default() },
            |outer| { outer.next.take().map(|inner| *inner) }
        );
        assert_eq!(result.expect_err("it is too deep").kind(), ErrorKind::RecursionLimit);
    });
}

/// Holds itself twice.
#[derive(Encode)]
struct Fork {
    left: &'static Fork,
    right: &'static Fork,
    both: [&'static Fork; 2],
}

static FORK: Fork = Fork { left: &FORK, right: &FORK, both: [&FORK, &FORK] };

/// An encoder goes on behind an error, but enters nothing any more: with two ways on from each level it would never end.
#[test]
fn what_holds_itself_twice_ends_with_the_stack() {
    on_a_small_stack(|| {
        let err = fastjson::to_string(&FORK).expect_err("it has no end");
        assert_eq!(err.kind(), ErrorKind::RecursionLimit, "{err}");
        let err = fastjson::to_string(&vec![&FORK; 1000]).expect_err("it has no end");
        assert_eq!(err.kind(), ErrorKind::RecursionLimit, "{err}");
    });
}

/// A key that holds itself and takes no text for it. (Of such a type the derive makes none.)
#[test]
fn endless_keys() {
    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
    struct Endless(Option<Box<Endless>>);

    impl<'de> DecodeKey<'de> for Endless {
        fn decode_key(cur: &mut Cursor<'de>) -> fastjson::Result<Self> {
            DecodeKey::decode_key(cur).map(Endless)
        }
    }

    impl EncodeKey for Endless {
        fn encode_key(&self, w: &mut Writer<'_>) -> fastjson::Result<()> {
            self.0.encode_key(w)
        }
    }

    let err = fastjson::from_str::<BTreeMap<Endless, u8>>(r#"{"a": 1}"#).expect_err("endless");
    assert_eq!(err.kind(), ErrorKind::RecursionLimit);
    let long = (0..100_000).fold(Endless(None), |inner, _| Endless(Some(Box::new(inner))));
    let map = BTreeMap::from([(long, 1)]);
    let err = fastjson::to_string(&map).expect_err("too deep");
    assert_eq!(err.kind(), ErrorKind::RecursionLimit);
    // (Dropped, it would take as much stack.)
    std::mem::forget(map);
}
