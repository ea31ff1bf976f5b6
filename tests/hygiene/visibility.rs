//! Private types in public ones and the other way round, documented or not.
#![deny(private_interfaces, private_bounds)]

use crate::round_trip;

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Private {
    x: u8,
}

/// Public to the eye.
#[derive(fastjson::FastJson, Debug, PartialEq)]
#[expect(unreachable_pub)]
pub struct Public {
    inner: Private,
    /// A field for all.
    pub list: Vec<u8>,
}

trait Limit {}

impl Limit for u8 {}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Limited<T: Limit> {
    inner: T,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
enum Kind<T>
where
    T: Limit,
{
    A(Private),
    B { inner: T },
}

#[test]
fn all_shapes() {
    let public = Public { inner: Private { x: 1 }, list: vec![] };
    round_trip(&public, r#"{"inner":{"x":1},"list":[]}"#);
    round_trip(&Limited { inner: 1u8 }, r#"{"inner":1}"#);
    round_trip(&Kind::<u8>::A(Private { x: 1 }), r#"{"A":{"x":1}}"#);
    round_trip(&Kind::B { inner: 1u8 }, r#"{"B":{"inner":1}}"#);
}
