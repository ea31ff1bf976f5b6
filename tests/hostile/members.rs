//! Members that come twice, are missing or unknown; surrogates that stand alone, control characters; and text behind the value.

use std::collections::BTreeMap;

use fastjson::__codegen_v1::{Names, Out, known};
use fastjson::{Error, ErrorKind};

use crate::documents::{ORDER, Order, PRETTY, STATUSES, Status};
use crate::verdict::judge;

#[track_caller]
fn refused(text: &str) -> Error {
    judge::<Order>(text.as_bytes()).expect_err("no order")
}

/// The members of the outer object of [`ORDER`], as they stand in the text.
fn members() -> Vec<&'static str> {
    let (mut members, mut depth, mut start) = (Vec::new(), 0, 1);
    for (i, b) in ORDER.bytes().enumerate() {
        match b {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        if (b == b',' && depth == 1) || depth == 0 {
            members.push(&ORDER[start..i]);
            start = i + 1;
        }
    }
    members
}

#[test]
fn every_order_of_members() {
    let members = members();
    assert_eq!(members.len(), 6);
    let expected = judge::<Order>(ORDER.as_bytes()).expect("an order");
    let mut order: Vec<usize> = (0..6).collect();
    for i in 0..720 {
        let shuffled: Vec<&str> = order.iter().map(|&i| members[i]).collect();
        let text = format!("{{{}}}", shuffled.join(","));
        assert_eq!(judge::<Order>(text.as_bytes()).expect("an order"), expected, "{i}: {text}");
        // The next permutation in lexical order.
        if let Some(i) = (0..5).rev().find(|&i| order[i] < order[i + 1]) {
            let j = (0..6).rev().find(|&j| order[j] > order[i]).expect("one that is larger");
            order.swap(i, j);
            order[i + 1..].reverse();
        }
    }
    assert_eq!(order, [5, 4, 3, 2, 1, 0]);
}

#[test]
fn twice() {
    let members = members();
    twice_of(&members);
    // In an order of its own, which comes again.
    twice_of(&members.iter().rev().copied().collect::<Vec<_>>());
    let inner = ORDER.replace("\"vip\":true", "\"vip\":true,\"\\u0056IP\":false");
    let err = refused(&inner);
    assert_eq!((err.kind(), err.path()), (ErrorKind::DuplicateField, "$.customer"));
    assert_eq!(err.offset(), inner.find("\"\\u0056").expect("the second one"));
    // A map takes the last.
    let twice = br#"{"a":1,"b":2,"a":3}"#;
    let map = judge::<BTreeMap<String, u8>>(twice).expect("a map");
    assert_eq!(map, BTreeMap::from([("a".into(), 3), ("b".into(), 2)]));
}

/// Each member of an order comes twice, wherever.
#[track_caller]
fn twice_of(members: &[&str]) {
    for (i, member) in members.iter().enumerate() {
        for at in 0..=members.len() {
            let mut all = members.to_vec();
            all.insert(at, member);
            // The second one is at fault.
            let second = if at > i { at } else { i + 1 };
            for white in ["", "\n  "] {
                // With a space behind the colon or without one.
                let all = all.iter().map(|member| match white {
                    "" => String::from(*member),
                    _ => member.replacen("\":", "\": ", 1),
                });
                let all: Vec<_> = all.collect();
                let text = format!("{{{white}{}}}", all.join(&format!(",{white}")));
                let before = all[..second].iter().map(|member| member.len() + 1 + white.len());
                let offset = 1 + white.len() + before.sum::<usize>();
                let err = refused(&text);
                assert_eq!(
                    (err.kind(), err.offset()),
                    (ErrorKind::DuplicateField, offset),
                    "{err}"
                );
                assert_eq!(err.path(), "$");
            }
        }
        let escaped = member.replacen(['i', 'u', 'n', 't', 'o'], "\\u0069", 1);
        let _ = judge::<Order>(format!("{{{},{escaped}}}", members.join(",")).as_bytes());
    }
}

#[test]
fn missing() {
    let members = members();
    for (i, member) in members.iter().enumerate() {
        let mut rest = members.clone();
        rest.remove(i);
        let result = judge::<Order>(format!(" {{{}}}", rest.join(",")).as_bytes());
        if member.starts_with("\"totals\"") || member.starts_with("\"note\"") {
            result.expect("they may be missing");
        } else {
            let err = result.expect_err("it is required");
            assert_eq!((err.kind(), err.offset()), (ErrorKind::MissingField, 1), "{err}");
            let name = member.split(':').next().expect("a name").trim_matches('"');
            assert!(err.to_string().contains(&format!("missing field `{name}` of Order")), "{err}");
        }
    }
}

#[test]
fn unknown() {
    let strict = PRETTY.replace("\"grade\"", "\"x\": 1, \"grade\"");
    let err = refused(&strict);
    assert_eq!((err.kind(), err.path()), (ErrorKind::UnknownField, "$.customer"));
    assert_eq!(err.offset(), strict.find("\"x\": 1").expect("it stands there"));
    assert_eq!((err.line(), err.column()), (9, 30));
    let err = refused(&PRETTY.replace("Open", "Opem"));
    assert_eq!((err.kind(), err.path()), (ErrorKind::UnknownVariant, "$.status"));
    assert!(err.to_string().contains("did you mean `Open`?"), "{err}");
}

#[test]
fn trailing() {
    for tail in
        ["x", "{}", ",", "}", "]", "\"", "0", "null", "\u{0}", "\u{feff}", "é", "\n\n1", " /* */"]
    {
        for (text, is_order) in [(ORDER, true), (PRETTY, true), (STATUSES, false)] {
            let text = format!("{text}{tail}");
            let err = match is_order {
                true => refused(&text),
                false => judge::<Vec<Status>>(text.as_bytes()).expect_err("there is more"),
            };
            let offset = text.len() - tail.trim_start().len();
            assert_eq!(
                (err.kind(), err.offset()),
                (ErrorKind::TrailingCharacters, offset),
                "{err}"
            );
            assert_eq!(err.path(), "$");
            assert!(err.is_syntax());
        }
    }
    judge::<Order>(format!("\t\r\n {ORDER} \n\t\r").as_bytes()).expect("white space is none");
}

/// Where strings are made, halves of surrogate pairs are errors; where they are skipped, they are not looked at.
#[test]
fn lone_surrogates() {
    for lone in [
        "\\ud800",
        "\\uDBFF",
        "\\udc00",
        "\\uDFFF",
        "\\ud83dx",
        "\\ud83d\\n",
        "\\ud83d\\ud83d",
        "\\ude00\\ud83d",
        "\\ud800\\u0041",
    ] {
        for (place, path) in [
            ("Ada", "$.customer.name"),
            ("a-1", "$.lineItems[0].sku"),
            ("noon", "$.status.Shipped.at"),
            ("caf", "$.note"),
            ("net", "$.totals"),
            ("id", "$"),
            ("price", "$.lineItems[0]"),
        ] {
            let text = ORDER.replacen(place, &format!("x{lone}"), 1);
            let err = refused(&text);
            assert_eq!(err.kind(), ErrorKind::Syntax, "{err}");
            assert_eq!(err.offset(), text.find(lone).expect("it stands there"), "{err}");
            assert!(err.path().starts_with(path), "{err}");
        }
        let skipped =
            ORDER.replacen("{\"id\"", &format!("{{\"x\":{{\"{lone}\":[\"{lone}\"]}},\"id\""), 1);
        judge::<Order>(skipped.as_bytes()).expect("no one looks");
    }
}

#[test]
fn control_characters() {
    for control in (0..0x20_u8).map(char::from) {
        for place in ["Ada", "a-1", "noon", "caf", "net", "id", "price", "sku"] {
            for (before, after) in
                [("", ""), ("x", "y"), ("a longer text before it", ""), ("\\n", "\\n")]
            {
                let text = ORDER.replacen(place, &format!("{before}{control}{after}"), 1);
                let err = refused(&text);
                assert_eq!(err.kind(), ErrorKind::Syntax, "{err}");
                assert_eq!(err.offset(), text.find(control).expect("it stands there"), "{err}");
            }
        }
        let skipped = ORDER.replacen("{\"id\"", &format!("{{\"x\":[\"a{control}\"],\"id\""), 1);
        assert_eq!(refused(&skipped).offset(), skipped.find(control).expect("it stands there"));
        // Outside of strings, four of them are white space.
        let between = ORDER.replacen(':', &format!("{control}:{control}"), 1);
        let is_white = matches!(control, '\t' | '\n' | '\r');
        assert_eq!(judge::<Order>(between.as_bytes()).is_ok(), is_white, "{control:?}");
    }
    judge::<Order>(ORDER.replacen("Ada", "\u{7f}\u{80}\u{9f}\u{2028}", 1).as_bytes())
        .expect("text");
}

/// A type of which only the slot says whether it may be missing; one that returns without a value for `0`.
#[derive(Debug)]
#[allow(dead_code)]
struct ByHand(u8);

impl<'de> fastjson::Decode<'de> for ByHand {
    fn decode(cur: &mut fastjson::Cursor<'de>) -> fastjson::Result<Self> {
        fastjson::Decode::decode(cur).map(ByHand)
    }

    fn decode_slot(
        cur: &mut fastjson::Cursor<'de>,
        out: &mut Option<Self>,
    ) -> fastjson::Result<()> {
        *out = Some(ByHand(fastjson::Decode::decode(cur)?)).filter(|value| value.0 != 0);
        Ok(())
    }
}

/// Reads a number, and leaves so many values.
#[derive(Debug)]
#[allow(dead_code)]
struct Leaves<const N: usize>(Box<u8>);

impl<'de, const N: usize> fastjson::Decode<'de> for Leaves<N> {
    /// A type that has names is built where it stays.
    const NAMES: Names = known::<Order>();

    fn decode(cur: &mut fastjson::Cursor<'de>) -> fastjson::Result<Self> {
        fastjson::Decode::decode(cur).map(Leaves)
    }

    fn decode_into(
        cur: &mut fastjson::Cursor<'de>,
        out: &mut impl Out<Self>,
    ) -> fastjson::Result<()> {
        let Leaves(number) = Self::decode(cur)?;
        (0..N).for_each(|_| out.fill(Leaves(number.clone())));
        Ok(())
    }
}

/// An array has an element for each one of the text.
#[test]
fn elements_are_counted() {
    #[track_caller]
    fn elements<const N: usize>(text: &str) -> Result<usize, String> {
        fastjson::from_str::<Vec<Leaves<N>>>(text)
            .map(|all| all.len())
            .map_err(|err| err.to_string())
    }

    let uncounted = "a `Decode` impl returned without a value at line 1 column 2, $[0]";
    assert_eq!(elements::<0>("[1, 2]"), Err(uncounted.into()));
    assert_eq!(elements::<1>("[1, 2]"), Ok(2));
    assert_eq!(elements::<2>("[1, 2]"), Err(uncounted.into()));
}

/// Those and only those are named that are missing, whatever their names look like and whatever stands around them.
#[test]
fn missing_fields_are_named() {
    #[derive(fastjson::Decode, Debug)]
    #[allow(dead_code)]
    struct All {
        plain: u8,
        #[fastjson(alias = "other")]
        aliased: u8,
        #[fastjson(rename = "a\"b")]
        escaped: u8,
        hand: ByHand,
        #[fastjson(default)]
        lax: u8,
        maybe: Option<u8>,
        wrapped: Box<Option<u8>>,
    }

    #[derive(fastjson::Decode, Debug)]
    #[allow(dead_code)]
    struct Around {
        before: u8,
        #[fastjson(flatten)]
        all: All,
    }

    #[derive(fastjson::Decode, Debug)]
    #[fastjson(tag = "t")]
    #[allow(dead_code)]
    enum Tagged {
        All(All),
        Two { one: u8, two: u8 },
    }

    #[track_caller]
    fn missing<T: fastjson::DecodeOwned + std::fmt::Debug>(text: &str, expected: &str) {
        let err = fastjson::from_str::<T>(text).expect_err(text).to_string();
        assert!(err.contains(expected), "{text}: {err}");
    }

    missing::<All>("{}", "missing fields `plain`, `aliased`, `a\\\"b`, `hand` of All");
    missing::<All>(r#"{"other":1,"a\u0022b":2,"hand":3}"#, "missing field `plain` of All");
    missing::<All>(r#"{"plain":1,"other":2,"a\"b":3}"#, "missing field `hand` of All");
    missing::<All>(r#"{"plain":1,"hand":2,"x":[{}]}"#, "missing fields `aliased`, `a\\\"b` of All");
    missing::<All>(r#"{"plain":1,"other":2,"a\"b":3,"hand":0}"#, "missing field `hand` of All");
    missing::<All>("[1,2,3,0,5,6,7]", "missing field `hand` of All");
    missing::<Around>(
        r#"{"before":1,"other":1,"hand":1}"#,
        "missing fields `plain`, `a\\\"b` of All",
    );
    missing::<Around>(r#"{"other":1,"hand":1}"#, "missing field `before` of Around");
    missing::<Tagged>(r#"{"plain":1,"t":"All","hand":1}"#, "missing fields `aliased`, `a\\\"b` of");
    missing::<Tagged>(r#"{"t":"Two","one":1}"#, "missing field `two` of Tagged::Two");
}

/// Of variants that all fail, the likeliest one's error is told: that of the one which came furthest, else of the one whose names are there.
#[test]
fn untagged_errors_are_of_the_likeliest() {
    #[derive(fastjson::FastJson, Debug)]
    #[fastjson(untagged)]
    enum Shape {
        Circle { r: f64 },
        Ring { inner: f64, outer: f64 },
        Box { a: f64, b: f64, c: f64, d: Option<f64> },
        Line { from: [f64; 2], to: [f64; 2] },
    }

    for (text, message) in [
        (r#"{"outer": 1}"#, "missing field `inner` of Shape::Ring"),
        (r#"{"c": 1, "a": 2}"#, "missing field `b` of Shape::Box"),
        (r#"{"b": 1}"#, "missing fields `a`, `c` of Shape::Box"),
        (r#"{"r": "wide"}"#, "expected f64, found string `\"wide\"`"),
        (r#"{"from": [1, 2], "to": [3, null]}"#, "expected f64, found `null`"),
        (r#"{"to": [3, 4]}"#, "missing field `from` of Shape::Line"),
        (r#"{"outer": 1, "to": 2, "inner": []}"#, "expected f64, found an array"),
        (r#"{}"#, "missing field `r` of Shape::Circle"),
        (r#"{"d": 7}"#, "missing field `r` of Shape::Circle"),
    ] {
        let err = fastjson::from_str::<Shape>(text).expect_err(text).to_string();
        assert!(err.starts_with(message), "{text}: {err}");
    }
}
