//! Types of other crates: `remote` and `getter`.
//!
//! No impl can be written here for a type of another crate. What can be written is a *definition* of it, a type of the same shape, with the
//! tags that say what its JSON is. (Where the other type has serde's traits, it needs none: [`#[fastjson(serde)]`](super::serde).)
//!
//! # `remote`
//!
//! `remote` names the other type. The definition gets no impls of its own but two functions, which are seen where it is, and speak of the other
//! type: `encode(&Other, &mut Writer) -> Result<()>` and `decode(&mut Cursor) -> Result<Other>`. So it can stand behind `with`; and it is a
//! [codec](super::codecs) of the other type, which `as` puts inside of containers:
//!
//! ```
//! use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! mod other {
//! #   #[derive(Debug, PartialEq)]
//!     pub struct Size {
//!         pub width: u32,
//!         pub height: u32,
//!         pub dpi: Option<u16>,
//!     }
//! #   #[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
//!     pub enum Side {
//!         Front,
//!         Back,
//!     }
//! }
//!
//! #[derive(FastJson)]
//! #[fastjson(remote = "other::Size")]
//! struct Size {
//!     #[fastjson(rename = "w")]
//!     width: u32,
//!     #[fastjson(rename = "h")]
//!     height: u32,
//!     #[fastjson(skip_serializing_if = "Option::is_none")]
//!     dpi: Option<u16>,
//! }
//!
//! #[derive(FastJson)]
//! #[fastjson(remote = "other::Side", rename_all = "lowercase")]
//! enum Side {
//!     Front,
//!     Back,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Sheet {
//!     #[fastjson(with = "Size", flatten)]
//!     size: other::Size,
//!     #[fastjson(as = "Vec<Size>")]
//!     stamps: Vec<other::Size>,
//!     #[fastjson(as = "BTreeMap<Side, _>")]
//!     text: BTreeMap<other::Side, String>,
//! }
//!
//! let text = r#"{"w":210,"h":297,"stamps":[{"w":20,"h":10,"dpi":300}],"text":{"back":"no."}}"#;
//! let sheet: Sheet = fastjson::from_str(text)?;
//! assert_eq!((sheet.size.height, sheet.stamps[0].dpi), (297, Some(300)));
//! assert_eq!(fastjson::to_string(&sheet)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! All other attributes mean what they mean elsewhere; only [`from` and `into`](super::conversions) have no place in a definition. A container's `default` is the
//! other type's.
//!
//! Fields are read from the other type, and it is made of them, so each must have the type that the definition gives it, and no variant may be
//! missing. Where the other enum is `#[non_exhaustive]`, write the same on the definition: to write a variant that it does not have is an error then.
//!
//! The other type has the parameters of the definition, unless its own are written:
//!
//! ```
//! # use fastjson::FastJson;
//! # mod other { pub struct Page<T> { pub items: Vec<T>, pub next: Option<u32> } }
//! #[derive(FastJson)]
//! #[fastjson(remote = "other::Page")] // of `other::Page<T>`
//! struct Page<T> {
//!     items: Vec<T>,
//!     next: Option<u32>,
//! }
//!
//! #[derive(FastJson)]
//! #[fastjson(remote = "other::Page<u8>")]
//! struct Bytes {
//!     #[fastjson(as = "fastjson::codecs::Hex")]
//!     items: Vec<u8>,
//!     #[fastjson(skip)]
//!     next: Option<u32>,
//! }
//!
//! #[derive(FastJson)]
//! struct Answer {
//!     #[fastjson(with = "Page")]
//!     names: other::Page<String>,
//!     #[fastjson(with = "Bytes")]
//!     hash: other::Page<u8>,
//! }
//!
//! let text = r#"{"names":{"items":["a"],"next":2},"hash":{"items":"0aff"}}"#;
//! let answer: Answer = fastjson::from_str(text)?;
//! assert_eq!(answer.hash.items, [10, 255]);
//! assert_eq!(fastjson::to_string(&answer)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `getter`
//!
//! A field that cannot be seen is given by a function that takes a reference to the value and returns the field, or a reference to it. As soon as
//! there is one, a value cannot be made of its fields any more: what is read is the definition, which [`From`] converts.
//!
//! ```
//! # use fastjson::FastJson;
//! use std::time::Duration;
//!
//! #[derive(FastJson)]
//! #[fastjson(remote = "Duration")]
//! struct SecondsAndNanos {
//!     #[fastjson(getter = "Duration::as_secs")]
//!     secs: u64,
//!     #[fastjson(getter = "Duration::subsec_nanos", default, omit_empty)]
//!     nanos: u32,
//! }
//!
//! impl From<SecondsAndNanos> for Duration {
//!     fn from(SecondsAndNanos { secs, nanos }: SecondsAndNanos) -> Duration {
//!         Duration::new(secs, nanos)
//!     }
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Job {
//!     #[fastjson(with = "SecondsAndNanos")]
//!     limit: Duration,
//!     #[fastjson(as = "Option<SecondsAndNanos>")]
//!     took: Option<Duration>,
//! }
//!
//! let job: Job = fastjson::from_str(r#"{"limit":{"secs":2},"took":{"secs":1,"nanos":500}}"#)?;
//! assert_eq!((job.limit, job.took), (Duration::from_secs(2), Some(Duration::new(1, 500))));
//! assert_eq!(fastjson::to_string(&job)?, r#"{"limit":{"secs":2},"took":{"secs":1,"nanos":500}}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # The functions of the type itself
//!
//! With `remote = "Self"` a type is its own definition: the derive gives it the two functions, and the impls are yours, which may do more than call them.
//!
//! ```
//! use fastjson::{Cursor, Decode, Encode, FastJson, Result, Writer};
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(remote = "Self")]
//! struct Range {
//!     from: u32,
//!     to: u32,
//! }
//!
//! impl Encode for Range {
//!     fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
//!         Self::encode(self, w)
//!     }
//! }
//!
//! impl<'de> Decode<'de> for Range {
//!     fn decode(cur: &mut Cursor<'de>) -> Result<Range> {
//!         let at = cur.offset();
//!         let range = Self::decode(cur)?;
//!         if range.from <= range.to { Ok(range) } else { Err(cur.error_at(at, "the end stands before the beginning")) }
//!     }
//! }
//!
//! assert_eq!(fastjson::from_str::<Range>(r#"{"from":1,"to":2}"#)?, Range { from: 1, to: 2 });
//! let err = fastjson::from_str::<Vec<Range>>(r#"[{"from":2,"to":1}]"#).unwrap_err();
//! assert_eq!(err.to_string(), "the end stands before the beginning at line 1 column 2, $[0]");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Beside serde
//!
//! Both keys are read under `#[serde(…)]`, too, and serde's derives make functions of their own, `serialize` and `deserialize`. A field with
//! `#[serde(with = "Definition")]` goes through those, by the [bridge](super::serde#functions-with-serdes-signatures); `#[fastjson(with =
//! "Definition")]` beside it takes fastjson's. `#[fastjson(remote = false)]` takes serde's `remote` back: the item gets its impls as usual.
//!
//! # Mistakes
//!
//! A field that cannot be seen and has no getter is rustc's error at the field; a getter of another type is one at its path.
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! #[derive(FastJson)]
//! #[fastjson(remote = "std::time::Duration")]
//! struct Duration {
//!     secs: u64, // field `secs` of struct `Duration` is private
//!     #[fastjson(getter = "std::time::Duration::subsec_nanos")]
//!     nanos: u32,
//! }
//!
//! impl From<Duration> for std::time::Duration {
//!     fn from(Duration { secs, nanos }: Duration) -> std::time::Duration {
//!         std::time::Duration::new(secs, nanos)
//!     }
//! }
//! ```
//!
//! and a `getter` of the fields of nothing else than such a struct is refused:
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! #[derive(FastJson)]
//! struct User {
//!     #[fastjson(getter = "name")] // `getter` gives a field of another crate's type; write `#[fastjson(remote = "path::to::Type")]` on the struct, or drop it
//!     name: String,
//! }
//! ```
