//! Map keys: numbers and booleans in quotes, newtypes, options, unit variants; and what cannot be a key.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Debug;

use fastjson::codecs::{DecodeKeyAs, EncodeKeyAs, Serde};
use fastjson::{Cursor, DecodeKey, EncodeKey, Result, Writer};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::via::{Via, read, round_trips, write};

const NAMES: [&str; 44] = [
    "",
    "a",
    "A",
    "0",
    "1",
    "-1",
    "01",
    "+1",
    " 1",
    "1 ",
    "1.0",
    "1.5",
    "-1.5",
    "1e2",
    "255",
    "256",
    "-129",
    "65536",
    "18446744073709551616",
    "true",
    "false",
    "True",
    "true ",
    "tru",
    "null",
    "é",
    "\\u0041",
    "\\u0031",
    "\\n",
    "\\x",
    "\\ud800",
    "-",
    "1.",
    "NaN",
    "1e400",
    "340282366920938463463374607431768211456",
    "-170141183460469231731687303715884105728",
    "0.1",
    "16777217.5",
    "-0.0",
    "Unit",
    "Newtype",
    "ab",
    "\\\"",
];

#[derive(Serialize, Deserialize, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Newtype(i16);

#[derive(Serialize, Deserialize, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    A,
    Unit,
    Newtype(u8),
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(transparent)]
struct Float(f64);

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Single(f32);

macro_rules! ordered {
    ($($name:ident)*) => {$(
        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                self.0.total_cmp(&other.0)
            }
        }
    )*};
}

ordered! { Float Single }

#[track_caller]
fn keys<K: Serialize + DeserializeOwned + Ord + Debug>(keys: impl IntoIterator<Item = K>) {
    for key in keys {
        round_trips([BTreeMap::from([(key, 1_u8)])]);
    }
    for name in NAMES {
        // serde_json 1.0.154 cuts a character in two here, and panics or worse.
        if !name.starts_with(|c: char| c.is_ascii() && c != '\\')
            && std::any::type_name::<K>() == "bool"
        {
            let text = format!("{{\"{name}\":1}}");
            assert!(fastjson::from_str::<Via<BTreeMap<K, u8>>>(&text).is_err());
            continue;
        }
        read::<BTreeMap<K, u8>>(&format!("{{\"{name}\":1}}"));
        read::<BTreeMap<K, u8>>(&format!("{{\"{name}\" : 1 , \"{name}\" : 2}}"));
        read::<BTreeMap<K, u8>>(&format!("{{\"{name}"));
        read::<BTreeMap<K, u8>>(&format!("{{{name}:1}}"));
    }
}

#[test]
fn all_kinds() {
    keys(["".to_string(), "a\n".to_string()]);
    keys([0_u8, 255]);
    keys([-1_i32, i32::MAX]);
    keys([u64::MAX]);
    keys([u128::MAX]);
    keys([i128::MIN]);
    keys([true, false]);
    keys(['a', '"', 'é']);
    keys([Newtype(-5)]);
    keys([Name::A, Name::Unit]);
    keys([Float(1.5), Float(-0.0), Float(1e300)]);
    keys([Single(0.1)]);
    keys([Some(1_u8)]);
    keys([Some(Newtype(1))]);
    keys([std::net::Ipv4Addr::LOCALHOST]);
}

#[test]
fn what_is_no_key() {
    assert_eq!(write(&BTreeMap::from([(None::<u8>, 1)])), None);
    assert_eq!(write(&BTreeMap::from([((), 1)])), None);
    assert_eq!(write(&BTreeMap::from([(vec![1_u8], 1)])), None);
    assert_eq!(write(&BTreeMap::from([((1_u8, 2_u8), 1)])), None);
    assert_eq!(write(&BTreeMap::from([(Name::Newtype(1), 1)])), None);
    assert_eq!(write(&BTreeMap::from([(BTreeMap::from([(1_u8, 2_u8)]), 1)])), None);
    assert_eq!(write(&BTreeMap::from([(Float(f64::NAN), 1)])), None);
    assert_eq!(write(&BTreeMap::from([(Single(f32::INFINITY), 1)])), None);
    read::<BTreeMap<(), u8>>("{\"\":1}");
    read::<BTreeMap<Vec<u8>, u8>>("{\"[]\":1}");
}

/// The codec's own forms for keys.
#[test]
fn as_codec() {
    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
    struct Key(Name);

    impl EncodeKey for Key {
        fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
            Serde::encode_key_as(&self.0, w)
        }
    }

    impl<'de> DecodeKey<'de> for Key {
        fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
            Serde::decode_key_as(cur).map(Key)
        }
    }

    let map = BTreeMap::from([(Key(Name::A), 1_u8), (Key(Name::Unit), 2)]);
    let text = fastjson::to_string(&map).expect("an object");
    assert_eq!(text, r#"{"A":1,"Unit":2}"#);
    assert_eq!(fastjson::from_str::<BTreeMap<Key, u8>>(&text).expect("the same"), map);
    let err =
        fastjson::from_str::<BTreeMap<Key, u8>>(r#"{"A":1, "Uint":2}"#).expect_err("no variant");
    assert_eq!(
        err.to_string(),
        "unknown variant `Uint`; did you mean `Unit`? at line 1 column 9, $"
    );
}
