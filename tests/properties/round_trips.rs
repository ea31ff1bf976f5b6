//! Any value of a type that holds all kinds of others is written as by serde_json and read back as itself, however it is laid out.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use fastjson::FastJson;
use proptest::collection::{btree_map, btree_set, vec, vec_deque};
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use serde::{Deserialize, Serialize};

use crate::check;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
pub(crate) enum Any {
    Nothing,
    Flag(bool),
    Integer(i64),
    Wide(i128, u128),
    Float(f64),
    Text(String),
    List(Vec<Any>),
    Map(BTreeMap<String, Any>),
    Keyed(BTreeMap<i16, Option<char>>),
    Record(Box<Record>),
    Named { first: Box<Any>, second: Option<Box<Any>> },
    Empty {},
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub(crate) struct Record {
    byte: u8,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    some_bytes: Vec<u8>,
    single: f32,
    #[serde(rename = "\"quoted\"\n")]
    quoted: Cow<'static, str>,
    fixed: [(i8, bool); 3],
    unit: (),
    set: BTreeSet<u64>,
    ring: VecDeque<Option<i32>>,
    inner: Option<Any>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<char>,
}

fn float() -> impl Strategy<Value = f64> {
    any::<u64>()
        .prop_map(f64::from_bits)
        .prop_filter("JSON has no other", |float| float.is_finite())
}

/// Text with more of what has to be escaped than there is among all characters.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-z\"\\\\\n\u{0}-\u{1f}é€😀]{0,40}", "[ -~]{0,100}"]
}

fn record(inner: impl Strategy<Value = Any>) -> impl Strategy<Value = Record> {
    let numbers = (any::<u8>(), vec(any::<u8>(), 0..5), any::<f32>(), any::<[(i8, bool); 3]>());
    let others = (text(), btree_set(any::<u64>(), 0..4), vec_deque(any::<Option<i32>>(), 0..4));
    (numbers, others, option::of(inner), any::<Option<char>>()).prop_map(
        |((byte, some_bytes, single, fixed), (quoted, set, ring), inner, last)| Record {
            byte,
            some_bytes,
            single: if single.is_finite() { single } else { 0.0 },
            quoted: quoted.into(),
            fixed,
            unit: (),
            set,
            ring,
            inner,
            last,
        },
    )
}

pub(crate) fn anything() -> impl Strategy<Value = Any> {
    let leaf = prop_oneof![
        Just(Any::Nothing),
        Just(Any::Empty {}),
        any::<bool>().prop_map(Any::Flag),
        any::<i64>().prop_map(Any::Integer),
        any::<(i128, u128)>().prop_map(|(signed, unsigned)| Any::Wide(signed, unsigned)),
        float().prop_map(Any::Float),
        text().prop_map(Any::Text),
        btree_map(any::<i16>(), any::<Option<char>>(), 0..5).prop_map(Any::Keyed),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let second = option::of(inner.clone().prop_map(Box::new));
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Any::List),
            btree_map(text(), inner.clone(), 0..6).prop_map(Any::Map),
            record(inner.clone()).prop_map(|record| Any::Record(Box::new(record))),
            (inner, second)
                .prop_map(|(first, second)| Any::Named { first: Box::new(first), second }),
        ]
    })
}

#[test]
fn anything_round_trips() {
    check(1000, anything(), |value| {
        let text = fastjson::to_string(&value).expect("its text");
        assert_eq!(text, serde_json::to_string(&value).expect("its text"));
        assert_eq!(fastjson::from_str::<Any>(&text).expect("its own text"), value);
        assert_eq!(serde_json::from_str::<Any>(&text).expect("its own text"), value);
    });
}

#[test]
fn layout_does_not_matter() {
    check(500, anything(), |value| {
        let pretty = serde_json::to_string_pretty(&value).expect("its text");
        assert_eq!(fastjson::from_str::<Any>(&pretty).expect("its own text"), value);
        let windows = pretty.replace('\n', "\r\n\t");
        assert_eq!(fastjson::from_str::<Any>(&windows).expect("its own text"), value);
    });
}

/// Capital letters (which no number and no `null` has but `E`) and all that is not ASCII as escapes.
#[test]
fn order_and_spelling_do_not_matter() {
    check(500, anything(), |value| {
        let text = fastjson::to_string(&value).expect("its text");
        let escaped: String = text
            .chars()
            .map(|c| match c {
                'A'..='Z' => format!("\\u{:04x}", u32::from(c)),
                c if !c.is_ascii() => c
                    .encode_utf16(&mut [0; 2])
                    .iter()
                    .map(|unit| format!("\\u{unit:04X}"))
                    .collect(),
                c => c.into(),
            })
            .collect();
        assert_eq!(fastjson::from_str::<Any>(&escaped).expect("its own text"), value, "{escaped}");
    });
}

#[test]
fn a_value_is_decoded_over_another() {
    use fastjson::{Cursor, Decode, Result};

    /// Decodes the second element over the first.
    #[derive(Debug)]
    struct Over<T>(T);

    impl<'de, T: Decode<'de>> Decode<'de> for Over<T> {
        fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
            assert!(cur.array_start()?);
            let mut place = T::decode(cur)?;
            assert!(cur.array_next()?);
            T::decode_in_place(cur, &mut place)?;
            assert!(!cur.array_next()?);
            Ok(Over(place))
        }
    }

    check(300, (anything(), anything()), |pair| {
        let text = fastjson::to_string(&pair).expect("its text");
        assert_eq!(fastjson::from_str::<Over<Any>>(&text).expect("its own text").0, pair.1);
    });
    let lists = || vec(option::of(vec(text(), 0..4)), 0..5);
    check(300, (lists(), lists()), |pair| {
        let text = fastjson::to_string(&pair).expect("its text");
        let over =
            fastjson::from_str::<Over<Vec<Option<Vec<String>>>>>(&text).expect("its own text");
        assert_eq!(over.0, pair.1);
    });
}
