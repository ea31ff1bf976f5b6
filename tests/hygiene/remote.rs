//! Definitions, of which nobody makes a value or looks at a field, in one direction or both: not a word of rustc's about dead code, nor
//! about documentation where they are public.

use fastjson::{Decode, Encode, FastJson};

mod other {
    #[derive(Debug, PartialEq, Clone, Copy)]
    pub(super) struct Point<T> {
        pub(super) x: T,
        pub(super) y: T,
    }

    #[derive(Debug, PartialEq, Clone, Copy)]
    pub(super) struct Hidden(u8);

    impl Hidden {
        pub(super) fn new(n: u8) -> Hidden {
            Hidden(n)
        }

        pub(super) fn get(self) -> u8 {
            self.0
        }
    }

    #[derive(Debug, PartialEq, Clone, Copy)]
    pub(super) enum Kind {
        Unit,
        Tuple(u8, u8),
        Struct { a: u8 },
    }

    #[derive(Debug, PartialEq, Clone, Copy)]
    #[repr(C, packed)]
    pub(super) struct Packed<'a> {
        pub(super) a: u8,
        pub(super) text: &'a str,
    }
}

#[derive(FastJson)]
#[fastjson(remote = other::Point)]
struct PointDef<T> {
    x: T,
    y: T,
}

/// Public to the eye.
#[derive(FastJson)]
#[fastjson(remote = core::time::Duration)]
#[derive(Clone, Copy, Debug)]
pub struct Time {
    #[fastjson(getter = core::time::Duration::as_secs)]
    secs: u64,
    #[fastjson(getter = core::time::Duration::subsec_nanos)]
    nanos: u32,
}

impl From<Time> for core::time::Duration {
    fn from(time: Time) -> Self {
        Self::new(time.secs, time.nanos)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref)]
fn get(hidden: &other::Hidden) -> u8 {
    hidden.get()
}

#[derive(Encode)]
#[fastjson(remote = "other::Hidden")]
struct HiddenOut(#[fastjson(getter = "get")] u8);

#[derive(Decode)]
#[fastjson(remote = "other::Hidden")]
struct HiddenIn(#[fastjson(getter = "get")] u8);

impl From<HiddenIn> for other::Hidden {
    fn from(HiddenIn(n): HiddenIn) -> Self {
        Self::new(n)
    }
}

#[derive(Encode)]
#[fastjson(remote = "other::Kind")]
enum KindOut {
    Unit,
    Tuple(u8, u8),
    Struct { a: u8 },
}

#[derive(Decode)]
#[fastjson(remote = "other::Kind")]
enum KindIn {
    Unit,
    Tuple(u8, u8),
    Struct { a: u8 },
}

#[derive(FastJson)]
#[fastjson(remote = "other::Packed")]
#[repr(C, packed)]
struct PackedDef<'a> {
    a: u8,
    text: &'a str,
}

#[derive(FastJson, Debug, PartialEq)]
struct All {
    #[fastjson(with = "PointDef")]
    point: other::Point<u8>,
    #[fastjson(as = "Option<PointDef<u8>>")]
    maybe: Option<other::Point<u8>>,
    #[fastjson(as = "Time")]
    time: core::time::Duration,
    #[fastjson(serialize_with = "HiddenOut::encode", deserialize_with = "HiddenIn::decode")]
    hidden: other::Hidden,
    #[fastjson(serialize_with = "KindOut::encode", deserialize_with = "KindIn::decode")]
    kind: other::Kind,
}

#[derive(FastJson, Debug, PartialEq)]
struct Borrows<'a> {
    #[fastjson(with = "PackedDef", borrow)]
    packed: other::Packed<'a>,
}

#[test]
fn all_shapes() {
    let point = other::Point { x: 1, y: 2 };
    let mut all = All {
        point,
        maybe: Some(point),
        time: core::time::Duration::new(1, 2),
        hidden: other::Hidden::new(3),
        kind: other::Kind::Unit,
    };
    let texts = [r#""Unit""#, r#"{"Tuple":[1,2]}"#, r#"{"Struct":{"a":1}}"#];
    let kinds = [other::Kind::Unit, other::Kind::Tuple(1, 2), other::Kind::Struct { a: 1 }];
    for (kind, text) in kinds.into_iter().zip(texts) {
        all.kind = kind;
        let rest =
            r#""point":{"x":1,"y":2},"maybe":{"x":1,"y":2},"time":{"secs":1,"nanos":2},"hidden":3"#;
        crate::round_trip(&all, &format!(r#"{{{rest},"kind":{text}}}"#));
    }
    let text = r#"{"packed":{"a":1,"text":"t"}}"#;
    let borrows = Borrows { packed: other::Packed { a: 1, text: "t" } };
    assert_eq!(fastjson::to_string(&borrows).unwrap(), text);
    assert_eq!(fastjson::from_str::<Borrows<'_>>(text).unwrap(), borrows);
}
