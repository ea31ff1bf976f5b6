//! `flatten`: the members of a field's value are members of the object around it.
//!
//! The field may be a struct, an enum of any representation, a map, or an `Option` or `Box` of these. No value is copied into a buffer: the
//! tables of names are chained, and what is unknown to the outer object is asked of the flattened ones.
//!
//! # A struct
//!
//! ```
//! use fastjson::FastJson;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Page {
//!     offset: u64,
//!     limit: u64,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Query {
//!     text: String,
//!     #[fastjson(flatten)]
//!     page: Page,
//!     strict: bool,
//! }
//!
//! let query = Query { text: "rust".into(), page: Page { offset: 20, limit: 10 }, strict: true };
//! let text = r#"{"text":"rust","offset":20,"limit":10,"strict":true}"#;
//! assert_eq!(fastjson::to_string(&query)?, text);
//! assert_eq!(fastjson::from_str::<Query>(text)?, query);
//!
//! let err = fastjson::from_str::<Query>(r#"{"text": "", "limit": 1, "strict": true}"#).unwrap_err();
//! assert_eq!(err.to_string(), "missing field `offset` of Page at line 1 column 1, $");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # A map
//!
//! It takes what no one else knows.
//!
//! ```
//! # use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Image<'a> {
//!     width: u32,
//!     height: u32,
//!     #[fastjson(flatten)]
//!     rest: BTreeMap<&'a str, String>,
//! }
//!
//! let text = r#"{"width":3,"height":2,"author":"ada","title":"cat"}"#;
//! let image: Image = fastjson::from_str(text)?;
//! assert_eq!(image.rest["author"], "ada");
//! assert_eq!(fastjson::to_string(&image)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! Keys may be anything that a map's keys may be; in serde they have to be strings here.
//!
//! ```
//! # use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Sparse {
//!     name: String,
//!     #[fastjson(flatten)]
//!     values: BTreeMap<u32, u128>,
//! }
//!
//! let text = r#"{"name":"a","3":1,"70":340282366920938463463374607431768211455}"#;
//! let sparse: Sparse = fastjson::from_str(text)?;
//! assert_eq!(sparse.values[&70], u128::MAX);
//! assert_eq!(fastjson::to_string(&sparse)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # An enum
//!
//! Of any representation. The member that an externally tagged one takes, and tag and content of an adjacently tagged one, are not there for
//! the fields behind it, nor for a map, also if an `Option` of it comes to nothing.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "kind", rename_all = "lowercase")]
//! enum Shape {
//!     Circle { radius: u32 },
//!     Square { side: u32 },
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Drawn {
//!     color: String,
//!     #[fastjson(flatten)]
//!     shape: Shape,
//! }
//!
//! let drawn = Drawn { color: "red".into(), shape: Shape::Circle { radius: 1 } };
//! let text = r#"{"color":"red","kind":"circle","radius":1}"#;
//! assert_eq!(fastjson::to_string(&drawn)?, text);
//! assert_eq!(fastjson::from_str::<Drawn>(text)?, drawn);
//! // In any order.
//! let text = r#"{"radius": 1, "color": "red", "kind": "circle"}"#;
//! assert_eq!(fastjson::from_str::<Drawn>(text)?, drawn);
//!
//! /// Externally tagged: one member that is called as the variant is.
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(rename_all = "lowercase")]
//! enum Size {
//!     Pixels(u32),
//!     Percent { of: u32 },
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Column {
//!     name: String,
//!     #[fastjson(flatten)]
//!     size: Size,
//! }
//!
//! let column: Column = fastjson::from_str(r#"{"percent":{"of":50},"name":"a"}"#)?;
//! assert_eq!(column, Column { name: "a".into(), size: Size::Percent { of: 50 } });
//! assert_eq!(fastjson::to_string(&column)?, r#"{"name":"a","percent":{"of":50}}"#);
//!
//! /// Untagged: the first variant whose members are there.
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(untagged)]
//! enum Contact {
//!     Mail { mail: String },
//!     Phone { phone: u64 },
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Person {
//!     name: String,
//!     #[fastjson(flatten)]
//!     contact: Contact,
//! }
//!
//! let person: Person = fastjson::from_str(r#"{"name":"Ada","phone":7}"#)?;
//! assert_eq!(person.contact, Contact::Phone { phone: 7 });
//! assert_eq!(fastjson::to_string(&person)?, r#"{"name":"Ada","phone":7}"#);
//!
//! /// Adjacently tagged.
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "op", content = "args")]
//! enum Op {
//!     Stop,
//!     Jump(u32),
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Step {
//!     line: u32,
//!     #[fastjson(flatten)]
//!     op: Op,
//! }
//!
//! let text = r#"[{"line":1,"op":"Jump","args":7},{"line":2,"op":"Stop"}]"#;
//! let steps: Vec<Step> = fastjson::from_str(text)?;
//! assert_eq!(steps, [Step { line: 1, op: Op::Jump(7) }, Step { line: 2, op: Op::Stop }]);
//! assert_eq!(fastjson::to_string(&steps)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # An `Option`
//!
//! It is `None` where what it holds cannot be read, whatever the reason, as in serde; `None` writes nothing.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Position {
//!     lat: f64,
//!     lon: f64,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Photo {
//!     name: String,
//!     #[fastjson(flatten)]
//!     position: Option<Position>,
//! }
//!
//! let photo: Photo = fastjson::from_str(r#"{"name":"a","lat":1.5,"lon":2.5}"#)?;
//! assert_eq!(photo.position, Some(Position { lat: 1.5, lon: 2.5 }));
//! assert_eq!(fastjson::to_string(&photo)?, r#"{"name":"a","lat":1.5,"lon":2.5}"#);
//! for text in [r#"{"name":"a"}"#, r#"{"name":"a","lat":1.5}"#, r#"{"name":"a","lat":1.5,"lon":true}"#] {
//!     assert_eq!(fastjson::from_str::<Photo>(text)?.position, None);
//! }
//! assert_eq!(fastjson::to_string(&Photo { name: "a".into(), position: None })?, r#"{"name":"a"}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # In each other, and in variants
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Stamp {
//!     at: u64,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Meta {
//!     by: String,
//!     #[fastjson(flatten)]
//!     stamp: Box<Stamp>,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "event")]
//! enum Event {
//!     Moved {
//!         to: u32,
//!         #[fastjson(flatten)]
//!         meta: Meta,
//!     },
//! }
//!
//! let text = r#"{"event":"Moved","to":3,"by":"ada","at":99}"#;
//! let event: Event = fastjson::from_str(text)?;
//! let meta = Meta { by: "ada".into(), stamp: Box::new(Stamp { at: 99 }) };
//! assert_eq!(event, Event::Moved { to: 3, meta });
//! assert_eq!(fastjson::to_string(&event)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `deny_unknown_fields`
//!
//! With flattened structs it is exact: an error is a name that none of them knows, also two levels deep.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug)]
//! struct Page {
//!     offset: u64,
//!     limit: u64,
//! }
//!
//! #[derive(FastJson, Debug)]
//! struct Shown {
//!     #[fastjson(flatten)]
//!     page: Page,
//! }
//!
//! #[derive(FastJson, Debug)]
//! #[fastjson(deny_unknown_fields)]
//! struct Query {
//!     text: String,
//!     #[fastjson(flatten)]
//!     shown: Shown,
//! }
//!
//! assert!(fastjson::from_str::<Query>(r#"{"text": "a", "offset": 0, "limit": 1}"#).is_ok());
//! let text = r#"{"text": "a", "ofset": 0, "offset": 0, "limit": 1}"#;
//! let err = fastjson::from_str::<Query>(text).unwrap_err();
//! assert_eq!(
//!     err.to_string(),
//!     "unknown field `ofset` of Query; did you mean `offset`? at line 1 column 15, $",
//! );
//! ```
//!
//! # In another form
//!
//! A [codec or functions](super::codecs) may read and write the field, among them the [bridge](super::serde) to types that only have serde's traits; their
//! names are not known beforehand, so that the members are read once more.
//!
//! ```
//! # use fastjson::FastJson;
//! use fastjson::codecs::Hex;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Blobs {
//!     count: u32,
//!     #[fastjson(flatten, as = "BTreeMap<_, Hex>")]
//!     blobs: BTreeMap<String, Vec<u8>>,
//! }
//!
//! let text = r#"{"count":2,"a":"00ff","b":""}"#;
//! let blobs: Blobs = fastjson::from_str(text)?;
//! assert_eq!(blobs.blobs["a"], [0, 255]);
//! assert_eq!(fastjson::to_string(&blobs)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Defaults
//!
//! A container's `default` does not reach flattened fields, as in serde: their own defaults count.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, Default, PartialEq)]
//! struct Limits {
//!     #[fastjson(default_value = 10)]
//!     limit: u32,
//! }
//!
//! #[derive(FastJson, Debug, Default, PartialEq)]
//! #[fastjson(default)]
//! struct Query {
//!     text: String,
//!     #[fastjson(flatten)]
//!     limits: Limits,
//! }
//!
//! assert_eq!(fastjson::from_str::<Query>("{}")?.limits, Limits { limit: 10 });
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Mistakes
//!
//! A field whose type has no members is an error at compile time, at the type.
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! #[derive(FastJson)]
//! struct Query {
//!     #[fastjson(flatten)]
//!     tags: Vec<String>,
//! }
//! ```
//!
//! A map that holds its own struct is written out where it is flattened, for under another name (`type Children = BTreeMap<String, Node>`)
//! the derive cannot see that it does, and rustc finds a circle:
//!
//! ```
//! # use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Node {
//!     id: u32,
//!     #[fastjson(flatten)]
//!     children: BTreeMap<String, Node>,
//! }
//!
//! let tree: Node = fastjson::from_str(r#"{"id": 1, "left": {"id": 2}}"#)?;
//! assert_eq!(tree.children["left"], Node { id: 2, children: BTreeMap::new() });
//! # Ok::<(), fastjson::Error>(())
//! ```
