//! `flatten` with `deny_unknown_fields`, outside and inside.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, reads, refuses, round_trips};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Inner {
    a: u8,
    #[serde(default, alias = "bee")]
    b: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(deny_unknown_fields)]
struct StrictInner {
    c: u8,
    d: Option<u8>,
}

#[test]
fn outside() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        own: u8,
        #[serde(flatten)]
        inner: Inner,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct Two {
        #[serde(flatten)]
        inner: Inner,
        own: u8,
        #[serde(flatten)]
        strict: StrictInner,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct Maybe {
        own: u8,
        #[serde(flatten)]
        inner: Option<Inner>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields, rename_all = "UPPERCASE")]
    struct Lenient {
        #[serde(default)]
        own: u8,
        #[serde(flatten)]
        nothing: (),
    }

    round_trips([Strict { own: 1, inner: Inner { a: 1, b: None } }]);
    round_trips([Strict { own: 1, inner: Inner { a: 1, b: Some(2) } }]);
    accepts::<Strict>(&[r#"{"bee":1,"own":1,"a":2}"#, r#"{"a":1,"own":1}"#]);
    refuses::<Strict>(&[
        r#"{"a":1,"own":1,"more":1}"#,
        r#"{"more":null,"a":1,"own":1}"#,
        r#"{"a":1,"own":1,"inner":{}}"#,
        r#"{"a":1}"#,
        r#"{"own":1}"#,
        r#"{"a":1,"a":1,"own":1}"#,
        r#"{"b":1,"bee":1,"a":1,"own":1}"#,
        "[1,1,1]",
    ]);
    round_trips([Two {
        inner: Inner { a: 1, b: Some(2) },
        own: 3,
        strict: StrictInner { c: 4, d: None },
    }]);
    refuses::<Two>(&[r#"{"a":1,"own":1,"c":1,"e":1}"#, r#"{"a":1,"own":1,"d":1}"#]);
    round_trips([
        Maybe { own: 1, inner: None },
        Maybe { own: 1, inner: Some(Inner { a: 1, b: Some(1) }) },
    ]);
    refuses::<Maybe>(&[r#"{"own":1,"x":1}"#, r#"{"own":1,"a":1,"x":1}"#]);
    // What a failing option has looked at counts as known.
    reads(r#"{"own":1,"a":"x"}"#, Maybe { own: 1, inner: None });
    reads(r#"{"own":1,"b":1}"#, Maybe { own: 1, inner: None });
    round_trips([Lenient { own: 1, nothing: () }]);
    reads("{}", Lenient { own: 0, nothing: () });
    refuses::<Lenient>(&[r#"{"own":1}"#, r#"{"nothing":null}"#, "[]", "[1]"]);
}

/// What stands inside is strict about what it alone gets to see.
#[test]
fn inside() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Open {
        own: u8,
        #[serde(flatten)]
        strict: StrictInner,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct WithMap {
        own: u8,
        #[serde(flatten)]
        strict: StrictInner,
        #[serde(flatten)]
        rest: BTreeMap<String, u8>,
    }

    round_trips([Open { own: 1, strict: StrictInner { c: 1, d: Some(2) } }]);
    round_trips([WithMap {
        own: 1,
        strict: StrictInner { c: 1, d: Some(2) },
        rest: BTreeMap::from([("x".into(), 1)]),
    }]);
    accepts::<Open>(&[r#"{"own":1,"c":1,"more":1}"#, r#"{"x":{},"own":1,"c":1}"#]);
    refuses::<Open>(&[r#"{"own":1}"#, r#"{"own":1,"c":1,"c":1}"#]);
}

#[test]
fn enums() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum External {
        Number(u8),
        Fields { x: u8 },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Unit,
        Number(u8),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct WithExternal {
        own: u8,
        #[serde(flatten)]
        external: External,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct WithAdjacent {
        #[serde(flatten)]
        adjacent: Adjacent,
        own: u8,
    }

    round_trips([
        WithExternal { own: 1, external: External::Number(1) },
        WithExternal { own: 1, external: External::Fields { x: 1 } },
    ]);
    refuses::<WithExternal>(&[
        r#"{"own":1,"Number":1,"more":1}"#,
        r#"{"own":1,"Number":1,"Fields":{"x":1}}"#,
        r#"{"own":1}"#,
    ]);
    accepts::<WithExternal>(&[r#"{"own":1,"Fields":{"x":1,"more":1}}"#]);
    round_trips([
        WithAdjacent { adjacent: Adjacent::Unit, own: 1 },
        WithAdjacent { adjacent: Adjacent::Number(2), own: 1 },
    ]);
    refuses::<WithAdjacent>(&[
        r#"{"own":1,"t":"Unit","more":1}"#,
        r#"{"own":1,"t":"Number"}"#,
        r#"{"own":1,"c":1}"#,
    ]);
    accepts::<WithAdjacent>(&[r#"{"c":null,"own":1,"t":"Unit"}"#]);
}

#[test]
fn variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    enum External {
        Fields {
            own: u8,
            #[serde(flatten)]
            inner: Inner,
        },
        Plain {
            own: u8,
        },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields, untagged)]
    enum Untagged {
        Fields {
            own: u8,
            #[serde(flatten)]
            inner: Inner,
        },
        Plain {
            own: u8,
        },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields, tag = "t", content = "c")]
    enum Adjacent {
        Fields {
            own: u8,
            #[serde(flatten)]
            inner: Inner,
        },
        Plain {
            own: u8,
        },
    }

    let inner = || Inner { a: 1, b: None };
    round_trips([External::Fields { own: 1, inner: inner() }, External::Plain { own: 1 }]);
    refuses::<External>(&[r#"{"Fields":{"own":1,"a":1,"x":1}}"#, r#"{"Plain":{"own":1,"a":1}}"#]);
    round_trips([Untagged::Fields { own: 1, inner: inner() }, Untagged::Plain { own: 1 }]);
    refuses::<Untagged>(&[r#"{"own":1,"a":1,"x":1}"#, r#"{"own":1,"x":1}"#]);
    round_trips([Adjacent::Fields { own: 1, inner: inner() }, Adjacent::Plain { own: 1 }]);
    refuses::<Adjacent>(&[r#"{"t":"Fields","c":{"own":1,"a":1,"x":1}}"#]);
}
