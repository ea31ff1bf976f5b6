//! What short texts are read as.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

/// Defines types with the traits of all libraries.
macro_rules! types {
    ($($(#[$attribute:meta])* $kind:ident $name:ident $body:tt $(;)?)*) => {$(
        #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
        $(#[$attribute])*
        pub(super) $kind $name $body
    )*};
}

types! {
    /// No member.
    struct Nothing {}

    /// One member.
    struct One { id: u64 }

    /// One member that is a text.
    struct Named { name: String }

    /// One member that may be missing.
    struct Perhaps { #[serde(skip_serializing_if = "Option::is_none")] id: Option<u64> }

    /// Two members.
    struct Pair { id: u64, name: String }

    /// Two integers.
    struct Point { x: i32, y: i32 }

    /// Two floats.
    struct Place { lat: f64, lon: f64 }

    /// Five members.
    struct Event { id: u64, kind: Kind, at: f64, user: Option<String>, done: bool }

    /// A struct in a struct.
    struct Outer { inner: One, also: Point }

    /// One that knows all its members.
    #[serde(deny_unknown_fields)]
    struct Strict { id: u64, name: String }

    /// Names that are others in JSON.
    #[serde(rename_all = "camelCase")]
    struct Renamed { first_name: String, last_name: String, is_active: bool }

    /// Parts of other structs.
    struct Flattened { id: u64, #[serde(flatten)] point: Point }

    /// Variants without content.
    #[serde(rename_all = "snake_case")]
    enum Kind { Open, Closed, InProgress }

    /// A tag outside.
    enum External { Empty, Number(u64), Text(String), Point { x: i32, y: i32 } }

    /// A tag inside.
    #[serde(tag = "type")]
    enum Internal { Empty, Point { x: i32, y: i32 }, Text { text: String } }

    /// A tag beside.
    #[serde(tag = "type", content = "data")]
    enum Adjacent { Empty, Number(u64), Point { x: i32, y: i32 } }

    /// No tag.
    #[serde(untagged)]
    enum Untagged { Number(u64), Text(String), Point { x: i32, y: i32 } }
}

/// A newtype.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(super) struct Id(u64);

/// A tuple struct.
#[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
pub(super) struct Rgb(u8, u8, u8);
