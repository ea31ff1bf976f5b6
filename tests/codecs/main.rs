//! The codecs: each one's text to the byte, what it reads and refuses with which words at which place, how codecs nest, and that what they
//! write into a run is no longer than they say.

use std::fmt::Debug;

use fastjson::codecs::{As, DecodeAs, EncodeAs};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

mod bytes;
mod containers;
mod derive;
mod empty;
mod floats;
mod hostile;
mod quoted;
mod rfc3339;
mod text;
mod times;

/// The text of a value, which is the same wherever it is written: alone, in a run with others, behind a sink.
#[track_caller]
fn write<A: EncodeAs<T>, T: Clone>(value: &T) -> String {
    let alone = As::<A, T>::new(value.clone());
    let text = fastjson::to_string(&alone).expect("a value of this codec");
    let mut sink = Vec::new();
    fastjson::to_writer(&mut sink, &alone).expect("a value of this codec");
    assert_eq!(String::from_utf8(sink).expect("JSON"), text);

    let pair = As::<([A; 2], A), _>::new(([value.clone(), value.clone()], value.clone()));
    let in_runs = fastjson::to_string(&pair).expect("a value of this codec");
    assert_eq!(in_runs, format!("[[{text},{text}],{text}]"));
    let options = As::<[Option<A>; 3], _>::new([Some(value.clone()), None, Some(value.clone())]);
    let in_runs = fastjson::to_string(&options).expect("a value of this codec");
    assert_eq!(in_runs, format!("[{text},null,{text}]"));
    text
}

/// The error that a value is when written.
#[track_caller]
fn write_error<A: EncodeAs<T>, T>(value: T) -> String {
    fastjson::to_string(&As::<A, T>::new(value)).expect_err("no value of this codec").to_string()
}

/// The value of a text.
#[track_caller]
fn read<'de, A: DecodeAs<'de, T>, T: Debug>(text: &'de str) -> T {
    match fastjson::from_str::<As<A, T>>(text) {
        Ok(value) => value.into_inner(),
        Err(err) => panic!("{text}: {err}"),
    }
}

/// Each text is read as the value, alone and inside of another, and no beginning of it is taken for the whole.
#[track_caller]
fn reads<A, T>(value: &T, texts: &[&str])
where
    A: for<'de> DecodeAs<'de, T>,
    T: PartialEq + Debug,
{
    for text in texts {
        assert_eq!(read::<A, T>(text), *value, "{text}");
        let first = text.as_bytes()[0];
        assert!(<A as DecodeAs<'_, T>>::FIRST.admits(first), "{text}");
        let inside = format!("[\n{text} , {text}]");
        let both = read::<Vec<A>, Vec<T>>(&inside);
        assert!(both.len() == 2 && both.iter().all(|both| both == value), "{inside}");
        for (len, _) in inside.char_indices() {
            let cut = &inside[..len];
            let err = fastjson::from_str::<As<Vec<A>, Vec<T>>>(cut).expect_err(cut);
            assert!(err.is_eof() && err.offset() <= len, "{cut:?}: {err}");
        }
    }
}

/// Each value is written as the text, which is read as the value.
#[track_caller]
fn round_trips<A, T>(values: &[(T, &str)])
where
    A: EncodeAs<T> + for<'de> DecodeAs<'de, T>,
    T: Clone + PartialEq + Debug,
{
    for (value, text) in values {
        assert_eq!(write::<A, T>(value), *text);
        reads::<A, T>(value, &[text]);
    }
}

/// The text is refused with these words, at its own place.
#[track_caller]
fn refuses<A, T>(texts: &[(&str, &str)])
where
    A: for<'de> DecodeAs<'de, T>,
    T: Debug,
{
    for (text, message) in texts {
        let inside = format!("[\n {text}]");
        let err = match fastjson::from_str::<As<Vec<A>, Vec<T>>>(&inside) {
            Ok(value) => panic!("{text} is read as {value:?}"),
            Err(err) => err,
        };
        assert_eq!(err.to_string(), format!("{message} at line 2 column 2, $[0]"), "{text}");
    }
}

/// Runs a test over so many values, the same ones each time, and shows the simplest that fails.
#[track_caller]
fn check<S: Strategy>(cases: u32, values: S, test: impl Fn(S::Value))
where
    S::Value: Debug,
{
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, rng).run(&values, |value| {
        test(value);
        Ok(())
    });
    if let Err(err) = result {
        panic!("{err}");
    }
}
