//! The names that a derived type knows: [`Keys`] of an object's fields, [`Variants`] of an enum.
//!
//! Both are constants that the derive fills in. Names are matched by prediction first (cursor.rs); what
//! is here is the miss path: small tables are walked, larger ones searched, for they are sorted by length and then by bytes.
//! A name that is out of order in a table is merely not found.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// Field names of one object type.
///
/// An index counts the own fields in declaration order, then those of each nested (flattened) type.
#[derive(Debug)]
pub struct Keys {
    pub(crate) name: &'static str,
    /// The text `"name":` of each own field, in declaration order, escaped as it is written.
    pub(crate) own: &'static [&'static str],
    /// Every name and alias, sorted by length and then by bytes.
    pub(crate) table: &'static [(&'static str, u16)],
    pub(crate) nested: &'static [&'static Keys],
    /// How many elements the array form needs at least; `None` where arrays are not read.
    pub(crate) array_min: Option<usize>,
    pub(crate) deny_unknown: bool,
    /// How many fields there are, nested ones included.
    len: usize,
}

impl Keys {
    /// The names of a struct called `name`.
    ///
    /// `own` holds `"name":` of each field in declaration order, `table` each name and alias (as decoded text)
    /// with its field's index, sorted by length and then by bytes.
    #[must_use]
    pub const fn new(
        name: &'static str,
        own: &'static [&'static str],
        table: &'static [(&'static str, u16)],
    ) -> Keys {
        Keys { name, own, table, nested: &[], array_min: None, deny_unknown: false, len: own.len() }
    }

    /// Chains the names of flattened types behind the own ones.
    #[must_use]
    pub const fn nested(mut self, nested: &'static [&'static Keys]) -> Keys {
        self.nested = nested;
        let mut i = 0;
        while i < nested.len() {
            self.len += nested[i].len;
            i += 1;
        }
        self
    }

    /// Reads arrays too, of at least `min` elements (fields with a default may be missing at the end).
    #[must_use]
    pub const fn array(mut self, min: usize) -> Keys {
        self.array_min = Some(min);
        self
    }

    /// Makes a name that is not known an error.
    #[must_use]
    pub const fn deny_unknown(mut self) -> Keys {
        self.deny_unknown = true;
        self
    }

    /// How many fields there are, nested ones included.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no field at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The index of the field called `name`: own names first, then each nested type's.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        if let Some(i) = find(self.table, name) {
            return Some(i);
        }
        let mut offset = self.own.len();
        for nested in self.nested {
            if let Some(i) = nested.find(name) {
                return Some(offset + i);
            }
            offset += nested.len();
        }
        None
    }

    /// The text `"name":` of field `i`.
    pub(crate) fn literal(&self, i: usize) -> Option<&'static str> {
        if let Some(literal) = self.own.get(i) {
            return Some(literal);
        }
        let mut i = i - self.own.len();
        for nested in self.nested {
            if let Some(literal) = nested.literal(i) {
                return Some(literal);
            }
            i -= nested.len();
        }
        None
    }

    /// Adds every name and alias, nested ones included, in no particular order.
    pub(crate) fn push_names(&self, names: &mut Vec<&'static str>) {
        names.extend(self.table.iter().map(|&(name, _)| name));
        self.nested.iter().for_each(|nested| nested.push_names(names));
    }
}

/// Variant names of one enum type.
///
/// Variants are numbered with the unit variants first, each kind in declaration order.
#[derive(Debug)]
pub struct Variants {
    pub(crate) name: &'static str,
    /// Every name and alias, sorted by length and then by bytes.
    pub(crate) table: &'static [(&'static str, u16)],
    /// Variants below this number are units.
    pub(crate) units: usize,
}

impl Variants {
    /// The names of an enum called `name`, of which the first `units` numbers are unit variants.
    #[must_use]
    pub const fn new(
        name: &'static str,
        table: &'static [(&'static str, u16)],
        units: usize,
    ) -> Variants {
        Variants { name, table, units }
    }

    /// The number of the variant called `name`.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        find(self.table, name)
    }
}

/// Small tables are walked (their lengths tell most names apart), large ones searched.
fn find(table: &[(&'static str, u16)], name: &str) -> Option<usize> {
    const SMALL: usize = 24;
    if table.len() <= SMALL {
        let found = table.iter().find(|(known, _)| *known == name);
        return found.map(|&(_, i)| usize::from(i));
    }
    table
        .binary_search_by(|(known, _)| by_length(known, name))
        .ok()
        .map(|i| usize::from(table[i].1))
}

/// The order of the tables: shorter names first, then by bytes.
fn by_length(a: &str, b: &str) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.as_bytes().cmp(b.as_bytes()))
}
