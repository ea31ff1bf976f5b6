//! Types that hold themselves: through boxes, lists and maps, in every representation, alone and mutually.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{reads, refuses, round_trips};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum External {
    Leaf,
    Number(i64),
    Node(Box<External>, Box<External>),
    List(Vec<External>),
    Map(BTreeMap<String, External>),
    Fields { next: Option<Box<External>> },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "op", rename_all = "snake_case")]
enum Internal {
    Not { of: Box<Internal> },
    And { all: Vec<Internal> },
    Boxed(Box<Node>),
    Wrapped(Wrapped),
    True,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Node {
    left: Option<Internal>,
    right: Option<Rc<Internal>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Wrapped {
    inner: Vec<Wrapped>,
    by_name: HashMap<String, Internal>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "t", content = "c")]
enum Adjacent {
    Leaf(u8),
    Pair(Box<Adjacent>, Box<Adjacent>),
    Many(Vec<Adjacent>),
    Named { a: Box<Adjacent>, b: Option<Box<Adjacent>> },
    Nil,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Array(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Expr {
    Number(f64),
    Name(String),
    Binary { op: char, l: Box<Expr>, r: Box<Expr> },
    Call { call: String, args: Vec<Expr> },
    Block(Block),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Block {
    body: Vec<Statement>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<Box<Block>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(tag = "stmt", rename_all = "lowercase")]
enum Statement {
    Let { name: String, value: Expr },
    Return { value: Option<Expr> },
    Block(Block),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Flat {
    name: String,
    #[serde(flatten)]
    children: BTreeMap<String, Flat>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Generic<T> {
    value: T,
    next: Option<Box<Generic<T>>>,
    others: Vec<Generic<T>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Newtype(Vec<Newtype>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Transparent {
    map: BTreeMap<String, Transparent>,
}

#[test]
fn tagged() {
    use External::{Fields, Leaf, List, Map, Number};
    round_trips([
        External::Node(Box::new(Leaf), Box::new(List(vec![Number(1), Leaf]))),
        Map(BTreeMap::from([("a".into(), Fields { next: Some(Box::new(Number(-1))) })])),
        Fields { next: None },
    ]);
    let and = || Internal::And {
        all: vec![Internal::True, Internal::Not { of: Box::new(Internal::True) }],
    };
    round_trips([
        and(),
        Internal::Not { of: Box::new(and()) },
        Internal::Boxed(Box::new(Node { left: Some(and()), right: None })),
        Internal::Wrapped(Wrapped {
            inner: vec![Wrapped { inner: vec![], by_name: HashMap::new() }],
            by_name: HashMap::from([("k".into(), Internal::True)]),
        }),
    ]);
    reads(
        r#"{"of":{"all":[{"of":{"op":"true"},"op":"not"}],"op":"and"},"op":"not"}"#,
        Internal::Not {
            of: Box::new(Internal::And {
                all: vec![Internal::Not { of: Box::new(Internal::True) }],
            }),
        },
    );
    refuses::<Internal>(&[
        r#"{"of":{"all":[{"of":{"op":"maybe"},"op":"not"}],"op":"and"},"op":"not"}"#,
    ]);
    let pair = || Adjacent::Pair(Box::new(Adjacent::Leaf(1)), Box::new(Adjacent::Nil));
    round_trips([
        pair(),
        Adjacent::Many(vec![pair(), Adjacent::Many(vec![])]),
        Adjacent::Named { a: Box::new(pair()), b: None },
        Adjacent::Named { a: Box::new(Adjacent::Nil), b: Some(Box::new(Adjacent::Leaf(2))) },
    ]);
    reads(r#"{"c":[{"c":1,"t":"Leaf"},{"c":null,"t":"Nil"}],"t":"Pair"}"#, pair());
}

#[test]
fn untagged() {
    let json = || {
        Json::Object(BTreeMap::from([
            ("a".into(), Json::Array(vec![Json::Null, Json::Bool(true), Json::Number(1.5)])),
            ("b".into(), Json::Object(BTreeMap::from([("c".into(), Json::Text("d".into()))]))),
        ]))
    };
    round_trips([json(), Json::Array(vec![json()]), Json::Null]);
    let binary = || Expr::Binary {
        op: '+',
        l: Box::new(Expr::Number(1.0)),
        r: Box::new(Expr::Call { call: "f".into(), args: vec![Expr::Name("x".into())] }),
    };
    round_trips([
        binary(),
        Expr::Block(Block {
            body: vec![
                Statement::Let { name: "x".into(), value: binary() },
                Statement::Return { value: None },
            ],
            parent: Some(Box::new(Block { body: vec![], parent: None })),
        }),
    ]);
    refuses::<Expr>(&[
        r#"{"op":"+","l":1}"#,
        r#"{"body":[{"stmt":"let"}]}"#,
        "null",
        r#"{"call":"f"}"#,
    ]);
}

#[test]
fn structs() {
    let leaf = |name: &str| Flat { name: name.into(), children: BTreeMap::new() };
    round_trips([Flat {
        name: "root".into(),
        children: BTreeMap::from([("a".into(), leaf("1")), ("b".into(), leaf("2"))]),
    }]);
    let generic = |value| Generic { value, next: None, others: vec![] };
    round_trips([Generic { value: 1, next: Some(Box::new(generic(2))), others: vec![generic(3)] }]);
    round_trips([Newtype(vec![Newtype(vec![]), Newtype(vec![Newtype(vec![])])])]);
    round_trips([Transparent {
        map: BTreeMap::from([("a".into(), Transparent { map: BTreeMap::new() })]),
    }]);
}
