//! Names: `rename`, `alias`, `rename_all`, `rename_all_fields`.
//!
//! A field is called in the JSON what it is called in Rust, a variant likewise; the keys here say otherwise. A raw identifier loses its
//! `r#`. [`case_insensitive`](super::unknown#case_insensitive) stands with the keys about unknown names.
//!
//! # `rename`
//!
//! On a field or a variant: its name. It wins over every case rule.
//!
//! ```
//! use fastjson::FastJson;
//!
//! #[derive(FastJson, Debug, PartialEq)]
//! struct Link {
//!     #[fastjson(rename = "@id")]
//!     id: u32,
//!     r#type: String,
//! }
//!
//! let link = Link { id: 7, r#type: "next".into() };
//! let text = r#"{"@id":7,"type":"next"}"#;
//! assert_eq!(fastjson::to_string(&link)?, text);
//! assert_eq!(fastjson::from_str::<Link>(text)?, link);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! On a struct or enum: the name where the container's own appears, which is in messages, and in the JSON of a struct with a
//! [`tag`](super::enums#a-tag-on-a-struct). On a variant the name may be a number or a boolean
//! ([bare tags](super::enums#integers-and-booleans-as-tags)).
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug)]
//! #[fastjson(rename = "geo position")]
//! struct Position {
//!     lat: f64,
//! }
//!
//! let err = fastjson::from_str::<Position>("{}").unwrap_err();
//! assert_eq!(err.to_string(), "missing field `lat` of geo position at line 1 column 1, $");
//! ```
//!
//! # `alias`
//!
//! On a field or a variant: a further name that is read, never written. Any number of them.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! struct User {
//!     #[fastjson(alias = "mail", alias = "e-mail")]
//!     email: String,
//! }
//!
//! for text in [r#"{"email": "a@b"}"#, r#"{"mail": "a@b"}"#, r#"{"e-mail": "a@b"}"#] {
//!     assert_eq!(fastjson::to_string(&fastjson::from_str::<User>(text)?)?, r#"{"email":"a@b"}"#);
//! }
//! // A name and its alias are one field, which may stand once.
//! assert!(fastjson::from_str::<User>(r#"{"email": "a@b", "mail": "a@b"}"#).is_err());
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `rename_all`
//!
//! On a struct: how its fields are spelled. On an enum: how its variants are spelled. On a variant: how its fields are.
//!
//! | rule | a field `user_id` | a variant `LoggedIn` |
//! |---|---|---|
//! | `lowercase` | `user_id` | `loggedin` |
//! | `UPPERCASE` | `USER_ID` | `LOGGEDIN` |
//! | `PascalCase` | `UserId` | `LoggedIn` |
//! | `camelCase` | `userId` | `loggedIn` |
//! | `snake_case` | `user_id` | `logged_in` |
//! | `SCREAMING_SNAKE_CASE` | `USER_ID` | `LOGGED_IN` |
//! | `kebab-case` | `user-id` | `logged-in` |
//! | `SCREAMING-KEBAB-CASE` | `USER-ID` | `LOGGED-IN` |
//!
//! ```
//! # use fastjson::FastJson;
//! macro_rules! spelled {
//!     ($($rule:literal)*) => {
//!         [$({
//!             #[derive(FastJson)]
//!             #[fastjson(rename_all = $rule)]
//!             struct Of { user_id: u8 }
//!             #[derive(FastJson)]
//!             #[fastjson(rename_all = $rule)]
//!             enum Is { LoggedIn }
//!             (fastjson::to_string(&Of { user_id: 1 })?, fastjson::to_string(&Is::LoggedIn)?)
//!         }),*]
//!     };
//! }
//! let all = spelled! {
//!     "lowercase" "UPPERCASE" "PascalCase" "camelCase"
//!     "snake_case" "SCREAMING_SNAKE_CASE" "kebab-case" "SCREAMING-KEBAB-CASE"
//! };
//! let expected = [
//!     (r#"{"user_id":1}"#, r#""loggedin""#),
//!     (r#"{"USER_ID":1}"#, r#""LOGGEDIN""#),
//!     (r#"{"UserId":1}"#, r#""LoggedIn""#),
//!     (r#"{"userId":1}"#, r#""loggedIn""#),
//!     (r#"{"user_id":1}"#, r#""logged_in""#),
//!     (r#"{"USER_ID":1}"#, r#""LOGGED_IN""#),
//!     (r#"{"user-id":1}"#, r#""logged-in""#),
//!     (r#"{"USER-ID":1}"#, r#""LOGGED-IN""#),
//! ];
//! assert_eq!(all, expected.map(|(of, is)| (of.to_owned(), is.to_owned())));
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # `rename_all_fields`
//!
//! On an enum: how the fields of all its variants are spelled. `rename_all` on a variant wins over it.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(rename_all = "snake_case", rename_all_fields = "camelCase")]
//! enum Event {
//!     LoggedIn { user_id: u32 },
//!     #[fastjson(rename_all = "kebab-case")]
//!     LoggedOut { after_seconds: u32 },
//! }
//!
//! let events = [Event::LoggedIn { user_id: 7 }, Event::LoggedOut { after_seconds: 60 }];
//! let text = r#"[{"logged_in":{"userId":7}},{"logged_out":{"after-seconds":60}}]"#;
//! assert_eq!(fastjson::to_string(&events)?, text);
//! assert_eq!(fastjson::from_str::<[Event; 2]>(text)?, events);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # One direction
//!
//! `rename`, `rename_all` and `rename_all_fields` may be given for one direction, or differently for both.
//!
//! ```
//! # use fastjson::FastJson;
//! #[derive(FastJson, Debug, PartialEq)]
//! #[fastjson(rename_all(serialize = "camelCase", deserialize = "snake_case"))]
//! struct Order {
//!     order_id: u32,
//!     #[fastjson(rename(deserialize = "qty"))]
//!     order_quantity: u32,
//! }
//!
//! let order: Order = fastjson::from_str(r#"{"order_id": 7, "qty": 2}"#)?;
//! assert_eq!(fastjson::to_string(&order)?, r#"{"orderId":7,"orderQuantity":2}"#);
//! # Ok::<(), fastjson::Error>(())
//! ```
//!
//! # Mistakes
//!
//! Two fields or variants of one name are an error at compile time, whatever made the names equal:
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! #[derive(FastJson)]
//! #[fastjson(rename_all = "camelCase")]
//! struct Clash {
//!     user_id: u32,
//!     #[fastjson(rename = "userId")]
//!     other: u32, // field `other` is called `userId`, and so is field `user_id`; rename one of them
//! }
//! ```
//!
//! So is a name where there is none, as on the field of a tuple:
//!
//! ```compile_fail
//! # use fastjson::FastJson;
//! #[derive(FastJson)]
//! struct Pair(#[fastjson(rename = "first")] u8, u8);
//! ```
