//! Paths, as strings; `OsString`, `CString` and `&[u8]`, as arrays of bytes.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ffi::{CStr, CString, OsStr, OsString};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use fastjson::FastJson;
use serde::{Deserialize, Serialize};

use crate::compare::{accepts, read, reads, refuses, round_trips, write};

#[test]
fn paths() {
    round_trips(["", "/", "a/b.txt", "C:\\é\n\""].map(PathBuf::from));
    round_trips([PathBuf::from("a").into_boxed_path()]);
    round_trips([Rc::<Path>::from(Path::new("a"))]);
    round_trips([Arc::<Path>::from(Path::new("a"))]);
    round_trips([Cow::<'static, Path>::Borrowed(Path::new("a"))]);
    round_trips([vec![Some(PathBuf::from("a")), None]]);
    assert_eq!(write(Path::new("a/\"b\"")).as_deref(), Some(r#""a/\"b\"""#));
    assert_eq!(write(&Path::new("a")).as_deref(), Some("\"a\""));
    refuses::<PathBuf>(&["1", "null", "[\"a\"]", "[97]", "\"a", "\"\\x\"", ""]);
}

#[test]
fn paths_are_borrowed() {
    reads("\"a/b\"", Path::new("a/b"));
    refuses::<&Path>(&["\"a\\/b\"", "\"\\u0061\"", "1", "null", "[]", "\"a"]);
    reads("{\"a/b\":1}", BTreeMap::from([(Path::new("a/b"), 1_u8)]));
    refuses::<BTreeMap<&Path, u8>>(&["{\"a\\/b\":1}"]);
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_utf8_is_not_written() {
    use std::os::unix::ffi::OsStrExt as _;

    let path = Path::new(OsStr::from_bytes(b"a\xff"));
    assert_eq!(write(path), None);
    assert_eq!(write(&[path.to_path_buf()]), None);
    assert_eq!(write(&BTreeMap::from([(path, 1)])), None);
    let err = fastjson::to_string(path).unwrap_err();
    assert_eq!(err.to_string(), "a path that is not UTF-8 has no JSON form");
}

#[cfg(unix)]
#[test]
fn os_strings() {
    use std::os::unix::ffi::OsStrExt as _;

    round_trips([OsString::new(), OsString::from("a\"é")]);
    round_trips([OsStr::from_bytes(b"\xff\x00\xed\xa0\x80").to_owned()]);
    round_trips([OsString::from("a").into_boxed_os_str()]);
    round_trips([Rc::<OsStr>::from(OsStr::new("a"))]);
    round_trips([Arc::<OsStr>::from(OsStr::new("a"))]);
    round_trips([Cow::<'static, OsStr>::Borrowed(OsStr::new("a"))]);
    assert_eq!(write(OsStr::new("a")).as_deref(), Some(r#"{"Unix":[97]}"#));
    refuses::<OsString>(&[
        "\"a\"",
        "\"Unix\"",
        "[97]",
        "null",
        "{}",
        r#"{"Unix":"a"}"#,
        r#"{"Unix":null}"#,
        r#"{"Unix":[256]}"#,
        r#"{"Windows":[97]}"#,
        r#"{"unix":[97]}"#,
        r#"{"Unix":[97],"Windows":[97]}"#,
        r#"{"Unix":[97]"#,
    ]);
    let err = fastjson::from_str::<OsString>(r#"{"Windows":[97]}"#).unwrap_err();
    assert_eq!(
        err.to_string(),
        "unknown variant `Windows` of OsString; known are `Unix` at line 1 column 2, $"
    );
}

#[test]
fn c_strings() {
    round_trips([c"".to_owned(), c"a\"\xff".to_owned()]);
    round_trips([c"a".to_owned().into_boxed_c_str()]);
    round_trips([Rc::<CStr>::from(c"a")]);
    round_trips([Arc::<CStr>::from(c"a")]);
    round_trips([Cow::<'static, CStr>::Borrowed(c"a")]);
    assert_eq!(write(c"ab").as_deref(), Some("[97,98]"));
    reads("\"ab\"", c"ab".to_owned());
    reads(r#""\u0061\n""#, c"a\n".to_owned());
    accepts::<CString>(&["[]", "\"\"", "[255]", " [ 1 , 2 ] "]);
    refuses::<CString>(&[
        "[0]",
        "[1,0]",
        "[256]",
        "[-1]",
        r#""\u0000""#,
        r#""a\u0000""#,
        "null",
        "1",
        "{}",
        "[\"a\"]",
        "[1",
        "\"a",
        r#""\x""#,
    ]);
}

#[test]
fn slices_of_bytes() {
    assert_eq!(write(&&b"ab"[..]).as_deref(), Some("[97,98]"));
    reads("\"ab\"", &b"ab"[..]);
    reads("\"é\"", "é".as_bytes());
    refuses::<&[u8]>(&["[97,98]", "[]", "\"\\n\"", "\"a\\u0061\"", "null", "1", "\"a"]);
    assert_eq!(read::<Vec<&[u8]>>("[\"a\",\"\"]"), Some(vec![&b"a"[..], b""]));
}

#[test]
fn as_fields() {
    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Command {
        program: PathBuf,
        argument: Option<OsString>,
        name: CString,
        environment: BTreeMap<PathBuf, Vec<Box<Path>>>,
    }

    round_trips([Command {
        program: "/bin/sh".into(),
        argument: Some("-c".into()),
        name: c"sh".into(),
        environment: BTreeMap::from([("PATH".into(), vec![Path::new("/bin").into()])]),
    }]);

    #[derive(Debug, PartialEq, Serialize, Deserialize, FastJson)]
    struct Borrowed<'a> {
        bytes: &'a [u8],
    }
    reads(r#"{"bytes":"b"}"#, Borrowed { bytes: b"b" });
}

#[test]
fn errors_say_what_and_where() {
    let message = |text| fastjson::from_str::<(u8, CString)>(text).unwrap_err().to_string();
    assert_eq!(
        message("[1, [97, 0]]"),
        "number `0` is out of range for NonZero<u8> at line 1 column 10, $[1][1]"
    );
    assert_eq!(
        message(r#"[1, "a\u0000"]"#),
        "expected a string without `\\u0000`, found string `\"a\\u0000\"` at line 1 column 5, $[1]"
    );
    assert_eq!(
        message("[1, 2]"),
        "expected an array of bytes or a string, found number `2` at line 1 column 5, $[1]"
    );
}
