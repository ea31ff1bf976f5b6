//! Generics: `bound`, `borrow`, `crate`, and which bounds are inferred.
//!
//! # Inferred bounds
//!
//! As in serde, each type parameter that occurs in a field which is written (read) gets the bound [`Encode`](crate::Encode)
//! ([`Decode`](crate::Decode)), in a map's key place [`EncodeKey`](crate::EncodeKey) ([`DecodeKey`](crate::DecodeKey)). Skipped fields, those
//! that a function of your own reads, and `PhantomData` ask for nothing; a `default` also asks for `Default`.
//!
//! ```
//! use fastjson::FastJson;
//! use std::collections::BTreeMap;
//! use std::marker::PhantomData;
//!
//! /// Neither written nor read.
//! struct Marker;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Page<K: Ord, T, M> {
//!     items: Vec<T>,
//!     index: BTreeMap<K, usize>,
//!     #[fastjson(default)]
//!     first: T,
//!     of: PhantomData<M>,
//! }
//!
//! let text = r#"{"items":[1,2],"index":{"a":0},"first":1,"of":null}"#;
//! let page: Page<String, u8, Marker> = fastjson::from_str(text)?;
//! assert_eq!(page.index["a"], 0);
//! assert_eq!(fastjson::to_string(&page)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! Associated types of a parameter are bounded themselves:
//!
//! ```
//! # use fastjson::FastJson;
//! trait Model {
//!     type Id;
//! }
//!
//! struct User;
//! impl Model for User {
//!     type Id = u32;
//! }
//!
//! #[derive(FastJson)]
//! struct Reference<M: Model> {
//!     id: M::Id,
//! }
//!
//! let reference: Reference<User> = fastjson::from_str(r#"{"id":7}"#)?;
//! assert_eq!(fastjson::to_string(&reference)?, r#"{"id":7}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! Recursive generic types need no help:
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Tree<T> {
//!     value: T,
//!     #[fastjson(default, skip_serializing_if = "Vec::is_empty")]
//!     children: Vec<Tree<T>>,
//! }
//!
//! let text = r#"{"value":1,"children":[{"value":2}]}"#;
//! assert_eq!(fastjson::to_string(&fastjson::from_str::<Tree<u8>>(text)?)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `bound`
//!
//! On a struct or enum: what stands in place of all inferred bounds. On a variant or field: in place of those that it asks for. `bound =
//! "…"` is for both directions, `bound(serialize = "…", deserialize = "…")` for each. The text's lifetime is called `'de`.
//!
//! ```
//! # use fastjson::{Decode, Encode, FastJson};
//! use std::fmt::Display;
//! use std::str::FromStr;
//! # use fastjson::codecs::DisplayFromStr;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(bound(serialize = "T: Display", deserialize = "T: FromStr, T::Err: Display"))]
//! struct Text<T> {
//!     #[fastjson(as = "DisplayFromStr")]
//!     value: T,
//! }
//!
//! let text: Text<char> = fastjson::from_str(r#"{"value":"x"}"#)?;
//! assert_eq!(fastjson::to_string(&text)?, r#"{"value":"x"}"#);
//!
//! /// Pairs of a value and its neighbour, whatever that is.
//! trait Neighbour {
//!     type Next;
//! }
//! impl Neighbour for u8 {
//!     type Next = u16;
//! }
//!
//! #[derive(FastJson)]
//! struct Both<T: Neighbour> {
//!     value: T,
//!     #[fastjson(bound(serialize = "T::Next: Encode", deserialize = "T::Next: Decode<'de>"))]
//!     next: Option<T::Next>,
//! }
//!
//! let both: Both<u8> = fastjson::from_str(r#"{"value":1,"next":300}"#)?;
//! assert_eq!(both.next, Some(300));
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! An empty `bound` asks for nothing:
//!
//! ```
//! # use fastjson::FastJson;
//! use std::sync::Arc;
//!
//! #[derive(FastJson)]
//! #[fastjson(bound = "")]
//! struct Handle<T> {
//!     id: u32,
//!     #[fastjson(skip)]
//!     of: Option<Arc<T>>,
//! }
//!
//! struct Opaque;
//! let handle: Handle<Opaque> = fastjson::from_str(r#"{"id": 1}"#)?;
//! assert_eq!(fastjson::to_string(&handle)?, r#"{"id":1}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Borrowing
//!
//! References and types with a lifetime borrow from the text by themselves. So do fields that are written `Cow<'a, str>` or `Cow<'a, [u8]>` with
//! a lifetime of the item, in containers too; where there is an escape they own what was read.
//!
//! ```
//! # use fastjson::FastJson;
//! use std::borrow::Cow;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Line<'a> {
//!     level: &'a str,
//!     message: Cow<'a, str>,
//!     tags: Vec<Cow<'a, str>>,
//! }
//!
//! let text = r#"{"level":"info","message":"ready","tags":["a","b\n"]}"#;
//! let line: Line = fastjson::from_str(text)?;
//! assert!(matches!(line.message, Cow::Borrowed("ready")));
//! assert!(matches!(line.tags[..], [Cow::Borrowed("a"), Cow::Owned(_)]));
//! assert_eq!(fastjson::to_string(&line)?, text);
//!
//! // An escape in a `&str` has no place to stand.
//! assert!(fastjson::from_str::<Line>(r#"{"level":"a\n","message":"","tags":[]}"#).is_err());
//!
//! /// Owned, so that it is read from any text.
//! #[derive(FastJson)]
//! struct Note {
//!     text: Cow<'static, str>,
//! }
//! let note: Note = fastjson::from_str(&String::from(r#"{"text":"a"}"#))?;
//! assert_eq!(note.text, "a");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `borrow`
//!
//! It says which lifetimes a field borrows for, where the derive cannot see it: `borrow` for all of the field's, `borrow = "'a + 'b"` for some.
//! Mostly it is there because serde needs it, and does no harm.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Name<'a>(&'a str);
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Person<'a> {
//!     #[fastjson(borrow)]
//!     name: Name<'a>,
//!     #[fastjson(borrow = "'a")]
//!     other: Option<Name<'a>>,
//! }
//!
//! let person: Person = fastjson::from_str(r#"{"name": "ada"}"#)?;
//! assert_eq!(person, Person { name: Name("ada"), other: None });
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `crate`
//!
//! Where the runtime is found, for crates that re-export it, and macros that cannot rely on its name:
//!
//! ```standalone_crate
//! mod deep {
//!     pub mod inside {
//!         pub extern crate fastjson;
//!     }
//! }
//!
//! #[derive(fastjson::FastJson)]
//! #[fastjson(crate = crate::deep::inside::fastjson)]
//! struct User {
//!     id: u32,
//! }
//!
//! # fn main() -> fastjson::Result<()> {
//! assert_eq!(fastjson::to_string(&User { id: 1 })?, r#"{"id":1}"#);
//! # Ok(())
//! # }
//! ```
//!
//! # `expecting`
//!
//! What a message says that was expected, in place of "an object", "a variant".
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug)]
//! #[fastjson(expecting = "a user as the directory has them")]
//! struct User {
//!     id: u32,
//! }
//!
//! let err = fastjson::from_str::<User>("7").unwrap_err();
//! assert_eq!(
//!     err.to_string(),
//!     "expected a user as the directory has them, found number `7` at line 1 column 1, $",
//! );
//!
//! #[derive(FastJson, Debug)]
//! #[fastjson(untagged, expecting = "a number or a name")]
//! enum Id {
//!     Number(u32),
//!     Name(String),
//! }
//!
//! let err = fastjson::from_str::<Id>("true").unwrap_err();
//! assert_eq!(err.to_string(), "expected a number or a name, found `true` at line 1 column 1, $");
//! ```
