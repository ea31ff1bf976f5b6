//! Any document, whole or damaged: decoded, skipped and written as by serde_json. Texts, values and buffers end where memory does.

use std::fmt::Debug;

use fastjson::{Decode, FastJson};
use fastjson_guard::guarded;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any, prop_oneof};
use proptest::sample::select;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::check;
use crate::round_trips::{Any, anything};

/// White space, mostly none or that of a pretty document.
fn white() -> impl Strategy<Value = String> {
    prop_oneof![4 => "", 1 => " ", 1 => "\n {0,40}", 1 => "[ \t\r\n]{0,20}"]
}

fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ -!#-\\[\\]-~é€😀]{0,40}",
        1 => "\\\\[\"\\\\/bfnrt]",
        1 => "\\\\u[0-9a-fA-F]{4}",
        1 => "\\\\ud83d\\\\ude00",
    ];
    let escaped = "([ -!#-\\[\\]-~]{0,4}\\\\([\"\\\\/bfnrt]|u[0-9a-fA-F]{4})){0,30}";
    let text = prop_oneof![4 => vec(piece, 0..4).prop_map(|pieces| pieces.concat()), 1 => escaped];
    text.prop_map(|text| format!("\"{text}\""))
}

/// As it is mostly written: an array with nothing between its elements.
fn numbers() -> impl Strategy<Value = String> {
    let number = "-?(0|[1-9][0-9]{0,9})(\\.[0-9]{1,17})?|null|true|false";
    vec(number, 0..20).prop_map(|all| format!("[{}]", all.join(",")))
}

/// Any JSON document.
fn document() -> impl Strategy<Value = String> {
    let number =
        prop_oneof!["-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,2})?", "[0-9]"];
    let word = select(&["null", "true", "false", "[]", "{}"]).prop_map(str::to_owned);
    let leaf = prop_oneof![4 => number, 4 => string(), 4 => word, 1 => numbers()];
    let value = leaf.prop_recursive(6, 60, 8, |inner| {
        let spaced = move || {
            let spaced = (white(), inner.clone(), white());
            spaced.prop_map(|(a, text, b)| format!("{a}{text}{b}"))
        };
        let member = (white(), string(), white(), spaced())
            .prop_map(|(a, name, b, value)| format!("{a}{name}{b}:{value}"));
        prop_oneof![
            vec(spaced(), 1..8).prop_map(|all| format!("[{}]", all.join(","))),
            vec(member, 1..8).prop_map(|all| format!("{{{}}}", all.join(","))),
        ]
    });
    (white(), value, white()).prop_map(|(a, text, b)| format!("{a}{text}{b}"))
}

/// What happens to a text at some place.
#[derive(Clone, Debug)]
enum Damage {
    Cut,
    Change(u8),
    Insert(u8),
    Remove(usize),
    /// So many bytes stand there once more.
    Repeat(usize),
}

/// Marks that a document is made of.
const MARKS: &[u8] = b"{}[],:\"";

/// A text after up to three accidents, mostly one, and as often as not at a mark.
fn damaged(text: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        4 => select(MARKS),
        4 => select(b"\\01-.eEntfu/ \n\t\x00\x1f\x7f".as_slice()),
        1 => any::<u8>(),
    ];
    let damage = prop_oneof![
        1 => select(&[Damage::Cut]),
        4 => byte.clone().prop_map(Damage::Change),
        2 => byte.prop_map(Damage::Insert),
        1 => (1..20_usize).prop_map(Damage::Remove),
        1 => (1..20_usize).prop_map(Damage::Repeat),
    ];
    let damage = (any::<u32>(), any::<bool>(), damage);
    let damages = prop_oneof![3 => vec(damage.clone(), 1), 1 => vec(damage, 0..4)];
    (text, damages).prop_map(|(text, damages)| {
        let mut bytes = text.into_bytes();
        for (at, is_mark, damage) in damages {
            let len = bytes.len();
            let mut at = at as usize % (len + 1);
            if is_mark {
                at += bytes[at..].iter().position(|byte| MARKS.contains(byte)).unwrap_or(0);
            }
            let some = |n: usize| at..len.min(at + n);
            match damage {
                Damage::Cut => bytes.truncate(at),
                Damage::Change(byte) => bytes[some(1)].fill(byte),
                Damage::Insert(byte) => bytes.insert(at, byte),
                Damage::Remove(n) => drop(bytes.drain(some(n))),
                Damage::Repeat(n) => {
                    let again = bytes[some(n)].to_vec();
                    bytes.splice(at..at, again);
                }
            }
        }
        bytes
    })
}

/// The value that both read, if they do.
#[track_caller]
fn agree<'de, T>(bytes: &'de [u8]) -> Option<T>
where
    T: Decode<'de> + Deserialize<'de> + PartialEq + Debug,
{
    let ours = fastjson::from_slice::<T>(bytes);
    let theirs = serde_json::from_slice::<T>(bytes);
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours, theirs, "`{}`", bytes.escape_ascii());
            Some(ours)
        }
        (Err(_), Err(_)) => None,
        // Listed differences: minus zero is an integer for us, and serde_json does not look into strings that it skips.
        (Ok(_), Err(_)) if bytes.windows(2).any(|two| two == b"-0") => None,
        (Err(err), Ok(_)) if err.kind() == fastjson::ErrorKind::InvalidUtf8 => None,
        (ours, theirs) => {
            panic!("`{}`: fastjson: {ours:?}, serde_json: {theirs:?}", bytes.escape_ascii())
        }
    }
}

/// An object of which one member is known.
#[derive(Debug, PartialEq, Deserialize, FastJson)]
struct Known {
    known: Option<bool>,
}

/// A document that is skipped takes the same bytes as for serde_json, or is none for both.
fn skip(bytes: &[u8]) {
    let is_json =
        str::from_utf8(bytes).is_ok() && serde_json::from_slice::<IgnoredAny>(bytes).is_ok();
    let in_array = [b"[", bytes, b" , true]"].concat();
    let ours = fastjson::from_slice::<(Box<RawValue>, bool)>(&in_array).ok();
    let theirs = str::from_utf8(&in_array).ok();
    let theirs = theirs.and_then(|text| serde_json::from_str::<(&RawValue, bool)>(text).ok());
    let ours = ours.as_ref().map(|(raw, last)| (raw.get(), *last));
    assert_eq!(ours, theirs.map(|(raw, last)| (raw.get(), last)), "`{}`", bytes.escape_ascii());
    assert!(!is_json || ours.is_some(), "`{}`", bytes.escape_ascii());

    let in_object = [b"{\"a\":", bytes, b",\"known\":true}"].concat();
    let known = agree::<Known>(&in_object);
    assert!(!is_json || known.is_some(), "`{}`", bytes.escape_ascii());
}

#[test]
fn documents_are_read_and_written() {
    check(1000, document(), |text| {
        let text = text.into_bytes().into_boxed_slice();
        let Some(value) = agree::<Value>(&text) else { return };
        let text = fastjson::to_string(&value).expect("its text");
        assert_eq!(text, serde_json::to_string(&value).expect("its text"));
        assert_eq!(fastjson::from_str::<Value>(&text).expect("its own text"), value);
    });
}

#[test]
fn documents_are_skipped() {
    check(1000, document(), |text| {
        serde_json::from_str::<IgnoredAny>(&text).expect("a document");
        skip(text.as_bytes());
    });
}

#[test]
fn damaged_documents_are_read() {
    check(3000, damaged(document()), |bytes| {
        agree::<Value>(&bytes.into_boxed_slice());
    });
}

#[test]
fn damaged_documents_are_skipped() {
    check(3000, damaged(document()), |bytes| skip(&bytes));
}

#[test]
fn damaged_values_are_read() {
    let text = anything().prop_map(|value| serde_json::to_string(&value).expect("its text"));
    check(3000, damaged(text), |bytes| {
        agree::<Any>(&bytes.into_boxed_slice());
    });
}

/// Wherever the memory of the caller's buffer ends.
#[test]
fn values_are_written_to_buffers_of_any_size() {
    check(100, anything(), |value| {
        let value = value.clone();
        let text = serde_json::to_string(&value).expect("its text");
        // Small ones byte by byte; in large ones most places are alike.
        for capacity in (0..text.len() + 60).step_by(1 + text.len() / 200) {
            let mut buffer = guarded(|| Vec::with_capacity(capacity));
            fastjson::encode_into(&value, &mut buffer).expect("its text");
            assert_eq!(buffer, text.as_bytes());
        }
    });
}
