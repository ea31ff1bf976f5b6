//! `remote = "Self"`: a type has the derived functions, and its impls are written by hand around them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::compare::{refuses, round_trips};
use crate::{Decode, Encode, FastJson};

/// serde's trick: the derived functions under another roof, here around a check.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(remote = "Self")]
struct Even {
    n: u32,
    next: Option<Box<Even>>,
}

impl Serialize for Even {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Even {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Even, D::Error> {
        let even = Self::deserialize(deserializer)?;
        if even.n % 2 == 0 { Ok(even) } else { Err(serde::de::Error::custom("odd")) }
    }
}

impl Encode for Even {
    fn encode(&self, w: &mut fastjson::Writer<'_>) -> fastjson::Result<()> {
        Self::encode(self, w)
    }
}

impl<'de> Decode<'de> for Even {
    fn decode(cur: &mut fastjson::Cursor<'de>) -> fastjson::Result<Even> {
        let at = cur.offset();
        let even = Self::decode(cur)?;
        if even.n % 2 == 0 { Ok(even) } else { Err(cur.error_at(at, "odd")) }
    }
}

/// Its own `remote = false` takes serde's back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(remote = "Self", rename_all = "UPPERCASE")]
#[fastjson(remote = false)]
struct Plain {
    n: u32,
}

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Plain, D::Error> {
        Self::deserialize(deserializer)
    }
}

#[test]
fn the_type_itself() {
    let two = Even { n: 2, next: None };
    round_trips([two.clone(), Even { n: 4, next: Some(Box::new(two)) }]);
    refuses::<Even>(&[r#"{"n":1}"#, r#"{"n":2,"next":{"n":3}}"#]);
    round_trips([Plain { n: 1 }]);
}
