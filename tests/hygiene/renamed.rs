//! The runtime under another name: the derive has to be told, by a path or, as in serde, by a string.
//! (That nothing else is named then is seen in the expansions.)

use crate::round_trip;

/// What a crate that re-exports the derive would have.
mod facade {
    pub(crate) mod json {
        pub(crate) use fastjson::{__codegen_v1, FastJson};
    }
}

/// The plain name means something else.
mod fastjson {}

#[derive(facade::json::FastJson, Debug, PartialEq)]
#[fastjson(crate = facade::json)]
struct ByPath {
    x: u8,
}

#[derive(facade::json::FastJson, Debug, PartialEq)]
#[fastjson(crate = "crate::renamed::facade::json")]
enum ByString {
    A,
    B { x: u8 },
}

macro_rules! by_macro {
    ($name:ident) => {
        #[derive(facade::json::FastJson, Debug, PartialEq)]
        #[fastjson(crate = $crate::renamed::facade::json)]
        struct $name(u8, u8);
    };
}

by_macro!(ByMacro);

#[test]
fn all_spellings() {
    round_trip(&ByPath { x: 1 }, r#"{"x":1}"#);
    round_trip(&[ByString::A, ByString::B { x: 1 }], r#"["A",{"B":{"x":1}}]"#);
    round_trip(&ByMacro(1, 2), "[1,2]");
}
