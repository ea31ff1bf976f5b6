//! `flatten` of what has fields: structs one, two and three levels deep, several, generic, optional, boxed, empty.

use std::marker::PhantomData;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, bends, reads, refuses, round_trips, write};

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Inner {
    a: u8,
    b: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "camelCase")]
struct Page {
    page_size: u32,
    #[serde(default, alias = "n", skip_serializing_if = "Option::is_none")]
    page_number: Option<u32>,
    #[serde(default = "ten", rename = "max")]
    maximum: u8,
}

fn ten() -> u8 {
    10
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Two {
    two: u8,
    #[serde(flatten)]
    inner: Inner,
    last: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Three {
    #[serde(flatten)]
    two: Two,
    #[serde(flatten)]
    page: Page,
    three: (u8, u8),
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Generic<T, U = ()> {
    first: u8,
    #[serde(flatten)]
    t: T,
    #[serde(flatten)]
    u: U,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Unit;

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Empty {}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Newtype(Inner);

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Through<T> {
    t: T,
    p: PhantomData<u8>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(default)]
struct Lenient {
    name: String,
    size: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
struct Only {
    #[serde(flatten)]
    inner: Inner,
}

impl Lenient {
    fn is_default(&self) -> bool {
        *self == Lenient::default()
    }
}

fn inner() -> Inner {
    Inner { a: 1, b: Some("b".into()) }
}

fn page() -> Page {
    Page { page_size: 20, page_number: Some(1), maximum: 9 }
}

#[test]
fn levels() {
    let two = || Two { two: 2, inner: inner(), last: vec![1] };
    round_trips([Only { inner: inner() }]);
    round_trips([two(), Two::default()]);
    round_trips([Three { two: two(), page: page(), three: (3, 3) }]);
    assert_eq!(
        write(&Three { two: two(), page: page(), three: (3, 3) }).as_deref(),
        Some(
            r#"{"two":2,"a":1,"b":"b","last":[1],"pageSize":20,"pageNumber":1,"max":9,"three":[3,3]}"#
        )
    );
    reads(
        r#"{"three":[3,3],"n":1,"last":[1],"max":9,"b":"b","pageSize":20,"a":1,"more":{},"two":2}"#,
        Three { two: two(), page: page(), three: (3, 3) },
    );
    reads(r#"{"last":[],"two":0,"a":0}"#, Two::default());
    refuses::<Two>(&[
        "{}",
        "[]",
        r#"[2,1,"b",[1]]"#,
        r#"{"last":[],"two":0}"#,
        r#"{"last":[],"a":0}"#,
        r#"{"last":[],"two":0,"a":null}"#,
        r#"{"last":[],"two":0,"a":1,"a":2}"#,
        r#"{"last":[],"two":0,"two":1,"a":1}"#,
        r#"{"last":[],"two":0,"inner":{"a":1}}"#,
    ]);
    // Unknown members are ignored, however often; a name in both takes nothing twice.
    accepts::<Two>(&[r#"{"x":1,"last":[],"two":0,"x":2,"a":0,"x":3}"#]);
    refuses::<Three>(&[
        r#"{"three":[3,3],"last":[],"two":0,"a":0}"#,
        r#"{"three":[3,3],"last":[],"two":0,"a":0,"pageSize":1,"n":1,"pageNumber":2}"#,
    ]);
}

#[test]
fn generic() {
    round_trips([Generic { first: 1, t: inner(), u: () }]);
    round_trips([Generic { first: 1, t: page(), u: inner() }]);
    round_trips([Generic { first: 1, t: Two::default(), u: Lenient::default() }]);
    round_trips([Generic { first: 1, t: Some(inner()), u: Some(page()) }]);
    round_trips([Generic { first: 1, t: None::<Inner>, u: None::<Page> }]);
    round_trips([Generic { first: 1, t: Box::new(inner()), u: Rc::new(page()) }]);
    round_trips([Generic { first: 1, t: Newtype(inner()), u: Unit }]);
    round_trips([Generic { first: 1, t: Empty {}, u: Box::new(Some(Box::new(inner()))) }]);
    round_trips([Generic {
        first: 1,
        t: Through { t: inner(), p: PhantomData },
        u: Through { t: (), p: PhantomData },
    }]);
}

#[test]
fn options() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Maybe {
        own: u8,
        #[serde(flatten)]
        inner: Option<Inner>,
        #[serde(flatten)]
        page: Option<Page>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct MaybeLenient {
        #[serde(flatten)]
        lenient: Option<Lenient>,
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        empty: Option<Empty>,
    }

    round_trips([
        Maybe { own: 1, inner: None, page: None },
        Maybe { own: 1, inner: Some(inner()), page: None },
        Maybe { own: 1, inner: None, page: Some(page()) },
        Maybe { own: 1, inner: Some(inner()), page: Some(page()) },
    ]);
    // Anything that fails inside makes it none.
    for text in [
        r#"{"own":1}"#,
        r#"{"own":1,"a":null}"#,
        r#"{"own":1,"a":300}"#,
        r#"{"own":1,"b":"b"}"#,
        r#"{"own":1,"a":1,"b":2}"#,
        r#"{"a":{"x":[]},"own":1,"pageSize":-1}"#,
    ] {
        reads(text, Maybe { own: 1, inner: None, page: None });
    }
    // Where nothing is required, there is always some.
    reads("{}", MaybeLenient { lenient: Some(Lenient::default()), empty: Some(Empty {}) });
    reads(r#"{"name":1}"#, MaybeLenient { lenient: None, empty: Some(Empty {}) });
    bends::<MaybeLenient>(r#"{"name":"n","size":1}"#);
}

#[test]
fn defaults() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Field {
        own: u8,
        #[serde(flatten, default)]
        inner: Inner,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(default)]
    struct Container {
        own: u8,
        #[serde(flatten)]
        inner: Inner,
        #[serde(flatten)]
        lenient: Lenient,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Skipped {
        own: u8,
        #[serde(flatten, skip_serializing)]
        inner: Inner,
        #[serde(flatten, skip_deserializing)]
        page: Page,
        #[serde(flatten, skip)]
        never: Lenient,
        #[serde(flatten, skip_serializing_if = "Lenient::is_default")]
        lenient: Lenient,
    }

    impl Default for Container {
        fn default() -> Container {
            Container { own: 5, inner: inner(), lenient: Lenient { name: "d".into(), size: None } }
        }
    }

    round_trips([Field { own: 1, inner: inner() }]);
    // A default does not reach what is flattened.
    refuses::<Field>(&[r#"{"own":1}"#]);
    refuses::<Container>(&["{}", r#"{"own":1}"#]);
    reads(
        r#"{"a":3}"#,
        Container { own: 5, inner: Inner { a: 3, b: None }, lenient: Lenient::default() },
    );
    let value = || Skipped {
        own: 1,
        inner: inner(),
        page: page(),
        never: Lenient::default(),
        lenient: Lenient::default(),
    };
    assert_eq!(
        write(&value()).as_deref(),
        Some(r#"{"own":1,"pageSize":20,"pageNumber":1,"max":9}"#)
    );
    reads(r#"{"own":1,"a":1,"b":"b","pageSize":1}"#, Skipped { page: Page::default(), ..value() });
    bends::<Skipped>(r#"{"own":1,"a":1,"b":"b","name":"n"}"#);
}

#[test]
fn names_in_two_places() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Both {
        #[serde(flatten)]
        first: Option<Inner>,
        #[serde(flatten)]
        second: Option<Two>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Own {
        a: Option<u8>,
        #[serde(flatten)]
        inner: Option<Inner>,
    }

    // Own names take first, then the flattened ones in order; what one takes is gone for the next.
    reads(r#"{"a":1}"#, Both { first: Some(Inner { a: 1, b: None }), second: None });
    reads(r#"{"a":1,"two":2,"last":[]}"#, {
        Both { first: Some(Inner { a: 1, b: None }), second: None }
    });
    reads(r#"{"a":1}"#, Own { a: Some(1), inner: None });
    reads(r#"{"b":"b"}"#, Own { a: None, inner: None });
    refuses::<Own>(&[r#"{"a":1,"a":"x"}"#, r#"{"a":1,"a":2,"b":"x"}"#]);
    bends::<Own>(r#"{"a":1,"b":"x"}"#);
    assert_eq!(
        write(&Own { a: Some(1), inner: Some(inner()) }).as_deref(),
        Some(r#"{"a":1,"a":1,"b":"b"}"#)
    );
}
