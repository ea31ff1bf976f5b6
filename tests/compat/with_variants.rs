//! `with`, `serialize_with` and `deserialize_with` on variants.

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, bends, reads, refuses, round_trips, write};

/// One number as a text.
mod text {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(n: &u8, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(n)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<u8, D::Error> {
        String::deserialize(d)?.parse().map_err(D::Error::custom)
    }
}

/// Two numbers as an object.
mod object {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Form {
        first: u8,
        #[serde(default)]
        second: u8,
    }

    pub(super) fn serialize<S: Serializer>(a: &u8, b: &u8, s: S) -> Result<S::Ok, S::Error> {
        Form { first: *a, second: *b }.serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<(u8, u8), D::Error> {
        Form::deserialize(d).map(|form| (form.first, form.second))
    }
}

/// Nothing as an object.
mod nothing {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Form {
        nothing: bool,
    }

    pub(super) fn serialize<S: Serializer>(s: S) -> Result<S::Ok, S::Error> {
        Form { nothing: true }.serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<(), D::Error> {
        Form::deserialize(d).map(|_| ())
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum External {
    Plain(u8),
    #[serde(with = "text")]
    Text(u8),
    #[serde(with = "object", rename = "pair")]
    Pair(u8, u8),
    #[serde(with = "object")]
    Fields {
        a: u8,
        b: u8,
    },
    #[serde(with = "nothing")]
    Unit,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t")]
enum Internal {
    Plain {
        a: u8,
    },
    #[serde(with = "object")]
    Fields {
        a: u8,
        b: u8,
    },
    #[serde(with = "nothing", alias = "U")]
    Unit,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Plain(u8),
    #[serde(with = "text")]
    Text(u8),
    #[serde(with = "object")]
    Pair(u8, u8),
    #[serde(with = "object")]
    Fields {
        a: u8,
        b: u8,
    },
    #[serde(with = "nothing")]
    Unit,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Untagged {
    Plain(u8),
    #[serde(with = "text")]
    Text(u8),
    #[serde(with = "nothing")]
    Unit,
    #[serde(with = "object")]
    Pair(u8, u8),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum OneWay {
    #[serde(serialize_with = "text::serialize")]
    Written(u8),
    #[serde(deserialize_with = "object::deserialize")]
    Read(u8, u8),
}

#[test]
fn both_ways() {
    round_trips([
        External::Plain(1),
        External::Text(1),
        External::Pair(1, 2),
        External::Fields { a: 1, b: 2 },
        External::Unit,
    ]);
    assert_eq!(write(&External::Unit).as_deref(), Some(r#"{"Unit":{"nothing":true}}"#));
    reads(r#"{"pair":[1]}"#, External::Pair(1, 0));
    refuses::<External>(&[
        r#""Unit""#,
        r#"{"Unit":null}"#,
        r#"{"Text":1}"#,
        r#"{"Fields":{"a":1}}"#,
    ]);
    round_trips([Internal::Plain { a: 1 }, Internal::Fields { a: 1, b: 2 }, Internal::Unit]);
    accepts::<Internal>(&[r#"{"first":1,"t":"Fields"}"#, r#"{"nothing":false,"t":"U","more":1}"#]);
    refuses::<Internal>(&[r#"{"t":"Unit"}"#, r#"{"t":"Fields","a":1,"b":2}"#, r#"["U"]"#]);
    round_trips([
        Adjacent::Plain(1),
        Adjacent::Text(1),
        Adjacent::Pair(1, 2),
        Adjacent::Fields { a: 1, b: 2 },
        Adjacent::Unit,
    ]);
    accepts::<Adjacent>(&[
        r#"{"c":"1","t":"Text"}"#,
        r#"{"c":{"first":1},"t":"Pair"}"#,
        r#"["Pair",[1]]"#,
    ]);
    // A unit variant without content is taken past its function.
    reads(r#"{"t":"Unit"}"#, Adjacent::Unit);
    refuses::<Adjacent>(&[r#"{"t":"Unit","c":null}"#, r#"{"t":"Text"}"#]);
    round_trips([Untagged::Plain(1), Untagged::Text(1), Untagged::Unit, Untagged::Pair(1, 2)]);
    reads("[1,2]", Untagged::Pair(1, 2));
    refuses::<Untagged>(&["null", r#""x""#, "{}", r#"{"second":1}"#]);
}

#[test]
fn one_way() {
    assert_eq!(write(&OneWay::Written(1)).as_deref(), Some(r#"{"Written":"1"}"#));
    assert_eq!(write(&OneWay::Read(1, 2)).as_deref(), Some(r#"{"Read":[1,2]}"#));
    reads(r#"{"Written":1}"#, OneWay::Written(1));
    reads(r#"{"Read":{"first":1,"second":2}}"#, OneWay::Read(1, 2));
    bends::<OneWay>(r#"{"Written":1}"#);
    bends::<OneWay>(r#"{"Read":{"first":1,"second":2}}"#);
}
