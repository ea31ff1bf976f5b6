//! What is left out: `skip`, `skip_serializing`, `skip_deserializing`, `skip_serializing_if`, `skip_none`, `omit_empty`.
//!
//! # `skip`, `skip_serializing`, `skip_deserializing`
//!
//! On a field: neither written nor read, or only one of them. What is not read is the field's default, or the container's: the name is then
//! unknown.
//!
//! ```
//! use fastjson::FastJson;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Session {
//!     user: String,
//!     #[fastjson(skip)]
//!     hits: u32,
//!     #[fastjson(skip_serializing)]
//!     password: String,
//!     #[fastjson(skip_deserializing, default_value = 1)]
//!     version: u32,
//! }
//!
//! let text = r#"{"user": "ada", "hits": 9, "password": "secret", "version": 9}"#;
//! let session: Session = fastjson::from_str(text)?;
//! assert_eq!((session.hits, &*session.password, session.version), (0, "secret", 1));
//! assert_eq!(fastjson::to_string(&session)?, r#"{"user":"ada","version":1}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! In an array a skipped field takes no place.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Triple(u8, #[fastjson(skip)] u8, u8);
//!
//! assert_eq!(fastjson::to_string(&Triple(1, 2, 3))?, "[1,3]");
//! assert_eq!(fastjson::from_str::<Triple>("[1, 3]")?, Triple(1, 0, 3));
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! On a variant: writing it is an error, and its name is unknown to the reader.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! enum State {
//!     On,
//!     #[fastjson(skip)]
//!     Internal,
//!     #[fastjson(skip_serializing)]
//!     Legacy,
//! }
//!
//! assert!(fastjson::to_string(&State::Internal).is_err());
//! assert!(fastjson::from_str::<State>(r#""Internal""#).is_err());
//! assert!(fastjson::to_string(&State::Legacy).is_err());
//! assert_eq!(fastjson::from_str::<State>(r#""Legacy""#)?, State::Legacy);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `skip_serializing_if`
//!
//! On a field: left out where the function says so, which is given a reference to the field. It only writes: to read what it wrote, the
//! field also needs a `default`, unless it is an `Option`. Where that is missing (here or at `omit_empty`), rustc warns at the key, of "a
//! deprecated constant", as a macro cannot warn in its own name; `#[allow(deprecated)]` on the struct or enum says that it is meant. The same
//! warning stands at a field of type `Option<()>`, whose two values are both `null`.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Item {
//!     #[fastjson(default, skip_serializing_if = "String::is_empty")]
//!     note: String,
//!     #[fastjson(default, skip_serializing_if = is_zero)]
//!     count: u32,
//!     #[fastjson(skip_serializing_if = Option::is_none)]
//!     price: Option<f64>,
//! }
//!
//! fn is_zero(count: &u32) -> bool {
//!     *count == 0
//! }
//!
//! let empty = Item { note: String::new(), count: 0, price: None };
//! assert_eq!(fastjson::to_string(&empty)?, "{}");
//! assert_eq!(fastjson::from_str::<Item>("{}")?, empty);
//! let full = Item { note: "new".into(), count: 2, price: Some(1.5) };
//! assert_eq!(fastjson::to_string(&full)?, r#"{"note":"new","count":2,"price":1.5}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `skip_none`
//!
//! On a struct or enum: every field written `Option<…>` that is `None` is left out.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(skip_none)]
//! struct User {
//!     name: Option<String>,
//!     age: Option<u8>,
//!     tags: Vec<Option<u8>>,
//! }
//!
//! let user = User { name: None, age: Some(36), tags: vec![None] };
//! assert_eq!(fastjson::to_string(&user)?, r#"{"age":36,"tags":[null]}"#);
//! assert_eq!(fastjson::from_str::<User>(&fastjson::to_string(&user)?)?, user);
//!
//! #[derive(FastJson)]
//! #[fastjson(skip_none)]
//! enum Change {
//!     Renamed { from: Option<String>, to: Option<String> },
//! }
//!
//! let change = Change::Renamed { from: None, to: Some("b".into()) };
//! assert_eq!(fastjson::to_string(&change)?, r#"{"Renamed":{"to":"b"}}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `omit_empty`
//!
//! On a field: left out where it is `None`, zero, false, or holds nothing, as Go's `omitempty` does. Which values are empty a type says by
//! [`OmitEmpty`](crate::codecs::OmitEmpty).
//!
//! ```
//! # use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Default, Debug, PartialEq)]
//! struct Invoice {
//!     id: u32,
//!     #[fastjson(omit_empty, default)]
//!     notes: Vec<String>,
//!     #[fastjson(omit_empty, default)]
//!     discount: f64,
//!     #[fastjson(omit_empty, default)]
//!     paid: bool,
//!     #[fastjson(omit_empty, default)]
//!     buyer: String,
//!     #[fastjson(omit_empty, default)]
//!     labels: BTreeMap<String, String>,
//!     #[fastjson(omit_empty)]
//!     due: Option<u64>,
//! }
//!
//! assert_eq!(fastjson::to_string(&Invoice::default())?, r#"{"id":0}"#);
//! assert_eq!(fastjson::from_str::<Invoice>(r#"{"id":0}"#)?, Invoice::default());
//! let paid = Invoice { id: 7, paid: true, ..Invoice::default() };
//! assert_eq!(fastjson::to_string(&paid)?, r#"{"id":7,"paid":true}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Mistakes
//!
//! A key that changes nothing is an error at the key, as a name of what is neither written nor read:
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! #[derive(FastJson)]
//! struct Session {
//!     #[fastjson(skip, rename = "n")] // `rename` has no effect here: the field is neither written nor read
//!     hits: u32,
//! }
//! ```
