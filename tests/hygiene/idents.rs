//! Identifiers that are unusual: raw, not ASCII, or in another case than the lints ask for.
#![allow(non_snake_case, non_camel_case_types)]

use crate::round_trip;

#[derive(fastjson::FastJson, Debug, PartialEq)]
#[fastjson(rename_all = "camelCase")]
struct r#struct {
    r#type: u8,
    r#match_me: u8,
    größe: u8,
    CamelCase: u8,
    _leading: u8,
    __w: u8,
    __f0: u8,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
enum r#enum {
    r#fn,
    r#let { r#in: u8 },
    Ünit(u8),
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Quoted {
    #[fastjson(rename = "a\"b\\c\n\u{1}é😀\u{7f}")]
    x: u8,
    #[fastjson(rename = "")]
    empty: u8,
    #[fastjson(rename = r#"raw"text"#)]
    raw: u8,
}

#[test]
fn all_shapes() {
    let value =
        r#struct { r#type: 1, match_me: 2, größe: 3, CamelCase: 4, _leading: 5, __w: 6, __f0: 7 };
    let text = r#"{"type":1,"matchMe":2,"größe":3,"camelCase":4,"leading":5,"w":6,"f0":7}"#;
    round_trip(&value, text);
    round_trip(&r#enum::r#fn, "\"fn\"");
    round_trip(&r#enum::r#let { r#in: 1 }, r#"{"let":{"in":1}}"#);
    round_trip(&r#enum::Ünit(1), r#"{"Ünit":1}"#);
    let quoted = Quoted { x: 1, empty: 2, raw: 3 };
    let text = "{\"a\\\"b\\\\c\\n\\u0001é😀\u{7f}\":1,\"\":2,\"raw\\\"text\":3}";
    round_trip(&quoted, text);
}
