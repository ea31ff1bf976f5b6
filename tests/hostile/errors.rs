//! Errors, word for word: what is said, where it is, and what is shown.

use std::collections::BTreeMap;

use fastjson::{Cursor, Decode, DecodeOwned, ErrorKind, FastJson, Result};
use fastjson_guard::allocations;

use crate::place;

#[derive(Debug, FastJson)]
#[fastjson(rename_all = "camelCase", deny_unknown_fields)]
#[allow(dead_code, reason = "read, and not looked at")]
struct Server {
    host_name: String,
    port: u16,
    #[fastjson(default)]
    mode: Option<Mode>,
}

#[derive(Debug, FastJson)]
#[allow(dead_code, reason = "read, and not looked at")]
enum Mode {
    Fast,
    Slow(u8),
    Custom { level: f32, pair: (bool, char) },
}

#[derive(Debug, FastJson)]
#[allow(dead_code, reason = "read, and not looked at")]
struct Pair(u8, String);

/// Says itself what is wrong.
#[derive(Debug)]
struct Even;

impl<'de> Decode<'de> for Even {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        let at = cur.offset();
        let n = u32::decode(cur)?;
        if n % 2 == 0 { Ok(Even) } else { Err(cur.error_at(at, format_args!("{n} is odd"))) }
    }
}

/// Passes over anything.
#[derive(Debug)]
struct IgnoredAny;

impl<'de> Decode<'de> for IgnoredAny {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        cur.skip_value().map(|()| IgnoredAny)
    }
}

/// One error: its kind, its place, the message, and the two lines that show it.
struct Expected<'a> {
    kind: ErrorKind,
    /// Line, column, offset.
    at: [usize; 3],
    path: &'a str,
    message: &'a str,
    shown: [&'a str; 2],
}

#[track_caller]
fn pin<T: DecodeOwned>(bytes: impl AsRef<[u8]>, expected: &Expected<'_>) {
    let bytes = bytes.as_ref();
    let Err(err) = fastjson::from_slice::<T>(bytes) else { panic!("it is read") };
    let Expected { kind, at: [line, column, offset], path, message, shown: [excerpt, caret] } =
        *expected;
    let margin = " ".repeat(line.to_string().len());
    assert_eq!(
        err.render(),
        format!(
            "error: {message}\n{margin}--> line {line}, column {column}, at {path}\n{margin} |\n{line} | {excerpt}\n{margin} | {caret}\n"
        )
    );
    assert_eq!(err.to_string(), format!("{message} at line {line} column {column}, {path}"));
    assert_eq!(format!("{err:?}"), format!("Error({err})"));
    assert_eq!((err.line(), err.column(), err.offset()), (line, column, offset));
    assert_eq!((err.path(), err.kind()), (path, kind));
    place::check(bytes, &err);
}

macro_rules! errors {
    ($($name:ident: $type:ty, $text:expr => $kind:ident $at:tt $path:literal $message:literal $excerpt:literal $caret:literal;)*) => {$(
        #[test]
        fn $name() {
            pin::<$type>($text, &Expected {
                kind: ErrorKind::$kind,
                at: $at,
                path: $path,
                message: $message,
                shown: [$excerpt, $caret],
            });
        }
    )*};
}

errors! {
    nothing: u8, "" => UnexpectedEnd [1, 1, 0] "$"
        "the text ends where u8 is expected"
        ""
        "^";
    only_white_space: Server, " \n  " => UnexpectedEnd [2, 3, 4] "$"
        "the text ends where an object is expected"
        ""
        "  ^";
    array_not_closed: Vec<u8>, "[1, 2" => UnexpectedEnd [1, 6, 5] "$[1]"
        "the text ends where `,` or `]` is expected"
        "[1, 2"
        "     ^";
    string_not_closed: Vec<String>, "[\"a\", \"b" => UnexpectedEnd [1, 9, 8] "$[1]"
        "the text ends where the end of a string is expected"
        "[\"a\", \"b"
        "        ^";
    half_a_word: (bool, bool), "[true, fal" => UnexpectedEnd [1, 8, 7] "$[1]"
        "the text ends where a boolean is expected"
        "[true, fal"
        "       ^^^";
    number_breaks_off: f64, "-1.5e+" => UnexpectedEnd [1, 7, 6] "$"
        "the text ends where a digit is expected"
        "-1.5e+"
        "      ^";
    no_comma: Vec<u8>, "[1\n 2]" => Syntax [2, 2, 4] "$[0]"
        "expected `,` or `]`, found number `2`"
        " 2]"
        " ^";
    comma_at_the_end: Vec<u8>, "[1,]" => Syntax [1, 4, 3] "$[1]"
        "expected u8, found `]` behind a trailing comma"
        "[1,]"
        "   ^";
    no_colon: Server, "{\"port\" 80}" => Syntax [1, 9, 8] "$.port"
        "expected `:`, found number `80`"
        "{\"port\" 80}"
        "        ^^";
    no_name: Server, "{\"port\": 80, port: 80}" => Syntax [1, 14, 13] "$"
        "expected a name, found `port`"
        "{\"port\": 80, port: 80}"
        "             ^^^^";
    leading_zero: Vec<u32>, "[0, 007]" => Syntax [1, 5, 4] "$[1]"
        "expected a number without leading zeros, found number `007`"
        "[0, 007]"
        "    ^^^";
    control_character: Vec<String>, "[\"a\tb\"]" => Syntax [1, 4, 3] "$[0]"
        "a control character stands unescaped in a string"
        "[\"a b\"]"
        "   ^";
    wrong_escape: Vec<String>, "[\"größe\\x\"]" => Syntax [1, 8, 9] "$[0]"
        "not an escape sequence of JSON"
        "[\"größe\\x\"]"
        "       ^";
    half_a_pair: BTreeMap<String, String>, r#"{"a b": "\ud83d!"}"# => Syntax [1, 10, 9] "$[\"a b\"]"
        "half a surrogate pair stands alone"
        r#"{"a b": "\ud83d!"}"#
        "         ^";
    no_utf8: Vec<String>, b"[\"\xc3\xa9\",\n \"\xff\"]" => InvalidUtf8 [2, 3, 9] "$[1]"
        "the input is not valid UTF-8"
        " \"\u{fffd}\"]"
        "  ^";
    more_text: Vec<u8>, "[1]\n[2]" => TrailingCharacters [2, 1, 4] "$"
        "the value is followed by more text: an array"
        "[2]"
        "^";
    wrong_type: Vec<Server>, r#"[{"hostName": 7, "port": 80}]"# => InvalidType [1, 15, 14] "$[0].hostName"
        "expected a string, found number `7`"
        r#"[{"hostName": 7, "port": 80}]"#
        "              ^";
    fraction: Vec<i64>, "[1, 2.5]" => InvalidType [1, 5, 4] "$[1]"
        "expected i64, found number `2.5`"
        "[1, 2.5]"
        "    ^^^";
    out_of_range: BTreeMap<u8, i8>, "{\"1\": 1,\n\"2\": -129}" => OutOfRange [2, 6, 14] "$[\"2\"]"
        "number `-129` is out of range for i8"
        "\"2\": -129}"
        "     ^^^^";
    infinite: f32, "4e38" => OutOfRange [1, 1, 0] "$"
        "number `4e38` is out of range for f32"
        "4e38"
        "^^^^";
    no_key: BTreeMap<u8, ()>, r#"{"1": null, "x": null}"# => InvalidType [1, 13, 12] "$"
        "expected a key of type u8, found string `\"x\"`"
        r#"{"1": null, "x": null}"#
        "            ^^^";
    array_too_short: Vec<[u8; 3]>, "[[1, 2, 3], [4, 5]]" => InvalidLength [1, 13, 12] "$[1]"
        "wrong number of elements: this array takes 3"
        "[[1, 2, 3], [4, 5]]"
        "            ^";
    tuple_struct_too_long: Pair, "[1, \"a\", 2]" => InvalidLength [1, 1, 0] "$"
        "wrong number of elements: Pair takes 2"
        "[1, \"a\", 2]"
        "^";
    tuple_struct_too_short: Vec<Pair>, "[[1]]" => InvalidLength [1, 2, 1] "$[0]"
        "wrong number of elements: Pair takes 2"
        "[[1]]"
        " ^";
    struct_from_too_little: Server, "[\"a\"]" => InvalidLength [1, 1, 0] "$"
        "wrong number of elements: Server takes at least 2"
        "[\"a\"]"
        "^";
    missing_field: Vec<Server>, "[\n  {\"port\": 80}\n]" => MissingField [2, 3, 4] "$[0]"
        "missing field `hostName` of Server"
        "  {\"port\": 80}"
        "  ^";
    missing_fields: Server, "{}" => MissingField [1, 1, 0] "$"
        "missing fields `hostName`, `port` of Server"
        "{}"
        "^";
    unknown_field: Server, r#"{"hostname": "a"}"# => UnknownField [1, 2, 1] "$"
        "unknown field `hostname` of Server; did you mean `hostName`?"
        r#"{"hostname": "a"}"#
        " ^^^^^^^^^^";
    unknown_variant: Server, r#"{"mode": {"Warp": 1}}"# => UnknownVariant [1, 11, 10] "$.mode"
        "unknown variant `Warp` of Mode; known are `Fast`, `Slow`, `Custom`"
        r#"{"mode": {"Warp": 1}}"#
        "          ^^^^^^";
    data_variant_as_string: Vec<Mode>, r#"["Fast", "Slow"]"# => InvalidType [1, 10, 9] "$[1]"
        "expected an object with the variant's payload, found string `\"Slow\"`"
        r#"["Fast", "Slow"]"#
        "         ^^^^^^";
    in_a_variant: Server, r#"{"mode": {"Custom": {"level": 1, "pair": [true, "ab"]}}}"# => InvalidType [1, 49, 48] "$.mode.Custom.pair[1]"
        "expected a string of one character, found string `\"ab\"`"
        r#"{"mode": {"Custom": {"level": 1, "pair": [true, "ab"]}}}"#
        "                                                ^^^^";
    two_variants: Mode, r#"{"Slow": 1, "Fast": null}"# => Syntax [1, 11, 10] "$.Slow"
        "expected `}` behind the only variant, found `,`"
        r#"{"Slow": 1, "Fast": null}"#
        "          ^";
    given_twice: Server, "{\"port\": 1,\n\t\"port\": 2}" => DuplicateField [2, 2, 13] "$"
        "field `port` is given twice"
        " \"port\": 2}"
        " ^^^^^^";
    own_message: BTreeMap<String, Vec<Even>>, r#"{"größe": [2, 4, 77]}"# => Custom [1, 18, 19] "$.größe[2]"
        "77 is odd"
        r#"{"größe": [2, 4, 77]}"#
        "                 ^^";
}

#[test]
fn long_texts_are_cut() {
    let line = format!("[{}300{}]", "1,".repeat(100), ",1".repeat(100));
    pin::<Vec<u8>>(
        &line,
        &Expected {
            kind: ErrorKind::OutOfRange,
            at: [1, 202, 201],
            path: "$[100]",
            message: "number `300` is out of range for u8",
            shown: [
                &format!("…{}300{}…", "1,".repeat(30), ",1".repeat(28) + ","),
                &format!("{}^^^", " ".repeat(61)),
            ],
        },
    );
    let name = "x".repeat(1000);
    let err = fastjson::from_str::<Server>(&format!("{{\"{name}\": 1}}")).expect_err("unknown");
    let found = format!("`{}…`", "x".repeat(39));
    assert_eq!(
        err.to_string(),
        format!(
            "unknown field {found} of Server; known are `mode`, `port`, `hostName` at line 1 column 2, $"
        )
    );
    let deep = format!("[{}", "{\"a\":[0,".repeat(1000));
    let err = fastjson::from_str::<(IgnoredAny,)>(&deep).expect_err("it is not closed");
    let path = err.path();
    assert!(path.starts_with("$[0].a[1].a[1]") && path.ends_with(".a[1].a[1]"), "{path}");
    assert!(path.contains("…(1841 levels)…") && path.len() < 1000, "{path}");
}

/// The names of missing fields get as much memory as they need, and none of it is given back: how many there are makes no difference.
#[test]
fn errors_of_missing_fields_give_no_block_another_size() {
    #[derive(FastJson)]
    #[allow(dead_code, reason = "read, and not looked at")]
    struct One {
        a: u64,
    }
    #[derive(FastJson)]
    #[allow(dead_code, reason = "read, and not looked at")]
    struct Five {
        a: u64,
        b: u64,
        c: u64,
        d: u64,
        e: u64,
    }
    let one = allocations(|| fastjson::from_str::<One>("{}").is_err());
    let five = allocations(|| fastjson::from_str::<Five>("{}").is_err());
    // What is there, what is missing, the error, and its excerpt.
    assert_eq!((one, five), ((true, 4), (true, 4)));
}
