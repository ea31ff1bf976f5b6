//! What both libraries make of bytes that may be anything: the same verdict, the same value.

use std::fmt::Debug;

use fastjson::{Decode, ErrorKind};
use fastjson_guard::guarded;
use serde::Deserialize;

use crate::place;

/// The value that both read, or our error, which knows its place.
#[track_caller]
pub(crate) fn judge<'de, T>(bytes: &'de [u8]) -> Result<T, fastjson::Error>
where
    T: Deserialize<'de> + Decode<'de> + PartialEq + Debug,
{
    let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(1000)]);
    let ours = guarded(|| fastjson::from_slice::<T>(bytes));
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(invalid) => {
            // serde_json does not look into strings that it skips: a listed difference.
            let err = ours.expect_err("the input is not UTF-8");
            assert_eq!(err.kind(), ErrorKind::InvalidUtf8, "{shown}");
            assert_eq!(err.offset(), invalid.valid_up_to(), "{shown}");
            place::check(bytes, &err);
            return Err(err);
        }
    };
    let by_text = fastjson::from_str::<T>(text);
    let theirs = serde_json::from_slice::<T>(bytes);
    match (ours, by_text, theirs) {
        (Ok(ours), Ok(by_text), Ok(theirs)) => {
            assert_eq!(ours, by_text, "`{shown}`: from_slice (left) and from_str differ");
            assert_eq!(ours, theirs, "`{shown}`: fastjson (left) reads another value");
            Ok(ours)
        }
        (Err(err), Err(by_text), Err(theirs)) => {
            assert_eq!(
                err.to_string(),
                by_text.to_string(),
                "from_slice (left) and from_str differ"
            );
            place::check(bytes, &err);
            // What ends too early for serde_json does so for us, if it was not wrong before. (Some numbers and keys that break
            // off are invalid to serde_json.)
            assert!(
                err.is_eof() || err.is_data() || !theirs.is_eof(),
                "`{shown}`: {err}, serde_json: {theirs}"
            );
            let rest = &text[err.offset()..];
            let is_at_end = ["null", "true", "false"].iter().any(|word| word.starts_with(rest));
            assert!(is_at_end || !err.is_eof(), "`{shown}`: {err}");
            Err(err)
        }
        // Minus zero as an integer: a listed difference.
        (Ok(ours), Ok(_), Err(_)) if text.contains("-0") => {
            let plain: &str = String::leak(text.replace("-0", "0"));
            let plain = serde_json::from_str::<T>(plain);
            assert_eq!(ours, plain.expect("only minus zero is refused"), "`{shown}`");
            Ok(ours)
        }
        (ours, _, theirs) => panic!("`{shown}`: fastjson: {ours:?}, serde_json: {theirs:?}"),
    }
}
