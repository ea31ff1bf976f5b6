//! Types that only speak serde, flattened: each sees what is its own.

use std::collections::BTreeMap;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Theirs {
    x: u8,
    y: Option<u8>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Small(u8),
    Large { size: u64 },
    None,
}

#[derive(Debug, PartialEq, FastJson)]
struct Shared {
    own: u8,
    #[fastjson(flatten, serde)]
    theirs: Theirs,
    #[fastjson(flatten, serde)]
    kind: Kind,
    #[fastjson(flatten)]
    rest: BTreeMap<String, u8>,
}

#[derive(Debug, PartialEq, FastJson)]
struct Maybe {
    own: u8,
    #[fastjson(flatten, serde)]
    theirs: Option<Theirs>,
}

#[derive(Debug, PartialEq, FastJson)]
#[fastjson(deny_unknown_fields)]
struct Strict {
    own: u8,
    #[fastjson(flatten, serde)]
    theirs: Theirs,
}

#[track_caller]
fn round_trips<T: fastjson::Encode + fastjson::DecodeOwned + PartialEq + std::fmt::Debug>(
    value: &T,
    text: &str,
) {
    assert_eq!(fastjson::to_string(value).expect("its JSON"), text);
    assert_eq!(&fastjson::from_str::<T>(text).expect("its value"), value);
}

#[test]
fn members_go_to_whom_they_belong() {
    let rest = || BTreeMap::from([("q".to_owned(), 9)]);
    let theirs = || Theirs { x: 2, y: None };
    for (kind, text) in [
        (Kind::Small(3), r#"{"own":1,"x":2,"y":null,"small":3,"q":9}"#),
        (Kind::Large { size: 4 }, r#"{"own":1,"x":2,"y":null,"large":{"size":4},"q":9}"#),
    ] {
        round_trips(&Shared { own: 1, theirs: theirs(), kind, rest: rest() }, text);
    }
    let text = r#"{"q":9,"large":{"size":4},"x":2,"own":1}"#;
    let shared = Shared { own: 1, theirs: theirs(), kind: Kind::Large { size: 4 }, rest: rest() };
    assert_eq!(fastjson::from_str::<Shared>(text).expect("its value"), shared);
    // A unit variant of theirs is a string to the bridge, which has no members: it is read, and not written.
    let text = r#"{"none":null,"q":9,"x":2,"own":1}"#;
    let shared = Shared { own: 1, theirs: theirs(), kind: Kind::None, rest: rest() };
    assert_eq!(fastjson::from_str::<Shared>(text).expect("its value"), shared);
    assert!(fastjson::to_string(&shared).is_err());
}

#[test]
fn an_option_may_be_none() {
    round_trips(&Maybe { own: 1, theirs: None }, r#"{"own":1}"#);
    round_trips(
        &Maybe { own: 1, theirs: Some(Theirs { x: 2, y: Some(3) }) },
        r#"{"own":1,"x":2,"y":3}"#,
    );
    let read = fastjson::from_str::<Maybe>(r#"{"own":1,"x":"no"}"#).expect("its value");
    assert_eq!(read, Maybe { own: 1, theirs: None });
}

#[test]
fn unknown_members_are_denied_exactly() {
    round_trips(
        &Strict { own: 1, theirs: Theirs { x: 2, y: Some(3) } },
        r#"{"own":1,"x":2,"y":3}"#,
    );
    let err = fastjson::from_str::<Strict>(r#"{"own":1,"x":2,"z":3}"#).expect_err("one too many");
    assert!(err.to_string().starts_with("unknown field `z` of Strict"), "{err}");
    let err = fastjson::from_str::<Strict>(r#"{"own":1,"x":"2"}"#).expect_err("not a number");
    assert_eq!((err.column(), err.path()), (14, "$.x"));
}
