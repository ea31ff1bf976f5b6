//! Missing fields: `default`, `default_value`, what is never missing, and `Option<Option<T>>`.
//!
//! A field that the text does not have is an error, unless its type says what that means or a key here does.
//!
//! # Types that may be absent
//!
//! A missing `Option` is `None`, and what wraps one, too: `Box`, `Rc`, `Arc`, `Cell`, and a
//! [`transparent`](super::conversions#transparent) struct. `()`, `Vec`s, maps and all else are required, as in serde.
//!
//! ```
//! use fastjson::FastJson;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(transparent)]
//! struct Nickname(Option<String>);
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct User {
//!     name: String,
//!     age: Option<u8>,
//!     boss: Option<Box<User>>,
//!     home: Box<Option<String>>,
//!     nickname: Nickname,
//! }
//!
//! let user: User = fastjson::from_str(r#"{"name": "Ada"}"#)?;
//! assert_eq!((user.age, user.boss, user.home), (None, None, Box::new(None)));
//! assert_eq!(user.nickname, Nickname(None));
//!
//! let err = fastjson::from_str::<User>(r#"{"age": 36}"#).unwrap_err();
//! assert_eq!(err.to_string(), "missing field `name` of User at line 1 column 1, $");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! A type of your own says so by [`Decode::absent`](crate::Decode::absent).
//!
//! ```
//! use fastjson::{Cursor, Decode, Result};
//!
//! #[derive(Debug, PartialEq)]
//! enum Seen {
//!     Never,
//!     At(u64),
//! }
//!
//! impl<'de> Decode<'de> for Seen {
//!     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
//!         u64::decode(cur).map(Seen::At)
//!     }
//!
//!     fn absent() -> Option<Self> {
//!         Some(Seen::Never)
//!     }
//! }
//!
//! #[derive(Decode)]
//! struct Page {
//!     seen: Seen,
//! }
//! assert_eq!(fastjson::from_str::<Page>("{}")?.seen, Seen::Never);
//! assert_eq!(fastjson::from_str::<Page>(r#"{"seen": 3}"#)?.seen, Seen::At(3));
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `default` on a field
//!
//! `default` takes the type's `Default`, `default = path` calls a function (written as a path or, as in serde, as text). `null` is no
//! missing field.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Server {
//!     host: String,
//!     #[fastjson(default = http)]
//!     port: u16,
//!     #[fastjson(default)]
//!     tags: Vec<String>,
//!     #[fastjson(default = "Vec::new")]
//!     paths: Vec<String>,
//! }
//!
//! fn http() -> u16 {
//!     80
//! }
//!
//! let server: Server = fastjson::from_str(r#"{"host": "db1"}"#)?;
//! assert_eq!(server, Server { host: "db1".into(), port: 80, tags: vec![], paths: vec![] });
//! assert!(fastjson::from_str::<Server>(r#"{"host": "db1", "tags": null}"#).is_err());
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `default_value`
//!
//! The value itself, as an expression; a string literal is converted with `.into()`. It is evaluated each time that the field is missing.
//!
//! ```
//! # use fastjson::FastJson;
//! use std::time::Duration;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Server {
//!     #[fastjson(default_value = 8080)]
//!     port: u16,
//!     #[fastjson(default_value = "eu-west")]
//!     region: String,
//!     #[fastjson(default_value = vec![1, 2])]
//!     weights: Vec<u32>,
//!     #[fastjson(default_value = Duration::from_secs(30))]
//!     timeout: Duration,
//!     #[fastjson(default_value = Some(3))]
//!     retries: Option<u8>,
//!     #[fastjson(default_value = -1)]
//!     limit: i32,
//! }
//!
//! let server: Server = fastjson::from_str("{}")?;
//! let expected = Server {
//!     port: 8080,
//!     region: "eu-west".into(),
//!     weights: vec![1, 2],
//!     timeout: Duration::from_secs(30),
//!     retries: Some(3),
//!     limit: -1,
//! };
//! assert_eq!(server, expected);
//! // `null` is no missing field.
//! assert_eq!(fastjson::from_str::<Server>(r#"{"retries": null}"#)?.retries, None);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `default` on a struct
//!
//! Missing fields are taken from one default value of the struct, made by its `Default` or by a function. A field's own default wins. It does not reach into [flattened](super::flatten) fields.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(default)]
//! struct Config {
//!     threads: usize,
//!     #[fastjson(default_value = "here")]
//!     name: String,
//!     verbose: bool,
//! }
//!
//! impl Default for Config {
//!     fn default() -> Config {
//!         Config { threads: 4, name: "unused".into(), verbose: true }
//!     }
//! }
//!
//! let config: Config = fastjson::from_str(r#"{"verbose": false}"#)?;
//! assert_eq!(config, Config { threads: 4, name: "here".into(), verbose: false });
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(default = unit)]
//! struct Scale {
//!     x: f64,
//!     y: f64,
//! }
//!
//! fn unit() -> Scale {
//!     Scale { x: 1.0, y: 1.0 }
//! }
//!
//! assert_eq!(fastjson::from_str::<Scale>(r#"{"y": 2}"#)?, Scale { x: 1.0, y: 2.0 });
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Missing, null, or there: `Option<Option<T>>`
//!
//! A field that is *written* `Option<Option<T>>` keeps the three apart, and is left out where it is `None`. It needs no key.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Patch {
//!     nickname: Option<Option<String>>,
//! }
//!
//! let unchanged = Patch { nickname: None };
//! let removed = Patch { nickname: Some(None) };
//! let changed = Patch { nickname: Some(Some("ada".into())) };
//! for (text, patch) in
//!     [("{}", unchanged), (r#"{"nickname":null}"#, removed), (r#"{"nickname":"ada"}"#, changed)]
//! {
//!     assert_eq!(fastjson::to_string(&patch)?, text);
//!     assert_eq!(fastjson::from_str::<Patch>(text)?, patch);
//! }
//! // Elsewhere the type is as in serde: `null` is `None`.
//! assert_eq!(fastjson::from_str::<Vec<Option<Option<u8>>>>("[null]")?, [None]);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Tuples
//!
//! Arrays may be short at the end, where the fields of a tuple struct have defaults. Structs with named fields are read from arrays,
//! too, as serde's are.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Version(u32, #[fastjson(default)] u32, #[fastjson(default_value = 9)] u32);
//!
//! assert_eq!(fastjson::from_str::<Version>("[1]")?, Version(1, 0, 9));
//! assert_eq!(fastjson::from_str::<Version>("[1, 2]")?, Version(1, 2, 9));
//! assert!(fastjson::from_str::<Version>("[]").is_err());
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Point {
//!     x: i32,
//!     #[fastjson(default)]
//!     y: i32,
//! }
//! assert_eq!(fastjson::from_str::<Point>("[1]")?, Point { x: 1, y: 0 });
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Mistakes
//!
//! A path of another type is rustc's error at the path; so is a value of another type at the value.
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! #[derive(FastJson)]
//! struct Server {
//!     #[fastjson(default_value = "eighty")]
//!     port: u16,
//! }
//! ```
