//! Enums: `tag`, `content`, `untagged`, `other`, `default`, bare tags, `repr`, `field_identifier`, `variant_identifier`.
//!
//! # The four representations
//!
//! | keys on the enum | a unit | a newtype | a struct |
//! |---|---|---|---|
//! | none: *externally tagged* | `"Unit"` | `{"New":1}` | `{"Struct":{"a":1}}` |
//! | `tag = "t"`: *internally tagged* | `{"t":"Unit"}` | `{"t":"New","a":1}` | `{"t":"Struct","a":1}` |
//! | `tag = "t", content = "c"`: *adjacently tagged* | `{"t":"Unit"}` | `{"t":"New","c":1}` | `{"t":"Struct","c":{"a":1}}` |
//! | `untagged` | `null` | `1` | `{"a":1}` |
//!
//! None of them copies values into a tree first, so that everything works inside them that works outside: 128-bit integers, maps
//! with integer keys, borrowed strings, exact positions in errors.
//!
//! ## Externally tagged
//!
//! The name, and behind it what the variant holds. It is the form of enums without keys, and the quickest to read.
//!
//! ```
//! use fastjson::FastJson;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! enum Message {
//!     Ping,
//!     Text(String),
//!     Pair(u8, u8),
//!     Move { x: i32, y: i32 },
//! }
//!
//! let text = r#"["Ping",{"Text":"hi"},{"Pair":[1,2]},{"Move":{"x":3,"y":4}}]"#;
//! let messages: Vec<Message> = fastjson::from_str(text)?;
//! let expected =
//!     [Message::Ping, Message::Text("hi".into()), Message::Pair(1, 2), Message::Move { x: 3, y: 4 }];
//! assert_eq!(messages, expected);
//! assert_eq!(fastjson::to_string(&messages)?, text);
//!
//! let err = fastjson::from_str::<Message>(r#""Pong""#).unwrap_err();
//! assert_eq!(
//!     err.to_string(),
//!     "unknown variant `Pong` of Message; did you mean `Ping`? at line 1 column 1, $",
//! );
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! ## Internally tagged
//!
//! The name is a member of the object. It is written first; where it stands first it is read without a detour, where it comes later,
//! what stands before it is passed over quickly and read again. The payload of a newtype has to be an object: a struct, a map, another enum
//! with a tag; a tuple variant cannot be written so and is an error at compile time.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Image {
//!     url: String,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "type", rename_all = "lowercase")]
//! enum Block {
//!     Rule,
//!     Text { body: String },
//!     Image(Image),
//! }
//!
//! let text = r#"[{"type":"rule"},{"type":"text","body":"hi"},{"type":"image","url":"a.png"}]"#;
//! let blocks: Vec<Block> = fastjson::from_str(text)?;
//! let image = Block::Image(Image { url: "a.png".into() });
//! assert_eq!(blocks, [Block::Rule, Block::Text { body: "hi".into() }, image]);
//! assert_eq!(fastjson::to_string(&blocks)?, text);
//!
//! let block: Block = fastjson::from_str(r#"{"body": "hi", "type": "text"}"#)?;
//! assert_eq!(block, Block::Text { body: "hi".into() });
//!
//! let err = fastjson::from_str::<Block>(r#"{"body": "hi"}"#).unwrap_err();
//! assert_eq!(err.to_string(), "missing field `type` of Block at line 1 column 1, $");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! What serde's buffer loses is not lost here:
//!
//! ```
//! # use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "t")]
//! enum Entry<'a> {
//!     Wide { id: u128, names: BTreeMap<u32, &'a str> },
//! }
//!
//! let text = r#"{"names":{"7":"seven"},"id":340282366920938463463374607431768211455,"t":"Wide"}"#;
//! let Entry::Wide { id, names } = fastjson::from_str(text)?;
//! assert_eq!((id, names[&7]), (u128::MAX, "seven"));
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! ## Adjacently tagged
//!
//! The name is one member, what the variant holds is the other. A unit has no content; `null` is read for it.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "op", content = "args")]
//! enum Op {
//!     Stop,
//!     Jump(u32),
//!     Add(i64, i64),
//!     Store { at: u32, value: i64 },
//! }
//!
//! let text = concat!(
//!     r#"[{"op":"Stop"},{"op":"Jump","args":7},{"op":"Add","args":[1,2]},"#,
//!     r#"{"op":"Store","args":{"at":1,"value":2}}]"#,
//! );
//! let ops: Vec<Op> = fastjson::from_str(text)?;
//! assert_eq!(ops, [Op::Stop, Op::Jump(7), Op::Add(1, 2), Op::Store { at: 1, value: 2 }]);
//! assert_eq!(fastjson::to_string(&ops)?, text);
//! // In either order.
//! assert_eq!(fastjson::from_str::<Op>(r#"{"args": 7, "op": "Jump"}"#)?, Op::Jump(7));
//! assert_eq!(fastjson::from_str::<Op>(r#"{"op": "Stop", "args": null}"#)?, Op::Stop);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! ## Untagged
//!
//! What the variant holds is all; the first variant that can be read of it wins. Variants which the first byte or the names that are needed
//! rule out are not tried. When all fail, the error is that of the likeliest: the one that came furthest into the value, or else the one of
//! whose fields most are there.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(untagged)]
//! enum Id {
//!     Number(u64),
//!     Text(String),
//!     Parts { group: u32, item: u32 },
//!     None,
//! }
//!
//! let text = r#"[7,"seven",{"group":1,"item":2},null]"#;
//! let ids: Vec<Id> = fastjson::from_str(text)?;
//! let parts = Id::Parts { group: 1, item: 2 };
//! assert_eq!(ids, [Id::Number(7), Id::Text("seven".into()), parts, Id::None]);
//! assert_eq!(fastjson::to_string(&ids)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! What the message says that was expected can be given by `expecting`.
//!
//! # `untagged` on a variant
//!
//! The enum has tags, and this variant takes what is none of them. Such variants stand last.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(rename_all = "lowercase")]
//! enum Color {
//!     Red,
//!     Green,
//!     #[fastjson(untagged)]
//!     Rgb(u8, u8, u8),
//!     #[fastjson(untagged)]
//!     Named(String),
//! }
//!
//! let text = r##"["red",[1,2,3],"teal"]"##;
//! let colors: Vec<Color> = fastjson::from_str(text)?;
//! assert_eq!(colors, [Color::Red, Color::Rgb(1, 2, 3), Color::Named("teal".into())]);
//! assert_eq!(fastjson::to_string(&colors)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # A catch-all: `other`
//!
//! The last variant may take all names that no other has. As a unit it forgets what was there.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "kind")]
//! enum Event {
//!     Started { at: u64 },
//!     #[fastjson(other)]
//!     Unknown,
//! }
//!
//! let events: Vec<Event> =
//!     fastjson::from_str(r#"[{"kind": "Started", "at": 1}, {"kind": "Paused", "for": 5}]"#)?;
//! assert_eq!(events, [Event::Started { at: 1 }, Event::Unknown]);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! Where the variants are names alone, it may hold the name as text:
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(rename_all = "lowercase")]
//! enum Currency {
//!     Eur,
//!     Usd,
//!     #[fastjson(other)]
//!     Other(String),
//! }
//!
//! let text = r#"["eur","xau"]"#;
//! let currencies: Vec<Currency> = fastjson::from_str(text)?;
//! assert_eq!(currencies, [Currency::Eur, Currency::Other("xau".into())]);
//! assert_eq!(fastjson::to_string(&currencies)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! With a tag it may hold the tag's text and the rest of the object, so that nothing is lost on the way through: one field is marked
//! `tag`, another is a flattened map.
//!
//! ```
//! # use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "kind")]
//! enum Event {
//!     Started { at: u64 },
//!     #[fastjson(other)]
//!     Unknown {
//!         #[fastjson(tag)]
//!         kind: String,
//!         #[fastjson(flatten)]
//!         rest: BTreeMap<String, u64>,
//!     },
//! }
//!
//! let text = r#"[{"kind":"Started","at":1},{"kind":"Paused","for":5,"from":3}]"#;
//! let events: Vec<Event> = fastjson::from_str(text)?;
//! let rest = BTreeMap::from([("for".to_owned(), 5), ("from".to_owned(), 3)]);
//! assert_eq!(events[1], Event::Unknown { kind: "Paused".into(), rest });
//! assert_eq!(fastjson::to_string(&events)?, text);
//! // Wherever the tag stands.
//! let event: Event = fastjson::from_str(r#"{"for": 5, "kind": "Paused", "from": 3}"#)?;
//! assert_eq!(event, events[1]);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # No tag at all: `default` on a variant
//!
//! The variant that is meant where the tag is missing.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "version", rename_all = "lowercase")]
//! enum Config {
//!     #[fastjson(default)]
//!     V1 { name: String },
//!     V2 { title: String },
//! }
//!
//! let config: Config = fastjson::from_str(r#"{"name": "old"}"#)?;
//! assert_eq!(config, Config::V1 { name: "old".into() });
//! let config: Config = fastjson::from_str(r#"{"version": "v2", "title": "new"}"#)?;
//! assert_eq!(config, Config::V2 { title: "new".into() });
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "t", content = "c")]
//! enum Value {
//!     #[fastjson(default)]
//!     Text(String),
//!     Number(f64),
//! }
//!
//! assert_eq!(fastjson::from_str::<Value>(r#"{"c": "hi"}"#)?, Value::Text("hi".into()));
//! assert_eq!(fastjson::from_str::<Value>(r#"{"c": 1, "t": "Number"}"#)?, Value::Number(1.0));
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Integers and booleans as tags
//!
//! `rename` on a variant takes an integer or a boolean, which stands in the JSON without quotes.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "op")]
//! enum Frame {
//!     #[fastjson(rename = 0)]
//!     Dispatch { event: String },
//!     #[fastjson(rename = 10)]
//!     Hello { interval: u32 },
//!     #[fastjson(rename = -1)]
//!     Closed,
//! }
//!
//! let text = r#"[{"op":10,"interval":45},{"op":0,"event":"READY"},{"op":-1}]"#;
//! let frames: Vec<Frame> = fastjson::from_str(text)?;
//! let dispatch = Frame::Dispatch { event: "READY".into() };
//! assert_eq!(frames, [Frame::Hello { interval: 45 }, dispatch, Frame::Closed]);
//! assert_eq!(fastjson::to_string(&frames)?, text);
//! assert!(fastjson::from_str::<Frame>(r#"{"op": "10", "interval": 45}"#).is_err());
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "ok", content = "value")]
//! enum Reply {
//!     #[fastjson(rename = true)]
//!     Good(u32),
//!     #[fastjson(rename = false)]
//!     Bad(String),
//! }
//!
//! let text = r#"[{"ok":true,"value":7},{"ok":false,"value":"no disk"}]"#;
//! let replies: Vec<Reply> = fastjson::from_str(text)?;
//! assert_eq!(replies, [Reply::Good(7), Reply::Bad("no disk".into())]);
//! assert_eq!(fastjson::to_string(&replies)?, text);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `repr`
//!
//! An enum of units is its discriminant, of the integer type that rustc's `#[repr]` names (`isize` without). Unknown numbers are errors,
//! or go to `other`, which may hold them. It is a map key, too.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(repr)]
//! #[repr(u8)]
//! enum Level {
//!     Low = 1,
//!     Middle,
//!     High = 10,
//! }
//!
//! assert_eq!(fastjson::to_string(&[Level::Low, Level::Middle, Level::High])?, "[1,2,10]");
//! assert_eq!(fastjson::from_str::<Level>("2")?, Level::Middle);
//! let err = fastjson::from_str::<Level>("3").unwrap_err();
//! assert_eq!(err.to_string(), "no variant of Level has the number 3 at line 1 column 1, $");
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(repr)]
//! #[repr(u16)]
//! enum Status {
//!     Ok = 200,
//!     NotFound = 404,
//!     #[fastjson(other)]
//!     Other(u16),
//! }
//!
//! let statuses: Vec<Status> = fastjson::from_str("[200, 418]")?;
//! assert_eq!(statuses, [Status::Ok, Status::Other(418)]);
//! assert_eq!(fastjson::to_string(&statuses)?, "[200,418]");
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Identifiers
//!
//! `field_identifier` and `variant_identifier` make an enum of names that stand for fields or variants: strings that are read and serve as map
//! keys. The last variant of a `field_identifier` may hold the text of all other names.
//!
//! ```
//! use std::collections::HashMap;
//!
//! #[derive(fastjson::Decode, Debug, PartialEq, Eq, Hash)]
//! #[fastjson(field_identifier, rename_all = "lowercase")]
//! enum Field {
//!     Id,
//!     #[fastjson(alias = "title")]
//!     Name,
//!     Other(String),
//! }
//!
//! let counts: HashMap<Field, u32> = fastjson::from_str(r#"{"id": 1, "title": 2, "x": 3}"#)?;
//! assert_eq!(counts[&Field::Id], 1);
//! assert_eq!(counts[&Field::Name], 2);
//! assert_eq!(counts[&Field::Other("x".into())], 3);
//!
//! #[derive(fastjson::Decode, Debug, PartialEq)]
//! #[fastjson(variant_identifier)]
//! enum Kind {
//!     Circle,
//!     Square,
//! }
//! assert_eq!(fastjson::from_str::<[Kind; 2]>(r#"["Square","Circle"]"#)?, [Kind::Square, Kind::Circle]);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # A tag on a struct
//!
//! `tag` on a struct writes the struct's name as the first member. Reading does not ask for it.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(tag = "@type", rename = "person")]
//! struct Person {
//!     name: String,
//! }
//!
//! let ada = Person { name: "Ada".into() };
//! assert_eq!(fastjson::to_string(&ada)?, r#"{"@type":"person","name":"Ada"}"#);
//! assert_eq!(fastjson::from_str::<Person>(r#"{"name": "Ada"}"#)?, ada);
//! assert_eq!(fastjson::from_str::<Person>(r#"{"@type": "person", "name": "Ada"}"#)?, ada);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Enums as map keys
//!
//! An enum of units is a map key under its names, and so is an untagged enum of keys.
//!
//! ```
//! # use fastjson::FastJson;
//! use std::collections::BTreeMap;
//!
//! #[derive(FastJson, Debug, PartialEq, Eq, PartialOrd, Ord)]
//! enum Suit {
//!     Hearts,
//!     Spades,
//! }
//!
//! #[derive(FastJson, Debug, PartialEq, Eq, PartialOrd, Ord)]
//! #[fastjson(untagged)]
//! enum Key {
//!     Number(u32),
//!     Name(String),
//! }
//!
//! let text = r#"{"Hearts":1,"Spades":2}"#;
//! assert_eq!(fastjson::to_string(&fastjson::from_str::<BTreeMap<Suit, u8>>(text)?)?, text);
//! let map: BTreeMap<Key, u8> = fastjson::from_str(r#"{"7": 1, "x": 2}"#)?;
//! assert_eq!((map[&Key::Number(7)], map[&Key::Name("x".into())]), (1, 2));
//! # Ok::<(), fastjson::Error>(())
//! ```
