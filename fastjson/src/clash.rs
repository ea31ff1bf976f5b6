//! Names that meet in one object through types: a flattened type's and those around it, a tag and those of a payload.
//!
//! The derive sees names, not types, so it asks here, in constants: these functions are only run by the compiler, and what they
//! find is the text of a compile-time error.

use crate::key::Keys;

/// A text that is put together at compile time. What does not fit is cut off.
#[derive(Debug)]
pub struct Message {
    bytes: [u8; Message::ROOM],
    len: usize,
}

impl Message {
    const ROOM: usize = 512;

    /// The name between two texts.
    const fn new(before: &str, name: &str, behind: &str) -> Message {
        let empty = Message { bytes: [0; Message::ROOM], len: 0 };
        empty.with(before).with(name).with(behind)
    }

    const fn with(mut self, text: &str) -> Message {
        let text = text.as_bytes();
        let mut i = 0;
        while i < text.len() && self.len < Message::ROOM {
            self.bytes[self.len] = text[i];
            self.len += 1;
            i += 1;
        }
        self
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.len);
        match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "two fields of one object have one name",
        }
    }
}

/// Whether one of `names` is a name of `keys` as well: then a message of `text` with the name between.
#[must_use]
pub const fn own(names: &[&str], keys: &Keys, text: [&str; 2]) -> Option<Message> {
    let mut i = 0;
    while i < names.len() {
        if has(keys, names[i]) {
            return Some(Message::new(text[0], names[i], text[1]));
        }
        i += 1;
    }
    None
}

/// Whether a name is in both `a` and `b`: then a message of `text` with the name between.
#[must_use]
pub const fn shared(a: &Keys, b: &Keys, text: [&str; 2]) -> Option<Message> {
    let mut i = 0;
    while i < a.table.len() {
        if has(b, a.table[i].0) {
            return Some(Message::new(text[0], a.table[i].0, text[1]));
        }
        i += 1;
    }
    let mut i = 0;
    while i < a.nested.len() {
        if let Some(found) = shared(a.nested[i], b, text) {
            return Some(found);
        }
        i += 1;
    }
    None
}

/// Whether both take what nobody else knows.
#[must_use]
pub const fn two_maps(a: &Keys, b: &Keys) -> bool {
    a.takes_rest && b.takes_rest
}

const fn has(keys: &Keys, name: &str) -> bool {
    let mut i = 0;
    while i < keys.table.len() {
        if is_same(keys.table[i].0, name) {
            return true;
        }
        i += 1;
    }
    let mut i = 0;
    while i < keys.nested.len() {
        if has(keys.nested[i], name) {
            return true;
        }
        i += 1;
    }
    false
}

const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const INNER: &Keys = &Keys::new("Inner", &["\"a\":"], &[("a", 0)]);
    const OUTER: &Keys = &Keys::new("Outer", &["\"bc\":"], &[("bc", 0)]).nested(&[INNER]);

    #[test]
    fn names_are_found_in_nested_types() {
        let found = own(&["x", "a"], OUTER, ["<", ">"]);
        assert_eq!(found.as_ref().map(Message::text), Some("<a>"));
        assert!(own(&["b", "c", "bcd"], OUTER, ["", ""]).is_none());
        assert_eq!(shared(OUTER, INNER, ["", "!"]).as_ref().map(Message::text), Some("a!"));
        assert!(shared(&Keys::NONE, OUTER, ["", ""]).is_none());
    }

    #[test]
    fn maps_are_told_from_structs() {
        assert!(two_maps(Keys::REST, Keys::REST));
        assert!(!two_maps(Keys::REST, OUTER));
    }

    #[test]
    fn long_messages_are_cut() {
        let long = "x".repeat(1000);
        let found = own(&["a"], INNER, [&long, ""]);
        assert_eq!(found.as_ref().map(|found| found.text().len()), Some(512));
    }
}
