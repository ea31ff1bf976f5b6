//! Values in a row, some of them wrong: the place of the error, the limits of each value, and what reading them costs.

use std::borrow::Cow;

use fastjson::{Cursor, Decode, ErrorKind, FastJson, Result, Stream};
use fastjson_guard::{allocations, guarded};
use serde::{Deserialize, Serialize};

use crate::{clock, place};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, FastJson)]
struct Line {
    name: String,
    values: Vec<u16>,
}

#[derive(Debug, FastJson)]
struct Arrays(#[allow(dead_code, reason = "read, and not looked at")] Vec<Arrays>);

/// How many values there are, and the error behind them, whose place is looked at.
#[track_caller]
fn read<'de, T: Decode<'de>>(text: &'de str) -> (usize, fastjson::Error) {
    let mut stream = Stream::<T>::new(text);
    let mut count = 0;
    loop {
        match stream.next().expect("an error") {
            Ok(_) => count += 1,
            Err(err) => {
                place::check(text.as_bytes(), &err);
                assert!(stream.next().is_none());
                return (count, err);
            }
        }
    }
}

#[test]
fn places_are_those_in_the_whole_text() {
    let good = "{\"name\": \"ä\", \"values\": [1, 2]}\n";
    for (bad, column, path, message) in [
        (
            "{\"name\": \"b\", \"values\": [1, -2]}",
            29,
            "$.values[1]",
            "number `-2` is out of range for u16",
        ),
        ("{\"name\": \"b\"}", 1, "$", "missing field `values` of Line"),
        ("  [\"b\", {}]", 9, "$[1]", "expected an array, found an object"),
        ("{\"name\": \"b\", \"values\": [1}", 27, "$.values[0]", "expected `,` or `]`, found `}`"),
        ("x", 1, "$", "expected an object, found `x`"),
        (", {}", 1, "$", "expected an object, found `,`"),
    ] {
        for lines in [0, 1, 2, 50] {
            let text = format!("{}{bad}\n{good}", good.repeat(lines));
            let (count, err) = read::<Line>(&text);
            assert_eq!((count, err.line(), err.column()), (lines, lines + 1, column), "{err}");
            assert_eq!(err.path(), path, "{err}");
            assert!(err.to_string().starts_with(message), "{err}");
        }
    }
    let (count, err) = read::<u16>("1 2\n3 4x 5");
    assert_eq!(count, 3);
    assert_eq!(err.kind(), ErrorKind::TrailingCharacters);
    assert_eq!(
        err.render(),
        "error: the value is followed by more text: `x`\n --> line 2, column 4, at $\n  |\n2 | 3 4x 5\n  |    ^\n",
    );
    let (count, err) = read::<Vec<u16>>("[1] [2,");
    assert_eq!((count, err.offset(), err.is_eof()), (1, 7, true), "{err}");
}

/// What a value took of them the next one has again.
#[test]
fn levels_are_those_of_each_value() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let text = format!("{0}\n{0}{0} {1}\n{0}", nested(127), nested(128));
    let (count, err) = read::<Arrays>(&text);
    assert_eq!((count, err.kind(), err.line()), (3, ErrorKind::RecursionLimit, 2), "{err}");
}

/// Enters what it does not leave.
#[derive(Debug)]
struct Enters;

impl<'de> Decode<'de> for Enters {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        (0..100).try_for_each(|_| cur.enter())?;
        cur.skip_value()?;
        Ok(Enters)
    }
}

/// Goes to an offset, and is content.
#[derive(Debug)]
struct Goes<const OFFSET: usize>;

impl<'de, const OFFSET: usize> Decode<'de> for Goes<OFFSET> {
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        cur.rewind(OFFSET);
        Ok(Goes)
    }
}

#[test]
fn decoders_that_misbehave_come_to_an_end() {
    let values = Stream::<Enters>::new("1 [] {}").collect::<Result<Vec<_>>>();
    assert_eq!(values.expect("each value has all levels").len(), 3);
    for text in ["{} {}", "1 2", "\"\""] {
        let (count, err) = read::<Goes<0>>(text);
        assert_eq!((count, err.kind()), (0, ErrorKind::TrailingCharacters), "{text}");
    }
    let (count, err) = read::<Goes<1>>("{} {}");
    assert_eq!((count, err.offset(), err.kind()), (1, 1, ErrorKind::TrailingCharacters));
}

#[test]
fn time_grows_with_the_text() {
    let time = |text: &str| {
        let start = clock::now();
        let items = Stream::<bool>::new(text).count();
        (items, clock::now() - start)
    };
    // White space before many values, and values that do not end where they should.
    for (before, value, is_ok) in [(" ", "true ", true), ("\n", "true", false)] {
        let text = |len: usize| format!("{}{}", before.repeat(len), value.repeat(len));
        let (small, large) = (text(1 << 16), text(1 << 18));
        let is_linear = (0..5).any(|_| {
            let ((items, short), (_, long)) = (time(&small), time(&large));
            assert_eq!(items, if is_ok { 1 << 16 } else { 1 });
            long < short * 8 + std::time::Duration::from_millis(50)
        });
        assert!(is_linear, "`{value}`");
    }
}

#[test]
fn allocations_are_those_of_the_values() {
    let lines = |line: &str| line.repeat(100);
    let count = |text: &str| {
        let (items, count) = allocations(|| {
            Stream::<Line>::new(text).map(|line| line.expect("a line").values.len()).sum::<usize>()
        });
        assert_eq!(items, 200);
        count
    };
    assert_eq!(count(&lines("{\"name\": \"plain\", \"values\": [1, 2]}\n")), 2 * 100);
    // And the scratch of strings with escapes, once.
    assert_eq!(count(&lines("{\"name\": \"\\n\", \"values\": [1, 2]}\n")), 2 * 100 + 1);

    let text = lines("[\"borrowed\", 1.5, null] ");
    let (count, allocated) =
        allocations(|| Stream::<(&str, f64, ())>::new(&text).filter(Result::is_ok).count());
    assert_eq!((count, allocated), (100, 0));
}

/// Nothing is read behind the text, however a value is cut off or damaged.
#[test]
fn nothing_is_read_behind_the_text() {
    let text = "{\"name\":\"a\\n\",\"values\":[1,20]}{\"name\":\"long enough for vectors\",\"values\":[]} true\n12";
    for end in 0..=text.len() {
        guarded(|| {
            let part = String::from(&text[..end]).into_boxed_str();
            let _ = Stream::<Line>::new(&part).last();
            let _ = Stream::<Cow<'_, str>>::new(&part).last();
            let _ = Stream::<u8>::new(&part[end.saturating_sub(2)..]).last();
        });
    }
}
