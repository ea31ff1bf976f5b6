//! What is borrowed from the text: `&str`, `&[u8]`, `Cow`, `borrow`, in structs and in every representation.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::FastJson;
use crate::compare::{accepts, read, reads, refuses, write};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Plain<'a> {
    name: &'a str,
    maybe: Option<&'a str>,
    #[serde(borrow)]
    list: Vec<&'a str>,
    #[serde(borrow, default)]
    map: BTreeMap<&'a str, &'a str>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Cows<'a, 'b> {
    #[serde(borrow)]
    borrowed: Cow<'a, str>,
    owned: Cow<'b, str>,
    always: Cow<'static, str>,
    #[serde(borrow = "'a", default)]
    maybe: Option<Cow<'a, str>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Nested<'a, T> {
    #[serde(borrow)]
    plain: Plain<'a>,
    t: T,
    #[serde(borrow)]
    pair: (&'a str, u8),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Newtype<'a>(&'a str);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Tuple<'a>(&'a str, #[serde(borrow)] Cow<'a, str>, u8);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(transparent)]
struct Through<'a> {
    #[serde(borrow)]
    cow: Cow<'a, str>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Two<'a, 'b> {
    a: &'a str,
    b: &'b str,
    #[serde(borrow = "'a + 'b")]
    both: (&'a str, &'b str),
}

macro_rules! variants {
    ($($name:ident: ($($key:tt)*);)*) => { $(
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
        #[serde($($key)*)]
        enum $name<'a> {
            #[serde(borrow)]
            Plain(Plain<'a>),
            Fields {
                text: &'a str,
                #[serde(borrow)]
                cow: Cow<'a, str>,
            },
            Owned { own: String, n: u8 },
        }
    )* };
}

variants! {
    External: (rename_all = "lowercase");
    Internal: (tag = "t");
    Adjacent: (tag = "t", content = "c");
    Untagged: (untagged);
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
#[serde(untagged)]
enum Scalar<'a> {
    Number(u8),
    Text(&'a str),
    #[serde(borrow)]
    Escaped(Cow<'a, str>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Flat<'a> {
    own: &'a str,
    #[serde(flatten, borrow)]
    newtype: Inner<'a>,
    #[serde(flatten, borrow)]
    rest: BTreeMap<&'a str, &'a str>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Inner<'a> {
    inner: &'a str,
    #[serde(borrow)]
    cow: Cow<'a, str>,
}

/// The value, written, is this text and reads back from it.
macro_rules! same {
    ($value:expr, $text:expr $(,)?) => {{
        let value = $value;
        assert_eq!(write(&value).as_deref(), Some($text));
        assert_eq!(read($text).as_ref(), Some(&value));
    }};
}

fn plain() -> Plain<'static> {
    Plain { name: "n", maybe: None, list: vec!["a", ""], map: BTreeMap::from([("k", "v")]) }
}

#[test]
fn structs() {
    same!(plain(), r#"{"name":"n","maybe":null,"list":["a",""],"map":{"k":"v"}}"#);
    accepts::<Plain<'_>>(&[r#"{"n\u0061me":"n","list":[]}"#, r#"["n",null,[]]"#]);
    refuses::<Plain<'_>>(&[
        r#"{"name":"\n","list":[]}"#,
        r#"{"name":"\u0061","list":[]}"#,
        r#"{"name":"n","maybe":"\"","list":[]}"#,
        r#"{"name":"n","list":["a","\/"]}"#,
        r#"{"name":"n","list":[],"map":{"\u006b":"v"}}"#,
        r#"{"name":null,"list":[]}"#,
    ]);
    let cows = Cows { borrowed: "a".into(), owned: "b".into(), always: "c".into(), maybe: None };
    same!(cows, r#"{"borrowed":"a","owned":"b","always":"c","maybe":null}"#);
    accepts::<Cows<'_, '_>>(&[
        r#"{"borrowed":"\n","owned":"\u0061","always":"\ud83d\ude00","maybe":"\\"}"#,
    ]);
    let text = r#"{"borrowed":"a","owned":"b","always":"c","maybe":"d"}"#;
    let cows = read::<Cows<'_, '_>>(text).expect("four texts");
    assert!(matches!(cows.borrowed, Cow::Borrowed(_)));
    // Without `borrow` serde owns it; fastjson borrows where the lifetime is the item's.
    assert!(matches!(cows.owned, Cow::Borrowed(_)));
    same!(
        Nested { plain: plain(), t: vec![1], pair: ("p", 1) },
        r#"{"plain":{"name":"n","maybe":null,"list":["a",""],"map":{"k":"v"}},"t":[1],"pair":["p",1]}"#,
    );
    same!(Newtype("a"), r#""a""#);
    same!(Tuple("a", "b".into(), 1), r#"["a","b",1]"#);
    reads(r#"["a","\n",1]"#, Tuple("a", "\n".into(), 1));
    refuses::<Tuple<'_>>(&[r#"["\n","b",1]"#]);
    same!(Through { cow: "a".into() }, r#""a""#);
    reads(r#""\"""#, Through { cow: "\"".into() });
    same!(Two { a: "a", b: "b", both: ("c", "d") }, r#"{"a":"a","b":"b","both":["c","d"]}"#);
    same!([Newtype("a"), Newtype("b")], r#"["a","b"]"#);
}

macro_rules! variant {
    ($($test:ident: $name:ident, $plain:literal, $fields:literal, $escaped:literal;)*) => { $(
        #[test]
        fn $test() {
            same!($name::Plain(plain()), $plain);
            same!($name::Fields { text: "t", cow: "c".into() }, $fields);
            reads(&$fields.replace("\"c\"}", "\"\\n\"}"), $name::Fields { text: "t", cow: "\n".into() });
            refuses::<$name<'_>>(&[$escaped, "null", "1", "{}"]);
            let read = read::<$name<'_>>($fields).expect("fields");
            assert!(matches!(read, $name::Fields { cow: Cow::Borrowed("c"), .. }), "{read:?}");
        }
    )* };
}

variant! {
    external: External,
        r#"{"plain":{"name":"n","maybe":null,"list":["a",""],"map":{"k":"v"}}}"#,
        r#"{"fields":{"text":"t","cow":"c"}}"#, r#"{"fields":{"text":"\n","cow":"c"}}"#;
    internal: Internal,
        r#"{"t":"Plain","name":"n","maybe":null,"list":["a",""],"map":{"k":"v"}}"#,
        r#"{"t":"Fields","text":"t","cow":"c"}"#, r#"{"t":"Fields","text":"\n","cow":"c"}"#;
    adjacent: Adjacent,
        r#"{"t":"Plain","c":{"name":"n","maybe":null,"list":["a",""],"map":{"k":"v"}}}"#,
        r#"{"t":"Fields","c":{"text":"t","cow":"c"}}"#, r#"{"c":{"text":"\n","cow":"c"},"t":"Fields"}"#;
    untagged: Untagged,
        r#"{"name":"n","maybe":null,"list":["a",""],"map":{"k":"v"}}"#,
        r#"{"text":"t","cow":"c"}"#, r#"{"text":"\n","cow":"c"}"#;
}

#[test]
fn tags_first_and_last() {
    reads(
        r#"{"text":"t","t":"Fields","cow":"c"}"#,
        Internal::Fields { text: "t", cow: "c".into() },
    );
    reads(r#"{"text":"t","cow":"\"","t":"\u0046ields"}"#, {
        Internal::Fields { text: "t", cow: "\"".into() }
    });
    reads(r#"{"c":{"text":"t","cow":"c"},"t":"Fields"}"#, {
        Adjacent::Fields { text: "t", cow: "c".into() }
    });
    reads("1", Scalar::Number(1));
    reads(r#""a""#, Scalar::Text("a"));
    reads(r#""\n""#, Scalar::Escaped("\n".into()));
}

#[test]
fn flattened() {
    same!(
        Flat {
            own: "o",
            newtype: Inner { inner: "i", cow: "c".into() },
            rest: BTreeMap::from([("a", "b")]),
        },
        r#"{"own":"o","inner":"i","cow":"c","a":"b"}"#,
    );
    accepts::<Flat<'_>>(&[
        r#"{"cow":"\n","inner":"i","own":"o"}"#,
        r#"{"cow":"","\u0069nner":"i","own":""}"#,
    ]);
    refuses::<Flat<'_>>(&[
        r#"{"cow":"c","inner":"\n","own":"o"}"#,
        r#"{"cow":"c","inner":"i","own":"\n"}"#,
        r#"{"cow":"c","inner":"i","own":"o","x":"\n"}"#,
        r#"{"cow":"c","inner":"i","own":"o","\n":"x"}"#,
        r#"{"cow":"c","inner":"i","own":"o","x":1}"#,
    ]);
}

#[test]
fn bytes() {
    #[derive(Debug, Clone, PartialEq, Deserialize, crate::Decode)]
    struct Bytes<'a> {
        bytes: &'a [u8],
        #[serde(default)]
        maybe: Option<&'a [u8]>,
    }

    reads(r#"{"bytes":"abc"}"#, Bytes { bytes: b"abc", maybe: None });
    reads(r#"{"bytes":"","maybe":"é"}"#, Bytes { bytes: b"", maybe: Some("é".as_bytes()) });
    refuses::<Bytes<'_>>(&[r#"{"bytes":"\n"}"#, r#"{"bytes":[1]}"#, r#"{"bytes":null}"#]);
}
