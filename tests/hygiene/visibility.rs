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

/// A payload that nobody else sees.
#[derive(fastjson::FastJson, Debug, PartialEq)]
#[expect(unreachable_pub)]
pub struct Newtype(Private);

/// The same for the crate.
#[derive(fastjson::FastJson, Debug, PartialEq)]
#[fastjson(transparent)]
pub(crate) struct Transparent {
    inner: Private,
}

/// Converted from and to what nobody else sees.
#[derive(fastjson::FastJson, Debug, PartialEq, Clone)]
#[fastjson(from = "Private", into = "Private")]
#[expect(unreachable_pub)]
pub struct Converted(u8);

impl From<Private> for Converted {
    fn from(private: Private) -> Converted {
        Converted(private.x)
    }
}

impl From<Converted> for Private {
    fn from(converted: Converted) -> Private {
        Private { x: converted.0 }
    }
}

/// Likewise, of few numbers.
#[derive(fastjson::FastJson, Debug, PartialEq, Clone)]
#[fastjson(try_from = "Private", into = "Private")]
#[expect(unreachable_pub)]
pub struct Checked(u8);

impl TryFrom<Private> for Checked {
    type Error = &'static str;

    fn try_from(private: Private) -> Result<Checked, &'static str> {
        if private.x < 9 { Ok(Checked(private.x)) } else { Err("too large") }
    }
}

impl From<Checked> for Private {
    fn from(checked: Checked) -> Private {
        Private { x: checked.0 }
    }
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct PrivateOf<'a, T> {
    text: &'a str,
    inner: T,
}

/// With parameters.
#[derive(fastjson::FastJson, Debug, PartialEq)]
#[expect(unreachable_pub)]
pub struct Generic<'a, T, const N: usize = 2>(#[fastjson(borrow)] PrivateOf<'a, [T; N]>)
where
    T: PartialEq;

/// What has no members.
#[derive(fastjson::FastJson, Debug, PartialEq)]
#[expect(unreachable_pub)]
pub struct Flag(Bare);

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Bare(bool);

/// All of them in one object.
#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Flat {
    #[fastjson(flatten)]
    newtype: Newtype,
    flag: Flag,
    #[fastjson(flatten)]
    others: Option<Others>,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
#[fastjson(tag = "of")]
enum Others {
    Transparent(Transparent),
    Converted(Converted),
    Checked(Checked),
}

#[test]
fn private_payloads() {
    let new = || Newtype(Private { x: 1 });
    round_trip(&new(), r#"{"x":1}"#);
    round_trip(&Flag(Bare(true)), "true");
    let text = r#"{"text":"a","inner":[1,2]}"#;
    let generic = Generic(PrivateOf { text: "a", inner: [1_u8, 2] });
    assert_eq!(fastjson::to_string(&generic).expect("encodes"), text);
    assert_eq!(fastjson::from_str::<Generic<'_, u8>>(text).expect("decodes"), generic);
    for (others, name) in [
        (Others::Transparent(Transparent { inner: Private { x: 1 } }), "Transparent"),
        (Others::Converted(Converted(1)), "Converted"),
        (Others::Checked(Checked(1)), "Checked"),
    ] {
        round_trip(&others, &format!(r#"{{"of":"{name}","x":1}}"#));
    }
    let text = r#"{"x":1,"flag":false,"of":"Converted"}"#;
    let flat = Flat { newtype: new(), flag: Flag(Bare(false)), others: None };
    // (The flattened newtype takes `x`, which the others miss.)
    assert_eq!(fastjson::from_str::<Flat>(text).expect("decodes"), flat);
    let err = fastjson::from_str::<Others>(r#"{"of":"Checked","x":10}"#).expect_err("large");
    assert!(err.to_string().starts_with("too large"), "{err}");
}

#[test]
fn all_shapes() {
    let public = Public { inner: Private { x: 1 }, list: vec![] };
    round_trip(&public, r#"{"inner":{"x":1},"list":[]}"#);
    round_trip(&Limited { inner: 1u8 }, r#"{"inner":1}"#);
    round_trip(&Kind::<u8>::A(Private { x: 1 }), r#"{"A":{"x":1}}"#);
    round_trip(&Kind::B { inner: 1u8 }, r#"{"B":{"inner":1}}"#);
}
