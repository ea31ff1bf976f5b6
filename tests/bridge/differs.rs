//! Where the bridge does otherwise than serde_json on purpose.

use std::fmt;

use fastjson::ErrorKind;
use serde::de::Visitor;
use serde::ser::SerializeSeq as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::via::Via;

/// The bytes of a string.
#[derive(Debug, PartialEq)]
struct Bytes(Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BytesVisitor;

        impl Visitor<'_> for BytesVisitor {
            type Value = Bytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.into()))
            }
        }
        deserializer.deserialize_bytes(BytesVisitor)
    }
}

/// What is no string in JSON, or has no UTF-8, gives no bytes either.
#[test]
fn bytes() {
    for text in ["\"\\ud800\"", "\"\\udc00a\"", "\"\n\"", "\"\u{1}\""] {
        assert!(serde_json::from_str::<Bytes>(text).is_ok(), "{text}");
        let err = fastjson::from_str::<Via<Bytes>>(text).expect_err(text);
        assert_eq!((err.kind(), err.offset()), (ErrorKind::Syntax, 1), "{text}");
    }
}

/// A sequence that says that it is empty, and is not, is written as it is.
#[test]
fn lengths() {
    struct Liar;

    impl Serialize for Liar {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut seq = serializer.serialize_seq(Some(0))?;
            seq.serialize_element(&1)?;
            seq.end()
        }
    }
    assert_eq!(serde_json::to_string(&Liar).expect("no JSON"), "[],1]");
    assert_eq!(fastjson::to_string(&Via(Liar)).expect("an array"), "[1]");
}

/// A `Display` impl that fails is an error; serde_json panics.
#[test]
fn displays() {
    struct Failing;

    impl fmt::Display for Failing {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("partly")?;
            Err(fmt::Error)
        }
    }

    impl Serialize for Failing {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }
    let mut buffer = b"before".to_vec();
    let err = fastjson::encode_into(&Via(Failing), &mut buffer).expect_err("it fails");
    assert_eq!((err.kind(), &*buffer), (ErrorKind::Unsupported, &b"before"[..]));
}
