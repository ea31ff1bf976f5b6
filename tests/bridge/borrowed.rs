//! What borrows from the text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::via::{Via, read, write};

#[derive(Serialize, Deserialize, Debug, PartialEq)]
struct Borrowed<'a> {
    text: &'a str,
    #[serde(borrow)]
    perhaps: Cow<'a, str>,
    #[serde(borrow, default)]
    map: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize, Deserialize, Debug, PartialEq)]
#[serde(untagged)]
enum Either<'a> {
    Text(&'a str),
    Number(u8),
}

#[test]
fn structs() {
    for text in [
        r#"{"text":"a","perhaps":"b","map":{"c":"d"}}"#,
        r#"{"text":"a","perhaps":"\u0062"}"#,
        r#"{"text":"\u0061","perhaps":""}"#,
        r#"{"text":"a","map":{"c":"\n"}}"#,
        r#"{"text":"a","map":{"\n":"c"}}"#,
        r#"["a","b",{}]"#,
    ] {
        if let Some(value) = read::<Borrowed<'_>>(text) {
            write(&value).expect("an object");
        }
    }
    read::<Either<'_>>("\"a\"");
    read::<Either<'_>>("\"\\n\"");
    read::<Either<'_>>("1");
    read::<Vec<&str>>("[\"a\", \"b\"]");
}

#[test]
fn nothing_is_copied() {
    let text = String::from(r#"{"text":"a","perhaps":"b","map":{"c":"d"}}"#);
    let Via(value) = fastjson::from_str::<Via<Borrowed<'_>>>(&text).expect("an object");
    let inside = |part: &str| text.as_bytes().as_ptr_range().contains(&part.as_ptr());
    assert!(inside(value.text) && inside(value.map["c"]));
    assert!(matches!(value.perhaps, Cow::Borrowed(part) if inside(part)));
}
