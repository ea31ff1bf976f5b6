//! Other forms of a field: `as`, `string`, `non_finite`, `with`, `serialize_with`, `deserialize_with`, `validate`.
//!
//! A [codec](crate::codecs) writes and reads a type in another form than its own. One mechanism is under all of these keys; what a
//! field's codec is, both directions say alike, or each for itself.
//!
//! # `as`
//!
//! `as = "Codec"` names a codec, which is a type that is in scope. Codecs nest as types do, and `_` is a type's own form.
//!
//! ```
//! use fastjson::FastJson;
//! use fastjson::codecs::{Base64, Hex};
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Commit {
//!     #[fastjson(as = "Hex")]
//!     id: [u8; 4],
//!     #[fastjson(as = "Vec<Hex>")]
//!     parents: Vec<[u8; 4]>,
//!     #[fastjson(as = "Option<Base64>")]
//!     signature: Option<Vec<u8>>,
//!     #[fastjson(as = "BTreeMap<Hex, _>")]
//!     sizes: BTreeMap<Vec<u8>, u64>,
//!     #[fastjson(as = "(_, Hex)")]
//!     tag: (String, Box<[u8]>),
//! }
//!
//! let text = concat!(
//!     r#"{"id":"0a0b0c0d","parents":["00000001","00000002"],"signature":"YW55","#,
//!     r#""sizes":{"ff":3},"tag":["v1","beef"]}"#,
//! );
//! let commit: Commit = fastjson::from_str(text)?;
//! assert_eq!(commit.parents, [[0, 0, 0, 1], [0, 0, 0, 2]]);
//! assert_eq!(commit.signature.as_deref(), Some(&b"any"[..]));
//! assert_eq!(commit.sizes[&vec![0xff]], 3);
//! assert_eq!(fastjson::to_string(&commit)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! A codec without arguments may be written as a path: `as = Hex`.
//!
//! | codec | for | JSON |
//! |---|---|---|
//! | [`Hex`](crate::codecs::Hex), [`HexUpper`](crate::codecs::HexUpper) | bytes | `"0aff"`, `"0AFF"` |
//! | [`Base64`](crate::codecs::Base64), [`Base64Url`](crate::codecs::Base64Url) | bytes | `"Cv8="`, `"Cv8"` |
//! | [`DisplayFromStr`](crate::codecs::DisplayFromStr) | what has `Display` and `FromStr` | `"1.2.3"` |
//! | [`Quoted`](crate::codecs::Quoted) | numbers and booleans | `"7"` |
//! | [`OneOrMany`](crate::codecs::OneOrMany) | `Vec<T>` | `1` or `[1,2]` |
//! | [`DurationSeconds`](crate::codecs::DurationSeconds), [`DurationMillis`](crate::codecs::DurationMillis), [`DurationSecondsF64`](crate::codecs::DurationSecondsF64) | `Duration` | `90`, `90500`, `90.5` |
//! | [`TimestampSeconds`](crate::codecs::TimestampSeconds), [`TimestampMillis`](crate::codecs::TimestampMillis) | `SystemTime` | `1700000000`, `1700000000123` |
//! | [`Rfc3339`](crate::codecs::Rfc3339) | `SystemTime` | `"2024-01-02T03:04:05Z"` |
//! | [`NonFiniteNull`](crate::codecs::NonFiniteNull), [`NonFiniteError`](crate::codecs::NonFiniteError), [`NonFiniteString`](crate::codecs::NonFiniteString) | floats | `null`, an error, `"NaN"` |
//! | [`BorrowCow`](crate::codecs::BorrowCow) | `Cow<str>`, `Cow<[u8]>` | its own, borrowed |
//! | [`Presence`](crate::codecs::Presence) | `Option<Option<T>>` | missing, `null`, a value |
//! | `Serde` (feature `serde`) | what has serde's traits | serde_json's |
//! | [`Same`](crate::codecs::Same), written `_` | every type | its own |
//!
//! ```
//! # use fastjson::FastJson;
//! use fastjson::codecs::{
//!     Base64Url, DisplayFromStr, DurationMillis, DurationSeconds, DurationSecondsF64, HexUpper, OneOrMany,
//!     Quoted, Rfc3339, TimestampMillis, TimestampSeconds,
//! };
//! use std::net::Ipv4Addr;
//! use std::time::{Duration, SystemTime, UNIX_EPOCH};
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct All {
//!     #[fastjson(as = HexUpper)]
//!     mac: [u8; 2],
//!     #[fastjson(as = Base64Url)]
//!     key: Vec<u8>,
//!     #[fastjson(as = DisplayFromStr)]
//!     limit: u64,
//!     #[fastjson(as = "Vec<DisplayFromStr>")]
//!     peers: Vec<Ipv4Addr>,
//!     #[fastjson(as = "[Quoted; 2]")]
//!     flags: [bool; 2],
//!     #[fastjson(as = OneOrMany)]
//!     roles: Vec<String>,
//!     #[fastjson(as = "OneOrMany<DurationSeconds>")]
//!     waits: Vec<Duration>,
//!     #[fastjson(as = DurationMillis)]
//!     ttl: Duration,
//!     #[fastjson(as = DurationSecondsF64)]
//!     took: Duration,
//!     #[fastjson(as = TimestampSeconds)]
//!     from: SystemTime,
//!     #[fastjson(as = TimestampMillis)]
//!     to: SystemTime,
//!     #[fastjson(as = "Option<Rfc3339>")]
//!     seen: Option<SystemTime>,
//! }
//!
//! let all = All {
//!     mac: [0x0a, 0xff],
//!     key: vec![0xfb, 0xff],
//!     limit: 7,
//!     peers: vec![Ipv4Addr::LOCALHOST],
//!     flags: [true, false],
//!     roles: vec!["admin".into()],
//!     waits: vec![Duration::from_secs(1), Duration::from_secs(2)],
//!     ttl: Duration::from_millis(1500),
//!     took: Duration::from_millis(250),
//!     from: UNIX_EPOCH + Duration::from_secs(60),
//!     to: UNIX_EPOCH + Duration::from_millis(61_001),
//!     seen: Some(UNIX_EPOCH),
//! };
//! let text = concat!(
//!     r#"{"mac":"0AFF","key":"-_8","limit":"7","peers":["127.0.0.1"],"flags":["true","false"],"#,
//!     r#""roles":"admin","waits":[1,2],"ttl":1500,"took":0.25,"from":60,"to":61001,"#,
//!     r#""seen":"1970-01-01T00:00:00Z"}"#,
//! );
//! assert_eq!(fastjson::to_string(&all)?, text);
//! assert_eq!(fastjson::from_str::<All>(text)?, all);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! A codec says what a missing field is: `Option<A>` is `None`, so that `as = "Option<Hex>"` needs no `default`.
//!
//! ```
//! # use fastjson::FastJson;
//! # use fastjson::codecs::Hex;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Blob {
//!     #[fastjson(as = "Option<Hex>")]
//!     hash: Option<[u8; 2]>,
//! }
//!
//! assert_eq!(fastjson::from_str::<Blob>("{}")?.hash, None);
//! let err = fastjson::from_str::<Blob>(r#"{"hash": "0aff00"}"#).unwrap_err();
//! assert_eq!(err.to_string(), "expected 2 bytes, found 3 at line 1 column 10, $.hash");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! A codec of your own is a type that implements [`EncodeAs`](crate::codecs::EncodeAs) and [`DecodeAs`](crate::codecs::DecodeAs):
//!
//! ```
//! # use fastjson::FastJson;
//! use fastjson::codecs::{DecodeAs, EncodeAs};
//! use fastjson::{Cursor, Decode, Encode, Result, Writer};
//!
//! /// A price in cents as a number of whole units.
//! enum Units {}
//!
//! impl EncodeAs<u64> for Units {
//!     fn encode_as(cents: &u64, w: &mut Writer<'_>) -> Result<()> {
//!         (*cents as f64 / 100.0).encode(w)
//!     }
//! }
//!
//! impl<'de> DecodeAs<'de, u64> for Units {
//!     fn decode_as(cur: &mut Cursor<'de>) -> Result<u64> {
//!         Ok((f64::decode(cur)? * 100.0).round() as u64)
//!     }
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Product {
//!     #[fastjson(as = "Units")]
//!     price: u64,
//!     #[fastjson(as = "Vec<Units>")]
//!     before: Vec<u64>,
//! }
//!
//! let product = Product { price: 1999, before: vec![2499] };
//! assert_eq!(fastjson::to_string(&product)?, r#"{"price":19.99,"before":[24.99]}"#);
//! assert_eq!(fastjson::from_str::<Product>(&fastjson::to_string(&product)?)?, product);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `string`
//!
//! A number or boolean is written as a string and read from either, as Go's `,string`. It reaches into `Option`s, arrays and other
//! containers, of maps into the values.
//!
//! ```
//! # use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Account {
//!     #[fastjson(string)]
//!     id: u64,
//!     #[fastjson(string)]
//!     parent: Option<u64>,
//!     #[fastjson(string)]
//!     amounts: Vec<f64>,
//!     #[fastjson(string)]
//!     limits: BTreeMap<String, u64>,
//! }
//!
//! let text = r#"{"id":"18446744073709551615","parent":"7","amounts":["0.5"],"limits":{"day":"9"}}"#;
//! let account: Account = fastjson::from_str(text)?;
//! assert_eq!((account.id, account.parent, account.limits["day"]), (u64::MAX, Some(7), 9));
//! assert_eq!(fastjson::to_string(&account)?, text);
//! let text = r#"{"id": 1, "amounts": [2], "limits": {"day": 9}}"#;
//! let account: Account = fastjson::from_str(text)?;
//! assert_eq!((account.id, account.parent, account.limits["day"]), (1, None, 9));
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `non_finite`
//!
//! What NaN and the infinities are: `"null"` (as without the key and as in serde_json), `"error"`, or `"string"`, which is also read.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Range {
//!     #[fastjson(non_finite = "null")]
//!     low: f64,
//!     #[fastjson(non_finite = "string")]
//!     high: Option<f32>,
//! }
//!
//! let range = Range { low: f64::NAN, high: Some(f32::INFINITY) };
//! assert_eq!(fastjson::to_string(&range)?, r#"{"low":null,"high":"Infinity"}"#);
//! let range: Range = fastjson::from_str(r#"{"low": 1, "high": "-Infinity"}"#)?;
//! assert_eq!(range, Range { low: 1.0, high: Some(f32::NEG_INFINITY) });
//!
//! #[derive(fastjson::Encode)]
//! struct Price {
//!     #[fastjson(non_finite = "error")]
//!     amount: f64,
//! }
//! assert!(fastjson::to_string(&Price { amount: f64::NAN }).is_err());
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `with`, `serialize_with`, `deserialize_with`
//!
//! Functions of your own: a module (or a type) with `encode` and `decode`, or one function for each direction.
//!
//! ```
//! # use fastjson::FastJson;
//! mod rgb {
//!     use fastjson::{Cursor, Decode, Result, Writer};
//!
//!     pub fn encode(color: &[u8; 3], w: &mut Writer<'_>) -> Result<()> {
//!         let [r, g, b] = color;
//!         w.string(&format!("#{r:02x}{g:02x}{b:02x}"));
//!         Ok(())
//!     }
//!
//!     pub fn decode<'de>(cur: &mut Cursor<'de>) -> Result<[u8; 3]> {
//!         let text = <&str>::decode(cur)?;
//!         let digits = text.strip_prefix('#').and_then(|hex| u32::from_str_radix(hex, 16).ok());
//!         let [_, r, g, b] = digits.ok_or_else(|| fastjson::Error::custom("no color"))?.to_be_bytes();
//!         Ok([r, g, b])
//!     }
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Style {
//!     #[fastjson(with = rgb)]
//!     color: [u8; 3],
//!     #[fastjson(serialize_with = "rgb::encode", deserialize_with = "rgb::decode")]
//!     shadow: [u8; 3],
//! }
//!
//! let style = Style { color: [255, 0, 128], shadow: [0, 0, 0] };
//! let text = r##"{"color":"#ff0080","shadow":"#000000"}"##;
//! assert_eq!(fastjson::to_string(&style)?, text);
//! assert_eq!(fastjson::from_str::<Style>(text)?, style);
//!
//! // An error without a place gets that of the value.
//! let err = fastjson::from_str::<Style>(r##"{"color": "red", "shadow": "#000000"}"##).unwrap_err();
//! assert_eq!(err.to_string(), "no color at line 1 column 11, $.color");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! The functions may be generic, and they may borrow:
//!
//! ```
//! # use fastjson::FastJson;
//! mod shout {
//!     use fastjson::{Cursor, Decode, Result, Writer};
//!     use std::fmt::Display;
//!
//!     pub fn encode<T: Display>(value: &T, w: &mut Writer<'_>) -> Result<()> {
//!         w.string(&value.to_string().to_uppercase());
//!         Ok(())
//!     }
//!
//!     pub fn decode<'de, T: Decode<'de>>(cur: &mut Cursor<'de>) -> Result<T> {
//!         T::decode(cur)
//!     }
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Pair<'a> {
//!     #[fastjson(with = shout, borrow)]
//!     name: &'a str,
//!     #[fastjson(with = shout)]
//!     unit: String,
//! }
//!
//! let pair: Pair = fastjson::from_str(r#"{"name": "kilo", "unit": "m"}"#)?;
//! assert_eq!(pair.name, "kilo");
//! assert_eq!(fastjson::to_string(&pair)?, r#"{"name":"KILO","unit":"M"}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! A missing field of a type written `Option<…>` is `None`, under `with` too (in serde it is an error).
//!
//! ```
//! # use fastjson::FastJson;
//! mod tenths {
//!     use fastjson::{Cursor, Decode, Encode, Result, Writer};
//!
//!     pub fn encode(value: &Option<u32>, w: &mut Writer<'_>) -> Result<()> {
//!         value.map(|tenths| tenths * 10).encode(w)
//!     }
//!
//!     pub fn decode(cur: &mut Cursor<'_>) -> Result<Option<u32>> {
//!         Ok(Option::<u32>::decode(cur)?.map(|value| value / 10))
//!     }
//! }
//!
//! #[derive(FastJson)]
//! struct Reading {
//!     #[fastjson(with = tenths)]
//!     level: Option<u32>,
//! }
//!
//! assert_eq!(fastjson::from_str::<Reading>("{}")?.level, None);
//! assert_eq!(fastjson::from_str::<Reading>(r#"{"level": 70}"#)?.level, Some(7));
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! On a variant the functions write and read what it holds: a reference to each of its fields, and the field or a tuple of them.
//!
//! ```
//! # use fastjson::FastJson;
//! mod joined {
//!     use fastjson::{Cursor, Decode, Result, Writer};
//!
//!     pub fn encode(host: &String, port: &u16, w: &mut Writer<'_>) -> Result<()> {
//!         w.string(&format!("{host}:{port}"));
//!         Ok(())
//!     }
//!
//!     pub fn decode(cur: &mut Cursor<'_>) -> Result<(String, u16)> {
//!         let text = String::decode(cur)?;
//!         let parts = text.split_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?)));
//!         let (host, port) = parts.ok_or_else(|| fastjson::Error::custom("expected host:port"))?;
//!         Ok((host.to_owned(), port))
//!     }
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! enum Target {
//!     #[fastjson(with = joined)]
//!     Tcp { host: String, port: u16 },
//!     Stdout,
//! }
//!
//! let target = Target::Tcp { host: "db1".into(), port: 5432 };
//! assert_eq!(fastjson::to_string(&target)?, r#"{"Tcp":"db1:5432"}"#);
//! assert_eq!(fastjson::from_str::<Target>(r#"{"Tcp":"db1:5432"}"#)?, target);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `validate`
//!
//! A function that is given each value that was read, and may refuse it: `fn(&T) -> Result<(), impl Display>`. The error stands at the value. A
//! default is not asked.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct User {
//!     #[fastjson(validate = plausible)]
//!     age: u8,
//!     #[fastjson(default, validate = "short")]
//!     tags: Vec<String>,
//! }
//!
//! fn plausible(age: &u8) -> Result<(), String> {
//!     if *age < 130 { Ok(()) } else { Err(format!("nobody is {age}")) }
//! }
//!
//! fn short(tags: &Vec<String>) -> Result<(), &'static str> {
//!     if tags.len() <= 2 { Ok(()) } else { Err("too many tags") }
//! }
//!
//! assert!(fastjson::from_str::<User>(r#"{"age": 36}"#).is_ok());
//! let err = fastjson::from_str::<User>(r#"{"age": 200}"#).unwrap_err();
//! assert_eq!(err.to_string(), "nobody is 200 at line 1 column 9, $.age");
//! let err = fastjson::from_str::<User>(r#"{"age": 36, "tags": ["a", "b", "c"]}"#).unwrap_err();
//! assert_eq!(err.to_string(), "too many tags at line 1 column 21, $.tags");
//! ```
//!
//! # Mistakes
//!
//! A codec that does not fit is an error at the type, a function of another signature one at its path.
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! # use fastjson::codecs::Hex;
//! #[derive(FastJson)]
//! struct Commit {
//!     #[fastjson(as = "Hex")]
//!     parents: Vec<[u8; 20]>, // `Vec<[u8; 20]>` is not bytes; write `as = "Vec<Hex>"`
//! }
//! ```
