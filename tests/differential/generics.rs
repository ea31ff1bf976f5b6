//! Generics: type parameters, lifetimes, constants, where-clauses, defaults, associated types, borrowed fields.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::marker::PhantomData;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, read, reads, refuses, round_trips, write};

#[test]
fn type_parameters() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct One<T> {
        value: T,
        list: Vec<T>,
        maybe: Option<T>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Two<A, B>(A, B);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Wrap<T>(T);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Either<L, R> {
        Left(L),
        Right(R),
        Both { left: L, right: R },
        Neither,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Map<K: Ord, V> {
        map: BTreeMap<K, V>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Defaulted<T = u8> {
        value: T,
    }

    round_trips([One { value: 1_u8, list: vec![2], maybe: None }]);
    round_trips([One { value: "a".to_owned(), list: vec![], maybe: Some("b".to_owned()) }]);
    round_trips([One {
        value: One { value: (), list: vec![], maybe: None },
        list: vec![],
        maybe: None,
    }]);
    round_trips([Two(1_u8, "b".to_owned())]);
    round_trips([Two(Two(1.5, true), [None, Some('c')])]);
    round_trips([Wrap(vec![Wrap(1_u8)])]);
    round_trips([
        Either::<u8, String>::Left(1),
        Either::Right("r".into()),
        Either::Both { left: 1, right: "r".into() },
        Either::Neither,
    ]);
    round_trips([Map { map: BTreeMap::from([(1_u8, Wrap("a".to_owned()))]) }]);
    round_trips([Map { map: BTreeMap::from([("k".to_owned(), 1.5)]) }]);
    round_trips([Defaulted { value: 7 }]);
    round_trips([Defaulted { value: "seven".to_owned() }]);
    reads(r#"{"value":null,"list":[]}"#, One { value: None::<u8>, list: vec![], maybe: None });
    // An absent field of a type parameter that is an `Option` is `None`.
    reads(r#"{"list":[]}"#, One { value: None::<u8>, list: vec![], maybe: None });
    refuses::<One<u8>>(&[r#"{"list":[]}"#]);
}

#[test]
fn bounds_and_where_clauses() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Bounded<T: Display + Clone>
    where
        T: PartialOrd,
    {
        value: T,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Clauses<A, B>
    where
        A: Default,
        B: Into<String>,
        Vec<A>: Debug,
    {
        #[serde(default)]
        a: A,
        b: B,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Choice<T: Copy>
    where
        Option<T>: PartialEq,
    {
        One(T),
        More(Vec<T>),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Skipped<T> {
        a: u8,
        #[serde(skip)]
        none: PhantomData<T>,
    }

    round_trips([Bounded { value: 1.5 }]);
    round_trips([Clauses { a: 1_u8, b: "x".to_owned() }]);
    reads(r#"{"b":"x"}"#, Clauses { a: 0_u8, b: "x".to_owned() });
    round_trips([Choice::One('c'), Choice::More(vec!['d'])]);
    #[derive(Debug, Clone, PartialEq)]
    struct NoCodec;
    assert_eq!(
        write(&Skipped::<NoCodec> { a: 1, none: PhantomData }).as_deref(),
        Some(r#"{"a":1}"#)
    );
    reads(r#"{"a":1}"#, Skipped::<NoCodec> { a: 1, none: PhantomData });
}

#[test]
fn constants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Counted<const N: usize> {
        n: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Sized<T, const N: usize>(Vec<[T; 2]>);

    round_trips([Counted::<3> { n: 1 }]);
    round_trips([Sized::<u8, 4>(vec![[1, 2]])]);
    /// An array of any length: serde has those up to 32.
    #[derive(Debug, PartialEq, fastjson::FastJson)]
    struct Array<const N: usize> {
        all: [u16; N],
    }
    let value = Array { all: [7; 40] };
    let text = fastjson::to_string(&value).expect("its text");
    assert_eq!(fastjson::from_str::<Array<40>>(&text).expect("its own text"), value);
    assert!(fastjson::from_str::<Array<39>>(&text).is_err());
}

#[test]
fn borrowed_fields() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Borrows<'a> {
        text: &'a str,
        maybe: Option<&'a str>,
        n: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Newtype<'a>(&'a str);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Pair<'a, 'b>(&'a str, &'b str);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Token<'a> {
        Word(&'a str),
        Number(f64),
        Pair { left: &'a str, right: Box<Token<'a>> },
        End,
    }

    // serde wants to be told what borrows here, and fastjson does not (yet) know the word.
    #[derive(Debug, PartialEq, FastJson)]
    struct Nested<'a> {
        inner: Borrows<'a>,
        list: Vec<&'a str>,
        map: BTreeMap<&'a str, &'a str>,
    }
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Mixed<'a, T> {
        text: &'a str,
        value: T,
    }

    let borrows = Borrows { text: "a", maybe: None, n: 1 };
    assert_eq!(write(&borrows).as_deref(), Some(r#"{"text":"a","maybe":null,"n":1}"#));
    reads(r#"{"text":"a","n":1}"#, borrows.clone());
    refuses::<Borrows<'_>>(&[
        r#"{"text":"\n","n":1}"#,
        r#"{"text":"a","maybe":"\u0041","n":1}"#,
        r#"{"text":1,"n":1}"#,
    ]);
    reads(r#""a""#, Newtype("a"));
    reads(r#"["a","b"]"#, Pair("a", "b"));
    let tokens = [
        Token::Word("w"),
        Token::Number(1.5),
        Token::Pair { left: "l", right: Box::new(Token::End) },
    ];
    let text = write(&tokens).expect("an array");
    assert_eq!(read::<Vec<Token<'_>>>(&text).as_deref(), Some(&tokens[..]));
    refuses::<Token<'_>>(&[r#"{"Word":"\t"}"#, r#""Word""#]);
    let nested = Nested { inner: borrows, list: vec!["x", "y"], map: BTreeMap::from([("k", "v")]) };
    let text = fastjson::to_string(&nested).expect("an object");
    assert_eq!(
        text,
        r#"{"inner":{"text":"a","maybe":null,"n":1},"list":["x","y"],"map":{"k":"v"}}"#
    );
    assert_eq!(fastjson::from_str::<Nested<'_>>(&text).expect("its own text"), nested);
    reads(r#"{"text":"a","value":[1]}"#, Mixed { text: "a", value: vec![1_u8] });

    // The text is borrowed, not copied.
    let text = String::from(r#"{"text":"borrowed","n":1}"#);
    let value: Borrows<'_> = fastjson::from_str(&text).expect("an object");
    assert!(text.as_bytes().as_ptr_range().contains(&value.text.as_ptr()));
}

#[test]
fn cows() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Held<'a> {
        text: Cow<'a, str>,
        list: Vec<Cow<'a, str>>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Static {
        text: Cow<'static, str>,
    }

    let value = Held { text: "a".into(), list: vec!["b".into(), "\n".into()] };
    let text = write(&value).expect("an object");
    assert_eq!(read::<Held<'_>>(&text), Some(value));
    round_trips([Static { text: "x".into() }]);
}

#[test]
fn own_bounds() {
    trait Named {
        type Id;
    }
    #[derive(Debug, Clone, PartialEq)]
    struct User;
    impl Named for User {
        type Id = u32;
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(bound(
        serialize = "T::Id: serde::Serialize",
        deserialize = "T::Id: serde::Deserialize<'de>"
    ))]
    #[fastjson(bound(
        serialize = "T::Id: fastjson::Encode",
        deserialize = "T::Id: fastjson::Decode<'de>"
    ))]
    struct ById<T: Named>
    where
        T::Id: Debug + Clone + PartialEq,
    {
        id: T::Id,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Inferred<T: Named>
    where
        T::Id: Debug + Clone + PartialEq,
    {
        id: T::Id,
        more: Vec<T::Id>,
    }

    reads(r#"{"id":7}"#, ById::<User> { id: 7 });
    assert_eq!(write(&ById::<User> { id: 7 }).as_deref(), Some(r#"{"id":7}"#));
    reads(r#"{"id":7,"more":[8]}"#, Inferred::<User> { id: 7, more: vec![8] });
    assert_eq!(
        write(&Inferred::<User> { id: 7, more: vec![] }).as_deref(),
        Some(r#"{"id":7,"more":[]}"#)
    );
    accepts::<Inferred<User>>(&[r#"[7,[8]]"#]);
}

#[test]
fn one_direction() {
    #[derive(serde::Serialize, fastjson::Encode)]
    #[serde(rename_all = "camelCase")]
    struct Out<'a, T: ?Sized> {
        some_text: &'a str,
        any: &'a T,
        slice: &'a [u8],
    }
    #[derive(Debug, PartialEq, serde::Deserialize, fastjson::Decode)]
    #[serde(deny_unknown_fields)]
    enum In<T> {
        One(T),
        Two {
            #[serde(default)]
            x: T,
        },
        #[serde(alias = "3")]
        Three,
    }
    assert_eq!(
        write(&Out { some_text: "a", any: "b", slice: &[1] }).as_deref(),
        Some(r#"{"someText":"a","any":"b","slice":[1]}"#)
    );
    assert_eq!(
        write(&Out { some_text: "", any: &[()][..], slice: &[] }).as_deref(),
        Some(r#"{"someText":"","any":[null],"slice":[]}"#)
    );
    reads(r#"{"One":1}"#, In::One(1));
    reads(r#"{"Two":{}}"#, In::Two { x: 0 });
    reads(r#""3""#, In::<u8>::Three);
    refuses::<In<u8>>(&[r#"{"Two":{"y":1}}"#, "\"One\"", "3"]);
}
