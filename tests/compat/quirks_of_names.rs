//! More of what only serde_json is asked: numbers for names in the buffer, `other`, codecs of options.

use serde::{Deserialize, Serialize};

use crate::quirks::quirks;
use crate::{Decode, FastJson};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Buffered<T> {
    Only(T),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Flat<T> {
    #[serde(flatten)]
    flat: T,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t")]
enum Internal {
    A,
    #[serde(other)]
    Other,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    A,
    #[serde(other)]
    Other,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum External {
    A,
    B(u8),
    #[serde(other)]
    Other,
}

#[test]
fn other() {
    quirks! {
        Internal: r#"{"t":7}"# => "error";
        Buffered<Internal>: r#"{"t":0}"# => r#"{"t":"A"}"#;
        Buffered<Internal>: r#"{"t":7}"# => r#"{"t":"Other"}"#;
        Buffered<Internal>: "[7]" => r#"{"t":"Other"}"#;
        Buffered<Internal>: r#"{"t":-1}"# => "error";
        Buffered<Internal>: r#"{"t":1.5}"# => "error";
        Buffered<Internal>: r#"{"t":true}"# => "error";
        Flat<Option<Internal>>: r#"{"t":7}"# => r#"{"t":"Other"}"#;
        Buffered<Adjacent>: r#"{"t":7}"# => "error";
        Buffered<Adjacent>: "[0,null]" => r#"{"t":"A"}"#;
        Buffered<Adjacent>: "[7,null]" => r#"{"t":"Other"}"#;
        Buffered<Adjacent>: r#"{"t":{"more":null}}"# => r#"{"t":"Other"}"#;
        Buffered<External>: "7" => "error";
        Buffered<External>: r#""more""# => r#""Other""#;
        Buffered<External>: r#"{"more":null}"# => r#""Other""#;
        // A flattened external enum knows its variants by their names only.
        Flat<External>: r#"{"more":null}"# => "error";
        Flat<External>: r#"{"Other":null}"# => r#"{"Other":null}"#;
        Flat<External>: r#"{"more":null,"A":null}"# => r#"{"A":null}"#;
    }
}

#[test]
fn identifiers() {
    #[derive(Debug, Clone, PartialEq, Deserialize, Decode)]
    #[serde(field_identifier)]
    enum Closed {
        A,
        B,
    }

    #[derive(Debug, Clone, PartialEq, Deserialize, Decode)]
    #[serde(variant_identifier)]
    enum Variant {
        A,
        B,
    }

    fn read<'de, T: Deserialize<'de>>(input: &'de str) -> Option<T> {
        serde_json::from_str(input).ok()
    }

    assert_eq!(read::<Closed>("0"), None);
    assert_eq!(read("0"), Some(Buffered::Only(Closed::A)));
    assert_eq!(read("1"), Some(Buffered::Only(Closed::B)));
    assert_eq!(read::<Buffered<Closed>>("2"), None);
    assert_eq!(read::<Variant>("0"), None);
    assert_eq!(read("0"), Some(Buffered::Only(Variant::A)));
    assert_eq!(read("1"), Some(Buffered::Only(Variant::B)));
    assert_eq!(read::<Buffered<Variant>>("2"), None);
}

/// A missing option is an error where it has a codec.
#[test]
fn missing_options() {
    fn option<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<u8>, D::Error> {
        Option::deserialize(d)
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Plain {
        #[serde(deserialize_with = "option")]
        a: Option<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t")]
    enum Variant {
        A {
            #[serde(deserialize_with = "option")]
            a: Option<u8>,
        },
    }

    quirks! {
        Plain: "{}" => "error";
        Plain: r#"{"a":null}"# => r#"{"a":null}"#;
        Variant: r#"{"t":"A"}"# => "error";
        Variant: r#"{"a":null,"t":"A"}"# => r#"{"t":"A","a":null}"#;
    }
}
