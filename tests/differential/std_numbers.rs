//! `NonZero`, `Wrapping`, `Saturating`, `Reverse` and atomics: their limits, and what they refuse.

use std::cmp::Reverse;
use std::fmt::Debug;
use std::num::{NonZero, Saturating, Wrapping};
use std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16,
    AtomicU32, AtomicU64, AtomicUsize,
};

use fastjson::{DecodeOwned, FastJson};
use serde::{Deserialize, Serialize};

use crate::compare::{Both, accepts, read, reads, refuses, round_trips};
use crate::std_cells::Shown;

/// Numbers around the limits of every width, and what is no integer.
const TEXTS: [&str; 54] = [
    "0",
    "1",
    "-1",
    "127",
    "128",
    "-128",
    "-129",
    "255",
    "256",
    "32767",
    "32768",
    "-32768",
    "-32769",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "-2147483648",
    "-2147483649",
    "4294967295",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "-18446744073709551616",
    "170141183460469231731687303715884105727",
    "170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105729",
    "340282366920938463463374607431768211455",
    "340282366920938463463374607431768211456",
    "00",
    "01",
    "-01",
    "-",
    "+1",
    "1.0",
    "0.0",
    "1e2",
    "0e0",
    "1e400",
    "1.",
    "\"1\"",
    "true",
    "null",
    "nul",
    "[]",
    "[1]",
    "{}",
    "",
    "1x",
];

fn numbers<T: Both>(values: impl IntoIterator<Item = T>) {
    round_trips(values);
    for text in TEXTS {
        read::<T>(text);
        read::<Vec<T>>(&format!("[{text}]"));
        read::<(T, T)>(&format!("[{text} , 1]"));
        read::<Option<T>>(text);
    }
    refuses::<T>(&["1.0", "\"1\"", "null", "[1]", "01", ""]);
}

macro_rules! every_integer {
    ($($int:ident)*) => {$(
        mod $int {
            use super::*;

            #[test]
            fn nonzero() {
                numbers([$int::MIN, 1, $int::MAX].into_iter().filter_map(NonZero::new));
                refuses::<NonZero<$int>>(&["0", " 0 ", "[0]"]);
                accepts::<NonZero<$int>>(&["1", " 127\n"]);
                reads("[null,1]", [None, NonZero::<$int>::new(1)]);
            }

            #[test]
            fn wrapping() {
                numbers([$int::MIN, 1, $int::MAX].map(Wrapping));
                refuses::<Wrapping<$int>>(&["340282366920938463463374607431768211456"]);
            }

            #[test]
            fn saturating() {
                numbers([$int::MIN, 1, $int::MAX].map(Saturating));
                accepts::<Saturating<$int>>(&["0", "1", "9223372036854775807"]);
            }

            #[test]
            fn reverse() {
                numbers([$int::MIN, 1, $int::MAX].map(Reverse));
            }
        }
    )*};
}

every_integer! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

#[test]
fn saturating_integers_are_clamped() {
    reads("256", Saturating(255_u8));
    reads("-1", Saturating(0_u64));
    reads("-129", Saturating(-128_i8));
    reads("18446744073709551615", Saturating(i64::MAX));
    reads("-9223372036854775808", Saturating(i16::MIN));
    // What has no 64 bits is a float to serde_json.
    refuses::<Saturating<u8>>(&["18446744073709551616", "-9223372036854775809", "1e2"]);
    refuses::<Saturating<u128>>(&["-1"]);
}

#[test]
fn wrappers_of_other_types() {
    round_trips([Wrapping("a".to_owned())]);
    round_trips([Reverse(vec![Some(0.5), None])]);
    round_trips([[Reverse((1_u8, true))]]);
    round_trips([Reverse(None), Reverse(Some(1_u8))]);
    round_trips([Wrapping(Wrapping([1_u8, 2]))]);
}

fn atomic<T>(values: impl IntoIterator<Item = T>)
where
    T: Serialize + serde::de::DeserializeOwned + fastjson::Encode + DecodeOwned + Debug,
{
    numbers(values.into_iter().map(Shown));
}

#[test]
fn atomics() {
    atomic([0, u8::MAX].map(AtomicU8::new));
    atomic([0, u16::MAX].map(AtomicU16::new));
    atomic([0, u32::MAX].map(AtomicU32::new));
    atomic([0, u64::MAX].map(AtomicU64::new));
    atomic([0, usize::MAX].map(AtomicUsize::new));
    atomic([i8::MIN, i8::MAX].map(AtomicI8::new));
    atomic([i16::MIN, i16::MAX].map(AtomicI16::new));
    atomic([i32::MIN, i32::MAX].map(AtomicI32::new));
    atomic([i64::MIN, i64::MAX].map(AtomicI64::new));
    atomic([isize::MIN, isize::MAX].map(AtomicIsize::new));
    round_trips([false, true].map(AtomicBool::new).map(Shown));
}

#[test]
fn as_fields() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Counts {
        id: NonZero<u64>,
        parent: Option<NonZero<u64>>,
        hash: Wrapping<u32>,
        load: Saturating<u8>,
        order: Reverse<Option<i8>>,
        seen: Shown<AtomicU32>,
    }

    let order = Reverse(None);
    let (hash, load) = (Wrapping(7), Saturating(9));
    let id = NonZero::new(1).expect("one");
    round_trips([
        Counts { id, parent: None, hash, load, order, seen: Shown(AtomicU32::new(3)) },
        Counts { id, parent: Some(id), hash, load, order, seen: Shown(AtomicU32::new(0)) },
    ]);
    // The `Option` may be absent, though it is wrapped.
    accepts::<Counts>(&[r#"{"id":1,"hash":2,"load":3,"seen":4}"#]);
}

#[test]
fn errors_say_what_and_where() {
    let message = |text| fastjson::from_str::<Vec<NonZero<u8>>>(text).unwrap_err().to_string();
    let what = "number `0` is out of range for NonZero<u8> at line 1 column 5, $[1]";
    assert_eq!(message("[1, 0]"), what);
    let what = "number `256` is out of range for NonZero<u8> at line 1 column 5, $[1]";
    assert_eq!(message("[1, 256, 1]"), what);
    let what = "expected NonZero<u8>, found `true` at line 1 column 2, $[0]";
    assert_eq!(message("[true]"), what);
    let err = fastjson::from_str::<NonZero<i128>>(" 0").unwrap_err();
    assert_eq!((err.offset(), err.kind()), (1, fastjson::ErrorKind::OutOfRange));
    let err = fastjson::from_str::<Saturating<i8>>("18446744073709551616").unwrap_err();
    let what = "number `18446744073709551616` is out of range for Saturating<i8>";
    assert!(err.to_string().starts_with(what), "{err}");
}
