//! `tag` on a struct: its name is written first, and not asked for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, reads, refuses, round_trips, write};

#[test]
fn named() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type")]
    struct Plain {
        a: u8,
        b: Option<String>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type", rename = "the-name", rename_all = "UPPERCASE")]
    struct Renamed {
        a: u8,
        #[serde(rename = "bee", skip_serializing_if = "Option::is_none")]
        b: Option<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type", rename(serialize = "Out", deserialize = "In"))]
    struct Split {
        a: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "a tag \"quoted\"\n")]
    struct Quoted {}

    #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type", default)]
    struct Defaults {
        a: u8,
        b: String,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type")]
    struct Generic<T> {
        t: T,
    }

    round_trips([Plain { a: 1, b: None }, Plain { a: 1, b: Some("b".into()) }]);
    assert_eq!(
        write(&Plain { a: 1, b: None }).as_deref(),
        Some(r#"{"type":"Plain","a":1,"b":null}"#)
    );
    round_trips([Renamed { a: 1, b: None }, Renamed { a: 1, b: Some(2) }]);
    assert_eq!(write(&Renamed { a: 1, b: None }).as_deref(), Some(r#"{"type":"the-name","A":1}"#));
    assert_eq!(write(&Split { a: 1 }).as_deref(), Some(r#"{"type":"Out","a":1}"#));
    round_trips([Split { a: 1 }]);
    round_trips([Quoted {}]);
    round_trips([Defaults::default()]);
    round_trips([Generic { t: vec![Generic { t: 1 }] }]);
    // The tag is an unknown field to the reader.
    for text in [
        r#"{"a":1}"#,
        r#"{"type":"Other","a":1}"#,
        r#"{"type":[1],"a":1,"type":{}}"#,
        r#"{"a":1,"type":null}"#,
    ] {
        reads(text, Plain { a: 1, b: None });
    }
    reads("[1,null]", Plain { a: 1, b: None });
    refuses::<Plain>(&[r#"["Plain",1,null]"#, r#"{"type":"Plain"}"#, "\"Plain\"", "{}", "[1]"]);
}

#[test]
fn strict() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type", deny_unknown_fields)]
    struct Strict {
        a: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "type")]
    struct Flat {
        #[serde(flatten)]
        rest: BTreeMap<String, String>,
    }

    assert_eq!(write(&Strict { a: 1 }).as_deref(), Some(r#"{"type":"Strict","a":1}"#));
    reads(r#"{"a":1}"#, Strict { a: 1 });
    // What it writes, it does not read.
    refuses::<Strict>(&[r#"{"type":"Strict","a":1}"#, r#"{"a":1,"type":"Strict"}"#, "{}"]);
    reads(
        r#"{"type":"Flat","a":"b"}"#,
        Flat { rest: BTreeMap::from([("a".into(), "b".into()), ("type".into(), "Flat".into())]) },
    );
    assert_eq!(
        write(&Flat { rest: BTreeMap::from([("a".into(), "b".into())]) }).as_deref(),
        Some(r#"{"type":"Flat","a":"b"}"#)
    );
}

#[test]
fn inside_others() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "kind")]
    struct Leaf {
        a: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "kind2")]
    struct Branch {
        leaf: Leaf,
        #[serde(flatten)]
        flat: Leaf,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "enum")]
    enum Tree {
        Leaf(Leaf),
        Branch(Box<Branch>),
        Many { leaves: Vec<Leaf> },
    }

    round_trips([Branch { leaf: Leaf { a: 1 }, flat: Leaf { a: 2 } }]);
    round_trips([
        Tree::Leaf(Leaf { a: 1 }),
        Tree::Branch(Box::new(Branch { leaf: Leaf { a: 1 }, flat: Leaf { a: 2 } })),
        Tree::Many { leaves: vec![Leaf { a: 1 }] },
    ]);
    assert_eq!(
        write(&Tree::Leaf(Leaf { a: 1 })).as_deref(),
        Some(r#"{"enum":"Leaf","kind":"Leaf","a":1}"#)
    );
    accepts::<Tree>(&[r#"{"a":1,"enum":"Leaf"}"#, r#"["Leaf",1]"#]);
    refuses::<Tree>(&[r#"{"kind":"Leaf","a":1}"#, r#"["Leaf","Leaf",1]"#]);
}
