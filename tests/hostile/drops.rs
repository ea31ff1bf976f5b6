//! Whatever happens to a text, each value that was decoded of it is dropped once: none is lost, none is dropped twice.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use fastjson::{Cursor, Decode, DecodeOwned, Result};

thread_local! {
    static ALIVE: Cell<isize> = const { Cell::new(0) };
}

/// Counts how many of its kind there are. Reading `7` panics.
struct Counted(#[allow(dead_code)] Box<u8>);

impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.set(ALIVE.get() - 1);
    }
}

impl<'de> Decode<'de> for Counted {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        let number = u8::decode(cur)?;
        assert_ne!(number, 7, "a decoder panics");
        ALIVE.set(ALIVE.get() + 1);
        Ok(Counted(Box::new(number)))
    }
}

impl Default for Counted {
    fn default() -> Self {
        ALIVE.set(ALIVE.get() + 1);
        Counted(Box::new(0))
    }
}

/// [`check_alone`], and of two values in an array, which are built there.
#[track_caller]
fn check<T: DecodeOwned>(text: &str, expected: Option<isize>) {
    check_alone::<T>(text, expected);
    check_alone::<Vec<T>>(&format!("[{text}, {text}]"), expected.map(|alive| 2 * alive));
}

/// Decodes the text, and every beginning of it. So many are alive while there is a value, and none otherwise.
#[track_caller]
fn check_alone<T: DecodeOwned>(text: &str, expected: Option<isize>) {
    for end in 0..=text.len() {
        let result = catch_unwind(AssertUnwindSafe(|| fastjson::from_str::<T>(&text[..end])));
        if let Ok(Ok(value)) = result {
            if end == text.len() {
                assert_eq!(Some(ALIVE.get()), expected, "{text}");
            }
            drop(value);
        } else if end == text.len() {
            assert_eq!(None, expected, "{text}");
        }
        assert_eq!(ALIVE.get(), 0, "{} of {text}", &text[..end]);
    }
}

#[derive(Decode)]
#[allow(dead_code)]
struct Pair {
    a: Counted,
    b: Counted,
}

#[test]
fn structs() {
    check::<Pair>(r#"{"a": 1, "b": 2}"#, Some(2));
    check::<Pair>("[1, 2]", Some(2));
    check::<Pair>("[1]", None);
    check::<Pair>(r#"{"a": 1}"#, None);
    check::<Pair>(r#"{"b": 1}"#, None);
    check::<Pair>(r#"{"a": 1, "a": 2, "b": 3}"#, None);
    check::<Pair>(r#"{"a": 1, "b": 300}"#, None);
    check::<Pair>(r#"{"a": 1, "b": 7}"#, None);
    check::<Pair>(r#"{"a": 1, "b": 2} 3"#, None);
    check::<Vec<Pair>>(r#"[{"a": 1, "b": 2}, {"b": 3, "a": 4}]"#, Some(4));
    check::<Vec<Pair>>(r#"[{"a": 1, "b": 2}, {"b": 3, "a": 7}]"#, None);
    check::<Option<Box<Pair>>>(r#"{"a": 1, "b": 2}"#, Some(2));
    check::<BTreeMap<String, Pair>>(r#"{"x": {"a": 1, "b": 2}, "x": {"a": 3, "b": 4}}"#, Some(2));
}

#[test]
fn tuples() {
    #[derive(Decode)]
    #[allow(dead_code)]
    struct Three(Counted, Pair, #[fastjson(default)] Counted);

    check::<Three>(r#"[1, [2, 3], 4]"#, Some(4));
    check::<Three>(r#"[1, [2, 3]]"#, Some(4));
    check::<Three>(r#"[1, [2]]"#, None);
    check::<Three>(r#"[1, [2, 3], 7]"#, None);
}

#[test]
fn defaults_and_duplicates() {
    #[derive(Decode, Default)]
    #[fastjson(default)]
    #[allow(dead_code)]
    struct Lax {
        a: Counted,
        b: Counted,
        pair: Option<Pair>,
    }

    #[derive(Decode)]
    #[fastjson(duplicate_fields = "last")]
    #[allow(dead_code)]
    struct Last {
        pair: Pair,
        one: Counted,
    }

    check::<Lax>("{}", Some(2));
    check::<Lax>(r#"{"a": 1}"#, Some(2));
    check::<Lax>(r#"{"pair": {"a": 1, "b": 2}, "b": 3}"#, Some(4));
    check::<Lax>(r#"{"pair": {"a": 1}, "b": 3}"#, None);
    check::<Last>(
        r#"{"pair": {"a": 1, "b": 2}, "one": 1, "pair": {"a": 3, "b": 4}, "one": 2}"#,
        Some(3),
    );
    check::<Last>(r#"{"pair": {"a": 1, "b": 2}, "one": 1, "pair": {"a": 3}}"#, None);
    check::<Last>(r#"{"pair": {"a": 1, "b": 2}, "one": 1, "pair": {"a": 3, "b": 7}}"#, None);
}

#[test]
fn flattened() {
    #[derive(Decode)]
    #[allow(dead_code)]
    struct Outer {
        x: Counted,
        #[fastjson(flatten)]
        pair: Pair,
        #[fastjson(flatten)]
        maybe: Option<Other>,
        #[fastjson(flatten)]
        rest: BTreeMap<String, Counted>,
    }

    #[derive(Decode)]
    #[allow(dead_code)]
    struct Other {
        c: Counted,
        d: Counted,
    }

    check::<Outer>(r#"{"x": 1, "a": 2, "b": 3, "c": 4, "d": 5, "e": 6}"#, Some(6));
    check::<Outer>(r#"{"x": 1, "a": 2, "b": 3, "c": 4, "e": 6}"#, Some(4));
    check::<Outer>(r#"{"x": 1, "a": 2, "b": 3, "d": 4, "c": 300, "e": 6}"#, Some(4));
    check::<Outer>(r#"{"x": 1, "a": 2, "c": 4, "d": 5, "e": 6}"#, None);
    check::<Outer>(r#"{"a": 1, "b": 2, "c": 4, "d": 5, "e": 6}"#, None);
    check::<Outer>(r#"{"x": 1, "a": 2, "b": 3, "c": 4, "d": 5, "e": 7}"#, None);
}

#[test]
fn enums() {
    #[derive(Decode)]
    #[allow(dead_code)]
    enum External {
        New(Counted),
        Tuple(Counted, Counted),
        Struct { a: Counted, b: Counted },
        Unit,
    }

    #[derive(Decode)]
    #[fastjson(tag = "t")]
    #[allow(dead_code)]
    enum Internal {
        New(Pair),
        Struct { a: Counted, b: Counted },
    }

    #[derive(Decode)]
    #[fastjson(tag = "t", content = "c")]
    #[allow(dead_code)]
    enum Adjacent {
        Tuple(Counted, Counted),
        Struct { a: Counted, b: Counted },
    }

    #[derive(Decode)]
    #[fastjson(untagged)]
    #[allow(dead_code)]
    enum Untagged {
        Many { a: Counted, b: Counted, c: Counted },
        Two(Counted, Counted),
        Pair(Pair),
        One(Counted),
    }

    /// The first try may have its value when it fails: behind it.
    #[derive(Decode)]
    #[allow(dead_code)]
    enum Mixed {
        New(Counted),
        #[fastjson(untagged)]
        Pair(Pair),
        #[fastjson(untagged)]
        Map(BTreeMap<String, Counted>),
    }

    check::<Mixed>(r#"{"New": 1}"#, Some(1));
    check::<Mixed>(r#"{"New": 1, "a": 2}"#, Some(2));
    check::<Mixed>(r#"{"New": 1, "a": 2, "b": 3}"#, Some(2));
    check::<Mixed>(r#"{"New": 1, "a": 2, "c": 300}"#, None);
    check::<External>(r#"{"New": 1}"#, Some(1));
    check::<External>(r#"{"Tuple": [1, 2]}"#, Some(2));
    check::<External>(r#"{"Tuple": [1, 7]}"#, None);
    check::<External>(r#"{"Struct": {"a": 1, "b": 2}}"#, Some(2));
    check::<External>(r#"{"Struct": {"a": 1}}"#, None);
    check::<External>(r#""Unit""#, Some(0));
    check::<Internal>(r#"{"t": "New", "a": 1, "b": 2}"#, Some(2));
    check::<Internal>(r#"{"a": 1, "t": "Struct", "b": 2}"#, Some(2));
    check::<Internal>(r#"{"a": 1, "t": "New"}"#, None);
    check::<Internal>(r#"{"t": "Struct", "a": 1}"#, None);
    check::<Internal>(r#"{"t": "Struct", "a": 1, "b": 7}"#, None);
    check::<Adjacent>(r#"{"t": "Tuple", "c": [1, 2]}"#, Some(2));
    check::<Adjacent>(r#"{"c": {"a": 1, "b": 2}, "t": "Struct"}"#, Some(2));
    check::<Adjacent>(r#"{"t": "Struct", "c": {"a": 1, "b": 2}, "t": "Struct"}"#, None);
    check::<Untagged>(r#"{"a": 1, "b": 2, "c": 3}"#, Some(3));
    check::<Untagged>(r#"{"a": 1, "b": 2, "c": null}"#, Some(2));
    check::<Untagged>("[1, 2]", Some(2));
    check::<Untagged>("1", Some(1));
    check::<Untagged>(r#"{"a": 1, "b": 7}"#, None);
}

#[test]
fn streams() {
    let text = r#"{"a": 1, "b": 2} {"a": 3, "b": 4} {"a": 5}"#;
    let mut stream = fastjson::Stream::<Pair>::new(text);
    for _ in 0..2 {
        let pair = stream.next().expect("a pair").expect("a whole one");
        assert_eq!(ALIVE.get(), 2);
        drop(pair);
    }
    assert!(stream.next().expect("a third one").is_err());
    assert_eq!(ALIVE.get(), 0);
}
