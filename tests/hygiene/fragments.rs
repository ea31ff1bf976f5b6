//! Items that `macro_rules!` makes, whose fragments come in invisible groups and with hygiene of their own.

use crate::round_trip;

macro_rules! structs {
    ($name:ident, $field:ident: $ty:ty, $rename:literal, $alias:expr, $default:path, $lifetime:lifetime) => {
        #[derive(fastjson::FastJson, Debug, PartialEq)]
        struct $name<$lifetime> {
            #[fastjson(rename = $rename, alias = "of the macro")]
            $field: $ty,
            #[fastjson(alias = $alias, default = $default)]
            inner: $ty,
            of_the_macro: &$lifetime str,
        }
    };
}

#[expect(clippy::unnecessary_wraps)]
fn seven() -> Option<u8> {
    Some(7)
}

structs!(Made, field: Option<u8>, "named by a literal", "an expression", seven, 'text);

macro_rules! newtypes {
    ($($name:ident($ty:ty)),*) => { $(
        #[derive(fastjson::FastJson, Debug, PartialEq)]
        struct $name($ty);
    )* };
}

newtypes!(Id(u64), List(Vec<Id>));

macro_rules! kinds {
    ($name:ident { $($variant:ident $( { $($field:ident: $ty:ty),* } )? $( ($payload:ty) )?),* }) => {
        #[derive(fastjson::FastJson, Debug, PartialEq)]
        enum $name {
            $($variant $( { $($field: $ty),* } )? $( ($payload) )?),*
        }
    };
}

kinds!(Kind { Unit, Struct { x: u8, list: Vec<Id> }, New(Option<Id>) });

// A local of the macro and one of its caller may have one name: they are two all the same.
macro_rules! two_of_a_name {
    ($field:ident) => {
        #[derive(fastjson::FastJson, Debug, PartialEq)]
        struct Two {
            $field: u8,
            b: u8,
        }
    };
}

two_of_a_name!(a);

macro_rules! generic {
    ($name:ident<$param:ident: $bound:path>) => {
        #[derive(fastjson::FastJson, Debug, PartialEq)]
        struct $name<$param: $bound> {
            #[fastjson(skip_serializing_if = "Option::is_none")]
            inner: Option<$param>,
        }
    };
}

generic!(Generic<T: Clone>);

#[test]
fn all_shapes() {
    let made = Made { field: Some(1), inner: None, of_the_macro: "t" };
    let text = r#"{"named by a literal":1,"inner":null,"of_the_macro":"t"}"#;
    assert_eq!(fastjson::to_string(&made).expect("encodes"), text);
    let text = r#"{"of the macro":1,"of_the_macro":"t"}"#;
    assert_eq!(fastjson::from_str::<Made<'_>>(text).expect("decodes").inner, Some(7));
    let text = r#"{"of the macro":1,"an expression":2,"of_the_macro":"t"}"#;
    assert_eq!(fastjson::from_str::<Made<'_>>(text).expect("decodes").inner, Some(2));

    round_trip(&List(vec![Id(1)]), "[1]");
    round_trip(&Kind::Unit, "\"Unit\"");
    round_trip(&Kind::New(None), r#"{"New":null}"#);
    round_trip(&Kind::Struct { x: 1, list: vec![] }, r#"{"Struct":{"x":1,"list":[]}}"#);
    round_trip(&Two { a: 1, b: 2 }, r#"{"a":1,"b":2}"#);
    round_trip(&Generic { inner: Some(1u8) }, r#"{"inner":1}"#);
}
