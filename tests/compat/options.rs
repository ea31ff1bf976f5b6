//! Options and units: missing, null, nested, boxed, with defaults, in every representation.

use std::marker::PhantomData;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, reads, refuses, round_trips, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Unit;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Wrapper(Option<u8>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Through {
    maybe: Option<u8>,
}

mod double {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        value: &Option<Option<u8>>,
        s: S,
    ) -> Result<S::Ok, S::Error> {
        value.as_ref().and_then(Option::as_ref).serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        d: D,
    ) -> Result<Option<Option<u8>>, D::Error> {
        Option::<u8>::deserialize(d).map(Some)
    }
}

#[test]
fn fields() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Fields {
        plain: Option<u8>,
        boxed: Box<Option<u8>>,
        inside: Option<Box<u8>>,
        shared: Rc<Option<String>>,
        unit: Option<Unit>,
        nil: Option<()>,
        list: Option<Vec<Option<u8>>>,
        through: Through,
        #[serde(skip_serializing_if = "Option::is_none")]
        skipped: Option<bool>,
        #[serde(default = "some")]
        some: Option<u8>,
    }

    fn some() -> Option<u8> {
        Some(9)
    }
    let none = || Fields {
        plain: None,
        boxed: Box::new(None),
        inside: None,
        shared: Rc::new(None),
        unit: None,
        nil: None,
        list: None,
        through: Through { maybe: None },
        skipped: None,
        some: None,
    };
    round_trips([none()]);
    round_trips([Fields {
        plain: Some(1),
        boxed: Box::new(Some(2)),
        inside: Some(Box::new(3)),
        shared: Rc::new(Some("s".into())),
        list: Some(vec![None, Some(4)]),
        through: Through { maybe: Some(5) },
        skipped: Some(true),
        some: Some(6),
        ..none()
    }]);
    accepts::<Fields>(&[r#"{"boxed":null,"shared":null,"through":null}"#]);
    assert!(write(&Fields { unit: Some(Unit), nil: Some(()), ..none() }).is_some());
}

#[test]
fn missing() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Plain {
        a: Option<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Boxed {
        a: Box<Option<u8>>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Newtype {
        a: Wrapper,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Transparent {
        a: Through,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Nil {
        a: (),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Phantom {
        a: PhantomData<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Generic<T> {
        a: T,
    }

    reads("{}", Plain { a: None });
    reads("{}", Boxed { a: Box::new(None) });
    refuses::<Newtype>(&["{}"]);
    reads(r#"{"a":null}"#, Newtype { a: Wrapper(None) });
    reads("{}", Transparent { a: Through { maybe: None } });
    refuses::<Nil>(&["{}", r#"{"a":[]}"#, r#"{"a":{}}"#]);
    refuses::<Phantom>(&["{}"]);
    round_trips([Phantom { a: PhantomData }]);
    round_trips([Nil { a: () }]);
    reads("{}", Generic { a: None::<u8> });
    refuses::<Generic<u8>>(&["{}", r#"{"a":null}"#]);
    // In an array, nothing may be missing.
    refuses::<Plain>(&["[]"]);
    refuses::<Generic<Option<u8>>>(&["[]"]);
}

#[test]
fn doubled() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Double {
        #[serde(default, with = "double", skip_serializing_if = "Option::is_none")]
        a: Option<Option<u8>>,
        b: u8,
    }

    round_trips([
        Double { a: None, b: 1 },
        Double { a: Some(None), b: 1 },
        Double { a: Some(Some(2)), b: 1 },
    ]);
    reads(r#"{"b":1}"#, Double { a: None, b: 1 });
    reads(r#"{"a":null,"b":1}"#, Double { a: Some(None), b: 1 });
    reads("null", None::<Option<u8>>);
    reads("[null,1]", vec![None, Some(Some(1))]);
}

macro_rules! variants {
    ($($module:ident: ($($key:tt)*);)*) => { $(
        #[test]
        fn $module() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde($($key)*)]
            enum Test {
                Fields {
                    fields: u8,
                    maybe: Option<u8>,
                    boxed: Box<Option<u8>>,
                    #[serde(skip_serializing_if = "Option::is_none")]
                    skipped: Option<Vec<u8>>,
                },
                Lists { lists: Vec<Option<u8>>, nil: (), unit: Unit, phantom: PhantomData<u8> },
                Through { through: Through, wrapper: Wrapper },
                All { a: Option<u8>, b: Option<Unit> },
            }

            round_trips([
                Test::Fields { fields: 1, maybe: None, boxed: Box::new(None), skipped: None },
                Test::Fields {
                    fields: 1,
                    maybe: Some(1),
                    boxed: Box::new(Some(2)),
                    skipped: Some(vec![]),
                },
                Test::Lists { lists: vec![None, Some(1)], nil: (), unit: Unit, phantom: PhantomData },
                Test::Through { through: Through { maybe: None }, wrapper: Wrapper(Some(1)) },
                Test::All { a: Some(1), b: None },
                Test::All { a: None, b: None },
            ]);
        }
    )* };
}

variants! {
    external: (rename_all = "lowercase");
    internal: (tag = "t");
    adjacent: (tag = "t", content = "c");
    untagged: (untagged);
}
