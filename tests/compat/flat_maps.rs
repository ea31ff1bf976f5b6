//! `flatten` of maps: what no one else takes.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, reads, refuses, round_trips, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Array(Vec<Value>),
    Object(BTreeMap<String, Value>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Inner {
    a: u8,
    b: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum Word {
    One,
    Two,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, FastJson)]
struct Name(String);

fn map<K: Ord, V, const N: usize>(entries: [(K, V); N]) -> BTreeMap<K, V> {
    BTreeMap::from(entries)
}

#[test]
fn values() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Open {
        id: u8,
        #[serde(default, rename = "type", alias = "kind")]
        r#type: Option<String>,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Hashed {
        #[serde(flatten)]
        rest: HashMap<String, Value>,
    }

    round_trips([
        Open { id: 1, r#type: None, rest: BTreeMap::new() },
        Open {
            id: 1,
            r#type: Some("t".into()),
            rest: map([
                ("x".into(), Value::Array(vec![Value::Null, Value::Number(1.5)])),
                ("y\n\"".into(), Value::Object(map([("z".into(), Value::Bool(true))]))),
            ]),
        },
    ]);
    round_trips([
        Hashed { rest: HashMap::new() },
        Hashed { rest: HashMap::from([("a".into(), Value::Text("b".into()))]) },
    ]);
    reads(
        r#"{"x":1,"id":1,"x":2,"kind":"k"}"#,
        Open { id: 1, r#type: Some("k".into()), rest: map([("x".into(), Value::Number(2.0))]) },
    );
    refuses::<Open>(&[
        r#"{"x":1}"#,
        r#"{"id":1,"id":1}"#,
        r#"{"id":1,"kind":"a","type":"b"}"#,
        r#"{"id":1,"x":"\ud800"}"#,
        r#"[1,null]"#,
        r#"[1]"#,
    ]);
    refuses::<Hashed>(&["[]", "null", "1", r#"{"a":1e999}"#]);
}

#[test]
fn typed() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Numbers {
        name: String,
        #[serde(flatten)]
        numbers: BTreeMap<String, i32>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Structs<V> {
        #[serde(flatten)]
        by_name: BTreeMap<Name, V>,
        total: usize,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Words {
        #[serde(flatten)]
        words: BTreeMap<Word, u8>,
    }

    round_trips([
        Numbers { name: "n".into(), numbers: BTreeMap::new() },
        Numbers { name: "n".into(), numbers: map([("a".into(), 1), ("b".into(), -1)]) },
    ]);
    refuses::<Numbers>(&[
        r#"{"name":"n","a":"x"}"#,
        r#"{"name":"n","a":null}"#,
        r#"{"a":1}"#,
        r#"{"name":"n","a":1.5}"#,
    ]);
    round_trips([Structs {
        by_name: map([(Name("x".into()), Inner { a: 1, b: None })]),
        total: 1,
    }]);
    round_trips([Structs { by_name: map([(Name("x".into()), vec![Word::One])]), total: 1 }]);
    round_trips([Structs::<Option<u8>> { by_name: map([(Name("x".into()), None)]), total: 1 }]);
    round_trips([Words { words: map([(Word::One, 1)]) }, Words { words: BTreeMap::new() }]);
    refuses::<Words>(&[r#"{"three":1}"#, r#"{"one":"x"}"#, r#"{"One":1}"#]);
}

#[test]
fn beside_structs() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct After {
        own: u8,
        #[serde(flatten)]
        inner: Inner,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Before {
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
        own: u8,
        #[serde(flatten)]
        inner: Option<Inner>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Below {
        #[serde(flatten)]
        after: After,
        top: Option<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Failing {
        #[serde(flatten)]
        inner: Option<Inner>,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }

    let rest = || map([("x".into(), Value::Number(1.0))]);
    let inner = || Inner { a: 1, b: None };
    round_trips([After { own: 1, inner: inner(), rest: rest() }]);
    round_trips([Below { after: After { own: 1, inner: inner(), rest: rest() }, top: Some(1) }]);
    // A map takes what no one else knows; in serde, one that stands first sees a later struct's members, too.
    let before = Before { rest: rest(), own: 1, inner: Some(inner()) };
    let text = r#"{"x":1.0,"own":1,"a":1,"b":null}"#;
    assert_eq!(write(&before).as_deref(), Some(text));
    assert_eq!(fastjson::from_str::<Before>(text).expect("its value"), before);
    reads(r#"{"a":1,"x":1}"#, Failing { inner: Some(inner()), rest: rest() });
    // What a failed option knows does not go to the map.
    reads(r#"{"a":"no","x":1}"#, Failing { inner: None, rest: rest() });
}

#[test]
fn optional() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Maybe {
        id: u8,
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        rest: Option<BTreeMap<String, u8>>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Skipped {
        id: u8,
        #[serde(flatten, default, skip_serializing_if = "BTreeMap::is_empty")]
        rest: BTreeMap<String, u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Boxed {
        id: u8,
        #[serde(flatten)]
        rest: Rc<BTreeMap<String, Box<Maybe>>>,
    }

    reads(r#"{"id":1}"#, Maybe { id: 1, rest: Some(BTreeMap::new()) });
    reads(r#"{"id":1,"a":"x"}"#, Maybe { id: 1, rest: None });
    assert_eq!(write(&Maybe { id: 1, rest: None }).as_deref(), Some(r#"{"id":1}"#));
    round_trips([Maybe { id: 1, rest: Some(map([("a".into(), 1)])) }]);
    round_trips([
        Skipped { id: 1, rest: BTreeMap::new() },
        Skipped { id: 1, rest: map([("a".into(), 1)]) },
    ]);
    let maybe = Maybe { id: 2, rest: Some(map([("b".into(), 1)])) };
    round_trips([Boxed { id: 1, rest: Rc::new(map([("a".into(), Box::new(maybe))])) }]);
    accepts::<Boxed>(&[r#"{"x":{"id":1},"id":2}"#]);
    refuses::<Boxed>(&[r#"{"x":{},"id":2}"#, r#"{"x":{"id":1}}"#]);
}
