//! How variants are found by their names.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, read, refuses, round_trips};

/// Variants of all lengths, alike at both ends, with aliases, escaped, and not of ASCII; alone, between others, and nearly right.
#[test]
fn variants_that_are_alike() {
    macro_rules! alike {
        ($($name:literal $variant:ident,)*) => {
            #[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, FastJson)]
            enum Alike {
                $(#[serde(rename = $name)] $variant,)*
                #[serde(alias = "a0", alias = "an alias that is longer than all of the others")]
                Aliased,
            }

            /// The same beside payloads.
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            enum Payloads {
                $(#[serde(rename = $name)] $variant(Option<u8>),)*
                Unit,
            }

            const NAMES: &[&str] = &[$($name),*];
            const ALL: &[Alike] = &[$(Alike::$variant),*];
            const PAYLOADS: &[fn(Option<u8>) -> Payloads] = &[$(Payloads::$variant),*];
        };
    }
    alike! {
        "" V0, "a" V1, "b" V2, "ab" V3, "ba" V4, "abc" V5, "cba" V6, "aaaaaaa" V7, "aaaaaab" V8, "aaaaaaaa" V9, "aaaaaaaab" V10,
        "baaaaaaaa" V11, "aaaaaaaabaaaaaaaa" V12, "aaaaaaaacaaaaaaaa" V13, "aaaaaaaabcaaaaaaaa" V14, "user_created_event" V15,
        "user_deleted_event" V16, "a name of twenty-eight bytes" V17, "a name of twenty-nine bytes!!" V18,
        "a name of as many as thirty: !" V19, "a name of as many as thirty: ?" V20, "a name of thirty-one or more ..!" V21,
        "quoted \"name\"" V22, "back\\slash" V23, "line\nbreak" V24, "\u{0}" V25, "gr\u{fc}n" V26, "\u{1f600}" V27, "/" V28, "null" V29,
    }

    round_trips(ALL.iter().copied().chain([Alike::Aliased]));
    for (i, name) in NAMES.iter().enumerate() {
        let quoted = serde_json::to_string(name).expect("a string");
        // In a text as it is, and with each character escaped.
        let escaped: String = name.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        for quoted in [quoted.clone(), format!("\"{escaped}\"")] {
            for tail in 0..40 {
                let text = format!("[{quoted}{},\"a0\"]", " ".repeat(tail));
                assert_eq!(read(&text), Some(vec![ALL[i], Alike::Aliased]), "{text}");
                let text = format!("[{{{quoted}:7}}{},\"Unit\"]", " ".repeat(tail));
                assert_eq!(read(&text), Some(vec![PAYLOADS[i](Some(7)), Payloads::Unit]), "{text}");
            }
        }
        accepts::<Vec<Alike>>(&[&format!(
            "[{quoted} , {quoted},\"an alias that is longer than all of the others\"]"
        )]);
        let cut = &quoted[..quoted.len() - 1];
        for other in [
            format!("[{cut}\u{7f}\", \"the text is no shorter\"]"),
            format!("[{cut}, \"the text is no shorter\"]"),
            format!("[\"\u{7f}{}, \"the text is no shorter\"]", &quoted[1..]),
            format!("[{cut}\n\", \"the text is no shorter\"]"),
        ] {
            refuses::<Vec<Alike>>(&[&other]);
        }
    }
    // As they come: each behind each.
    let all: Vec<Alike> = (0..ALL.len() * ALL.len()).map(|i| ALL[i * i % ALL.len()]).collect();
    let text = fastjson::to_string(&all).expect("a text");
    assert_eq!(read(&text), Some(all));
}
