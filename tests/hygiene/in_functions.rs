//! Items that live in functions, blocks and methods.

use crate::round_trip;

struct Host;

impl Host {
    fn method() {
        #[derive(fastjson::FastJson, Debug, PartialEq)]
        struct Inner {
            x: u8,
        }
        round_trip(&Inner { x: 1 }, r#"{"x":1}"#);
    }
}

#[test]
#[allow(clippy::items_after_statements)]
fn all_places() {
    Host::method();

    fn five() -> u8 {
        5
    }
    #[derive(fastjson::FastJson, Debug, PartialEq)]
    struct Local<'a> {
        #[fastjson(default = five)]
        x: u8,
        text: &'a str,
    }
    let local: Local<'_> = fastjson::from_str(r#"{"text":"t"}"#).expect("decodes");
    assert_eq!(local, Local { x: 5, text: "t" });

    let closure = || {
        #[derive(fastjson::FastJson, Debug, PartialEq)]
        enum Kind {
            A,
            B(Box<Kind>),
        }
        round_trip(&Kind::B(Box::new(Kind::A)), r#"{"B":"A"}"#);
    };
    closure();

    {
        // The same name once more.
        #[derive(fastjson::FastJson, Debug, PartialEq)]
        struct Local(u8, u8);
        round_trip(&Local(1, 2), "[1,2]");
    }
}
