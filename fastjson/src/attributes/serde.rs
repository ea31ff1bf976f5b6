//! Coming from serde: `#[serde(…)]`, `#[fastjson(serde)]`, `ignore_serde`, and what differs.
//!
//! # Moving over
//!
//! A type that derives serde's traits becomes a fastjson type by one more word in its derive list. Its `#[serde(…)]` attributes are read, and
//! mean what they mean there. `serde_json::from_str` and its siblings have the same names here.
//!
//! ```
//! use fastjson::FastJson;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize, FastJson, Debug, PartialEq)]
//! #[serde(rename_all = "camelCase", deny_unknown_fields)]
//! struct User {
//!     user_id: u64,
//!     #[serde(default, skip_serializing_if = "Option::is_none")]
//!     nick_name: Option<String>,
//!     #[serde(flatten)]
//!     contact: Contact,
//! }
//!
//! #[derive(Serialize, Deserialize, FastJson, Debug, PartialEq)]
//! #[serde(tag = "kind", rename_all = "lowercase")]
//! enum Contact {
//!     Mail { address: String },
//!     Phone { number: u64 },
//! }
//!
//! let text = r#"{"userId":7,"kind":"phone","number":1234}"#;
//! let user: User = fastjson::from_str(text)?;
//! assert_eq!(user, User { user_id: 7, nick_name: None, contact: Contact::Phone { number: 1234 } });
//! assert_eq!(fastjson::to_string(&user)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! 1. Add `FastJson` to the derive lists (`Encode` beside `Serialize` alone, `Decode` beside `Deserialize` alone).
//! 2. Call `fastjson::from_str`, `to_string`, … where `serde_json`'s were called.
//! 3. A field whose type is another crate's and only has serde's traits is a compile error that says what to write: `#[fastjson(serde)]`, with the
//!    [feature](crate#features) `serde`.
//! 4. A function under `#[serde(with)]`, `serialize_with` or `deserialize_with` works as it is, with the feature `serde`.
//! 5. When nothing else needs serde, take its derives away and write `fastjson` for `serde` in the attributes; functions get
//!    [fastjson's signatures](super::codecs#with-serialize_with-deserialize_with).
//!
//! # serde's keys
//!
//! | key | on | in fastjson |
//! |---|---|---|
//! | `rename`, `rename_all`, `rename_all_fields` | all | the same, split forms too ([names](super::names)) |
//! | `alias` | variant, field | the same |
//! | `deny_unknown_fields` | container | the same; exact [beside `flatten`](super::flatten#deny_unknown_fields), which in serde it does not go with |
//! | `default`, `default = "path"` | container, field | the same ([missing](super::missing)) |
//! | `tag`, `content`, `untagged` | container, variant | the same, without a buffer ([enums](super::enums)) |
//! | `other` | variant | the same; it may also [hold what was there](super::enums#a-catch-all-other) |
//! | `field_identifier`, `variant_identifier` | container | the same |
//! | `transparent`, `from`, `try_from`, `into` | container | the same ([conversions](super::conversions)) |
//! | `skip`, `skip_serializing`, `skip_deserializing`, `skip_serializing_if` | variant, field | the same ([skipping](super::skipping)) |
//! | `flatten` | field | the same, without a buffer ([flatten](super::flatten)) |
//! | `with`, `serialize_with`, `deserialize_with` | variant, field | serde's functions, called [through the bridge](#functions-with-serdes-signatures) |
//! | `borrow` | variant, field | the same; `Cow` borrows [without it](super::bounds#borrowing) |
//! | `expecting` | container | the same |
//! | `bound` | all | not read, since it names serde's traits; `#[fastjson(bound = …)]` is ([bounds](super::bounds)) |
//! | `crate` | container | not read, since it is serde's path |
//! | `remote`, `getter` | container, field | the same; what is derived has [fastjson's signatures](super::remote), and is a codec as well |
//!
//! # What overrides what
//!
//! A key under `#[fastjson]` overrides not only the same key under `#[serde]` but its whole group there, for the directions that it speaks of:
//!
//! | group | keys |
//! |---|---|
//! | names | `rename`, `alias`, `rename_all`, `rename_all_fields` |
//! | representation | `tag`, `content`, `untagged`, `repr` |
//! | shape | `from`, `try_from`, `into`, `transparent` |
//! | codec | `with`, `serialize_with`, `deserialize_with`, `as`, `serde`, `string`, `non_finite` |
//! | skip | `skip`, `skip_serializing`, `skip_deserializing`, `skip_serializing_if`, `omit_empty` |
//! | default | `default`, `default_value` |
//!
//! Every other key is a group of its own.
//!
//! ```
//! use fastjson::FastJson;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize, FastJson, Debug, PartialEq)]
//! #[serde(tag = "type")]
//! #[fastjson(tag = "t", content = "c")] // in fastjson's JSON adjacently tagged
//! enum Event {
//!     Moved(u32),
//!     #[serde(rename = "gone", alias = "left")]
//!     #[fastjson(rename(serialize = "GONE"))] // what is read stays serde's
//!     Gone,
//! }
//!
//! assert_eq!(fastjson::to_string(&[Event::Moved(1), Event::Gone])?, r#"[{"t":"Moved","c":1},{"t":"GONE"}]"#);
//! assert_eq!(fastjson::from_str::<Event>(r#"{"t":"left"}"#)?, Event::Gone);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! A flag is taken back with `= false`:
//!
//! ```
//! use fastjson::FastJson;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize, FastJson, Debug, PartialEq, Default)]
//! #[serde(default, deny_unknown_fields)]
//! #[fastjson(default = false, deny_unknown_fields = false)]
//! struct Job {
//!     name: String,
//!     #[serde(skip)]
//!     #[fastjson(skip = false)]
//!     priority: u8,
//! }
//!
//! let job: Job = fastjson::from_str(r#"{"name": "a", "priority": 3, "more": true}"#)?;
//! assert_eq!(job.priority, 3);
//! assert_eq!(fastjson::to_string(&job)?, r#"{"name":"a","priority":3}"#);
//! assert!(fastjson::from_str::<Job>("{}").is_err());
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! `#[fastjson(ignore_serde)]` on the item makes fastjson read its own attributes only, on fields and variants, too:
//!
//! ```
//! use fastjson::FastJson;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize, FastJson)]
//! #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
//! #[fastjson(ignore_serde)]
//! struct Row {
//!     #[serde(rename = "pk")]
//!     id: u32,
//! }
//!
//! assert_eq!(fastjson::to_string(&Row { id: 1 })?, r#"{"id":1}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! What serde takes and ignores is ignored under `#[serde]`, and an error under `#[fastjson]`. A key that serde has and fastjson has not is an error
//! at that key, never passed over.
//!
//! # Types that only have serde's traits
//!
//! With the feature `serde`, `#[fastjson(serde)]` on a field writes and reads its type through serde's traits, straight to and from the
//! text: there is no tree in between, and errors know their place.
//!
#![cfg_attr(feature = "serde", doc = "```")]
#![cfg_attr(not(feature = "serde"), doc = "```ignore")]
//! use fastjson::FastJson;
//!
//! /// Stands for a type of another crate.
//! #[derive(serde::Serialize, serde::Deserialize, Debug, PartialEq)]
//! #[serde(tag = "unit")]
//! enum Length {
//!     Meters { value: f64 },
//!     Feet { value: f64 },
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Board {
//!     name: String,
//!     #[fastjson(serde)]
//!     length: Length,
//!     #[fastjson(serde, default)]
//!     cuts: Vec<Length>,
//! }
//!
//! let text = r#"{"name":"oak","length":{"unit":"Meters","value":2.5},"cuts":[]}"#;
//! let board: Board = fastjson::from_str(text)?;
//! assert_eq!(board.length, Length::Meters { value: 2.5 });
//! assert_eq!(fastjson::to_string(&board)?, text);
//!
//! let text = r#"{"name":"oak","length":{"unit":"Yards","value":2.5}}"#;
//! let err = fastjson::from_str::<Board>(text).unwrap_err();
//! assert_eq!(
//!     err.to_string(),
//!     "unknown variant `Yards`; known are `Meters`, `Feet` at line 1 column 32, $.length.unit",
//! );
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! On a struct or enum it serves all fields: a type that has fastjson's traits goes by these, one that has only serde's through the bridge.
//! What is flattened, and payloads beside a tag, are members of another object and have it on themselves: `#[fastjson(flatten, serde)]`.
//!
#![cfg_attr(feature = "serde", doc = "```")]
#![cfg_attr(not(feature = "serde"), doc = "```ignore")]
//! use fastjson::FastJson;
//!
//! #[derive(serde::Serialize, serde::Deserialize, Debug, PartialEq)]
//! struct Theirs(u32);
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Ours {
//!     #[fastjson(rename = "o")]
//!     ours: u8,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(serde)]
//! enum Mixed {
//!     Both { ours: Ours, theirs: Theirs, list: Vec<Theirs> },
//!     One(Theirs),
//! }
//!
//! let text = r#"[{"Both":{"ours":{"o":1},"theirs":2,"list":[3]}},{"One":4}]"#;
//! let mixed: Vec<Mixed> = fastjson::from_str(text)?;
//! assert_eq!(mixed[1], Mixed::One(Theirs(4)));
//! assert_eq!(fastjson::to_string(&mixed)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! It is decided where the item is compiled: in a generic item a type parameter counts as fastjson's, and a type over a parameter that only serde knows
//! needs the field's own `serde` and a [`bound`](super::bounds#bound).
//!
#![cfg_attr(feature = "serde", doc = "```")]
#![cfg_attr(not(feature = "serde"), doc = "```ignore")]
//! use fastjson::FastJson;
//!
//! #[derive(serde::Serialize, serde::Deserialize, Debug, PartialEq)]
//! struct Wrapped<T> {
//!     inner: T,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(bound(serialize = "T: serde::Serialize", deserialize = "T: serde::de::DeserializeOwned"))]
//! struct Holder<T> {
//!     #[fastjson(serde)]
//!     wrapped: Wrapped<T>,
//! }
//!
//! let text = r#"{"wrapped":{"inner":[1,2]}}"#;
//! let holder: Holder<Vec<u8>> = fastjson::from_str(text)?;
//! assert_eq!(fastjson::to_string(&holder)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! As a [codec](super::codecs#as) the bridge stands inside of others:
//!
#![cfg_attr(feature = "serde", doc = "```")]
#![cfg_attr(not(feature = "serde"), doc = "```ignore")]
//! use fastjson::FastJson;
//! use fastjson::codecs::{Hex, Serde};
//! use std::collections::BTreeMap;
//!
//! #[derive(serde::Serialize, serde::Deserialize, Debug, PartialEq)]
//! struct Theirs(u32);
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Table {
//!     #[fastjson(as = "BTreeMap<Hex, Serde<_>>")]
//!     rows: BTreeMap<[u8; 2], Theirs>,
//! }
//!
//! let text = r#"{"rows":{"00ff":7}}"#;
//! let table: Table = fastjson::from_str(text)?;
//! assert_eq!(table.rows[&[0, 255]], Theirs(7));
//! assert_eq!(fastjson::to_string(&table)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Functions with serde's signatures
//!
//! What `#[serde(with)]`, `serialize_with` and `deserialize_with` name is called as serde's derive calls it.
//!
#![cfg_attr(feature = "serde", doc = "```")]
#![cfg_attr(not(feature = "serde"), doc = "```ignore")]
//! use fastjson::FastJson;
//! use serde::{Deserialize, Serialize};
//!
//! mod hex {
//!     use serde::{Deserialize, Deserializer, Serializer};
//!
//!     pub fn serialize<S: Serializer>(value: &u64, serializer: S) -> Result<S::Ok, S::Error> {
//!         serializer.collect_str(&format_args!("{value:x}"))
//!     }
//!
//!     pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
//!         let text = <&str>::deserialize(deserializer)?;
//!         u64::from_str_radix(text, 16).map_err(serde::de::Error::custom)
//!     }
//! }
//!
//! #[derive(Serialize, Deserialize, FastJson, Debug, PartialEq)]
//! struct Color {
//!     #[serde(with = "hex")]
//!     rgb: u64,
//!     #[serde(default, serialize_with = "hex::serialize", deserialize_with = "hex::deserialize")]
//!     shadow: u64,
//! }
//!
//! let color: Color = fastjson::from_str(r#"{"rgb": "ff00ff"}"#)?;
//! assert_eq!(color, Color { rgb: 0xff00ff, shadow: 0 });
//! assert_eq!(fastjson::to_string(&color)?, r#"{"rgb":"ff00ff","shadow":"0"}"#);
//! let err = fastjson::from_str::<Color>(r#"{"rgb": "red"}"#).unwrap_err();
//! assert_eq!(err.to_string(), "invalid digit found in string at line 1 column 9, $.rgb");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! `#[fastjson(as = …)]` or another key of the codec group takes their place, so that fastjson need not go through the bridge where it has a codec of its own:
//!
//! ```
//! use fastjson::FastJson;
//! use fastjson::codecs::Hex;
//! use serde::Serialize;
//!
//! mod array_as_hex {
//!     # use serde::Serializer;
//!     pub fn serialize<S: Serializer>(value: &[u8; 2], serializer: S) -> Result<S::Ok, S::Error> {
//!         serializer.collect_str(&format_args!("{:02x}{:02x}", value[0], value[1]))
//!     }
//! }
//!
//! #[derive(Serialize, FastJson)]
//! struct Key {
//!     #[serde(serialize_with = "array_as_hex::serialize")]
//!     #[fastjson(as = "Hex")]
//!     id: [u8; 2],
//! }
//!
//! assert_eq!(fastjson::to_string(&Key { id: [0, 255] })?, r#"{"id":"00ff"}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # serde_json's own types
//!
//! With the feature `serde_json`, its `Value`, `Map`, `Number` and `RawValue` have fastjson's traits.
//!
#![cfg_attr(feature = "serde_json", doc = "```")]
#![cfg_attr(not(feature = "serde_json"), doc = "```ignore")]
//! use fastjson::FastJson;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Envelope {
//!     id: u32,
//!     payload: serde_json::Value,
//!     #[fastjson(flatten)]
//!     rest: serde_json::Map<String, serde_json::Value>,
//! }
//!
//! let text = r#"{"id":1,"payload":[1,{"a":null}],"more":true}"#;
//! let envelope: Envelope = fastjson::from_str(text)?;
//! assert_eq!(envelope.payload[0], 1);
//! assert_eq!(envelope.rest["more"], true);
//! assert_eq!(fastjson::to_string(&envelope)?, text);
//!
//! #[derive(FastJson)]
//! struct Open {
//!     id: u32,
//!     #[fastjson(flatten)]
//!     rest: serde_json::Value,
//! }
//!
//! let open: Open = fastjson::from_str(text)?;
//! assert_eq!(open.rest["payload"][0], 1);
//! assert_eq!(fastjson::to_string(&open)?, r#"{"id":1,"more":true,"payload":[1,{"a":null}]}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # What differs
//!
//! The JSON is serde_json's, byte for byte, and what it accepts is accepted, but for what stands in the table of
//! [differences](crate#where-fastjson-differs-from-serde_json), each with a case that the tests run. Most are things that serde refuses or loses and that work here:
//!
//! - 128-bit integers, maps with integer keys and borrowed strings inside tagged and untagged enums and beside `flatten`;
//! - `deny_unknown_fields` together with `flatten`;
//! - a field written `Option<…>` that has a function and is missing is `None`;
//! - a field written `Option<Option<…>>` keeps [missing and `null` apart](super::missing#missing-null-or-there-optionoptiont).
//!
//! Some definitions that serde lets pass do not compile here:
//!
//! - a field that is named like one of a struct flattened beside it, or a payload's field like the tag beside it, for one name would be written
//!   twice: rename or skip one of them;
//! - two flattened maps, for the same reason (serde reads each member into both);
//! - a field `Cow<'a, str>` without `borrow` borrows all the same, so that a type with such a field cannot be read from what does not stay,
//!   by `from_reader`: write `String` there, or `Cow<'static, str>`.
