//! That an error's place is one: computed here in other ways than in fastjson.

use fastjson::Error;

/// Line, column, path, message and excerpt of `err` fit the text and each other.
#[track_caller]
pub(crate) fn check(bytes: &[u8], err: &Error) {
    let offset = err.offset();
    assert!(offset <= bytes.len(), "{err}: offset {offset} of {}", bytes.len());
    let before = str::from_utf8(&bytes[..offset]).expect("the offset is behind whole characters");
    let (mut line, mut column) = (1, 1);
    for c in before.chars() {
        (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    assert_eq!((err.line(), err.column()), (line, column), "{err}: offset {offset}");
    assert!(is_path(err.path()), "{err}: no path");

    let one_line = err.to_string();
    let tail = format!(" at line {line} column {column}, {}", err.path());
    let message = one_line.strip_suffix(&tail).expect("the message ends with the place");
    assert!(!message.is_empty() && !one_line.contains(char::is_control), "{one_line:?}");
    check_excerpt(bytes, err, message);
}

/// `render()` is the message, the place, the line and a caret under the offset.
#[track_caller]
fn check_excerpt(bytes: &[u8], err: &Error, message: &str) {
    let render = err.render();
    let lines: Vec<&str> = render.strip_suffix('\n').expect("it ends a line").split('\n').collect();
    let [first, place, bar, excerpt, caret] = lines[..] else { panic!("{render}") };
    let number = err.line().to_string();
    let margin = " ".repeat(number.len());
    assert_eq!(first, format!("error: {message}"));
    assert_eq!(
        place,
        format!("{margin}--> line {number}, column {}, at {}", err.column(), err.path())
    );
    assert_eq!(bar, format!("{margin} |"));
    let excerpt = excerpt.strip_prefix(&format!("{number} | ")).unwrap_or("");
    let caret = caret.strip_prefix(&format!("{margin} | ")).expect("the caret's line");
    let indent = caret.chars().take_while(|&c| c == ' ').count();
    assert!(caret.chars().skip(indent).all(|c| c == '^') && caret.len() > indent, "{render}");
    assert!(caret.chars().count() < 130 && excerpt.chars().count() < 130, "{render}");
    // Above the caret stands what stands at the offset.
    let here = String::from_utf8_lossy(&bytes[err.offset()..]);
    match (excerpt.chars().nth(indent), here.chars().next()) {
        // (Nobody sees a byte order mark.)
        (Some(shown), Some(c)) if !c.is_control() && c != '\u{feff}' => {
            assert_eq!(shown, c, "{render}");
        }
        (None, Some(c)) => assert!(matches!(c, '\n' | ' ' | '\r' | '\t'), "{render}"),
        (shown, _) => assert!(shown.is_none_or(|c| c == '\u{fffd}' || c == ' '), "{render}"),
    }
}

/// Whether `path` is `$`, followed by `.name`, `[7]` and `["any name"]`; in the middle of long ones, `…(n levels)…`.
fn is_path(path: &str) -> bool {
    let Some(mut rest) = path.strip_prefix('$') else { return false };
    while !rest.is_empty() {
        rest = if let Some(tail) = rest.strip_prefix("[\"") {
            let Some(end) = quoted(tail) else { return false };
            &tail[end..]
        } else if let Some(tail) = rest.strip_prefix('[') {
            let digits = tail.chars().take_while(char::is_ascii_digit).count();
            match tail[digits..].strip_prefix(']') {
                Some(tail) if digits > 0 => tail,
                _ => return false,
            }
        } else if let Some(tail) = rest.strip_prefix('.') {
            let end = tail.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tail.len());
            if end == 0 || tail.starts_with(|c: char| c.is_ascii_digit()) {
                return false;
            }
            &tail[end..]
        } else if let Some(tail) = rest.strip_prefix("…(") {
            let digits = tail.chars().take_while(char::is_ascii_digit).count();
            match tail[digits..].strip_prefix(" levels)…") {
                Some(tail) if digits > 0 => tail,
                _ => return false,
            }
        } else {
            return false;
        };
    }
    true
}

/// The length of a name in a path, with the quote and the bracket that end it. It stands there as in the text, so escaped.
fn quoted(name: &str) -> Option<usize> {
    let mut escaped = false;
    let end = name.find(|c| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    })?;
    name[end + 1..].starts_with(']').then_some(end + 2)
}

/// The path at each place of a valid document: it changes behind `[`, `,` and names.
pub(crate) fn paths(text: &str) -> Vec<(usize, String)> {
    let mut changes = vec![(0, "$".to_owned())];
    let end = value(text, text.len() - text.trim_start().len(), "$", &mut changes);
    assert_eq!(text[end..].trim(), "");
    changes
}

/// Reads the value at `at`, whose path is `path`, and returns where it ends.
fn value(text: &str, at: usize, path: &str, changes: &mut Vec<(usize, String)>) -> usize {
    let white = |at: usize| at + text[at..].len() - text[at..].trim_start().len();
    let open = text.as_bytes()[at];
    if open == b'"' {
        return string(text, at);
    }
    if open != b'[' && open != b'{' {
        let end = |c| matches!(c, ',' | ']' | '}' | ' ' | '\n' | '\r' | '\t');
        return text[at..].find(end).map_or(text.len(), |n| at + n);
    }
    let mut at = at + 1;
    for i in 0.. {
        let mut inner = if open == b'[' { format!("{path}[{i}]") } else { path.to_owned() };
        changes.push((at, inner.clone()));
        at = white(at);
        if matches!(text.as_bytes()[at], b']' | b'}') {
            break;
        }
        if open == b'{' {
            let end = string(text, at);
            let name = &text[at + 1..end - 1];
            let is_plain = name.starts_with(char::is_alphabetic);
            inner = match is_plain && name.chars().all(char::is_alphanumeric) {
                true => format!("{path}.{name}"),
                false => format!("{path}[\"{name}\"]"),
            };
            changes.push((end, inner.clone()));
            at = white(white(end) + 1);
        }
        at = white(value(text, at, &inner, changes));
        if text.as_bytes()[at] != b',' {
            break;
        }
        at += 1;
    }
    changes.push((at + 1, path.to_owned()));
    at + 1
}

/// Where the string at `at` ends.
fn string(text: &str, at: usize) -> usize {
    let mut escaped = false;
    let end = text[at + 1..].find(|c| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    });
    at + 2 + end.expect("a closed string")
}

#[test]
fn paths_are_told_from_what_is_none() {
    for path in [
        "$",
        "$.a",
        "$[0].b[12]",
        "$.größe",
        "$[\"a b\"]",
        "$[\"\"]",
        "$[\"a\\\"]\"].x",
        "$[0]…(7 levels)…[0]",
    ] {
        assert!(is_path(path), "{path}");
    }
    for path in [
        "",
        ".a",
        "$a",
        "$.",
        "$..a",
        "$.1",
        "$[",
        "$[]",
        "$[a]",
        "$[\"a]",
        "$[\"a\\\"]",
        "$[\"a\"x]",
        "$[0",
    ] {
        assert!(!is_path(path), "{path}");
    }
    let paths = paths(r#"{"a":[1,{"b c":2}],"d":3}"#);
    let at = |offset| &paths.iter().rev().find(|(from, _)| *from <= offset).expect("a path").1;
    for (offset, path) in [
        (0, "$"),
        (1, "$"),
        (4, "$.a"),
        (6, "$.a[0]"),
        (8, "$.a[1]"),
        (9, "$.a[1]"),
        (16, "$.a[1][\"b c\"]"),
        (17, "$.a[1]"),
        (18, "$.a"),
        (19, "$"),
        (25, "$"),
    ] {
        assert_eq!(at(offset), path, "at {offset}");
    }
}
