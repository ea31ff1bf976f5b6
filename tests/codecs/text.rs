//! `DisplayFromStr`, `OneOrMany` and `BorrowCow`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::net::Ipv4Addr;

use fastjson::codecs::{As, BorrowCow, DisplayFromStr, Hex, OneOrMany, Quoted, Same};
use proptest::prelude::any;

use crate::{check, read, reads, refuses, round_trips, write, write_error};

#[test]
fn display_from_str() {
    round_trips::<DisplayFromStr, _>(&[(Ipv4Addr::LOCALHOST, r#""127.0.0.1""#)]);
    round_trips::<DisplayFromStr, _>(&[(-1.5, r#""-1.5""#), (f64::INFINITY, r#""inf""#)]);
    round_trips::<DisplayFromStr, _>(&[('"', r#""\"""#), ('\n', r#""\n""#)]);
    check(1000, any::<String>(), |text| {
        let json = serde_json::to_string(&text).expect("a string");
        assert_eq!(write::<DisplayFromStr, String>(&text), json);
        assert_eq!(read::<DisplayFromStr, String>(&json), text);
    });
    refuses::<DisplayFromStr, Ipv4Addr>(&[
        (r#""127.0.0""#, "invalid IPv4 address syntax"),
        (r#""""#, "invalid IPv4 address syntax"),
        ("7", "expected a string, found number `7`"),
    ]);
    let map = BTreeMap::from([(Ipv4Addr::LOCALHOST, 1)]);
    round_trips::<BTreeMap<DisplayFromStr, Quoted>, _>(&[(map, r#"{"127.0.0.1":"1"}"#)]);
}

/// Pieces of all lengths, on both sides of what is kept on the stack.
#[test]
fn displays_in_pieces() {
    #[derive(Clone)]
    struct Pieces(usize, usize);

    impl fmt::Display for Pieces {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            (0..self.1).try_for_each(|i| write!(f, "{:>1$}", i % 10, self.0))
        }
    }

    for len in 0..70 {
        for count in [0, 1, 2, 3, 63, 64, 65, 200] {
            let pieces = Pieces(len, count);
            assert_eq!(write::<DisplayFromStr, _>(&pieces), format!("\"{pieces}\""));
        }
    }
}

#[test]
fn a_display_that_fails() {
    struct Fails;

    impl fmt::Display for Fails {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("half")?;
            Err(fmt::Error)
        }
    }

    assert_eq!(write_error::<DisplayFromStr, _>(Fails), "a `Display` impl has failed");
}

#[test]
fn one_or_many() {
    round_trips::<OneOrMany, _>(&[
        (vec![], "[]"),
        (vec!["a".to_owned()], r#""a""#),
        (vec!["a".to_owned(), "b".to_owned()], r#"["a","b"]"#),
    ]);
    round_trips::<OneOrMany<Hex>, _>(&[
        (vec![[1_u8]], r#""01""#),
        (vec![[1], [2]], r#"["01","02"]"#),
    ]);
    round_trips::<OneOrMany<Option<Quoted>>, _>(&[
        (vec![None::<u8>], "null"),
        (vec![Some(1)], r#""1""#),
    ]);
    round_trips::<Vec<OneOrMany>, _>(&[(vec![vec![1_u8], vec![], vec![2, 3]], "[1,[],[2,3]]")]);
    reads::<OneOrMany, _>(&vec![1_u8], &["1", "[1]", "[ 1 ]"]);
    refuses::<OneOrMany, Vec<u8>>(&[
        ("256", "number `256` is out of range for u8"),
        (r#""a""#, "expected u8, found string `\"a\"`"),
        ("{}", "expected u8, found an object"),
    ]);
    let err = fastjson::from_str::<As<OneOrMany<Hex>, Vec<Vec<u8>>>>(r#"["00", "0"]"#).unwrap_err();
    assert_eq!(err.to_string(), "an odd number of hexadecimal digits: 1 at line 1 column 8, $[1]");
}

#[test]
fn borrow_cow() {
    let is_borrowed =
        |text: &str| matches!(read::<BorrowCow, Cow<'_, str>>(text), Cow::Borrowed(_));
    assert!(is_borrowed(r#""plain é""#) && is_borrowed(r#""""#));
    assert!(!is_borrowed(r#""\n""#) && !is_borrowed(r#""\u0061""#));
    check(1000, any::<String>(), |text| {
        let json = serde_json::to_string(&text).expect("a string");
        assert_eq!(read::<BorrowCow, Cow<'_, str>>(&json), text);
        assert_eq!(write::<BorrowCow, Cow<'_, str>>(&Cow::Borrowed(&text)), json);
        assert_eq!(read::<BorrowCow, Cow<'_, [u8]>>(&json), text.as_bytes());
    });
    let text = r#"[null, "a", "\"b"]"#.to_owned();
    let read = read::<Vec<Option<BorrowCow>>, Vec<Option<Cow<'_, str>>>>(&text);
    assert!(matches!(&read[..], [None, Some(Cow::Borrowed("a")), Some(Cow::Owned(_))]));
    let err = fastjson::from_str::<As<BorrowCow, Cow<'_, str>>>("7").unwrap_err();
    assert_eq!(err.to_string(), "expected a string, found number `7` at line 1 column 1, $");
}

#[test]
fn borrow_keys() {
    type Map<'a> = BTreeMap<Cow<'a, str>, u8>;
    let map = read::<BTreeMap<BorrowCow, Same>, Map<'_>>(r#"{"a": 1, "\u0062": 2}"#);
    let borrowed: Vec<_> = map.keys().map(|key| matches!(key, Cow::Borrowed(_))).collect();
    assert_eq!(borrowed, [true, false]);
    assert_eq!(write::<BTreeMap<BorrowCow, Same>, Map<'_>>(&map), r#"{"a":1,"b":2}"#);
}

/// serde's borrowed `Cow<[u8]>` reads strings alone; here what is written is read, too.
#[test]
fn borrow_bytes() {
    #[derive(serde::Deserialize)]
    struct Theirs<'a>(#[serde(borrow)] Cow<'a, [u8]>);

    for text in [r#""""#, r#""plain é""#, r#""\n\u00e9\ud83d\ude00""#] {
        let theirs = serde_json::from_str::<Theirs<'_>>(text).expect("bytes").0;
        let ours = read::<BorrowCow, Cow<'_, [u8]>>(text);
        assert_eq!(ours, theirs);
        assert_eq!(matches!(ours, Cow::Borrowed(_)), matches!(theirs, Cow::Borrowed(_)));
    }
    assert!(serde_json::from_str::<Theirs<'_>>("[1,2]").is_err());
    let bytes = Cow::Borrowed(&[1, 2][..]);
    assert_eq!(write::<BorrowCow, Cow<'_, [u8]>>(&bytes), "[1,2]");
    assert_eq!(read::<BorrowCow, Cow<'_, [u8]>>("[1,2]"), bytes);
    let err = fastjson::from_str::<As<BorrowCow, Cow<'_, [u8]>>>("7").unwrap_err();
    let message = "expected a string or an array of bytes, found number `7`";
    assert_eq!(err.to_string(), format!("{message} at line 1 column 1, $"));
    let err = fastjson::from_str::<As<BorrowCow, Cow<'_, [u8]>>>("[1, 256]").unwrap_err();
    assert_eq!(err.to_string(), "number `256` is out of range for u8 at line 1 column 5, $[1]");
}
