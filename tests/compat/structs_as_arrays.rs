//! Structs read from arrays, below every representation: defaults fill a short tail, skipped fields take no place.

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, bends, reads, refuses};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Plain {
    a: u8,
    b: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Tail {
    a: u8,
    #[serde(skip)]
    skipped: u8,
    #[serde(default)]
    b: u8,
    #[serde(default = "seven")]
    c: u8,
}

fn seven() -> u8 {
    7
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, FastJson)]
#[serde(default)]
struct All {
    a: u8,
    b: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Nested {
    plain: Plain,
    tail: Option<Tail>,
    list: Vec<All>,
}

macro_rules! representations {
    ($($name:ident ($($key:tt)*);)*) => { $(
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
        #[serde($($key)*)]
        enum $name {
            Nested(Nested),
            Plain(Plain),
            Tail(Tail),
            All(All),
            Fields { plain: Plain, all: All },
        }
    )* };
}

representations! {
    External(rename_all = "lowercase");
    Internal(tag = "t");
    Adjacent(tag = "t", content = "c");
    Untagged(untagged);
}

fn nested() -> Nested {
    Nested {
        plain: Plain { a: 1, b: None },
        tail: Some(Tail { a: 2, skipped: 0, b: 3, c: 7 }),
        list: vec![All { a: 4, b: String::new() }, All::default()],
    }
}

#[test]
fn alone() {
    reads("[[1,null],[2,3],[[4],[]]]", nested());
    reads("[1]", Tail { a: 1, skipped: 0, b: 0, c: 7 });
    reads("[1,2,3]", Tail { a: 1, skipped: 0, b: 2, c: 3 });
    refuses::<Tail>(&["[]", "[1,2,3,4]", "[1,null]"]);
    refuses::<Plain>(&["[1]", "[1,2,3]", "[null,1]"]);
    reads("[]", All::default());
    bends::<Nested>("[[1,null],[2,3],[[4],[]]]");
}

#[test]
fn external() {
    reads(r#"{"nested":[[1,null],[2,3],[[4],[]]]}"#, External::Nested(nested()));
    reads(r#"{"fields":[[1,null],[]]}"#, {
        External::Fields { plain: Plain { a: 1, b: None }, all: All::default() }
    });
    bends::<External>(r#"{"fields":[[1,null],[]]}"#);
    bends::<External>(r#"{"tail":[1]}"#);
}

#[test]
fn internal() {
    reads(r#"["Nested",[1,null],[2,3],[[4],[]]]"#, Internal::Nested(nested()));
    reads(r#"["All"]"#, Internal::All(All::default()));
    accepts::<Internal>(&[
        r#"["Tail",1]"#,
        r#"["Tail",1,2]"#,
        r#"["Fields",[1,null],[]]"#,
        r#"["Fields",{"a":1},{}]"#,
        r#"{"all":[],"plain":[1,2],"t":"Fields"}"#,
    ]);
    refuses::<Internal>(&[
        r#"["Tail"]"#,
        r#"["Tail",1,2,3,4]"#,
        r#"["Tail",[1]]"#,
        r#"["Fields",[1,null]]"#,
        r#"["tail",1]"#,
        r#"[1,"Tail"]"#,
    ]);
    bends::<Internal>(r#"["Nested",[1,null],[2,3],[[4],[]]]"#);
    bends::<Internal>(r#"["Tail",1]"#);
    bends::<Internal>(r#"["Fields",[1,null],[]]"#);
}

#[test]
fn adjacent() {
    reads(r#"["Nested",[[1,null],[2,3],[[4],[]]]]"#, Adjacent::Nested(nested()));
    accepts::<Adjacent>(&[
        r#"["Tail",[1]]"#,
        r#"["All",[]]"#,
        r#"["Fields",{"plain":[1,2],"all":[]}]"#,
        r#"{"c":[1,2],"t":"Tail"}"#,
        r#"{"t":"All","c":[]}"#,
    ]);
    refuses::<Adjacent>(&[r#"["Tail",1]"#, r#"["All"]"#, r#"["Fields",[[1,2],[]]]"#]);
    bends::<Adjacent>(r#"["Nested",[[1,null],[2,3],[[4],[]]]]"#);
    bends::<Adjacent>(r#"["Tail",[1]]"#);
}

#[test]
fn untagged() {
    reads("[[1,null],[2,3],[[4],[]]]", Untagged::Nested(nested()));
    reads("[1,null]", Untagged::Plain(Plain { a: 1, b: None }));
    reads("[1]", Untagged::Tail(Tail { a: 1, skipped: 0, b: 0, c: 7 }));
    reads("[]", Untagged::All(All::default()));
    reads(r#"[1,"b"]"#, Untagged::All(All { a: 1, b: "b".into() }));
    refuses::<Untagged>(&["[[1,null],[]]", "[1,2,3,4]", "[null]"]);
    bends::<Untagged>("[[1,null],[2,3],[[4],[]]]");
    bends::<Untagged>("[1,2,3]");
}
