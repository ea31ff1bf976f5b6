//! Every representation, flatten, conversions and codecs, without any prelude and with names like ours.
#![no_implicit_prelude]

use ::core::clone::Clone;
use ::core::cmp::PartialEq;
use ::core::convert::{From, TryFrom};
use ::core::fmt::Debug;
use ::core::option::Option;
use ::core::result::Result;
use ::fastjson::FastJson;
use ::std::collections::BTreeMap;
use ::std::string::{String, ToString};
use ::std::vec::Vec;

#[derive(FastJson, Debug, Clone, PartialEq)]
struct Inner {
    a: u8,
    b: Option<String>,
}

impl Inner {
    /// As a constant of ours is called.
    const KEYS: u8 = 1;
}

#[derive(FastJson, Debug, Clone, PartialEq)]
#[fastjson(tag = "t", rename_all = "snake_case")]
enum Internal<T> {
    None,
    Some { value: T, __c: u8 },
    Payload(Inner),
}

#[derive(FastJson, Debug, Clone, PartialEq)]
#[fastjson(tag = "t", content = "c", deny_unknown_fields)]
enum Adjacent<T> {
    Ok,
    Err(T),
    Pair(u8, T),
    Fields { __out: T },
}

#[derive(FastJson, Debug, Clone, PartialEq)]
#[fastjson(untagged)]
enum Untagged<T> {
    Number(u8),
    List(Vec<T>),
    Fields { only: T },
}

#[derive(FastJson, Debug, Clone, PartialEq)]
enum Mixed {
    Known,
    Held {
        a: u8,
    },
    #[fastjson(untagged)]
    Text(String),
}

#[derive(FastJson, Debug, Clone, PartialEq)]
#[fastjson(tag = "kind")]
enum Event {
    Start,
    #[fastjson(other)]
    Other {
        #[fastjson(tag)]
        kind: String,
        #[fastjson(flatten)]
        rest: BTreeMap<String, u8>,
    },
}

#[derive(FastJson, Debug, Clone, PartialEq)]
#[fastjson(deny_unknown_fields)]
struct Flat<T> {
    #[fastjson(flatten)]
    inner: Inner,
    #[fastjson(flatten)]
    one: Internal<T>,
    #[fastjson(flatten)]
    maybe: Option<Adjacent<T>>,
}

#[derive(FastJson, Debug, Clone, Copy, PartialEq)]
#[fastjson(repr)]
#[repr(u16)]
enum Level {
    Low = 1,
    High,
}

#[derive(FastJson, Debug, Clone, Copy, PartialEq)]
#[fastjson(try_from = "String", into = "String")]
struct Flag {
    is_on: bool,
}

impl TryFrom<String> for Flag {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Flag, &'static str> {
        match text.as_str() {
            "on" => Result::Ok(Flag { is_on: true }),
            "off" => Result::Ok(Flag { is_on: false }),
            _ => Result::Err("neither on nor off"),
        }
    }
}

impl From<Flag> for String {
    fn from(flag: Flag) -> String {
        (if flag.is_on { "on" } else { "off" }).to_string()
    }
}

#[derive(FastJson, Debug, Clone, PartialEq)]
#[fastjson(case_insensitive, duplicate_fields = "last", skip_none)]
struct Codecs {
    #[fastjson(as = "Vec<::fastjson::codecs::Hex>")]
    keys: Vec<[u8; 2]>,
    #[fastjson(string)]
    count: Option<u64>,
    #[fastjson(default_value = "x")]
    text: String,
    #[fastjson(omit_empty, default)]
    list: Vec<u8>,
    #[fastjson(validate = small)]
    small: u8,
    #[expect(clippy::option_option, reason = "missing, null and a value are apart")]
    apart: Option<Option<u8>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "checks take references")]
fn small(n: &u8) -> Result<(), &'static str> {
    if *n < 10 { Result::Ok(()) } else { Result::Err("too large") }
}

#[test]
fn round_trips() {
    use super::round_trip;

    let inner = || Inner { a: Inner::KEYS, b: Option::None };
    round_trip(&Internal::<u8>::None, r#"{"t":"none"}"#);
    round_trip(&Internal::Some { value: 1, __c: 2 }, r#"{"t":"some","value":1,"__c":2}"#);
    round_trip(&Internal::<u8>::Payload(inner()), r#"{"t":"payload","a":1,"b":null}"#);
    round_trip(&Adjacent::<u8>::Ok, r#"{"t":"Ok"}"#);
    round_trip(&Adjacent::Err(1), r#"{"t":"Err","c":1}"#);
    round_trip(&Adjacent::Pair(1, 2), r#"{"t":"Pair","c":[1,2]}"#);
    round_trip(&Adjacent::Fields { __out: 1 }, r#"{"t":"Fields","c":{"__out":1}}"#);
    round_trip(&Untagged::<u8>::Number(1), "1");
    round_trip(&Untagged::List(::std::vec![1]), "[1]");
    round_trip(&Untagged::Fields { only: 1 }, r#"{"only":1}"#);
    round_trip(&Mixed::Known, r#""Known""#);
    round_trip(&Mixed::Held { a: 1 }, r#"{"Held":{"a":1}}"#);
    round_trip(&Mixed::Text("more".to_string()), r#""more""#);
    round_trip(&Event::Start, r#"{"kind":"Start"}"#);
    let rest = || BTreeMap::from([("n".to_string(), 1)]);
    round_trip(&Event::Other { kind: "End".to_string(), rest: rest() }, r#"{"kind":"End","n":1}"#);
    round_trip(
        &Flat { inner: inner(), one: Internal::Some { value: 1, __c: 2 }, maybe: Option::None },
        r#"{"a":1,"b":null,"t":"some","value":1,"__c":2}"#,
    );
    round_trip(&::std::vec![Level::Low, Level::High], "[1,2]");
    round_trip(&Flag { is_on: true }, r#""on""#);
    round_trip(
        &Codecs {
            keys: ::std::vec![[10, 255]],
            count: Option::Some(1),
            text: "t".to_string(),
            list: ::std::vec![],
            small: 9,
            apart: Option::Some(Option::None),
        },
        r#"{"keys":["0aff"],"count":"1","text":"t","small":9,"apart":null}"#,
    );
}
