//! `#[fastjson(serde)]` on a container, as the generated code has it: what has fastjson's traits goes through these, what has only serde's
//! through the bridge.

use std::collections::BTreeMap;

use fastjson::__codegen_v1 as __fj;
use fastjson::{Cursor, Decode, Encode, FastJson, Result, Writer};
use serde::{Deserialize, Serialize};

/// Has only serde's traits.
#[derive(Serialize, Deserialize, Debug, PartialEq, Clone)]
struct Theirs {
    a: u8,
}

/// The same with a lifetime.
#[derive(Serialize, Deserialize, Debug, PartialEq, Clone)]
struct TheirsBorrowed<'a> {
    text: &'a str,
}

/// Has only fastjson's.
#[derive(FastJson, Debug, PartialEq, Clone)]
struct Ours<'a> {
    text: &'a str,
}

/// Has both, which differ.
#[derive(Serialize, Deserialize, Debug, PartialEq, Clone)]
struct Both(u8);

impl Encode for Both {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.literal("\"native\"");
        Ok(())
    }
}

impl<'de> Decode<'de> for Both {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        cur.string().map(|_| Both(0))
    }

    fn absent() -> Option<Self> {
        Some(Both(99))
    }
}

/// What the derive makes of a field of type `$type`, in a function for each.
macro_rules! field {
    ($([$($a:lifetime)?] $type:ty => $write:ident $read:ident $absent:ident;)*) => {$(
        fn $write<$($a)?>(value: &$type, __w: &mut Writer<'_>) -> Result<()> {
            use __fj::serde::auto::traits::*;
            (&&&__fj::serde::auto::Auto(value)).__fj_encode(__w)
        }

        fn $read<'__de $(: $a, $a)?>(
            __c: &mut Cursor<'__de>,
            __slot: &mut Option<$type>,
        ) -> Result<()> {
            use __fj::serde::auto::traits::*;
            (&&&__fj::serde::auto::Probe::<$type>::NEW).__fj_decode_slot(__c, __slot)
        }

        fn $absent<$($a)?>() -> Option<$type> {
            use __fj::serde::auto::traits::*;
            (&&&__fj::serde::auto::Probe::<$type>::NEW).__fj_absent()
        }
    )*};
}

field! {
    [] Theirs => write_theirs read_theirs absent_theirs;
    ['a] TheirsBorrowed<'a> => write_borrowed read_borrowed absent_borrowed;
    ['a] Ours<'a> => write_ours read_ours absent_ours;
    [] Both => write_both read_both absent_both;
    [] Vec<Option<Theirs>> => write_theirs_in read_theirs_in absent_theirs_in;
    ['a] Option<Vec<Ours<'a>>> => write_ours_in read_ours_in absent_ours_in;
    [] Option<Theirs> => write_option read_option absent_option;
    [] Box<Both> => write_both_in read_both_in absent_both_in;
    ['a] &'a str => write_str read_str absent_str;
    ['a] BTreeMap<u8, TheirsBorrowed<'a>> => write_map read_map absent_map;
    [] (u8, Both) => write_pair read_pair absent_pair;
}

/// A generic item: the parameter counts as native, alone and in containers.
fn write_generic<T: Encode>(value: &(T, Vec<T>), __w: &mut Writer<'_>) -> Result<()> {
    use __fj::serde::auto::traits::*;
    __w.literal("[");
    (&&&__fj::serde::auto::Auto(&value.0)).__fj_encode(__w)?;
    __w.literal(",");
    (&&&__fj::serde::auto::Auto(&value.1)).__fj_encode(__w)?;
    __w.literal("]");
    Ok(())
}

fn read_generic<'__de, T: Decode<'__de>>(
    __c: &mut Cursor<'__de>,
    __slot: &mut Option<Vec<T>>,
) -> Result<()> {
    use __fj::serde::auto::traits::*;
    (&&&__fj::serde::auto::Probe::<Vec<T>>::NEW).__fj_decode_slot(__c, __slot)
}

/// A parameter that is bound to serde's traits instead goes through the bridge.
#[expect(clippy::needless_borrow, reason = "generated code does not know which choice it is")]
fn write_bound<T: Serialize>(value: &T, __w: &mut Writer<'_>) -> Result<()> {
    use __fj::serde::auto::traits::*;
    (&&&__fj::serde::auto::Auto(value)).__fj_encode(__w)
}

/// Calls a function where a writer is to be had.
struct Written<F>(F);

impl<F: Fn(&mut Writer<'_>) -> Result<()>> Encode for Written<F> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        self.0(w)
    }
}

fn text(write: impl Fn(&mut Writer<'_>) -> Result<()>) -> String {
    fastjson::to_string(&Written(write)).expect("a value")
}

/// Reads by the function that is given as a type.
macro_rules! read {
    ($text:expr, $read:ident: $type:ty) => {{
        struct Read<'a>($type, std::marker::PhantomData<&'a ()>);

        impl<'de: 'a, 'a> Decode<'de> for Read<'a> {
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                let mut slot = None;
                $read(cur, &mut slot)?;
                Ok(Read(slot.expect("a value"), std::marker::PhantomData))
            }
        }
        fastjson::from_str::<Read<'_>>($text).expect("a value").0
    }};
}

#[test]
fn writes() {
    let (theirs, ours) = (Theirs { a: 1 }, Ours { text: "x" });
    let borrowed = TheirsBorrowed { text: "y" };
    assert_eq!(text(|w| write_theirs(&theirs, w)), r#"{"a":1}"#);
    assert_eq!(text(|w| write_borrowed(&borrowed, w)), r#"{"text":"y"}"#);
    assert_eq!(text(|w| write_ours(&ours, w)), r#"{"text":"x"}"#);
    assert_eq!(text(|w| write_both(&Both(1), w)), "\"native\"");
    assert_eq!(
        text(|w| write_theirs_in(&vec![None, Some(theirs.clone())], w)),
        r#"[null,{"a":1}]"#
    );
    assert_eq!(text(|w| write_ours_in(&Some(vec![ours.clone()]), w)), r#"[{"text":"x"}]"#);
    assert_eq!(text(|w| write_option(&None, w)), "null");
    assert_eq!(text(|w| write_both_in(&Box::new(Both(1)), w)), "\"native\"");
    assert_eq!(text(|w| write_str(&"z", w)), "\"z\"");
    assert_eq!(
        text(|w| write_map(&BTreeMap::from([(1, borrowed.clone())]), w)),
        r#"{"1":{"text":"y"}}"#
    );
    assert_eq!(text(|w| write_pair(&(1, Both(1)), w)), r#"[1,"native"]"#);
}

#[test]
fn reads() {
    let source = String::from(r#"{"text":"x"}"#);
    assert_eq!(read!(r#"{"a":1}"#, read_theirs: Theirs), Theirs { a: 1 });
    assert_eq!(read!(&source, read_borrowed: TheirsBorrowed<'a>).text, "x");
    assert_eq!(read!(&source, read_ours: Ours<'a>).text, "x");
    assert_eq!(read!("\"any\"", read_both: Both), Both(0));
    assert_eq!(read!("[null]", read_theirs_in: Vec<Option<Theirs>>), [None]);
    assert_eq!(read!("null", read_ours_in: Option<Vec<Ours<'a>>>), None);
    assert_eq!(read!("null", read_option: Option<Theirs>), None);
    assert_eq!(read!("\"any\"", read_both_in: Box<Both>), Box::new(Both(0)));
    assert_eq!(read!("\"any\"", read_str: &'a str), "any");
    let map = read!("{\"1\":{\"text\":\"y\"}}", read_map: BTreeMap<u8, TheirsBorrowed<'a>>);
    assert_eq!(map[&1].text, "y");
    assert_eq!(read!("[1,\"any\"]", read_pair: (u8, Both)), (1, Both(0)));
}

#[test]
fn absent() {
    assert_eq!(absent_theirs(), None);
    assert_eq!(absent_borrowed(), None);
    assert_eq!(absent_ours(), None);
    assert_eq!(absent_both(), Some(Both(99)));
    assert_eq!(absent_theirs_in(), None);
    assert_eq!(absent_ours_in(), Some(None));
    assert_eq!(absent_option(), Some(None));
    assert_eq!(absent_both_in(), Some(Box::new(Both(99))));
    assert_eq!(absent_str(), None);
    assert_eq!(absent_map(), None);
    assert_eq!(absent_pair(), None);
}

#[test]
fn parameters() {
    assert_eq!(text(|w| write_generic(&(Both(1), vec![Both(2)]), w)), r#"["native",["native"]]"#);
    assert_eq!(text(|w| write_bound(&Both(1), w)), "1");
    assert_eq!(read!("[\"any\"]", read_generic_both: Vec<Both>), [Both(0)]);
}

fn read_generic_both(cur: &mut Cursor<'_>, slot: &mut Option<Vec<Both>>) -> Result<()> {
    read_generic::<Both>(cur, slot)
}
