//! Map keys that are not strings, in places where nothing is tagged.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{Both, accepts, refuses, round_trips};

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Word {
    One,
    TwoWords,
    #[serde(rename = "3", alias = "three")]
    Three,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
struct Id(u32);

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Name {
    name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
struct Nested(Id);

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(from = "String", into = "String")]
struct Upper(String);

impl From<String> for Upper {
    fn from(text: String) -> Upper {
        Upper(text.to_uppercase())
    }
}

impl From<Upper> for String {
    fn from(upper: Upper) -> String {
        upper.0
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(try_from = "u8", into = "u8")]
struct Even(u8);

impl TryFrom<u8> for Even {
    type Error = String;

    fn try_from(n: u8) -> Result<Even, String> {
        if n.is_multiple_of(2) { Ok(Even(n)) } else { Err(format!("{n} is odd")) }
    }
}

impl From<Even> for u8 {
    fn from(even: Even) -> u8 {
        even.0
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Either {
    Word(Word),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Holder<K: Ord, V = u8> {
    #[serde(bound(deserialize = "K: Deserialize<'de>, V: Deserialize<'de>"))]
    map: BTreeMap<K, V>,
    #[serde(default = "Option::default", bound(deserialize = ""))]
    none: Option<()>,
}

/// A key alone, in a field, in a variant, below another key.
#[track_caller]
fn key<K: Ord + Clone + Both>(keys: impl IntoIterator<Item = K> + Clone)
where
    BTreeMap<K, u8>: Both,
{
    let map = || keys.clone().into_iter().zip(1..).collect::<BTreeMap<K, u8>>();
    round_trips([map(), BTreeMap::new()]);
}

#[test]
fn keys() {
    key([Word::One, Word::TwoWords, Word::Three]);
    key([Id(0), Id(u32::MAX)]);
    key([Name { name: String::new() }, Name { name: "a\"".into() }]);
    key([Nested(Id(1))]);
    key([Upper("A".into())]);
    key([Even(2), Even(100)]);
    key([Either::Word(Word::One), Either::Text("x".into())]);
    key(['a', '\u{1F600}', '"']);
    key([false, true]);
    key([i8::MIN, -1, 0]);
    key([i64::MIN, i64::MAX]);
    key([u64::MAX]);
    key([i128::MIN, i128::MAX]);
    key([String::new(), "a".into()]);
    key([Box::<str>::from("a")]);
    key([Box::new(7_u8)]);
    key([Rc::new("a".to_string())]);
    key([Arc::<str>::from("a")]);
    key([Box::new(Id(3))]);
    key([Cow::<'static, str>::Owned("a".into())]);
    key([Cow::<'static, u64>::Owned(3)]);
    key([Some(Box::new('c')), Some(Box::new('d'))]);
    key([Some(Nested(Id(1)))]);
}

/// Types of ours over pointers to text and over options.
#[test]
fn of_pointers() {
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
    struct Shared(Arc<str>);
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
    struct Perhaps(Option<std::boxed::Box<u16>>);
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Any {
        Char(Box<char>),
        Text(Cow<'static, str>),
    }
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
    #[serde(from = "Box<str>", into = "Box<str>")]
    struct Converted(String);

    impl From<Box<str>> for Converted {
        fn from(text: Box<str>) -> Converted {
            Converted(text.into())
        }
    }

    impl From<Converted> for Box<str> {
        fn from(converted: Converted) -> Box<str> {
            converted.0.into()
        }
    }

    key([Shared("a".into())]);
    key([Perhaps(Some(Box::new(7)))]);
    key([Any::Char(Box::new('c')), Any::Text("xy".into())]);
    key([Converted("c".into())]);
}

/// What is only written: references, and `None`, which is no key.
#[test]
fn behind_references() {
    fn writes<K: Ord + Serialize + fastjson::EncodeKey>(keys: impl IntoIterator<Item = K>) {
        let map: BTreeMap<K, u8> = keys.into_iter().zip(1..).collect();
        match (fastjson::to_string(&map), serde_json::to_string(&map)) {
            (Ok(ours), Ok(theirs)) => assert_eq!(ours, theirs),
            (ours, theirs) => assert!(ours.is_err() && theirs.is_err(), "{ours:?} {theirs:?}"),
        }
    }

    let text = "a\n".to_string();
    writes([&text]);
    writes([&&*text]);
    writes([&mut 7_i16]);
    writes([&Word::One, &Word::TwoWords]);
    writes([&Some(&1.5_f32.to_bits())]);
    writes([Cow::Borrowed(&Word::Three)]);
    writes([Path::new("a/b")]);
    writes([Some(3), None]);
    writes([&None::<u8>]);
}

#[test]
fn in_fields() {
    round_trips([Holder { map: BTreeMap::from([(Word::One, 1_u8)]), none: None }]);
    round_trips([Holder { map: BTreeMap::from([(Id(1), Name { name: "n".into() })]), none: None }]);
    round_trips([Holder {
        map: BTreeMap::from([(1_i64, BTreeMap::from([('c', true)]))]),
        none: None,
    }]);
    round_trips([HashMap::from([(Even(2), HashMap::from([(true, Word::Three)]))])]);
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Variants {
        Newtype(BTreeMap<Id, u8>),
        Fields { words: BTreeMap<Word, u8>, chars: HashMap<char, Word> },
        Tuple(BTreeMap<bool, u8>, BTreeMap<Upper, u8>),
    }
    round_trips([
        Variants::Newtype(BTreeMap::from([(Id(1), 1)])),
        Variants::Fields {
            words: BTreeMap::from([(Word::One, 1)]),
            chars: HashMap::from([('c', Word::TwoWords)]),
        },
        Variants::Tuple(BTreeMap::from([(true, 1)]), BTreeMap::from([(Upper("U".into()), 1)])),
    ]);
}

#[test]
fn texts() {
    accepts::<BTreeMap<Word, u8>>(&[
        r#"{"ONE":1,"three":2}"#,
        r#"{"3":1,"three":2}"#,
        r#"{"\u004fNE":1}"#,
    ]);
    refuses::<BTreeMap<Word, u8>>(&[r#"{"One":1}"#, "{3:1}", r#"{"":1}"#]);
    accepts::<BTreeMap<Even, u8>>(&[r#"{"2":1,"4":2,"2":3}"#]);
    refuses::<BTreeMap<Even, u8>>(&[
        r#"{"3":1}"#,
        r#"{"02":1}"#,
        r#"{"256":1}"#,
        r#"{" 2":1}"#,
        r#"{"-2":1}"#,
    ]);
    accepts::<BTreeMap<bool, u8>>(&[r#"{"true":1,"false":2}"#]);
    refuses::<BTreeMap<bool, u8>>(&[r#"{"True":1}"#, r#"{"1":1}"#, "{true:1}"]);
    accepts::<BTreeMap<char, u8>>(&[r#"{"\u0061":1}"#]);
    refuses::<BTreeMap<char, u8>>(&[r#"{"ab":1}"#, r#"{"":1}"#]);
    accepts::<BTreeMap<Option<String>, u8>>(&[r#"{"null":1,"\u0061":2}"#]);
    accepts::<BTreeMap<Option<Box<i8>>, u8>>(&[r#"{"-1":1,"7":2}"#]);
    refuses::<BTreeMap<Option<Box<i8>>, u8>>(&[r#"{"null":1}"#, "{null:1}", r#"{"":1}"#]);
}
