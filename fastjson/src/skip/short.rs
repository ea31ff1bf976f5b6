//! A short value, passed over with the place in a register and mostly byte by byte.
//!
//! (Strings byte by byte took 1.07 times as long in messages of chance.)

use crate::scan;

/// How many levels are known: a word has a bit for each.
const LEVELS: u32 = u64::BITS;

/// How long such an object or array is at most.
const FLAT: usize = 48;

/// The length of the object or array that `text` begins with, if it is a short one without others in it; mostly `None`, if it is not.
#[inline(always)]
pub(super) fn flat(text: &[u8]) -> Option<usize> {
    let near = &text[1..text.len().min(FLAT)];
    let bracket = 1 + scan::bracket(near);
    match text.get(bracket)? {
        // (With room for the blocks of a search. What is longer, because the bracket is in a string, is not gone through twice.)
        b']' | b'}' => value(&text[..text.len().min(2 * FLAT)]),
        _ => None,
    }
}

/// The length of the value that `text` begins with; `None`, if it has escapes or too many levels, or is none.
#[inline(never)]
pub(crate) fn value(text: &[u8]) -> Option<usize> {
    let (mut depth, mut objects) = (0, 0_u64);
    let mut at = 0;
    'value: loop {
        match *text.get(at)? {
            mark @ (b'{' | b'[') => {
                let is_object = mark == b'{';
                objects = objects << 1 | u64::from(is_object);
                depth += 1;
                if depth > LEVELS {
                    return None;
                }
                at = white(text, at + 1);
                let close = if is_object { b'}' } else { b']' };
                if *text.get(at)? != close {
                    if is_object {
                        at = name(text, at)?;
                    }
                    continue 'value;
                }
            }
            b'"' => at = string(text, at + 1)?,
            b'-' | b'0'..=b'9' => at = number(text, at)?,
            b'n' => at = literal(text, at, b"null")?,
            b't' => at = literal(text, at, b"true")?,
            b'f' => at = literal(text, at, b"false")?,
            _ => return None,
        }
        // Behind a value, or on the closing mark of an empty container.
        while depth > 0 {
            at = white(text, at);
            match (*text.get(at)?, objects & 1) {
                (b',', in_object) => {
                    at = white(text, at + 1);
                    if in_object == 1 {
                        at = name(text, at)?;
                    }
                    continue 'value;
                }
                (b'}', 1) | (b']', 0) => {
                    at += 1;
                    objects >>= 1;
                    depth -= 1;
                }
                _ => return None,
            }
        }
        return Some(at);
    }
}

/// From a name to the value behind it.
#[inline(always)]
fn name(text: &[u8], at: usize) -> Option<usize> {
    if *text.get(at)? != b'"' {
        return None;
    }
    let colon = white(text, string(text, at + 1)?);
    (*text.get(colon)? == b':').then(|| white(text, colon + 1))
}

/// From behind a string's opening quote to behind the closing one.
#[inline(always)]
fn string(text: &[u8], at: usize) -> Option<usize> {
    let end = at + scan::special(&text[at..]);
    (*text.get(end)? == b'"').then_some(end + 1)
}

#[inline(always)]
fn number(text: &[u8], mut at: usize) -> Option<usize> {
    if text[at] == b'-' {
        at += 1;
    }
    at = match *text.get(at)? {
        b'0' if text.get(at + 1).is_some_and(u8::is_ascii_digit) => return None,
        _ => digits(text, at)?,
    };
    if text.get(at) == Some(&b'.') {
        at = digits(text, at + 1)?;
    }
    if let Some(b'e' | b'E') = text.get(at) {
        at += 1;
        if let Some(b'+' | b'-') = text.get(at) {
            at += 1;
        }
        at = digits(text, at)?;
    }
    Some(at)
}

/// Behind the digits, of which there must be one.
#[inline(always)]
fn digits(text: &[u8], first: usize) -> Option<usize> {
    let mut at = first;
    while text.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    (at > first).then_some(at)
}

#[inline(always)]
fn literal(text: &[u8], at: usize, literal: &[u8]) -> Option<usize> {
    text[at..].starts_with(literal).then_some(at + literal.len())
}

/// Behind white space.
#[inline(always)]
fn white(text: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\t' | b'\r') = text.get(at) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::{FLAT, LEVELS, flat, value};
    use crate::cursor::Cursor;
    use crate::skip::{self, names::Unknown};

    /// What is found is what the other way finds, and it is found if there are no escapes.
    fn check(text: &str) {
        let mut cur = Cursor::new(text);
        let other = match cur.peek() {
            // (Which does not ask for short ones.)
            b'{' | b'[' => skip::container(&mut cur, &mut Unknown::all()),
            _ => skip::value(&mut cur),
        };
        let other = other.ok().map(|()| cur.offset());
        let is_plain = !text.contains('\\');
        let found = value(text.as_bytes());
        assert!(found == other || found.is_none() && !is_plain, "{text}: {found:?}, {other:?}");
        if text.starts_with(['[', '{']) {
            let flat = flat(text.as_bytes());
            let is_flat =
                |n| is_plain && n <= FLAT && !text[1..n - 1].contains(['[', ']', '{', '}']);
            assert!(
                flat == other || flat.is_none() && !other.is_some_and(is_flat),
                "{text}: {flat:?}, {other:?}"
            );
        }
    }

    #[test]
    fn finds_what_the_other_way_finds() {
        // All texts of five parts.
        const PARTS: [&str; 17] = [
            "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "1", "0", "-", ".", "e", "+", "\n ", "\\",
            "\u{1}",
        ];
        let mut indices = [0; 5];
        'text: loop {
            let text: String = indices.iter().map(|&i| PARTS[i]).collect();
            if !text.starts_with('\n') {
                check(&text);
            }
            for i in &mut indices {
                *i += 1;
                if *i < PARTS.len() {
                    continue 'text;
                }
                *i = 0;
            }
            break;
        }
    }

    #[test]
    fn finds_every_kind_of_value_up_to_any_byte() {
        let texts = [
            r#"{"a":null,"b":[true,false],"c":{"d":-1.5e+7,"e":""},"f":[[],{}]}"#,
            "[ 1 , [ 20 , 0.5E-3 ] , { } , { \"é\" : \"ü\" } , \"text\" , nul , tru ]",
            "{\n\t\"a\" : [\r\n1e5,-0,1.25\n],\n\t\"b\" : {\"c\" : false}\n}",
            "falsetruenull",
            "-12.50e-10",
        ];
        for text in texts {
            for (at, _) in
                text.char_indices().filter(|&(at, _)| !text[at..].starts_with(char::is_whitespace))
            {
                for end in (at..=text.len()).filter(|&end| text.is_char_boundary(end)) {
                    check(&text[at..end]);
                }
            }
        }
    }

    #[test]
    fn finds_the_deepest_value() {
        let nested = |depth: u32, [open, close]: [&str; 2]| {
            let mut text = String::from("0");
            for i in 0..depth {
                // Objects and arrays in turn, and in a turn that is no power of two.
                text = if i % 3 == 0 {
                    alloc::format!("{open}{text}{close}")
                } else {
                    alloc::format!("[{text}]")
                };
            }
            text
        };
        for marks in [["[", "]"], ["{\"\":", "}"]] {
            let text = nested(LEVELS, marks);
            check(&text);
            assert_eq!(value(text.as_bytes()), Some(text.len()));
            assert_eq!(value(nested(LEVELS + 1, marks).as_bytes()), None);
        }
        assert_eq!(value("[".repeat(100_000).as_bytes()), None);
    }
}
