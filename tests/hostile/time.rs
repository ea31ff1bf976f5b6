//! Time grows with the length of the input and no faster, whatever the input.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Duration;

use fastjson::{DecodeOwned, FastJson};

use crate::clock;

#[derive(Debug, FastJson)]
struct Known {
    #[allow(dead_code, reason = "it is read")]
    a: u8,
}

#[derive(Debug, FastJson)]
#[serde(deny_unknown_fields)]
enum Deep {
    End,
    More { next: Vec<Deep> },
}

/// How long it takes to read an input, and to show the error.
fn time<T: DecodeOwned>(bytes: &[u8], is_ok: bool) -> Duration {
    let start = clock::now();
    let result = black_box(fastjson::from_slice::<T>(black_box(bytes)));
    if let Err(err) = &result {
        black_box((err.to_string(), err.render()));
    }
    let elapsed = clock::now() - start;
    assert_eq!(result.is_ok(), is_ok, "{:?}", result.err());
    elapsed
}

/// Four times the input takes at most eight times as long, and what the caches make of it. (What is quadratic takes sixteen times
/// as long, and seconds for a megabyte.)
fn linear<T: DecodeOwned>(name: &str, is_ok: bool, make: impl Fn(usize) -> Vec<u8>) {
    const LEN: usize = 256 << 10;
    let (small, large) = (make(LEN), make(4 * LEN));
    assert!(small.len() >= LEN && large.len() > 3 * small.len());
    let mut times = Vec::new();
    // Other tests and other programs disturb: one good measurement of a few is enough.
    let is_linear = (0..5).any(|_| {
        let short = time::<T>(&small, is_ok).max(time::<T>(&small, is_ok));
        let long = time::<T>(&large, is_ok);
        times.push((short, long));
        long < short * 8 + Duration::from_millis(50)
    });
    assert!(is_linear, "{name}: {times:?}");
    assert!(times.iter().any(|(_, long)| *long < Duration::from_secs(5)), "{name}: {times:?}");
}

fn repeated(before: &str, part: &str, after: &str) -> impl Fn(usize) -> Vec<u8> {
    move |len| format!("{before}{}{after}", part.repeat(len / part.len() + 1)).into_bytes()
}

fn numbered(
    before: &str,
    part: impl Fn(usize) -> String,
    after: &str,
) -> impl Fn(usize) -> Vec<u8> {
    move |len| {
        let mut text = before.to_owned();
        for i in 0.. {
            text.push_str(&part(i));
            if text.len() >= len {
                break;
            }
        }
        (text + after).into_bytes()
    }
}

#[test]
fn strings() {
    linear::<String>("plain", true, repeated("\"", "a", "\""));
    linear::<String>("escapes", true, repeated("\"", "\\u0041\\n", "\""));
    linear::<String>("pairs", true, repeated("\"", "\\ud83d\\ude00", "\""));
    linear::<String>("not closed", false, repeated("\"", "a\\\\", ""));
    linear::<Vec<String>>("a quote each", false, repeated("[", "\"", ""));
    linear::<Vec<String>>("an escape each", true, repeated("[", "\"a\\n\",", "\"\"]"));
    linear::<char>("no char", false, repeated("\"", "é", "\""));
    linear::<Vec<char>>("chars", true, repeated("[", "\"\\n\",", "\"a\"]"));
    linear::<String>("a control at the end", false, repeated("\"", "a", "\u{1}\""));
    linear::<String>("a lone surrogate at the end", false, repeated("\"", "\\n", "\\ud800\""));
    linear::<String>("no UTF-8 at the end", false, |len| {
        [&b"\""[..], &vec![b'a'; len], b"\xff\""].concat()
    });
}

#[test]
fn numbers() {
    linear::<f64>("digits", false, repeated("", "1", ""));
    linear::<f64>("a fraction", true, repeated("0.", "1", ""));
    linear::<f64>("zeros", true, repeated("0.", "0", "1e5"));
    linear::<f64>("an exponent", false, repeated("1e", "9", ""));
    linear::<u64>("an integer", false, repeated("", "1", ""));
    linear::<u128>("a wide integer", false, repeated("", "1", ""));
    linear::<Vec<f64>>(
        "halfway",
        true,
        repeated("[", "9007199254740993.0000000000000000001,", "0]"),
    );
    linear::<Vec<u8>>("bytes", true, repeated("[", "1,", "0]"));
}

#[test]
fn structures() {
    linear::<Vec<Vec<u8>>>("empty arrays", true, repeated("[", "[],", "[]]"));
    linear::<Known>("white space", true, repeated("{\"a\":", " \n", "1}"));
    linear::<Known>("levels", true, |len| {
        format!("{{\"x\":{}{},\"a\":1}}", "[".repeat(len), "]".repeat(len)).into_bytes()
    });
    linear::<Known>("levels that are not closed", false, repeated("{\"x\":", "[", ""));
    linear::<Known>("objects that are not closed", false, repeated("{\"x\":", "{\"k\":", ""));
    linear::<Known>("many members", true, numbered("{\"a\":1", |i| format!(",\"x{i}\":{i}"), "}"));
    linear::<Known>("one member again", false, repeated("{\"a\":1", ",\"x\":1", ",\"a\":1}"));
    linear::<BTreeMap<String, u8>>("one key again", true, repeated("{", "\"a\":1,", "\"a\":2}"));
    linear::<BTreeMap<u64, u8>>(
        "many keys",
        true,
        numbered("{\"0\":1", |i| format!(",\"{i}\":1"), "}"),
    );
    linear::<Vec<Deep>>("variants", true, repeated("[", "{\"End\":null},\"End\",", "\"End\"]"));
    linear::<Vec<Deep>>("an unknown one at the end", false, repeated("[", "\"End\",", "\"Ent\"]"));
    linear::<Vec<Deep>>(
        "nested variants",
        true,
        repeated("[", "{\"More\":{\"next\":[\"End\"]}},", "\"End\"]"),
    );
    linear::<Deep>("a long name", false, repeated("{\"", "a", "\":1}"));
    linear::<Vec<u8>>("lines", false, repeated("[", "1,\n", "x]"));
    linear::<Vec<u8>>("one line", false, repeated("[", "1,", "300]"));
    linear::<u8>("text behind", false, repeated("1 ", "x", ""));
}
