//! serde's functions: under serde's derive, and called as generated code calls them.

use fastjson::__codegen_v1 as __fj;
use fastjson::{Cursor, Decode, Encode, Result, Writer};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::via::{Via, read, round_trips};

/// A module as `#[serde(with)]` takes it: an integer in hexadecimal.
mod hex {
    use super::*;

    pub(super) fn serialize<S: Serializer>(value: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{value:x}"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        u64::from_str_radix(text, 16).map_err(serde::de::Error::custom)
    }

    type Result<T, E> = std::result::Result<T, E>;
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Color {
    #[serde(with = "hex")]
    rgb: u64,
}

/// What the derive is to make of the same struct.
#[derive(Debug, PartialEq)]
struct Native(u64);

impl Encode for Native {
    fn encode(&self, __w: &mut Writer<'_>) -> Result<()> {
        __w.literal("{\"rgb\":");
        hex::serialize(&self.0, __fj::serde::serializer(__w))?;
        __w.literal("}");
        Ok(())
    }
}

impl<'de> Decode<'de> for Native {
    fn decode(__c: &mut Cursor<'de>) -> Result<Self> {
        __c.object_start()?;
        __c.string()?;
        __c.colon()?;
        let rgb =
            __fj::serde::placed(__c.offset(), hex::deserialize(__fj::serde::deserializer(__c)))?;
        __c.object_next()?;
        Ok(Native(rgb))
    }
}

#[test]
fn under_both_derives() {
    round_trips([Color { rgb: 0xff00ff }]);
    let text = fastjson::to_string(&Via(Color { rgb: 0xff00ff })).expect("an object");
    assert_eq!(text, fastjson::to_string(&Native(0xff00ff)).expect("an object"));
    assert_eq!(fastjson::from_str::<Native>(&text).expect("the same"), Native(0xff00ff));
    read::<Color>(r#"{"rgb":"xyz"}"#);
}

/// What a function says is wrong is the value that it has read.
#[test]
fn their_errors_have_places() {
    let text = r#"{"rgb": "xyz"}"#;
    for err in [
        fastjson::from_str::<Via<Color>>(text).expect_err("no number"),
        fastjson::from_str::<Native>(text).expect_err("no number"),
    ] {
        let expected = "invalid digit found in string at line 1 column 9, $.rgb";
        assert_eq!(err.to_string(), expected);
    }
}
