//! Values without parts: numbers of all kinds, strings, bytes, options, units.

use std::borrow::Cow;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU8;
use std::time::Duration;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::via::{read, round_trips, write};

const NUMBERS: [&str; 44] = [
    "0",
    "-0",
    "1",
    "-1",
    "127",
    "128",
    "255",
    "256",
    "-128",
    "-129",
    "65536",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "18446744073709551625",
    "99999999999999999999",
    "340282366920938463463374607431768211455",
    "340282366920938463463374607431768211456",
    "-170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105729",
    "0.0",
    "-0.0",
    "1.5",
    "1e2",
    "1E-2",
    "0.1",
    "1e400",
    "-1e400",
    "1e-400",
    "3.4028236e38",
    "16777217",
    "16777217.5",
    "01",
    "-01",
    "1.",
    ".5",
    "-",
    "+1",
    "1e",
    "NaN",
];

#[test]
fn numbers() {
    fn check<T: serde::de::DeserializeOwned + PartialEq + fmt::Debug>() {
        for number in NUMBERS {
            // `-0` is read by no unsigned type here, as in serde_json.
            read::<T>(number);
            read::<Vec<T>>(&format!("[{number}, {number} ]"));
            read::<Option<T>>(number);
        }
    }
    check::<u8>();
    check::<u16>();
    check::<u32>();
    check::<u64>();
    check::<u128>();
    check::<i8>();
    check::<i16>();
    check::<i32>();
    check::<i64>();
    check::<i128>();
    check::<f32>();
    check::<f64>();
    check::<NonZeroU8>();
    check::<String>();
    check::<bool>();
}

#[test]
fn integers_are_written() {
    round_trips([u8::MIN, u8::MAX]);
    round_trips([i64::MIN, -1, 0, i64::MAX]);
    round_trips([u64::MAX]);
    round_trips([u128::MAX, 1 << 64]);
    round_trips([i128::MIN, i128::MAX]);
    round_trips([NonZeroU8::MAX]);
}

#[test]
fn floats_are_written() {
    round_trips([0.0, -0.0, 0.1, 1e300, f64::MIN_POSITIVE, f64::MAX]);
    round_trips([0.1_f32, f32::MAX, -16777216.0]);
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(write(&value).as_deref(), Some("null"));
        assert_eq!(write(&(value as f32)).as_deref(), Some("null"));
    }
}

#[test]
fn strings() {
    round_trips(["", "plain", "é\u{1f600}", "a\"\\/\u{8}\t\n\u{c}\r\u{1}\u{7f}"].map(String::from));
    round_trips(['a', '"', 'é', '\u{0}', '\u{1f600}']);
    round_trips([Cow::<str>::Owned("x\ny".into())]);
    for text in
        ["\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"ab\"", "\"\\x\"", "\"", "\"\n\"", "\"\\u00e9\""]
    {
        read::<char>(text);
        read::<String>(text);
    }
}

#[test]
fn options_and_units() {
    round_trips([None, Some(1_u8)]);
    round_trips([None, Some("null".to_string())]);
    round_trips([vec![None, Some(()), Some(())].len()]);
    round_trips([()]);
    round_trips([true, false]);
    for text in ["nul", "nullx", "n", "none", "tru", "true1", "falsee", ""] {
        read::<Option<bool>>(text);
        read::<Vec<Option<bool>>>(&format!("[{text}]"));
        read::<()>(text);
        read::<bool>(text);
    }
}

#[test]
fn what_displays() {
    round_trips(["127.0.0.1", "::1"].map(|text| text.parse::<IpAddr>().expect("an address")));
    round_trips(["[::1]:80".parse::<SocketAddr>().expect("an address")]);
    round_trips([Duration::from_millis(1500)]);

    /// Displays itself in pieces that need escapes.
    struct Pieces;

    impl Serialize for Pieces {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(&format_args!("{}-\"{}\"\n{}\u{1}é", 1, "a\\b", ""))
        }
    }
    assert_eq!(write(&Pieces).as_deref(), Some(r#""1-\"a\\b\"\n\u0001é""#));
}

/// Bytes as serde has them, not as a sequence.
#[derive(Debug, PartialEq)]
struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BytesVisitor;

        impl<'de> Visitor<'de> for BytesVisitor {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.into()))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut seq: A,
            ) -> Result<Bytes, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = seq.next_element()? {
                    bytes.push(byte);
                }
                Ok(Bytes(bytes))
            }
        }
        deserializer.deserialize_byte_buf(BytesVisitor)
    }
}

#[test]
fn bytes() {
    round_trips([vec![], vec![0, 255], vec![1, 2, 3]].map(Bytes));
    for text in ["\"\"", "\"abc\"", "\"\\n\\u00e9\"", "[1, 256]", "null", "{}", "\"a"] {
        read::<Bytes>(text);
    }
    read::<&[u8]>("\"abc\"");
    read::<&[u8]>("[1]");
    round_trips([c"text".to_owned()]);
}
