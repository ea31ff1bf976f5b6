//! Unknown, repeated and oddly spelled names: `deny_unknown_fields`, `duplicate_fields`, `case_insensitive`.
//!
//! A member with a name that is no field is skipped over, a field that stands twice is an error, and names match exactly; the keys here say
//! otherwise. All three belong to the struct or enum; on an enum they are about the fields of its variants.
//!
//! # `deny_unknown_fields`
//!
//! An unknown name is an error that knows where it stands and which name is near.
//!
//! ```
//! use fastjson::FastJson;
//!
//! #[derive(FastJson, Debug)]
//! #[fastjson(deny_unknown_fields)]
//! struct Server {
//!     host: String,
//!     #[fastjson(default)]
//!     port: u16,
//! }
//!
//! let err = fastjson::from_str::<Server>(r#"{"host": "db1", "prot": 80}"#).unwrap_err();
//! assert_eq!(
//!     err.to_string(),
//!     "unknown field `prot` of Server; did you mean `port`? at line 1 column 17, $",
//! );
//!
//! #[derive(FastJson, Debug)]
//! #[fastjson(deny_unknown_fields, tag = "kind")]
//! enum Shape {
//!     Circle { radius: f64 },
//! }
//!
//! let text = r#"{"kind": "Circle", "radius": 1, "color": "red"}"#;
//! let err = fastjson::from_str::<Shape>(text).unwrap_err();
//! assert_eq!(
//!     err.to_string(),
//!     "unknown field `color` of Shape::Circle; known are `radius` at line 1 column 33, $",
//! );
//! ```
//!
//! Beside flattened structs it is exact: what they know is known ([flatten](super::flatten#deny_unknown_fields)).
//!
//! # `duplicate_fields`
//!
//! What a second value of a field is: `"error"` (as in serde), or the `"first"` or the `"last"` counts. What does not count must be JSON
//! and is otherwise not looked at.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug)]
//! struct Strict {
//!     x: u8,
//! }
//! #[derive(FastJson, Debug)]
//! #[fastjson(duplicate_fields = "first")]
//! struct First {
//!     x: u8,
//! }
//! #[derive(FastJson, Debug)]
//! #[fastjson(duplicate_fields = "last")]
//! struct Last {
//!     x: u8,
//! }
//!
//! let text = r#"{"x": 1, "x": 2}"#;
//! let err = fastjson::from_str::<Strict>(text).unwrap_err();
//! assert_eq!(err.to_string(), "field `x` is given twice at line 1 column 10, $");
//! assert_eq!(fastjson::from_str::<First>(text)?.x, 1);
//! assert_eq!(fastjson::from_str::<Last>(text)?.x, 2);
//! assert_eq!(fastjson::from_str::<First>(r#"{"x": 1, "x": "two"}"#)?.x, 1);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `case_insensitive`
//!
//! The names of fields, aliases included, match whatever the case of their ASCII letters. Written they are as they are.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(case_insensitive, rename_all = "camelCase")]
//! struct Header {
//!     content_type: String,
//!     #[fastjson(alias = "size")]
//!     length: u32,
//! }
//!
//! for text in [
//!     r#"{"contentType": "text", "length": 3}"#,
//!     r#"{"ContentType": "text", "LENGTH": 3}"#,
//!     r#"{"CONTENTTYPE": "text", "Size": 3}"#,
//! ] {
//!     let header: Header = fastjson::from_str(text)?;
//!     assert_eq!(fastjson::to_string(&header)?, r#"{"contentType":"text","length":3}"#);
//! }
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! The names of variants and of tags, and those of flattened types that do not say so themselves, still match exactly:
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(case_insensitive)]
//! enum Event {
//!     Moved { by: u8 },
//! }
//!
//! assert_eq!(fastjson::from_str::<Event>(r#"{"Moved": {"BY": 1}}"#)?, Event::Moved { by: 1 });
//! assert!(fastjson::from_str::<Event>(r#"{"moved": {"by": 1}}"#).is_err());
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(case_insensitive, tag = "kind")]
//! enum Change {
//!     Added { count: u8 },
//! }
//!
//! let text = r#"{"kind": "Added", "Count": 1}"#;
//! assert_eq!(fastjson::from_str::<Change>(text)?, Change::Added { count: 1 });
//! assert!(fastjson::from_str::<Change>(r#"{"Kind": "Added", "count": 1}"#).is_err());
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Size {
//!     width: u8,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(case_insensitive)]
//! struct Image {
//!     name: String,
//!     #[fastjson(flatten)]
//!     size: Size,
//! }
//!
//! assert!(fastjson::from_str::<Image>(r#"{"NAME": "a", "width": 1}"#).is_ok());
//! assert!(fastjson::from_str::<Image>(r#"{"name": "a", "WIDTH": 1}"#).is_err());
//! # Ok::<(), fastjson::Error>(())
//! ```
