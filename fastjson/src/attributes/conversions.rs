//! Through another type: `transparent`, `from`, `try_from`, `into`.
//!
//! # `transparent`
//!
//! A struct whose one field is the JSON. Fields that are skipped, that have a default, or that are `PhantomData` do not count. The struct is
//! whatever the field is: a map key, an object that can be flattened, a value that may be absent.
//!
//! ```
//! use fastjson::FastJson;
//! use std::collections::BTreeMap;
//! use std::marker::PhantomData;
//!
//! #[derive(FastJson, Debug, PartialEq, Eq, PartialOrd, Ord)]
//! #[fastjson(transparent)]
//! struct Id<T> {
//!     number: u32,
//!     of: PhantomData<T>,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(transparent)]
//! struct Label {
//!     text: Option<String>,
//!     #[fastjson(skip)]
//!     width: u32,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Node {
//!     id: Id<Node>,
//!     label: Label,
//!     weights: BTreeMap<Id<()>, u8>,
//! }
//!
//! let node: Node = fastjson::from_str(r#"{"id":7,"weights":{"1":2}}"#)?;
//! assert_eq!((node.id.number, &node.label.text), (7, &None));
//! assert_eq!(fastjson::to_string(&node)?, r#"{"id":7,"label":null,"weights":{"1":2}}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! A tuple struct of one field needs no key: it is its field in any case.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Meters(f64);
//!
//! assert_eq!(fastjson::to_string(&Meters(1.5))?, "1.5");
//! assert_eq!(fastjson::from_str::<Meters>("1.5")?, Meters(1.5));
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `from` and `into`
//!
//! `from` reads another type and converts it by [`From`]; `into` converts a clone into another type and writes that. The types may differ.
//! They work on structs and enums alike.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq, Clone)]
//! #[fastjson(from = "[f64; 2]", into = "[f64; 2]")]
//! struct Point {
//!     x: f64,
//!     y: f64,
//! }
//!
//! impl From<[f64; 2]> for Point {
//!     fn from([x, y]: [f64; 2]) -> Point {
//!         Point { x, y }
//!     }
//! }
//!
//! impl From<Point> for [f64; 2] {
//!     fn from(Point { x, y }: Point) -> [f64; 2] {
//!         [x, y]
//!     }
//! }
//!
//! assert_eq!(fastjson::from_str::<Point>("[1, 2]")?, Point { x: 1.0, y: 2.0 });
//! assert_eq!(fastjson::to_string(&Point { x: 1.0, y: 2.5 })?, "[1.0,2.5]");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `try_from`
//!
//! As `from`, but the conversion may refuse, by [`TryFrom`]; what its error says is shown at the value.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq, Clone, Copy)]
//! #[fastjson(try_from = u16, into = u16)]
//! struct Port(u16);
//!
//! impl TryFrom<u16> for Port {
//!     type Error = &'static str;
//!
//!     fn try_from(port: u16) -> Result<Port, &'static str> {
//!         if port > 0 { Ok(Port(port)) } else { Err("a port is not 0") }
//!     }
//! }
//!
//! impl From<Port> for u16 {
//!     fn from(Port(port): Port) -> u16 {
//!         port
//!     }
//! }
//!
//! assert_eq!(fastjson::from_str::<Port>("80")?, Port(80));
//! assert_eq!(fastjson::to_string(&Port(80))?, "80");
//! let err = fastjson::from_str::<Vec<Port>>("[80, 0]").unwrap_err();
//! assert_eq!(err.to_string(), "a port is not 0 at line 1 column 6, $[1]");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! The type is a map key if the other type is one, and can be [flattened](super::flatten) if that can.
//!
//! ```
//! # use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
//! #[fastjson(from = "String", into = "String")]
//! struct Lower(String);
//!
//! impl From<String> for Lower {
//!     fn from(text: String) -> Lower {
//!         Lower(text.to_lowercase())
//!     }
//! }
//!
//! impl From<Lower> for String {
//!     fn from(Lower(text): Lower) -> String {
//!         text
//!     }
//! }
//!
//! let map: BTreeMap<Lower, u8> = fastjson::from_str(r#"{"ABC": 1}"#)?;
//! assert_eq!(fastjson::to_string(&map)?, r#"{"abc":1}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! The other type may borrow from the text:
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq, Clone)]
//! #[fastjson(try_from = "&str", into = "String")]
//! struct Version(u32, u32);
//!
//! impl TryFrom<&str> for Version {
//!     type Error = String;
//!
//!     fn try_from(text: &str) -> Result<Version, String> {
//!         let parts = text.split_once('.').and_then(|(major, minor)| {
//!             Some(Version(major.parse().ok()?, minor.parse().ok()?))
//!         });
//!         parts.ok_or_else(|| format!("{text:?} is no version"))
//!     }
//! }
//!
//! impl From<Version> for String {
//!     fn from(Version(major, minor): Version) -> String {
//!         format!("{major}.{minor}")
//!     }
//! }
//!
//! assert_eq!(fastjson::from_str::<Version>(r#""1.88""#)?, Version(1, 88));
//! assert_eq!(fastjson::to_string(&Version(1, 88))?, r#""1.88""#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Mistakes
//!
//! A missing conversion is rustc's error at the type:
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! #[derive(FastJson, Clone)]
//! #[fastjson(from = "u8", into = "u8")]
//! struct Age(u8);
//! ```
//!
//! and `transparent` wants exactly one field:
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! #[derive(FastJson)]
//! #[fastjson(transparent)] // `transparent` needs exactly one field that is not skipped; here there are `a`, `b`; skip all but one
//! struct Two {
//!     a: u8,
//!     b: u8,
//! }
//! ```
