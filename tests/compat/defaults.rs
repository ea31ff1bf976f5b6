//! `default` on the fields of variants and of what they hold, in every representation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{bends, round_trips};

fn seven() -> u8 {
    7
}

fn word() -> String {
    "word".into()
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(default)]
struct Container {
    port: u16,
    host: String,
    #[serde(default = "seven", skip_serializing_if = "is_seven")]
    seven: u8,
}

impl Default for Container {
    fn default() -> Container {
        Container { port: 80, host: "localhost".into(), seven: 1 }
    }
}

fn is_seven(n: &u8) -> bool {
    *n == 7
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(default = "Made::standard", rename_all = "camelCase")]
struct Made {
    some_number: f64,
    some_list: Vec<Option<u8>>,
}

impl Made {
    fn standard() -> Made {
        Made { some_number: 0.5, some_list: vec![None] }
    }
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(default, transparent)]
struct Through {
    list: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(rename_all = "lowercase")]
enum Mode {
    #[default]
    Fast,
    Slow,
}

macro_rules! representations {
    ($($module:ident ($($key:tt)*) { $($text:literal)* })*) => { $(
        #[test]
        fn $module() {
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
            #[serde($($key)*)]
            enum Test {
                Fields {
                    required: u8,
                    #[serde(default)]
                    number: u8,
                    #[serde(default = "seven", skip_serializing_if = "is_seven")]
                    seven: u8,
                    #[serde(default = "word")]
                    word: String,
                    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
                    map: BTreeMap<String, u8>,
                    #[serde(default)]
                    mode: Mode,
                },
                Inside {
                    container: Container,
                    #[serde(default = "Made::standard")]
                    made: Made,
                    #[serde(default)]
                    through: Through,
                },
                Made(Made),
            }

            round_trips([
                Test::Fields {
                    required: 1,
                    number: 2,
                    seven: 7,
                    word: "w".into(),
                    map: BTreeMap::new(),
                    mode: Mode::Slow,
                },
                Test::Inside {
                    container: Container::default(),
                    made: Made::standard(),
                    through: Through::default(),
                },
                Test::Made(Made { some_number: 1.0, some_list: vec![] }),
            ]);
            $( bends::<Test>($text); )*
        }
    )* };
}

representations! {
    external() {
        r#"{"Fields":{"required":1}}"#
        r#"{"Fields":{"map":{"a":1},"required":1,"mode":"fast"}}"#
        r#"{"Inside":{"container":{}}}"#
        r#"{"Made":{}}"#
    }
    internal(tag = "t") {
        r#"{"t":"Fields","required":1}"#
        r#"{"map":{"a":1},"required":1,"mode":"fast","t":"Fields"}"#
        r#"{"t":"Inside","container":{}}"#
        r#"{"t":"Made"}"#
    }
    adjacent(tag = "t", content = "c") {
        r#"{"t":"Fields","c":{"required":1}}"#
        r#"{"c":{"map":{"a":1},"required":1,"mode":"fast"},"t":"Fields"}"#
        r#"{"t":"Inside","c":{"container":{}}}"#
        r#"{"c":{},"t":"Made"}"#
    }
    untagged(untagged) {
        r#"{"required":1}"#
        r#"{"map":{"a":1},"required":1,"mode":"fast"}"#
        r#"{"container":{}}"#
        r#"{}"#
    }
}

/// The tails of tuples, where a representation has tuples.
#[test]
fn tuples() {
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    struct Tail(u8, #[serde(default)] u8, #[serde(default = "word")] String);

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    enum External {
        Tuple(u8, #[serde(default = "seven")] u8),
        Tail(Tail),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t", content = "c")]
    enum Adjacent {
        Tuple(u8, #[serde(default = "seven")] u8),
        Tail(Tail),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(untagged)]
    enum Untagged {
        Tuple(u8, #[serde(default = "seven")] u8),
        Tail(Tail),
    }

    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
    #[serde(tag = "t")]
    enum Internal {
        Fields { tail: Tail },
    }

    let tail = || Tail(1, 2, "t".into());
    round_trips([External::Tuple(1, 2), External::Tail(tail())]);
    round_trips([Adjacent::Tuple(1, 2), Adjacent::Tail(tail())]);
    round_trips([Untagged::Tuple(1, 2), Untagged::Tail(tail())]);
    round_trips([Internal::Fields { tail: tail() }]);
    bends::<External>(r#"{"Tuple":[1]}"#);
    bends::<External>(r#"{"Tail":[1]}"#);
    bends::<Adjacent>(r#"{"t":"Tuple","c":[1]}"#);
    bends::<Adjacent>(r#"{"c":[1],"t":"Tail"}"#);
    bends::<Untagged>("[1]");
    bends::<Untagged>(r#"[1,2,"x"]"#);
}
