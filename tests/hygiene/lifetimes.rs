//! Borrowed fields, and lifetimes that are called like ours.

use std::borrow::Cow;

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Text<'de> {
    text: &'de str,
    maybe: Option<&'de str>,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Two<'a, 'b: 'a> {
    a: &'a str,
    b: Vec<(u8, &'b str)>,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Nested<'x> {
    inner: Text<'x>,
    list: Vec<Two<'x, 'x>>,
}

/// A `Cow` is made owned, so that it borrows from nothing.
#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Owned<'a> {
    cow: Cow<'a, str>,
    fixed: Cow<'static, str>,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Newtype<'a>(&'a str);

#[derive(fastjson::FastJson, Debug, PartialEq)]
enum Kind<'a> {
    A(&'a str),
    B { text: &'a str },
    C(u8, &'a str),
    D,
}

#[derive(fastjson::FastJson)]
struct Function {
    x: u8,
    #[fastjson(skip)]
    call: Option<for<'de> fn(&'de u8) -> &'de u8>,
}

#[test]
fn borrowed() {
    let text = String::from(r#"{"text":"t","maybe":null}"#);
    let value: Text<'_> = fastjson::from_str(&text).expect("decodes");
    assert_eq!(value, Text { text: "t", maybe: None });
    assert!(text.as_bytes().as_ptr_range().contains(&value.text.as_ptr()));

    let text = r#"{"inner":{"text":"t","maybe":"m"},"list":[{"a":"a","b":[[1,"b"]]}]}"#;
    let value: Nested<'_> = fastjson::from_str(text).expect("decodes");
    assert_eq!(fastjson::to_string(&value).expect("encodes"), text);

    let value: Newtype<'_> = fastjson::from_str("\"n\"").expect("decodes");
    assert_eq!(value, Newtype("n"));

    for text in [r#"{"A":"a"}"#, r#"{"B":{"text":"b"}}"#, r#"{"C":[1,"c"]}"#, "\"D\""] {
        let value: Kind<'_> = fastjson::from_str(text).expect("decodes");
        assert_eq!(fastjson::to_string(&value).expect("encodes"), text);
    }

    let value: Function = fastjson::from_str(r#"{"x":1}"#).expect("decodes");
    assert!(value.call.is_none() && value.x == 1);
}

/// As in serde, read from text that lives as long.
#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Eternal {
    text: Option<&'static str>,
}

#[test]
fn from_static_text() {
    let value: Eternal = fastjson::from_str(r#"{"text":"t"}"#).expect("decodes");
    assert_eq!(value, Eternal { text: Some("t") });
}

#[test]
fn owned() {
    let text = r#"{"cow":"c","fixed":"f"}"#.to_owned();
    let value: Owned<'_> = fastjson::from_str(&text).expect("decodes");
    assert_eq!(value, Owned { cow: "c".into(), fixed: "f".into() });
}
