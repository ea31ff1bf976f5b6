//! Names that meet in one object through types: a flattened type's and those around it, a tag and those of a payload.
//!
//! The derive sees names, not types, so it asks here, in constants: these functions are only run by the compiler, and what they
//! find is the text of a compile-time error. Of an item without type parameters `cargo check` shows it; in a generic one it depends on the
//! type, and is shown where a use is built:
//!
//! ```compile_fail,E0080
//! #[derive(fastjson::FastJson)]
//! struct Inner {
//!     id: u64,
//! }
//!
//! #[derive(fastjson::FastJson)]
//! struct Outer<T> {
//!     id: u64,
//!     #[fastjson(flatten)]
//!     inner: T,
//! }
//!
//! let _ = fastjson::from_str::<Outer<Inner>>("{}");
//! ```

use crate::key::Keys;

/// A text that is put together at compile time. What does not fit is cut off.
struct Message {
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

    const fn text(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.len);
        match core::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "two fields of one object have one name",
        }
    }
}

/// None of `names` is a name of `keys` as well.
///
/// # Panics
/// If one is, with a message of `text` and the name between. The compiler shows the call.
#[track_caller]
pub const fn own(names: &[&str], keys: &Keys, text: [&str; 2]) {
    let mut i = 0;
    while i < names.len() {
        if has(keys, names[i]) {
            panic!("{}", Message::new(text[0], names[i], text[1]).text());
        }
        i += 1;
    }
}

/// No name is in both `a` and `b`.
///
/// # Panics
/// If one is, with a message of `text` and the name between.
#[track_caller]
pub const fn shared(a: &Keys, b: &Keys, text: [&str; 2]) {
    if let Some(name) = in_both(a, b) {
        panic!("{}", Message::new(text[0], name, text[1]).text());
    }
}

/// Not both take what nobody else knows.
///
/// # Panics
/// If both do, with the message.
#[track_caller]
pub const fn one_map(a: &Keys, b: &Keys, message: &str) {
    if a.takes_rest && b.takes_rest {
        panic!("{}", message);
    }
}

pub(crate) const fn in_both(a: &Keys, b: &Keys) -> Option<&'static str> {
    let mut i = 0;
    while i < a.table.rows.len() {
        if has(b, a.table.rows[i].0) {
            return Some(a.table.rows[i].0);
        }
        i += 1;
    }
    let mut i = 0;
    while i < a.nested.len() {
        if let Some(found) = in_both(a.nested[i], b) {
            return Some(found);
        }
        i += 1;
    }
    None
}

const fn has(keys: &Keys, name: &str) -> bool {
    let mut i = 0;
    while i < keys.table.rows.len() {
        if is_same(keys.table.rows[i].0, name) {
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
    use crate::key::names;

    const INNER: &Keys = &Keys::new("Inner", &names(["\"a\":"]), &[("a", 0)]);
    const OUTER: &Keys = &Keys::new("Outer", &names(["\"bc\":"]), &[("bc", 0)]).nested(&[INNER]);

    #[test]
    fn names_are_found_in_nested_types() {
        own(&["b", "c", "bcd"], OUTER, ["", ""]);
        shared(&Keys::NONE, OUTER, ["", ""]);
        assert_eq!(in_both(OUTER, INNER), Some("a"));
        assert_eq!(in_both(INNER, OUTER), Some("a"));
    }

    #[test]
    #[should_panic(expected = "<a>")]
    fn own_names_clash() {
        own(&["x", "a"], OUTER, ["<", ">"]);
    }

    #[test]
    #[should_panic(expected = "two maps")]
    fn maps_clash() {
        one_map(Keys::REST, OUTER, "");
        one_map(Keys::REST, Keys::REST, "two maps");
    }

    #[test]
    fn messages_are_cut() {
        let long = "x".repeat(1000);
        assert_eq!(Message::new(&long, "", "").text().len(), Message::ROOM);
        assert_eq!(Message::new("<", "a", ">").text(), "<a>");
    }
}
