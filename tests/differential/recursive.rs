//! Recursive types: through `Box`, `Vec`, maps, `Rc`, each other, and generic ones.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{read, reads, refuses, round_trips};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Cons {
    head: u8,
    tail: Option<Box<Cons>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Tree {
    value: String,
    children: Vec<Tree>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Dir {
    files: BTreeMap<String, Dir>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum Expr {
    Number(f64),
    Add(Box<Expr>, Box<Expr>),
    Call { name: String, args: Vec<Expr> },
    Unit,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Even {
    next: Option<Box<Odd>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Odd {
    next: Option<Box<Even>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Chain<T> {
    value: T,
    next: Option<Box<Chain<T>>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Shared(Vec<Rc<Shared>>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    Array(Vec<Json>),
    Object(HashMap<String, Json>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Grows<T> {
    value: Option<T>,
    pair: Vec<Grows<T>>,
    array: Box<[Grows<T>]>,
}

#[test]
fn lists() {
    let list = (0..100).fold(None, |tail, head| Some(Box::new(Cons { head, tail })));
    round_trips([
        Cons { head: 1, tail: None },
        Cons { head: 1, tail: Some(Box::new(Cons { head: 2, tail: None })) },
    ]);
    let text = fastjson::to_string(&list).expect("a list");
    assert_eq!(read::<Option<Box<Cons>>>(&text), Some(list));
    round_trips([Chain { value: 'a', next: Some(Box::new(Chain { value: 'b', next: None })) }]);
    round_trips([Even { next: Some(Box::new(Odd { next: Some(Box::new(Even { next: None })) })) }]);
    reads("{}", Even { next: None });
    refuses::<Cons>(&[r#"{"head":1,"tail":{}}"#, r#"{"head":1,"tail":{"head":1,"tail":[]}}"#]);
}

#[test]
fn trees() {
    let leaf = |value: &str| Tree { value: value.into(), children: vec![] };
    round_trips([Tree {
        value: "root".into(),
        children: vec![leaf("a"), Tree { value: "b".into(), children: vec![leaf("c")] }],
    }]);
    round_trips([Dir { files: BTreeMap::from([("a".into(), Dir { files: BTreeMap::new() })]) }]);
    round_trips([Shared(vec![
        Rc::new(Shared(vec![])),
        Rc::new(Shared(vec![Rc::new(Shared(vec![]))])),
    ])]);
    round_trips([Grows {
        value: Some(1_u8),
        pair: vec![Grows { value: None, pair: vec![], array: [].into() }],
        array: [].into(),
    }]);
}

#[test]
fn enums() {
    let add = |a, b| Expr::Add(Box::new(a), Box::new(b));
    round_trips([
        add(
            Expr::Number(1.0),
            Expr::Call { name: "f".into(), args: vec![Expr::Unit, Expr::Number(0.5)] },
        ),
        Expr::Unit,
    ]);
    round_trips([
        Json::Null,
        Json::Bool(true),
        Json::Array(vec![Json::Number(1.0), Json::Text("x".into())]),
        Json::Object([("k".into(), Json::Null)].into()),
    ]);
}

/// 127 containers in one another are read, 128 are not: whatever the containers.
#[test]
fn levels() {
    fn check<T: crate::compare::Both>(
        open: &str,
        inner: &str,
        close: &str,
        levels: usize,
        around: usize,
    ) {
        for n in 1..=130 {
            let text = format!("{}{inner}{}", open.repeat(n), close.repeat(n));
            assert_eq!(read::<T>(&text).is_some(), n * levels + around <= 127, "{n} of {open}");
        }
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Arrays(Vec<Arrays>);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Maps(BTreeMap<String, Maps>);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Structs {
        next: Option<Box<Structs>>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Enums {
        Next(Box<Enums>),
        End,
        Tuple(u8, Box<Enums>),
        Fields { next: Box<Enums> },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Tuples(u8, Option<Box<Tuples>>);

    check::<Arrays>("[", "", "]", 1, 0);
    check::<Maps>("{\"k\":", "{}", "}", 1, 1);
    check::<Structs>("{\"next\":", "null", "}", 1, 0);
    check::<Structs>("[", "null", "]", 1, 0);
    check::<Enums>("{\"Next\":", "\"End\"", "}", 1, 0);
    check::<Enums>("{\"Next\":", "{\"End\":null}", "}", 1, 1);
    check::<Enums>("{\"Tuple\":[1,", "\"End\"", "]}", 2, 0);
    check::<Enums>("{\"Fields\":{\"next\":", "\"End\"", "}}", 2, 0);
    check::<Tuples>("[1,", "null", "]", 1, 0);
    check::<Option<Arrays>>("[", "[]", "]", 1, 1);
}

/// Levels are counted back: any number of containers may stand side by side.
#[test]
fn siblings() {
    fn check<T: crate::compare::Both>(element: &str) {
        let text = format!("[{element}{}]", format!(",{element}").repeat(299));
        let all = read::<Vec<T>>(&text).expect("an array");
        assert_eq!(all.len(), 300, "{element}");
    }
    check::<Vec<u8>>("[]");
    check::<Vec<u8>>("[1]");
    check::<[u8; 0]>("[]");
    check::<[u8; 1]>("[1]");
    check::<(u8,)>("[1]");
    check::<BTreeMap<u8, u8>>("{}");
    check::<HashMap<String, u8>>("{\"a\":1}");
    check::<Even>("{}");
    check::<Even>("{\"next\":{\"next\":{}}}");
    check::<Even>("{\"x\":[[{}]]}");
    check::<Even>("[null]");
    check::<Shared>("[[],[[]]]");
    check::<Expr>("{\"Unit\":null}");
    check::<Expr>("{\"Number\":1}");
    check::<Expr>("{\"Add\":[\"Unit\",{\"Unit\":null}]}");
    check::<Expr>("{\"Call\":{\"name\":\"f\",\"args\":[]}}");
    check::<Expr>("{\"Call\":[\"f\",[]]}");
}
