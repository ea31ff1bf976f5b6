//! Types that try one thing after another, by [`Cursor::attempt`].

use fastjson::{Cursor, Decode, ErrorKind, FastJson, Result};

#[derive(Debug, PartialEq)]
enum Either {
    Numbers(Vec<u8>),
    Texts(Vec<String>),
    Object(Flat),
}

/// Its members are told from each other only while they are read.
#[derive(Debug, PartialEq, FastJson)]
struct Flat {
    #[fastjson(flatten)]
    kind: Kind,
    #[fastjson(flatten)]
    rest: std::collections::BTreeMap<String, Vec<Either>>,
}

#[derive(Debug, PartialEq, FastJson)]
enum Kind {
    A(u8),
}

impl<'de> Decode<'de> for Either {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        if let Ok(numbers) = cur.attempt(Vec::decode) {
            return Ok(Either::Numbers(numbers));
        }
        match cur.attempt(Flat::decode) {
            Ok(flat) => Ok(Either::Object(flat)),
            Err(_) => Vec::decode(cur).map(Either::Texts),
        }
    }
}

impl fastjson::Encode for Either {
    fn encode(&self, w: &mut fastjson::Writer<'_>) -> Result<()> {
        match self {
            Either::Numbers(numbers) => numbers.encode(w),
            Either::Texts(texts) => texts.encode(w),
            Either::Object(flat) => flat.encode(w),
        }
    }
}

/// What a try has entered does not count, however often it fails; and what it left hidden of an object is seen again.
#[test]
fn tries_leave_nothing_behind() {
    let element = r#"["a"],["1"],{"A":1,"x":[["c"],[2]]},{"x":[],"A":3}"#;
    let text = format!("[{}]", [element; 300].join(","));
    let all: Vec<Either> = fastjson::from_str(&text).expect("decodes");
    assert_eq!(all.len(), 1_200);
    let texts = |texts: &[&str]| Either::Texts(texts.iter().map(ToString::to_string).collect());
    let rest = vec![texts(&["c"]), Either::Numbers(vec![2])];
    let object = |n, rest| {
        let rest = [("x".to_string(), rest)].into();
        Either::Object(Flat { kind: Kind::A(n), rest })
    };
    assert_eq!(all[1196..], [texts(&["a"]), texts(&["1"]), object(1, rest), object(3, vec![])]);
}

/// Levels are still counted where they are entered one in another.
#[test]
fn tries_count_levels() {
    struct Nested(usize);

    impl<'de> Decode<'de> for Nested {
        fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
            match cur.attempt(u8::decode) {
                Ok(n) => Ok(Nested(n.into())),
                Err(_) => <[Nested; 1]>::decode(cur).map(|[inner]| Nested(inner.0 + 1)),
            }
        }
    }

    let nested = |n: usize| format!("{}0{}", "[".repeat(n), "]".repeat(n));
    assert_eq!(fastjson::from_str::<Nested>(&nested(127)).expect("decodes").0, 127);
    let err = fastjson::from_str::<Nested>(&nested(128)).err().expect("too deep");
    assert_eq!(err.kind(), ErrorKind::RecursionLimit);
}
