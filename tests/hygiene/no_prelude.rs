//! Without any prelude.
#![no_implicit_prelude]

use ::core::clone::Clone;
use ::core::cmp::PartialEq;
use ::core::default::Default;
use ::core::fmt::Debug;

#[derive(::fastjson::FastJson, Debug, Clone, PartialEq)]
#[fastjson(rename_all = "camelCase", deny_unknown_fields)]
struct Named<T> {
    first_field: u8,
    #[fastjson(default, skip_serializing_if = ::core::option::Option::is_none)]
    second: ::core::option::Option<T>,
    #[fastjson(skip)]
    third: ::std::string::String,
}

#[derive(::fastjson::FastJson, Debug, Clone, PartialEq, Default)]
#[fastjson(default)]
struct Defaults {
    a: bool,
    b: (u8, char),
}

#[derive(::fastjson::FastJson, Debug, Clone, PartialEq)]
struct Tuple(f64, #[fastjson(default)] u8);

#[derive(::fastjson::FastJson, Debug, Clone, PartialEq)]
struct Newtype(::std::vec::Vec<Unit>);

#[derive(::fastjson::FastJson, Debug, Clone, PartialEq)]
struct Unit;

#[derive(::fastjson::FastJson, Debug, Clone, PartialEq)]
#[fastjson(transparent)]
struct Transparent {
    inner: Flat,
}

#[derive(::fastjson::FastJson, Debug, Clone, PartialEq)]
enum Flat {
    A,
    B,
}

#[derive(::fastjson::FastJson, Debug, Clone, PartialEq)]
enum Data {
    A,
    B(u8),
    C(u8, u8),
    D { x: u8 },
}

#[::core::prelude::v1::test]
fn all_shapes() {
    use crate::round_trip;
    let third = ::std::string::String::new();
    let named = Named { first_field: 1, second: ::core::option::Option::Some(2u8), third };
    round_trip(&named, r#"{"firstField":1,"second":2}"#);
    round_trip(&Defaults { a: true, b: (1, 'c') }, r#"{"a":true,"b":[1,"c"]}"#);
    round_trip(&Tuple(1.5, 2), "[1.5,2]");
    round_trip(&Newtype(::std::vec![Unit]), "[null]");
    round_trip(&Transparent { inner: Flat::B }, "\"B\"");
    round_trip(&[Flat::A], "[\"A\"]");
    round_trip(&[Data::A, Data::B(1), Data::C(1, 2)], r#"["A",{"B":1},{"C":[1,2]}]"#);
    round_trip(&Data::D { x: 1 }, r#"{"D":{"x":1}}"#);
}
