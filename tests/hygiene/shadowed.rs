//! Everything that the expansion might name has another meaning here.
#![allow(dead_code, non_camel_case_types)]

use crate::round_trip;

struct Result;
struct Option;
struct Some;
struct None;
struct Ok;
struct Err;
struct Vec;
struct String;
struct Box;
struct Default;
struct PhantomData;
struct Slots;
struct Cursor;
struct Writer;
struct Keys;
struct Variants;
struct Lead;
struct Run;
struct Fields;
struct usize;
struct bool;
struct str;
struct u16;
trait Encode {}
trait Decode {}
trait EncodeFields {}
trait DecodeFields {}
trait FastJson {}
trait From {}
mod fastjson {}
mod core {}
mod std {}

#[derive(::fastjson::FastJson, Debug, PartialEq)]
struct Named<'a, T: ::core::default::Default> {
    #[fastjson(default)]
    number: i64,
    #[fastjson(skip)]
    skipped: u8,
    text: ::std::borrow::Cow<'a, ::core::primitive::str>,
    #[fastjson(default = make)]
    made: T,
}

fn make<T: ::core::default::Default>() -> T {
    T::default()
}

#[derive(::fastjson::FastJson, Debug, PartialEq)]
enum Kind {
    Some,
    None(u8),
    Ok(u8, u8),
    Err { usize: u8 },
    Self_,
}

#[derive(::fastjson::FastJson, Debug, PartialEq)]
struct Tuple(#[fastjson(skip_serializing_if = is_zero)] u8, u8);

#[expect(clippy::trivially_copy_pass_by_ref)]
fn is_zero(n: &u8) -> ::core::primitive::bool {
    *n == 0
}

#[test]
fn all_shapes() {
    let named = Named { number: 1, skipped: 0, text: "t".into(), made: 2u8 };
    round_trip(&named, r#"{"number":1,"text":"t","made":2}"#);
    round_trip(&Kind::Some, "\"Some\"");
    round_trip(&Kind::None(1), r#"{"None":1}"#);
    round_trip(&Kind::Ok(1, 2), r#"{"Ok":[1,2]}"#);
    round_trip(&Kind::Err { usize: 1 }, r#"{"Err":{"usize":1}}"#);
    round_trip(&Kind::Self_, "\"Self_\"");
    round_trip(&Tuple(1, 2), "[1,2]");
}
