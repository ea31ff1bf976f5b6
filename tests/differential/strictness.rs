//! `deny_unknown_fields`, and that without it what is unknown is passed over, whatever it is.

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, bends, read, reads, refuses, round_trips};

#[test]
fn structs() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        a: u8,
        #[serde(alias = "bee")]
        b: Option<u8>,
        #[serde(skip)]
        c: u8,
        #[serde(skip_serializing)]
        d: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    struct Empty {}

    #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields, rename_all = "camelCase", default)]
    struct Lenient {
        one_two: u8,
        three: Vec<u8>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Outer {
        strict: Empty,
        rest: u8,
    }

    reads(r#"{"a":1,"d":2}"#, Strict { a: 1, b: None, c: 0, d: 2 });
    reads(r#"{"bee":3,"a":1,"d":2}"#, Strict { a: 1, b: Some(3), c: 0, d: 2 });
    refuses::<Strict>(&[
        r#"{"a":1,"d":2,"x":1}"#,
        r#"{"x":1,"a":1,"d":2}"#,
        r#"{"a":1,"d":2,"c":1}"#,
        r#"{"a":1,"d":2,"":null}"#,
        r#"{"a":1,"d":2,"A":1}"#,
        r#"{"a":1,"d":2,"x"}"#,
    ]);
    bends::<Strict>(r#"{"a":1,"b":2,"d":3}"#);
    round_trips([Empty {}]);
    refuses::<Empty>(&[r#"{"a":1}"#, r#"{"":null}"#, "[1]", "null"]);
    round_trips([Lenient::default(), Lenient { one_two: 1, three: vec![2] }]);
    refuses::<Lenient>(&[r#"{"one_two":1}"#]);
    // Strictness is not inherited.
    accepts::<Outer>(&[r#"{"strict":{},"rest":1,"x":1}"#]);
    refuses::<Outer>(&[r#"{"strict":{"x":1},"rest":1}"#]);
}

#[test]
fn variants() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(deny_unknown_fields)]
    enum Strict {
        A { x: u8 },
        B(Inner),
        C {},
        D,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Inner {
        y: u8,
    }

    round_trips([Strict::A { x: 1 }, Strict::B(Inner { y: 2 }), Strict::C {}, Strict::D]);
    refuses::<Strict>(&[r#"{"A":{"x":1,"y":2}}"#, r#"{"C":{"x":1}}"#, r#"{"E":1}"#]);
    accepts::<Strict>(&[r#"{"B":{"x":1,"y":2}}"#]);
}

#[test]
fn unknown_members_must_be_json() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Known {
        a: u8,
    }

    let values = [
        "null",
        "true",
        "-0",
        "-0.0e-00",
        "1e999",
        "123456789012345678901234567890",
        "\"\"",
        "\"\\ud800\"",
        "\"\\uDC00\\u0000\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "[]",
        "{}",
        "[[[]]]",
        "{\"a\":{\"a\":{}}}",
        "{\"\\ud800\":1,\"\\ud800\":2}",
        "[1,\"a\",null,{\"b\":[true]}]",
        "[ ]",
        "{ }",
        "[\n1 , 2\t]",
        "{ \"x\" : 1 , \"y\" : 2 }",
    ];
    for value in values {
        accepts::<Known>(&[
            &format!(r#"{{"x":{value},"a":1}}"#),
            &format!("{{\"a\":1,\"x\": {value} }}"),
            &format!("{{\"a\":1,\"x\":[{value},{{\"y\":{value}}}]}}"),
        ]);
    }
    let broken = [
        "",
        "nul",
        "nulls",
        "True",
        "+1",
        "01",
        "-",
        "1.",
        ".5",
        "1e",
        "1e+",
        "--1",
        "0x1",
        "NaN",
        "\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u\"",
        "\"\n\"",
        "\"\u{0}\"",
        "'a'",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{",
        "}",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\":1]",
        "{1:1}",
        "{a:1}",
        "{\"a\":1 \"b\":2}",
        "{,}",
        "[[[]]",
        "[{]}",
        "/**/1",
        "\u{a0}1",
        "\u{feff}1",
        "1\u{0}",
    ];
    for value in broken {
        refuses::<Known>(&[
            &format!(r#"{{"x":{value},"a":1}}"#),
            &format!("{{\"a\":1,\"x\":{value}}}"),
            &format!("{{\"a\":1,\"x\":[{value}]"),
            &format!("{{\"a\":1,\"x\":{{\"y\":{value}}}}}"),
        ]);
    }
    // Around the width of the stack of open containers that is kept in one word.
    for depth in [1, 2, 63, 64, 65, 127, 128, 129, 200] {
        for (open, close) in [("[", "]"), ("{\"k\":", "}"), ("[{\"k\":", "}]")] {
            let (opens, closes) = (open.repeat(depth), close.repeat(depth));
            let text =
                |inner: &str, closes: &str| format!("{{\"x\":{opens}{inner}{closes},\"a\":1}}");
            assert!(read::<Known>(&text("1", &closes)).is_some(), "{depth} of {open}");
            assert!(read::<Known>(&text("1,", &closes)).is_none());
            assert!(read::<Known>(&text("1", &closes[1..])).is_none());
            assert!(
                read::<Known>(&text("1", &format!("]{}", &closes[1..]))).is_some()
                    == closes.starts_with(']')
            );
            assert!(
                read::<Known>(&text("1", &format!("}}{}", &closes[1..]))).is_some()
                    == closes.starts_with('}')
            );
            for at in 0..closes.len() {
                let mut bent = closes.clone().into_bytes();
                bent[at] ^= b']' ^ b'}';
                let bent = String::from_utf8(bent).expect("ASCII");
                assert!(read::<Known>(&text("1", &bent)).is_none());
            }
        }
    }
}
