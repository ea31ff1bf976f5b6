//! `default` and `default = "path"`, on fields and on containers.

use std::collections::BTreeMap;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, reads, refuses, round_trips};

fn forty_two() -> u8 {
    42
}

fn word() -> String {
    "word".into()
}

#[test]
fn fields() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Defaults {
        #[serde(default)]
        number: u8,
        #[serde(default = "forty_two")]
        answer: u8,
        #[serde(default = "word")]
        text: String,
        #[serde(default)]
        list: Vec<u8>,
        #[serde(default)]
        maybe: Option<u8>,
        #[serde(default = "some")]
        some: Option<u8>,
        #[serde(default)]
        pair: (u8, String),
        #[serde(default)]
        map: BTreeMap<String, u8>,
        #[serde(default = "Vec::new")]
        path: Vec<()>,
        #[serde(default = "i64::default")]
        method: i64,
        required: bool,
    }

    fn some() -> Option<u8> {
        Some(1)
    }
    let least = Defaults {
        number: 0,
        answer: 42,
        text: "word".into(),
        list: vec![],
        maybe: None,
        some: Some(1),
        pair: (0, String::new()),
        map: BTreeMap::new(),
        path: vec![],
        method: 0,
        required: true,
    };
    reads(r#"{"required":true}"#, least.clone());
    reads(r#"{"required":true,"some":null}"#, Defaults { some: None, ..least.clone() });
    round_trips([least]);
    refuses::<Defaults>(&[
        "{}",
        r#"{"required":true,"number":null}"#,
        r#"{"required":true,"text":null}"#,
        r#"{"required":true,"answer":1,"answer":2}"#,
    ]);
}

#[test]
fn containers() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(default)]
    struct Config {
        port: u16,
        host: String,
        tags: Vec<String>,
        limit: Option<u8>,
        #[serde(default)]
        own: u8,
        #[serde(default = "forty_two")]
        path: u8,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(default = "made")]
    struct Made {
        a: u8,
        b: String,
    }

    #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
    #[serde(default)]
    struct Derived {
        a: u8,
        b: Option<bool>,
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Holds {
        config: Config,
        #[serde(default)]
        derived: Derived,
    }

    impl Default for Config {
        fn default() -> Config {
            Config {
                port: 80,
                host: "localhost".into(),
                tags: vec!["x".into()],
                limit: Some(9),
                own: 1,
                path: 2,
            }
        }
    }
    fn made() -> Made {
        Made { a: 5, b: "made".into() }
    }
    // A field's own default goes before the container's.
    reads("{}", Config { own: 0, path: 42, ..Config::default() });
    reads(
        r#"{"port":8080,"limit":null}"#,
        Config { port: 8080, limit: None, own: 0, path: 42, ..Config::default() },
    );
    round_trips([Config::default()]);
    refuses::<Config>(&[r#"{"port":null}"#, r#"{"port":1,"port":1}"#, r#"{"port":65536}"#]);
    reads("{}", made());
    reads(r#"{"a":1}"#, Made { a: 1, ..made() });
    round_trips([made()]);
    reads("{}", Derived::default());
    round_trips([Derived::default(), Derived { a: 1, b: Some(true) }]);
    reads(
        r#"{"config":{}}"#,
        Holds {
            config: Config { own: 0, path: 42, ..Config::default() },
            derived: Derived::default(),
        },
    );
    refuses::<Holds>(&["{}", r#"{"derived":{}}"#]);
}

#[test]
fn tuples() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Tail(u8, #[serde(default)] u8, #[serde(default = "word")] String);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(default)]
    struct All(u8, String);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum Variant {
        Tuple(u8, #[serde(default)] u8),
        Fields {
            a: u8,
            #[serde(default = "forty_two")]
            b: u8,
            c: Option<u8>,
        },
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Wrapped(#[serde(default)] u8);

    impl Default for All {
        fn default() -> All {
            All(3, "three".into())
        }
    }
    reads("[1]", Tail(1, 0, "word".into()));
    reads("[1,2]", Tail(1, 2, "word".into()));
    round_trips([Tail(1, 2, "x".into())]);
    refuses::<Tail>(&["[]", "[1,2,\"x\",3]"]);
    reads("[]", All::default());
    reads("[1]", All(1, "three".into()));
    round_trips([All::default()]);
    reads(r#"{"Tuple":[1]}"#, Variant::Tuple(1, 0));
    reads(r#"{"Fields":{"a":1}}"#, Variant::Fields { a: 1, b: 42, c: None });
    round_trips([Variant::Tuple(1, 2), Variant::Fields { a: 1, b: 2, c: Some(3) }]);
    refuses::<Variant>(&[r#"{"Tuple":[]}"#, r#"{"Fields":{}}"#, r#""Tuple""#]);
    round_trips([Wrapped(1)]);
    refuses::<Wrapped>(&["null", "[]", "[1]"]);
}

#[test]
fn all_defaults() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Loose {
        #[serde(default)]
        a: u8,
        #[serde(default)]
        b: String,
    }

    accepts::<Loose>(&["{}", "[]", "[1]", r#"{"b":"x"}"#]);
    refuses::<Loose>(&["null", r#"{"a":"x"}"#, "[1,2]"]);
    round_trips([Loose { a: 0, b: String::new() }]);
}
