//! serde_json's own types: natively, and through the bridge as any type that has serde's traits.

use std::fmt::Debug;

use fastjson::{Decode, Encode, FastJson};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value, json};

use crate::bend;
use crate::via;

#[track_caller]
fn read<'de, T: Deserialize<'de> + Decode<'de> + PartialEq + Debug>(text: &'de str) -> Option<T> {
    let theirs = via::read::<T>(text);
    let ours = fastjson::from_str::<T>(text).ok();
    assert_eq!(ours, theirs, "`{text}`");
    ours
}

#[track_caller]
fn write<T: Serialize + Encode>(value: &T) -> String {
    let text = via::write(value).expect("a value");
    assert_eq!(fastjson::to_string(value).expect("a value"), text);
    text
}

#[test]
fn values() {
    let value = json!({
        "null": null, "yes": true, "no": false, "text": "a\n\"é", "list": [[], {}, [1, [2.5]]],
        "numbers": [0, -1, u64::MAX, i64::MIN, 1.5, -0.0, 1e300, 0.1],
        "object": {"k": {"k": {}}},
    });
    let text = write(&value);
    assert_eq!(read::<Value>(&text).as_ref(), Some(&value));
    let bent = bend::all(&text);
    assert!(bent.iter().filter(|text| read::<Value>(text).is_none()).count() > 50);
    read::<Value>(r#"{"a":1,"b":2,"a":3}"#);
    read::<Map<String, Value>>(r#"{"a":[1],"b":{}}"#);
    read::<Map<String, Value>>("[]");
    write(value.as_object().expect("an object"));
}

#[test]
fn numbers() {
    for text in [
        "0",
        "-0",
        "-0.0",
        "1",
        "-1",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "1.5",
        "1e2",
        "0.1",
        "123456789012345678901234567890",
        "1e400",
        "01",
        "-",
        "1.",
        "9007199254740993",
        "9007199254740993.0",
        "5e-324",
        "2.2250738585072011e-308",
        "null",
        "\"1\"",
    ] {
        if let Some(number) = read::<Number>(text) {
            write(&number);
        }
        read::<Value>(text);
        read::<Vec<Number>>(&format!("[{text} , {text}]"));
    }
}

#[derive(FastJson, Serialize, Deserialize, Debug)]
#[fastjson(ignore_serde)]
struct Raw<'a> {
    #[serde(borrow)]
    borrowed: &'a RawValue,
    owned: Box<RawValue>,
}

#[test]
fn raw_values() {
    let text = r#"{"borrowed": [ 1, {"a" : "\u0041"} ] , "owned":1.50 }"#;
    let ours: Raw<'_> = fastjson::from_str(text).expect("an object");
    let theirs: Raw<'_> = serde_json::from_str(text).expect("an object");
    assert_eq!(ours.borrowed.get(), r#"[ 1, {"a" : "\u0041"} ]"#);
    assert_eq!(ours.borrowed.get(), theirs.borrowed.get());
    assert_eq!(ours.owned.get(), theirs.owned.get());
    assert!(text.as_bytes().as_ptr_range().contains(&ours.borrowed.get().as_ptr()));
    assert_eq!(write(&ours), r#"{"borrowed":[ 1, {"a" : "\u0041"} ],"owned":1.50}"#);
    for text in ["", "[", "[1 2]", "01", "\"\\x\"", "{\"a\"}", "nul"] {
        assert!(fastjson::from_str::<&RawValue>(text).is_err());
        assert!(fastjson::from_str::<Box<RawValue>>(text).is_err());
    }
    // Through serde's buffer it is not text any more, and refused by both.
    #[derive(Deserialize, Debug)]
    #[serde(untagged)]
    enum Either {
        #[expect(dead_code, reason = "it is never made")]
        Raw(Box<RawValue>),
    }
    assert!(serde_json::from_str::<Either>("[1]").is_err());
    assert!(fastjson::from_str::<via::Via<Either>>("[1]").is_err());
}

#[test]
fn as_fields() {
    #[derive(FastJson, Serialize, Deserialize, Debug, PartialEq)]
    struct Event {
        id: u64,
        payload: Value,
        #[serde(default)]
        extra: Map<String, Value>,
        count: Option<Number>,
    }

    let text = r#"{"id":1,"payload":{"a":[1,2.5]},"extra":{"b":null}}"#;
    let event = read::<Event>(text).expect("an object");
    assert_eq!(event.payload["a"][1], 2.5);
    write(&event);
    let err =
        fastjson::from_str::<Event>(r#"{"id":1,"payload":{"a":[1,x]}}"#).expect_err("no value");
    assert_eq!(err.to_string(), "expected a value, found `x` at line 1 column 27, $.payload.a[1]");
}
