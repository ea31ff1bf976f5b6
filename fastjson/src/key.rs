//! The names that a derived type knows: [`Keys`] of an object's fields, [`Variants`] of an enum.
//!
//! Both are constants that the derive fills in. Names are matched by prediction first (object.rs); what is here is the miss path.

mod index;
mod table;

pub(crate) use index::{Ends, Index};
#[cfg(feature = "std")]
pub(crate) use table::hash;

use alloc::vec::Vec;

use self::table::Table;
use crate::clash;
use crate::cursor::same;
use crate::decode::FirstBytes;
use crate::scan::Pattern;

/// Field names of one object type.
///
/// An index counts the own fields in declaration order, then those of each nested (flattened) type.
#[derive(Debug)]
pub struct Keys {
    pub(crate) name: &'static str,
    /// The names of the own fields, in declaration order.
    pub(crate) own: &'static [Name],
    /// Every name and alias.
    pub(crate) table: Table,
    pub(crate) nested: &'static [&'static Keys],
    /// The row that follows the own one: that of the first nested type which has one.
    pub(crate) second_row: Row,
    /// The own fields that must be there, as far as that is known, a bit each; those beyond 64 have none.
    pub(crate) required: u64,
    /// How many elements the array form needs at least; `None` where arrays are not read.
    pub(crate) array_min: Option<usize>,
    pub(crate) deny_unknown: bool,
    pub(crate) ignore_case: bool,
    pub(crate) duplicates: Duplicates,
    /// What a message says that was expected.
    pub(crate) expecting: &'static str,
    /// Some nested type tells its names only when it sees the members.
    pub(crate) is_open: bool,
    /// Some nested type takes what no other knows.
    pub(crate) takes_rest: bool,
    pub(crate) form: Form,
    /// How many fields there are, nested ones included.
    len: usize,
}

/// The name of a field or a variant, as it mostly stands in a document.
#[derive(Debug)]
pub struct Name {
    /// The text `"name":`, of a variant `"name"`, escaped as it is written.
    pub(crate) text: &'static str,
    pub(crate) pattern: Pattern,
}

impl Name {
    /// The name, still escaped.
    pub(crate) const fn escaped(&self) -> &'static str {
        let (_, text) = self.text.split_at(1);
        text.split_at(text.len() - 2).0
    }
}

/// The names whose texts `"name":`, of variants `"name"`, are `texts`.
#[must_use]
pub const fn names<const N: usize>(texts: [&'static str; N]) -> [Name; N] {
    let mut names = [const { Name { text: "", pattern: Pattern::NEVER } }; N];
    let mut i = 0;
    while i < N {
        names[i] = Name { text: texts[i], pattern: Pattern::new(texts[i]) };
        i += 1;
    }
    names
}

/// The names of the own fields of one of the types that share an object, as they follow each other in most documents.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    /// As [`Keys::own`].
    pub(crate) names: &'static [Name],
    /// The index of the first.
    pub(crate) first: usize,
}

impl Row {
    /// That of field `i`, if it is in this row.
    #[inline]
    pub(crate) fn name(self, i: usize) -> Option<&'static Name> {
        self.names.get(i.wrapping_sub(self.first))
    }

    /// The names that follow that of field `i`.
    pub(crate) fn names_behind(self, i: usize) -> &'static [Name] {
        self.names.get((i + 1).wrapping_sub(self.first)..).unwrap_or_default()
    }
}

/// What the second value of one field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Duplicates {
    Error,
    First,
    Last,
}

/// How the members are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Up to 64 own names.
    Plain,
    /// More of them.
    Many,
    /// Up to 64, some of them of flattened types.
    Rows,
    /// More of them.
    ManyRows,
    /// Some name is that of two fields, of which the first takes it: names cannot be predicted then.
    Twins,
}

impl Form {
    /// That of `len` names: `few` of up to 64, or `many`.
    const fn of(len: usize, [few, many]: [Form; 2]) -> Form {
        if len <= 64 { few } else { many }
    }
}

impl Keys {
    /// The names of a struct called `name`.
    ///
    /// `own` holds those of the fields in declaration order, `table` each name and alias (as decoded text)
    /// with its field's index, sorted by length and then by bytes.
    #[must_use]
    pub const fn new(
        name: &'static str,
        own: &'static [Name],
        table: &'static [(&'static str, u16)],
    ) -> Keys {
        Keys {
            name,
            own,
            table: Table::new(table),
            nested: &[],
            second_row: Row { names: &[], first: own.len() },
            required: 0,
            array_min: None,
            deny_unknown: false,
            ignore_case: false,
            duplicates: Duplicates::Error,
            expecting: "an object",
            is_open: false,
            takes_rest: false,
            form: Form::of(own.len(), [Form::Plain, Form::Many]),
            len: own.len(),
        }
    }

    /// Those of a type that tells its names only when it sees the members: it reads the object once more.
    pub const OPEN: &'static Keys =
        &Keys { is_open: true, form: Form::Rows, ..Keys::new("", &[], &[]) };

    /// Those of a map: it takes what no other type knows.
    pub const REST: &'static Keys =
        &Keys { takes_rest: true, form: Form::Rows, ..Keys::new("", &[], &[]) };

    /// None: of types whose members have no names of their own.
    pub const NONE: Keys = Keys::new("", &[], &[]);

    /// Those of a type that is nothing: behind a tag, no other member may stand.
    pub const UNIT: &'static Keys = &Keys::new("", &[], &[]).deny_unknown();

    /// The same for a type of ours, which is read from an empty array as well.
    pub const UNIT_STRUCT: &'static Keys = &Keys::new("", &[], &[]).array(0).deny_unknown();

    /// Chains the names of flattened types behind the own ones.
    #[must_use]
    pub const fn nested(mut self, nested: &'static [&'static Keys]) -> Keys {
        let mut has_twins = false;
        let mut i = 0;
        while i < nested.len() {
            has_twins |= matches!(nested[i].form, Form::Twins);
            has_twins |= clash::in_both(&self, nested[i]).is_some();
            let mut j = 0;
            while j < i {
                has_twins |= clash::in_both(nested[j], nested[i]).is_some();
                j += 1;
            }
            if self.second_row.names.is_empty() {
                self.second_row = Row { names: nested[i].own, first: self.len };
            }
            self.len += nested[i].len;
            self.is_open |= nested[i].is_open;
            self.takes_rest |= nested[i].takes_rest;
            i += 1;
        }
        self.nested = nested;
        self.form =
            if has_twins { Form::Twins } else { Form::of(self.len, [Form::Rows, Form::ManyRows]) };
        self
    }

    /// Finds names in a hash table: for many of one length.
    #[must_use]
    pub const fn hashed(mut self, slots: &'static [u16]) -> Keys {
        self.table = self.table.hashed(slots);
        self
    }

    /// Reads arrays too, of at least `min` elements (fields with a default may be missing at the end).
    #[must_use]
    pub const fn array(mut self, min: usize) -> Keys {
        self.array_min = Some(min);
        self
    }

    /// What field `i` is called, of few; nothing, if there is no such field.
    pub(crate) fn name_of(&self, i: usize) -> &'static str {
        let mut rows = self.table.rows.iter();
        rows.find(|&&(_, of)| usize::from(of) == i).map_or("", |&(name, _)| name)
    }

    /// Whether members that have no name here are offered to the fields, one by one.
    pub(crate) const fn takes_strangers(&self) -> bool {
        self.takes_rest && !self.is_open
    }

    /// What a value of the type begins with.
    pub(crate) const fn first(&self) -> FirstBytes {
        match self.array_min {
            Some(_) => FirstBytes::OBJECT.or(FirstBytes::ARRAY),
            None => FirstBytes::OBJECT,
        }
    }

    /// Says which own fields must be there: a bit each, in declaration order.
    #[must_use]
    pub const fn required(mut self, required: u64) -> Keys {
        self.required = required;
        self
    }

    /// Finds names whatever their ASCII case.
    #[must_use]
    pub const fn ignore_case(mut self) -> Keys {
        self.ignore_case = true;
        self
    }

    /// Of several values of a field the first one counts.
    #[must_use]
    pub const fn first_counts(mut self) -> Keys {
        self.duplicates = Duplicates::First;
        self
    }

    /// Of several values of a field the last one counts.
    #[must_use]
    pub const fn last_counts(mut self) -> Keys {
        self.duplicates = Duplicates::Last;
        self
    }

    /// What the message of another value than an object says that was expected.
    #[must_use]
    pub const fn expecting(mut self, expecting: &'static str) -> Keys {
        self.expecting = expecting;
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
    #[inline]
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        if let Some(i) = self.table.find(name) {
            return Some(i);
        }
        if self.nested.is_empty() && !self.ignore_case { None } else { self.find_further(name) }
    }

    /// [`find`](Keys::find), where it is no own name as it is written.
    #[inline(never)]
    fn find_further(&self, name: &str) -> Option<usize> {
        if self.ignore_case
            && let Some(&(_, i)) =
                self.table.rows.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))
        {
            return Some(usize::from(i));
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

    /// The own names in a row.
    #[inline]
    pub(crate) fn own_row(&self) -> Row {
        Row { names: self.own, first: 0 }
    }

    /// Whether some field that must be there has no name among those of `other`.
    pub(crate) fn needs_more_than(&self, other: &Keys) -> bool {
        let mut rest = if self.ignore_case { 0 } else { self.required };
        while rest != 0 {
            let field = rest.trailing_zeros();
            rest &= rest - 1;
            let mut names = self.table.rows.iter().filter(|&&(_, i)| u32::from(i) == field);
            if names.all(|(name, _)| other.find(name).is_none()) {
                return true;
            }
        }
        false
    }

    /// The row in which the name of field `i` stands; an empty one, if there is none.
    pub(crate) fn row(&self, i: usize) -> Row {
        if i < self.own.len() {
            return self.own_row();
        }
        let mut first = self.own.len();
        for nested in self.nested {
            if i - first < nested.len {
                let row = nested.row(i - first);
                return Row { first: first + row.first, ..row };
            }
            first += nested.len;
        }
        Row { names: &[], first }
    }

    /// Adds every name and alias, nested ones included, in no particular order.
    pub(crate) fn push_names(&self, names: &mut Vec<&'static str>) {
        names.extend(self.table.rows.iter().map(|&(name, _)| name));
        self.nested.iter().for_each(|nested| nested.push_names(names));
    }
}

/// Bit `i`, if it is set: for [`Keys::required`].
#[must_use]
pub const fn bit(is_set: bool, i: u32) -> u64 {
    if is_set { 1 << i } else { 0 }
}

/// Variant names of one enum type.
///
/// Where the type is externally tagged, variants are numbered with the unit variants first.
#[derive(Debug)]
pub struct Variants {
    pub(crate) name: &'static str,
    /// Every name and alias.
    pub(crate) table: Table,
    /// The names in quotes, as they mostly stand in a document, by their numbers.
    pub(crate) quoted: &'static [Name],
    /// Finds those.
    pub(crate) index: Index,
    /// Names that are numbers or booleans, as they stand in the text.
    pub(crate) bare: &'static [(&'static str, u16)],
    /// Variants below this number are units.
    pub(crate) units: usize,
    /// The variant of all names that no other has.
    pub(crate) other: Option<u16>,
    /// The variant that is meant where there is no tag.
    pub(crate) default: Option<u16>,
    /// What a message says that was expected.
    pub(crate) expecting: &'static str,
}

impl Variants {
    /// The names of an enum called `name`, of which the first `units` numbers are unit variants.
    #[must_use]
    pub const fn new(
        name: &'static str,
        table: &'static [(&'static str, u16)],
        units: usize,
    ) -> Variants {
        Variants {
            name,
            table: Table::new(table),
            quoted: &[],
            index: Index::NONE,
            bare: &[],
            units,
            other: None,
            default: None,
            expecting: "a variant",
        }
    }

    /// As [`Keys::hashed`].
    #[must_use]
    pub const fn hashed(mut self, slots: &'static [u16]) -> Variants {
        self.table = self.table.hashed(slots);
        self
    }

    /// Finds short names at once, by a perfect hash, where all variants are units: `quoted` holds `"name"` of each number, as it stands in
    /// a document.
    #[must_use]
    pub const fn indexed(
        mut self,
        quoted: &'static [Name],
        factor: u64,
        slots: &'static [u8],
    ) -> Variants {
        self.quoted = quoted;
        self.index = Index::new(factor, slots);
        self
    }

    /// Adds names that are numbers or booleans, as they stand in the text.
    #[must_use]
    pub const fn bare(mut self, bare: &'static [(&'static str, u16)]) -> Variants {
        self.bare = bare;
        self
    }

    /// All other names are variant `i`.
    #[must_use]
    pub const fn other(mut self, i: u16) -> Variants {
        self.other = Some(i);
        self
    }

    /// An object without a tag is variant `i`.
    #[must_use]
    pub const fn default(mut self, i: u16) -> Variants {
        self.default = Some(i);
        self
    }

    /// What the message of another value says that was expected.
    #[must_use]
    pub const fn expecting(mut self, expecting: &'static str) -> Variants {
        self.expecting = expecting;
        self
    }

    /// The number of the variant called `name`.
    #[inline(always)]
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        if !self.index.is_empty()
            && let Some(i) = self.find_indexed(name)
        {
            return Some(i);
        }
        self.table.find(name)
    }

    #[inline(never)]
    fn find_indexed(&self, name: &str) -> Option<usize> {
        let i = self.index.number(Ends::of(name.as_bytes()))?;
        let known = self.quoted.get(i)?.text.strip_prefix('"')?.strip_suffix('"')?;
        same(known, name).then_some(i)
    }
}
