//! The codecs where they belong: on fields, by the attribute.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fastjson::FastJson;
use fastjson::codecs::{
    Base64, Base64Url, DisplayFromStr, DurationMillis, Hex, OneOrMany, Quoted, Rfc3339,
    TimestampSeconds,
};

#[derive(FastJson, Debug, Clone, PartialEq)]
struct All<'a> {
    #[fastjson(as = "Hex")]
    id: [u8; 4],
    #[fastjson(as = "Vec<Option<Hex>>")]
    parents: Vec<Option<Vec<u8>>>,
    #[fastjson(as = "HashMap<DisplayFromStr, Base64>")]
    keys: HashMap<IpAddr, Vec<u8>>,
    #[fastjson(as = "Option<Base64Url>")]
    signature: Option<Box<[u8]>>,
    #[fastjson(as = "(Rfc3339, TimestampSeconds)")]
    times: (SystemTime, SystemTime),
    #[fastjson(as = "Vec<DurationMillis>")]
    delays: Vec<Duration>,
    #[fastjson(as = "OneOrMany")]
    audience: Vec<String>,
    #[fastjson(as = "(_, Quoted)")]
    pair: (u8, u8),
    #[fastjson(string)]
    large: u64,
    #[fastjson(string)]
    flag: Option<bool>,
    #[fastjson(non_finite = "string")]
    bounds: [f64; 2],
    #[fastjson(omit_empty, default)]
    notes: Vec<String>,
    #[fastjson(omit_empty, default)]
    count: u32,
    text: Cow<'a, str>,
}

const TEXT: &str = concat!(
    r#"{"id":"000aff01","parents":[null,"0b"],"keys":{"::1":"AQI="},"signature":"_w","#,
    r#""times":["2024-01-02T03:04:05Z",-1],"delays":[1,1500],"audience":"one","pair":[1,"2"],"#,
    r#""large":"18446744073709551615","flag":"true","bounds":["-Infinity",1.5],"text":"plain"}"#,
);

fn all() -> All<'static> {
    All {
        id: [0, 0x0a, 0xff, 1],
        parents: vec![None, Some(vec![0x0b])],
        keys: HashMap::from([("::1".parse().expect("an address"), vec![1, 2])]),
        signature: Some(Box::new([0xff])),
        times: (
            UNIX_EPOCH + Duration::from_secs(1_704_164_645),
            UNIX_EPOCH - Duration::from_secs(1),
        ),
        delays: vec![Duration::from_millis(1), Duration::from_millis(1500)],
        audience: vec!["one".to_owned()],
        pair: (1, 2),
        large: u64::MAX,
        flag: Some(true),
        bounds: [f64::NEG_INFINITY, 1.5],
        notes: vec![],
        count: 0,
        text: "plain".into(),
    }
}

#[test]
fn every_field_has_its_form() {
    assert_eq!(fastjson::to_string(&all()).expect("a value"), TEXT);
    let read: All<'_> = fastjson::from_str(TEXT).expect("what was written");
    assert_eq!(read, all());
    assert!(matches!(read.text, Cow::Borrowed("plain")));
    for len in 0..TEXT.len() {
        let err = fastjson::from_str::<All<'_>>(&TEXT[..len]).expect_err("cut");
        assert!(err.is_eof(), "{}: {err}", &TEXT[..len]);
    }
}

#[test]
fn what_is_not_empty_is_kept() {
    let value = All { notes: vec![String::new()], count: 1, flag: None, ..all() };
    let text = fastjson::to_string(&value).expect("a value");
    assert!(
        text.contains(r#""flag":null,"#) && text.contains(r#","notes":[""],"count":1,"#),
        "{text}"
    );
    assert_eq!(fastjson::from_str::<All<'_>>(&text).expect("what was written"), value);
}

#[test]
fn what_is_an_option_may_be_missing() {
    let text = TEXT.replace(r#""signature":"_w","#, "").replace(r#""flag":"true","#, "");
    let read: All<'_> = fastjson::from_str(&text).expect("a value");
    assert_eq!((read.signature, read.flag), (None, None));
    refused(r#""id":"000aff01","#, "", "missing field `id` of All at line 1 column 1, $");
}

/// The text with a part of it replaced is refused with these words.
#[track_caller]
fn refused(from: &str, to: &str, message: &str) {
    let text = TEXT.replace(from, to);
    assert_ne!(text, TEXT);
    let err = fastjson::from_str::<All<'_>>(&text).expect_err("no value");
    assert_eq!(err.to_string(), message);
}

#[test]
fn errors_know_the_field() {
    refused(
        r#"[null,"0b"]"#,
        r#"[null,"0"]"#,
        "an odd number of hexadecimal digits: 1 at line 1 column 34, $.parents[1]",
    );
    refused("000aff01", "000aff", "expected 4 bytes, found 3 at line 1 column 7, $.id");
}

/// What a check refuses is refused as a key as well.
#[test]
fn validated_keys() {
    fn even(n: &u8) -> Result<(), &'static str> {
        if n.is_multiple_of(2) { Ok(()) } else { Err("it is odd") }
    }

    #[derive(Debug, PartialEq, Eq, PartialOrd, Ord, FastJson)]
    struct Even(#[fastjson(validate = even)] u8);

    let read = |text| fastjson::from_str::<BTreeMap<Even, bool>>(text);
    assert_eq!(read(r#"{"2":true}"#).expect("an even key"), BTreeMap::from([(Even(2), true)]));
    let err = read(r#"{"2":true,"3":false}"#).expect_err("an odd key");
    assert_eq!(err.to_string(), "it is odd at line 1 column 11, $");
}

/// Missing, null and a value are apart whichever codec the value has, and inside the bridge.
#[test]
fn presence_beside_codecs() {
    #[derive(Debug, PartialEq, FastJson)]
    struct Change {
        #[fastjson(string)]
        count: Option<Option<u64>>,
        name: Option<Option<String>>,
    }

    for (text, count) in [
        (r#"{"name":null}"#, None),
        (r#"{"count":null,"name":null}"#, Some(None)),
        (r#"{"count":"7","name":null}"#, Some(Some(7))),
    ] {
        let change = Change { count, name: Some(None) };
        assert_eq!(fastjson::to_string(&change).expect("its JSON"), text);
        assert_eq!(fastjson::from_str::<Change>(text).expect("its value"), change);
    }
}
