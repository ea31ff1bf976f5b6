//! Structs of every shape, without tags: what is written, what is missing, twice or unknown, and in which order it may stand.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, read, reads, refuses, round_trips, write};

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
        twice: Box<Rc<Option<bool>>>,
        held: Option<Box<u8>>,
    }

    let none = Options {
        plain: None,
        boxed: Box::new(None),
        rc: Rc::new(None),
        arc: Arc::new(None),
        twice: Box::new(Rc::new(None)),
        held: None,
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

#[test]
fn names_that_begin_alike() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Alike {
        a: u8,
        aa: u8,
        aaa: u8,
        ab: u8,
        b: u8,
        aaaaaaaa: u8,
        aaaaaaab: u8,
        aaaaaaaaaaaaaaaaa: u8,
        aaaaaaaaaaaaaaaab: u8,
    }

    let value = Alike {
        a: 1,
        aa: 2,
        aaa: 3,
        ab: 4,
        b: 5,
        aaaaaaaa: 6,
        aaaaaaab: 7,
        aaaaaaaaaaaaaaaaa: 8,
        aaaaaaaaaaaaaaaab: 9,
    };
    round_trips([value.clone()]);
    let mut members = vec![
        ("a", 1),
        ("aa", 2),
        ("aaa", 3),
        ("ab", 4),
        ("b", 5),
        ("aaaaaaaa", 6),
        ("aaaaaaab", 7),
        ("aaaaaaaaaaaaaaaaa", 8),
        ("aaaaaaaaaaaaaaaab", 9),
    ];
    for i in 0..200 {
        let (from, to) = (i * 7 % members.len(), (i * 5 + 3) % members.len());
        members.swap(from, to);
        let text: Vec<String> = members.iter().map(|(name, n)| format!("\"{name}\":{n}")).collect();
        assert_eq!(read(&format!("{{{}}}", text.join(","))), Some(value.clone()));
    }
}

/// A struct with so many fields that their mask is more than one word.
macro_rules! many {
    ($name:ident: $($field:ident)*) => {

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct $name { $($field: Option<u16>),* }


        impl $name {
            const NAMES: &[&str] = &[$(stringify!($field)),*];

            fn get(&self, i: usize) -> Option<u16> {
                [$(self.$field),*][i]
            }
        }
    };
}

many! { Sixty4: a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 }
many! { Sixty5: a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 g4 }
many! { Seventy: a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9 c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9 e0 e1 e2 e3 e4 e5 e6 e7 e8 e9 f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 g0 g1 g2 g3 g4 g5 g6 g7 g8 g9 }

#[test]
fn many_fields() {
    macro_rules! check {
        ($($name:ident)*) => {$(
            let names = $name::NAMES;
            reads("{}", $name::default());
            for (i, name) in names.iter().enumerate() {
                let text = format!("{{\"{name}\":{i}}}");
                let value = read::<$name>(&text).expect("one field");
                for j in 0..names.len() {
                    assert_eq!(value.get(j), (i == j).then_some(i as u16));
                }
                for other in [0, i, (i + 64) % names.len(), names.len() - 1] {
                    let text = format!("{{\"{name}\":1,\"{}\":2}}", names[other]);
                    assert_eq!(read::<$name>(&text).is_none(), i == other, "{text}");
                }
            }
            let all: Vec<String> = names.iter().rev().map(|name| format!("\"{name}\":1")).collect();
            accepts::<$name>(&[&format!("{{{}}}", all.join(","))]);
            refuses::<$name>(&[&format!("{{{},{}}}", all.join(","), all[0])]);
        )*};
    }
    check! { Sixty4 Sixty5 Seventy }
}
