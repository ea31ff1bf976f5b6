//! Structs of every shape, without tags: what is written, what is missing, twice or unknown, and in which order it may stand.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, reads, refuses, round_trips, write};

#[test]
fn named() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Named {
        id: u64,
        name: String,
        ratio: f64,
        on: bool,
    }

    let value = Named { id: u64::MAX, name: "a\"b".into(), ratio: 0.5, on: true };
    round_trips([value.clone(), Named { id: 0, name: String::new(), ratio: -1e300, on: false }]);
    assert_eq!(
        write(&value).as_deref(),
        Some(r#"{"id":18446744073709551615,"name":"a\"b","ratio":0.5,"on":true}"#)
    );
    // In any order, with anything in between.
    reads(r#"{"on":true,"ratio":5e-1,"name":"a\"b","id":18446744073709551615}"#, value.clone());
    reads(
        "{ \"x\" : [ { } ] , \"id\" : 18446744073709551615 , \"name\" : \"a\\u0022b\" ,\n\"ratio\":0.5,\t\"on\":true,\"y\":null}",
        value.clone(),
    );
    reads(r#"{"\u0069d":18446744073709551615,"n\u0061me":"a\"b","ratio":0.5,"on":true}"#, value);
    refuses::<Named>(&[
        r#"{"id":1,"name":"a","ratio":1}"#,
        r#"{"id":1,"name":"a","ratio":1,"on":true,"on":true}"#,
        r#"{"id":1,"\u0069d":1,"name":"a","ratio":1,"on":true}"#,
        r#"{"id":1,"name":"a","ratio":1,"on":null}"#,
        r#"{"Id":1,"name":"a","ratio":1,"on":true}"#,
        r#"{"id":1,"name":"a","ratio":1,"on":true,"x":}"#,
        r#"{"id":1,"name":"a","ratio":1,"on":true,"x":[1,]}"#,
        "{}",
        "null",
    ]);
    // What is unknown may be there twice.
    accepts::<Named>(&[r#"{"x":1,"id":1,"x":2,"name":"a","ratio":1,"on":true}"#]);
}

#[test]
fn empty_ones() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Empty {}

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Unit;

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct EmptyTuple();

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Holds {
        empty: Empty,
        unit: Unit,
        tuple: EmptyTuple,
        all: Vec<(Empty, Unit, EmptyTuple)>,
    }

    round_trips([Empty {}]);
    round_trips([Unit]);
    round_trips([EmptyTuple()]);
    round_trips([Holds {
        empty: Empty {},
        unit: Unit,
        tuple: EmptyTuple(),
        all: vec![(Empty {}, Unit, EmptyTuple())],
    }]);
    assert_eq!(write(&(Empty {}, Unit, EmptyTuple())).as_deref(), Some("[{},null,[]]"));
    accepts::<Empty>(&["{}", "[]", r#"{"a":1}"#]);
    refuses::<Empty>(&["null", "[1]", "[null]", "", "{", "[}"]);
    accepts::<Unit>(&["null"]);
    refuses::<Unit>(&["{}", "[]", "\"Unit\"", "0"]);
    accepts::<EmptyTuple>(&["[]", "[ ]"]);
    refuses::<EmptyTuple>(&["null", "{}", "[1]", "[", "[,]"]);
}

#[test]
fn newtypes() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Number(u32);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct List(Vec<u8>);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Maybe(Option<u8>);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Nothing(());

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Boxed(Box<Number>);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Deep(List);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Map(BTreeMap<String, Number>);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Text(String);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Pair((u8, u8));

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Holds {
        number: Number,
        list: List,
        maybe: Maybe,
        deep: Deep,
        text: Text,
    }

    round_trips([Number(7)]);
    round_trips([List(vec![1, 2]), List(vec![])]);
    round_trips([Maybe(None), Maybe(Some(1))]);
    round_trips([Nothing(())]);
    round_trips([Boxed(Box::new(Number(1)))]);
    round_trips([Deep(List(vec![3]))]);
    round_trips([Map(BTreeMap::from([("a".into(), Number(1))]))]);
    round_trips([Text("x\n".into())]);
    round_trips([Pair((1, 2))]);
    let holds = Holds {
        number: Number(1),
        list: List(vec![2]),
        maybe: Maybe(None),
        deep: Deep(List(vec![])),
        text: Text("t".into()),
    };
    assert_eq!(
        write(&holds).as_deref(),
        Some(r#"{"number":1,"list":[2],"maybe":null,"deep":[],"text":"t"}"#)
    );
    round_trips([holds]);
    // A newtype's field is not the field of an `Option`: it has to be there.
    refuses::<Holds>(&[r#"{"number":1,"list":[2],"deep":[],"text":"t"}"#]);
    refuses::<Number>(&["[1]", "{\"0\":1}", "null", "-1"]);
}

#[test]
fn tuple_structs() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Pair(u8, String);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Triple(Option<bool>, f64, Vec<Pair>);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Fixed(u8, i64, char, (), bool, [u16; 3]);

    round_trips([Pair(1, "a".into())]);
    round_trips([Triple(None, 1.5, vec![]), Triple(Some(true), 0.0, vec![Pair(1, "b".into())])]);
    round_trips([Fixed(1, -2, 'c', (), true, [1, 2, 3])]);
    refuses::<Pair>(&[
        "[]",
        "[1]",
        "[1,\"a\",2]",
        "[\"a\",1]",
        "{}",
        "{\"0\":1,\"1\":\"a\"}",
        "null",
        "[1,\"a\"",
    ]);
    // An `Option` may not be missing here.
    refuses::<Triple>(&["[]", "[null]", "[null,1]"]);
    accepts::<Triple>(&["[null,1,[]]", "[true,1,[[1,\"a\"]]]"]);
}

#[test]
fn missing_options() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Options {
        plain: Option<u8>,
        boxed: Box<Option<u8>>,
        rc: Rc<Option<String>>,
        arc: Arc<Option<Vec<u8>>>,
        #[allow(clippy::redundant_allocation, reason = "an absent one is asked for through both")]
        twice: Box<Rc<Option<bool>>>,
        held: Option<Box<u8>>,
        cow: Cow<'static, Option<u8>>,
    }

    let none = Options {
        plain: None,
        boxed: Box::new(None),
        rc: Rc::new(None),
        arc: Arc::new(None),
        twice: Box::new(Rc::new(None)),
        held: None,
        cow: Cow::Owned(None),
    };
    reads("{}", none.clone());
    reads(r#"{"plain":null,"twice":null}"#, none.clone());
    round_trips([
        none,
        Options {
            plain: Some(1),
            boxed: Box::new(Some(2)),
            rc: Rc::new(Some("3".into())),
            arc: Arc::new(Some(vec![4])),
            twice: Box::new(Rc::new(Some(true))),
            held: Some(Box::new(5)),
            cow: Cow::Owned(Some(6)),
        },
    ]);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Required {
        unit: (),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Vector {
        list: Vec<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Tuple {
        tuple: (Option<u8>,),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Array {
        array: [Option<u8>; 1],
    }

    refuses::<Required>(&["{}"]);
    refuses::<Vector>(&["{}", r#"{"list":null}"#]);
    refuses::<Tuple>(&["{}", r#"{"tuple":[]}"#]);
    refuses::<Array>(&["{}", r#"{"array":[]}"#]);
}

#[test]
fn every_kind_of_field() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Inner {
        x: i8,
        y: Option<Box<Inner>>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Kinds {
        unsigned: (u8, u16, u32, u64, u128, usize),
        signed: (i8, i16, i32, i64, i128, isize),
        floats: [f32; 2],
        double: f64,
        flag: bool,
        letter: char,
        text: String,
        boxed: Box<str>,
        shared: Arc<str>,
        list: Vec<Inner>,
        map: BTreeMap<u8, Inner>,
        hash: HashMap<String, Vec<()>>,
        inner: Inner,
        unit: (),
    }

    let inner = Inner { x: -1, y: Some(Box::new(Inner { x: 1, y: None })) };
    round_trips([Kinds {
        unsigned: (u8::MAX, u16::MAX, u32::MAX, u64::MAX, u128::MAX, usize::MAX),
        signed: (i8::MIN, i16::MIN, i32::MIN, i64::MIN, i128::MIN, isize::MIN),
        floats: [f32::MAX, 1e-7],
        double: f64::MIN_POSITIVE,
        flag: true,
        letter: '\u{0}',
        text: "text".into(),
        boxed: "boxed".into(),
        shared: "shared".into(),
        list: vec![inner.clone(), inner.clone()],
        map: BTreeMap::from([(1, inner.clone()), (2, Inner { x: 0, y: None })]),
        hash: [("k".into(), vec![(), ()])].into(),
        inner,
        unit: (),
    }]);
}

#[test]
fn raw_and_foreign_identifiers() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Raw {
        r#type: u8,
        r#fn: u8,
        r#match: u8,
        normal: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Foreign {
        größe: u8,
        名前: String,
        _under: u8,
        __: u8,
        a1: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct r#Struct {
        a: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[allow(non_snake_case)]
    struct Locals {
        Some: u8,
        Ok: u8,
        cur: u8,
        w: u8,
        run: u8,
        out: u8,
        slots: u8,
        f0: u8,
        at: u8,
        lead: u8,
    }

    round_trips([Raw { r#type: 1, r#fn: 2, r#match: 3, normal: 4 }]);
    reads(
        r#"{"type":1,"fn":2,"match":3,"normal":4}"#,
        Raw { r#type: 1, r#fn: 2, r#match: 3, normal: 4 },
    );
    refuses::<Raw>(&[r#"{"r#type":1,"r#fn":2,"r#match":3,"normal":4}"#]);
    round_trips([Foreign { größe: 1, 名前: "x".into(), _under: 2, __: 3, a1: 4 }]);
    round_trips([r#Struct { a: 1 }]);
    round_trips([Locals {
        Some: 1,
        Ok: 2,
        cur: 3,
        w: 4,
        run: 5,
        out: 6,
        slots: 7,
        f0: 8,
        at: 9,
        lead: 10,
    }]);
}
