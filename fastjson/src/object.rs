//! The one loop under every derived decoder: names by prediction, then by table; unknown, duplicate and missing members.
//!
//! A struct's decoder is a table of names and a function that decodes field `i` (DESIGN: slots). Most documents write
//! members in the order in which the type declares them, and with the same white space between them, so the loop compares all that should
//! stand between two values as a whole (`eat_member`): comma, white space, the next expected `"name":`; and all from a brace to the first
//! value (`eat_first_member`). Only on a miss does it look at each by itself. Where the members stand in another order, that order is
//! learned and expected the next time (`order`); what is expected nowhere, as where each object has its own order, is searched for.
//!
//! Tried and left out: looking for the name behind the next one too, as a part of that comparison (5 % more instructions everywhere, and
//! no row faster); a loop only for members that are as expected, left for good at the first that is not (registers run out less: 1 % fewer
//! for citm, and 3 % more for twitter and records); the learned order in that loop too (5 % more instructions for records); names searched
//! by a hash of their first bytes, in a table that constants lay out (members in an order of chance 10 % faster, and the check of a crate of
//! 100 structs 10 % slower), or by a hash of their first sixteen, in a table that a thread learns (members in an order of chance 16 % slower:
//! the field is known later than by the length); the cursor's place handed to leaves and back from them in a register (1 % more instructions
//! and no row faster, and where the loop did so too 4 % slower: a result of place or error is returned through memory).

mod last;
pub(crate) mod seen;
mod strangers;
mod unusual;

use alloc::borrow::Cow;
use alloc::vec::Vec;

use self::seen::Seen;
pub(crate) use self::strangers::Found;
use crate::cursor::{Cursor, Gap, same};
use crate::decode::{Fields, Offer};
use crate::error::{Kind, Result};
use crate::key::{Duplicates, Form, Keys, Name, Row};
use crate::order;
use crate::skip::names;

/// The tag of an internally tagged object, whose member is passed over once.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PassedTag {
    pub(crate) name: &'static str,
    /// It is still to come.
    pub(crate) is_ahead: bool,
}

/// Where the cursor stands in an object.
#[derive(Clone, Copy)]
enum Start {
    /// On a name.
    Name,
    /// On the value of the first field.
    Value,
    /// Behind a value.
    Behind,
}

impl<'de> Cursor<'de> {
    /// Reads an object (or, where `keys` admit it, an array) into `fields`. Returns the offset of the object.
    ///
    /// # Errors
    /// Those of the fields; unknown members where denied; duplicate ones.
    #[doc(hidden)]
    pub fn object(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<usize> {
        let at = self.offset();
        if self.peek() != b'{' {
            return self.no_object(keys, fields);
        }
        let depth = self.depth();
        self.enter()?;
        if keys.form != Form::Plain || self.may_be_unusual() {
            self.any_object(at, keys, fields)?;
            return Ok(at);
        }
        if self.left() < last::LEN {
            self.last_object(keys, fields)?;
            return Ok(at);
        }
        // What follows for the types of nearly all documents, without a function between.
        let level = self.level(0);
        let gap = self.gap(level);
        let start = match keys.own.first() {
            Some(name) if self.eat_first_member(&gap, name) => Start::Value,
            _ => {
                self.bump(1);
                self.white_of(level);
                if self.peek() != b'"' {
                    self.first_member()?;
                    return Ok(at);
                }
                Start::Name
            }
        };
        self.read_members::<u64, false>(level, start, gap, keys, fields, &mut None)?;
        self.leave_to(depth);
        Ok(at)
    }

    /// The object at `at` into which has been stepped, with the cursor on its brace.
    #[inline(never)]
    fn any_object(
        &mut self,
        at: usize,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<()> {
        self.bump(1);
        let level = self.level(0);
        self.white_of(level);
        if self.peek() == b'"' && keys.form == Form::Rows && !keys.is_open && self.is_usual(at) {
            self.read_rows::<u64>(level, keys, fields, &mut None)?;
            self.leave();
            Ok(())
        } else if self.first_member()? {
            self.members(at, level, true, keys, fields, None)
        } else if keys.is_open {
            self.open_members(at, keys, fields, None)
        } else {
            Ok(())
        }
    }

    /// Where there is no object, there may be an array.
    #[inline(never)]
    fn no_object(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<usize> {
        match (self.peek(), keys.array_min) {
            (b'[', Some(min)) => self.tuple(keys.name, keys.len(), min, fields),
            _ => Err(self.expected(keys.expecting)),
        }
    }

    /// Whether all members of the object at `at` are to be read, and in any order.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_usual(&self, at: usize) -> bool {
        !self.is_in_veiled() && !self.is_retry(at)
    }

    /// From the name of a member, or from behind the value before it if not `on_name`, to behind the closing brace of the object at `at`,
    /// which is of `level`.
    #[inline(never)]
    pub(crate) fn members(
        &mut self,
        at: usize,
        level: usize,
        on_name: bool,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        mut tag: Option<PassedTag>,
    ) -> Result<()> {
        let name = tag.map(|tag| tag.name);
        // What is unusual is read as names that cannot be predicted.
        let form = if self.is_usual(at) { keys.form } else { Form::Twins };
        let start = if on_name { Start::Name } else { Start::Behind };
        let (gap, tag) = (self.gap(level), &mut tag);
        match form {
            Form::Plain => {
                self.read_members::<u64, true>(level, start, gap, keys, fields, tag)?;
            }
            Form::Many => {
                self.read_members::<Vec<u64>, true>(level, start, gap, keys, fields, tag)?;
            }
            _ if !on_name && self.object_over(level)? => {}
            Form::Rows => self.read_rows::<u64>(level, keys, fields, tag)?,
            Form::ManyRows => self.read_rows::<Vec<u64>>(level, keys, fields, tag)?,
            Form::Twins => {
                self.unusual_members(at, keys, fields, tag)?;
                // It has left the object.
                return if keys.is_open {
                    self.open_members(at, keys, fields, name)
                } else {
                    Ok(())
                };
            }
        }
        self.leave();
        if keys.is_open { self.open_members(at, keys, fields, name) } else { Ok(()) }
    }

    /// The members of a type without flattened ones, which mostly stand in the order of its fields, and the closing brace.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn read_members<S: Seen, const MAY_HAVE_TAG: bool>(
        &mut self,
        level: usize,
        mut start: Start,
        mut gap: Gap<'de>,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
    ) -> Result<()> {
        // No field can come twice before one comes that is not behind the last. Till then it is the others that are counted.
        let mut missed = S::default();
        let mut next = 0;
        loop {
            'member: {
                match start {
                    Start::Value => {}
                    Start::Behind => break 'member,
                    Start::Name if self.eat_name_of_field(keys, next) => {}
                    // A field that may be missing mostly misses alone.
                    Start::Name if self.eat_name_of_field(keys, next + 1) => {
                        missed.insert(next);
                        next += 1;
                    }
                    Start::Name if MAY_HAVE_TAG && self.pass_tag(tag)? => break 'member,
                    Start::Name => {
                        let seen = missed.others_before(next);
                        return self.reordered_members(level, next, seen, keys, fields, tag);
                    }
                }
                fields.field(next, self)?;
                next += 1;
            }
            start = Start::Name;
            // Behind a value. Mostly all is as expected up to the next one.
            while let Some(name) = keys.own.get(next)
                && self.eat_member(&gap, name)
            {
                fields.field(next, self)?;
                next += 1;
            }
            if self.object_over(level)? {
                return Ok(());
            }
            gap.renew(self, level);
        }
    }

    /// [`eat_name`](Cursor::eat_name) of the field `i` of a type, if there are so many.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn eat_name_of_field(&mut self, keys: &'static Keys, i: usize) -> bool {
        keys.own.get(i).is_some_and(|name| self.eat_name(name))
    }

    /// Passes over a tag that is still to come, if it stands here.
    fn pass_tag(&mut self, tag: &mut Option<PassedTag>) -> Result<bool> {
        let Some(tag) = tag.as_mut().filter(|tag| tag.is_ahead) else { return Ok(false) };
        let at = self.offset();
        if !self.plain_string().is_some_and(|name| same(name, tag.name)) {
            self.rewind(at);
            return Ok(false);
        }
        self.colon()?;
        self.skip_value()?;
        tag.is_ahead = false;
        Ok(true)
    }

    /// The tag, on whose value the cursor stands, is to be passed over, once.
    fn check_tag(&self, tag: &mut PassedTag) -> Result<()> {
        if !tag.is_ahead {
            return Err(self.duplicate(tag.name));
        }
        tag.is_ahead = false;
        Ok(())
    }

    /// [`read_members`](Cursor::read_members) from a name on that is not the one behind field `next - 1`: in the order in which they stood in
    /// other objects.
    #[inline(never)]
    fn reordered_members<S: Seen>(
        &mut self,
        level: usize,
        mut next: usize,
        mut seen: S,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
    ) -> Result<()> {
        if !names::are_learned(self.left()) {
            return self.last_members(next, seen, keys, fields, tag);
        }
        if order::is_by_chance(keys) {
            return self.scattered_members(level, seen, keys, fields, tag);
        }
        let mut expected = order::expected(keys, next);
        // How many fields more stood where they were expected than elsewhere.
        let mut guessed = 0_isize;
        // Whether guesses are in vain: the last name was found by search, or no other one is expected than the one that is not here.
        let mut is_lost = expected == next;
        // Whether strangers are passed by what is known about their names, which pays for many in a row; and how many have been passed.
        let mut are_known = None;
        let mut strangers = 0;
        let mut is_behind = false;
        let mut gap = self.gap(level);
        loop {
            let guess = if is_lost {
                None
            } else if self.eat_name_of_field(keys, expected) {
                Some(expected)
            } else {
                // A field that may be missing mostly misses alone.
                let second = order::expected(keys, expected + 1);
                self.eat_name_of_field(keys, second).then_some(second)
            };
            let found = if let Some(i) = guess {
                guessed += 1;
                Some(i)
            } else {
                is_lost = true;
                let (found, is_first) =
                    if *are_known.get_or_insert_with(|| order::has_strangers(keys)) {
                        let found = self.other_members(keys, level, is_behind, tag)?;
                        let Some(Found { index, is_first }) = found else { break };
                        (Some(index), is_first)
                    } else {
                        (self.other_member_by_search(keys, tag)?, true)
                    };
                match found {
                    // Where known strangers come first, no guess is right the next time either.
                    Some(i) if is_first => {
                        order::note(keys, next, i);
                        guessed -= order::IN_VAIN;
                    }
                    Some(_) => {}
                    None => {
                        strangers += 1;
                        if strangers == order::MANY {
                            are_known = Some(true);
                            order::note_strangers(keys);
                        }
                    }
                }
                found
            };
            if let Some(i) = found {
                self.member_value(i, keys, fields, &mut seen)?;
                next = i + 1;
                expected = order::expected(keys, next);
                strangers = 0;
            }
            while let Some(name) = keys.own.get(expected)
                && self.eat_member(&gap, name)
            {
                self.member_value(expected, keys, fields, &mut seen)?;
                is_lost = false;
                guessed += 1;
                strangers = 0;
                next = expected + 1;
                expected = order::expected(keys, next);
            }
            is_behind = is_lost && are_known == Some(true);
            if !is_behind && self.object_over(level)? {
                break;
            }
            gap.renew(self, level);
        }
        if guessed != 0 {
            order::tell(keys, guessed > 0);
        }
        Ok(())
    }

    /// [`reordered_members`](Cursor::reordered_members), where the order is one of chance: each name is searched for.
    #[inline(never)]
    fn scattered_members<S: Seen>(
        &mut self,
        level: usize,
        mut seen: S,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
    ) -> Result<()> {
        loop {
            let at = self.offset();
            let i = match self.plain_string().and_then(|name| keys.find(name)) {
                Some(i) => {
                    self.colon_in_line()?;
                    i
                }
                None => {
                    self.rewind(at);
                    match self.other_members(keys, level, false, tag)? {
                        Some(found) => found.index,
                        None => return Ok(()),
                    }
                }
            };
            self.member_value(i, keys, fields, &mut seen)?;
            if self.object_over(level)? {
                return Ok(());
            }
        }
    }

    /// [`read_members`](Cursor::read_members), where names of flattened types are rows of their own: the document may turn from one row to
    /// another and back, where the flattened field stands among the others. (The plain loop is faster with an index.)
    #[inline(never)]
    fn read_rows<S: Seen>(
        &mut self,
        level: usize,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
    ) -> Result<()> {
        let mut seen = S::default();
        // What is expected of the row, and the index of its first.
        let (mut row, mut next) = (keys.own, 0);
        // Where to go on if the row is left.
        let mut other = keys.second_row;
        let mut gap = self.gap(level);
        loop {
            let i = if let [name, rest @ ..] = row
                && self.eat_name(name)
            {
                row = rest;
                Some(next)
            } else if let [_, name, rest @ ..] = row
                && self.eat_name(name)
            {
                row = rest;
                Some(next + 1)
            } else if let [name, rest @ ..] = other.names
                && self.eat_name(name)
            {
                let i = other.first;
                other = Row { names: row, first: next };
                row = rest;
                Some(i)
            } else {
                let i = if keys.takes_strangers() {
                    self.other_member(keys, fields, tag)?
                } else {
                    let found = self.other_members(keys, level, false, tag)?;
                    let Some(found) = found else { return Ok(()) };
                    Some(found.index)
                };
                if let Some(i) = i {
                    let found = keys.row(i);
                    if found.first != keys.row(next).first {
                        other = Row { names: row, first: next };
                    }
                    row = found.names_behind(i);
                }
                i
            };
            if let Some(i) = i {
                self.member_value(i, keys, fields, &mut seen)?;
                next = i + 1;
            }
            // Behind a value. One row as far as it goes, then the other one, as long as one of them goes on.
            let mut has_turned = false;
            loop {
                let left = row.len();
                while let [name, rest @ ..] = row
                    && self.eat_member(&gap, name)
                {
                    row = rest;
                    self.member_value(next, keys, fields, &mut seen)?;
                    next += 1;
                }
                // The one that went on last stays the row.
                let is_over = has_turned && row.len() == left;
                if other.names.is_empty() && !is_over {
                    break;
                }
                (row, next, other) = (other.names, other.first, Row { names: row, first: next });
                if is_over {
                    break;
                }
                has_turned = true;
            }
            if self.object_over(level)? {
                return Ok(());
            }
            gap.renew(self, level);
        }
    }

    /// Reads the value of field `i`; of a second one, what is to become of it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn member_value<S: Seen>(
        &mut self,
        i: usize,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        seen: &mut S,
    ) -> Result<()> {
        if seen.insert(i) || self.is_second_wanted(keys, i)? {
            fields.field(i, self)?;
        }
        Ok(())
    }

    /// What is to be done with the second value of field `i`: it is an error, passed over (`false`), or counts.
    #[cold]
    #[inline(never)]
    fn is_second_wanted(&mut self, keys: &'static Keys, i: usize) -> Result<bool> {
        match keys.duplicates {
            Duplicates::Error => Err(self.duplicate(keys.row(i).name(i).map_or("", Name::escaped))),
            Duplicates::First => self.skip_value().map(|()| false),
            Duplicates::Last => Ok(true),
        }
    }

    /// A member that was not predicted: its index, standing on its value; or `None`, and it is dealt with.
    #[inline(never)]
    fn other_member(
        &mut self,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: &mut Option<PassedTag>,
    ) -> Result<Option<usize>> {
        let at = self.offset();
        let name = self.name()?;
        if let Some(i) = keys.find(&name) {
            return Ok(Some(i));
        }
        self.meet_stranger();
        match tag {
            Some(tag) if same(tag.name, &name) => {
                self.check_tag(tag)?;
                self.skip_value()?;
            }
            // Whose it is shows later.
            _ if keys.is_open => {
                self.skip_value()?;
                self.untake();
            }
            _ => self.unknown_member(at, keys, fields)?,
        }
        Ok(None)
    }

    /// A member that no name matches: for a map, an error, or passed over.
    pub(crate) fn unknown_member(
        &mut self,
        at: usize,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<()> {
        if fields.offer(Offer::Member(at), self)? {
            return Ok(());
        }
        if keys.deny_unknown {
            return Err(self.fail(Kind::UnknownField { keys }, at));
        }
        self.skip_value()?;
        self.untake();
        Ok(())
    }

    /// Reads a member's name and its colon, to the value.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn name(&mut self) -> Result<Cow<'de, str>> {
        // As `string`, in line.
        let name = match self.plain_string() {
            Some(name) => Cow::Borrowed(name),
            None => Cow::Owned(self.unescaped()?.into()),
        };
        self.colon()?;
        Ok(name)
    }

    /// Reads an array of `len` elements into `fields`, of which at least `min` must be there. Returns its offset.
    ///
    /// # Errors
    /// Those of the fields; another length.
    #[doc(hidden)]
    pub fn tuple(
        &mut self,
        name: &'static str,
        len: usize,
        min: usize,
        fields: &mut (dyn Fields<'de> + '_),
    ) -> Result<usize> {
        let at = self.offset();
        let more = self.array_start()?;
        self.elements(more, name, len, min, fields, at)?;
        Ok(at)
    }

    /// The elements of the array at `at`, the first of which stands here if there are `more`.
    pub(crate) fn elements(
        &mut self,
        mut more: bool,
        name: &'static str,
        len: usize,
        min: usize,
        fields: &mut (dyn Fields<'de> + '_),
        at: usize,
    ) -> Result<()> {
        let mut i = 0;
        while more && i < len {
            fields.field(i, self)?;
            i += 1;
            more = self.array_next()?;
        }
        if more || i < min {
            let expected = if more { len } else { min };
            return Err(self.wrong_length(name, expected, min < len && !more, at));
        }
        Ok(())
    }
}
