//! Deprecated items can be derived on; only their users are told.

#[derive(fastjson::FastJson, Debug, PartialEq)]
struct Named {
    #[deprecated]
    old: u8,
    new: u8,
}

#[derive(fastjson::FastJson, Debug, PartialEq)]
enum Kind {
    #[deprecated]
    Old,
    #[deprecated = "use `New`"]
    Older {
        x: u8,
    },
    New(u8),
}

#[deprecated]
#[derive(fastjson::FastJson, Debug, PartialEq)]
struct All {
    a: u8,
}

#[test]
#[allow(deprecated)]
fn all_shapes() {
    crate::round_trip(&Named { old: 1, new: 2 }, r#"{"old":1,"new":2}"#);
    crate::round_trip(&[Kind::Old, Kind::New(1)], r#"["Old",{"New":1}]"#);
    crate::round_trip(&Kind::Older { x: 1 }, r#"{"Older":{"x":1}}"#);
    crate::round_trip(&All { a: 1 }, r#"{"a":1}"#);
}
