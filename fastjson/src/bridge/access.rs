//! What is inside of arrays, objects and variants, as visitors ask for it. A visitor may stop early, go on beyond the end or ask out of
//! order: what it gets then is an error or nothing, and the cursor stays inside the text.

use serde_core::Deserialize;
use serde_core::de::value::BorrowedStrDeserializer;
use serde_core::de::{self, DeserializeSeed, Error as _, Unexpected, Visitor};

use super::key::KeyDeserializer;
use super::{Deserializer, placed};
use crate::cursor::Cursor;
use crate::error::{Error, Result};

/// Where the cursor stands in an array or an object.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// On the first element or name.
    First,
    /// Behind a name.
    Value,
    /// Behind an element or member.
    Next,
    /// Behind the end.
    Done,
}

impl State {
    fn start(more: bool) -> State {
        if more { State::First } else { State::Done }
    }
}

/// The elements of an array.
pub(super) struct Elements<'c, 'de> {
    cur: &'c mut Cursor<'de>,
    state: State,
}

impl<'c, 'de> Elements<'c, 'de> {
    pub(super) fn new(cur: &'c mut Cursor<'de>, more: bool) -> Elements<'c, 'de> {
        Elements { cur, state: State::start(more) }
    }

    /// Steps to the next element, if there is one.
    fn step(&mut self) -> Result<bool> {
        match self.state {
            State::First => return Ok(true),
            State::Done => return Ok(false),
            State::Value | State::Next => {}
        }
        let more = self.cur.array_next()?;
        if !more {
            self.state = State::Done;
        } else if self.cur.peek() == b']' {
            // A seed that reads nothing would not see that no value stands here.
            return Err(self.cur.syntax("a value"));
        }
        Ok(more)
    }

    /// What the visitor has made of the array; it must have read `len` elements (whatever there are, if that is not known).
    pub(super) fn finish<T>(
        mut self,
        result: Result<T>,
        len: Option<usize>,
        at: usize,
    ) -> Result<T> {
        let value = result?;
        if !self.step()? {
            return Ok(value);
        }
        Err(match len {
            _ if self.cur.left() == 0 => self.cur.syntax("a value or `]`"),
            Some(len) => self.cur.wrong_length("this tuple", len, false, at),
            None => self.cur.unread("the array has more elements than are read"),
        })
    }
}

impl<'de> de::SeqAccess<'de> for Elements<'_, 'de> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        if !self.step()? {
            return Ok(None);
        }
        self.state = State::Next;
        let at = self.cur.offset();
        placed(at, seed.deserialize(Deserializer::new(self.cur))).map(Some)
    }
}

/// The members of an object.
pub(super) struct Members<'c, 'de> {
    cur: &'c mut Cursor<'de>,
    state: State,
    /// The names that are shown, if not all: those of a struct that shares its object with others.
    shown: Option<&'static [&'static str]>,
    /// Where the last name begins.
    name_at: usize,
}

impl<'c, 'de> Members<'c, 'de> {
    /// In an object that has been entered; only members with the names `shown` are shown, if any are told, others are left to whom
    /// they belong.
    pub(super) fn new(
        cur: &'c mut Cursor<'de>,
        more: bool,
        shown: Option<&'static [&'static str]>,
    ) -> Members<'c, 'de> {
        Members { cur, state: State::start(more), shown, name_at: 0 }
    }

    /// From the name of a member to the next one that is shown.
    #[cold]
    fn shown_member(&mut self, names: &'static [&'static str], mut more: bool) -> Result<bool> {
        while more {
            let at = self.cur.offset();
            let name = self.cur.string()?;
            if names.contains(&&*name) {
                self.cur.rewind(at);
                return Ok(true);
            }
            self.cur.colon()?;
            self.cur.skip_value()?;
            self.cur.untake();
            more = self.cur.object_next()?;
        }
        self.state = State::Done;
        Ok(false)
    }

    pub(super) fn step(&mut self) -> Result<bool> {
        let more = match self.state {
            State::First => true,
            State::Done => return Ok(false),
            State::Value | State::Next => self.cur.object_next()?,
        };
        if !more {
            self.state = State::Done;
        }
        match self.shown {
            Some(names) => self.shown_member(names, more),
            None => Ok(more),
        }
    }

    /// What the visitor has made of the object that begins at `at`. What it does not like of a member before it asks for the value (a
    /// duplicate, say) is the name.
    pub(super) fn finish<T>(mut self, result: Result<T>, at: usize) -> Result<T> {
        let at = if self.state == State::Value { self.name_at } else { at };
        let value = placed(at, result)?;
        match self.step()? {
            false => Ok(value),
            true => Err(self.cur.unread("the object has more members than are read")),
        }
    }
}

impl<'de> de::MapAccess<'de> for Members<'_, 'de> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        if !self.step()? {
            return Ok(None);
        }
        self.state = State::Value;
        self.name_at = self.cur.offset();
        placed(self.name_at, seed.deserialize(KeyDeserializer::new(self.cur))).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value> {
        if self.state == State::Done {
            return Err(self.cur.unread("a value is asked for behind the end of the object"));
        }
        self.cur.colon()?;
        self.state = State::Next;
        let at = self.cur.offset();
        placed(at, seed.deserialize(Deserializer::new(self.cur)))
    }
}

/// A variant in an object, on its name.
pub(super) struct Variant<'c, 'de> {
    cur: &'c mut Cursor<'de>,
}

impl<'c, 'de> Variant<'c, 'de> {
    pub(super) fn new(cur: &'c mut Cursor<'de>) -> Variant<'c, 'de> {
        Variant { cur }
    }

    fn payload(self) -> Deserializer<'c, 'de> {
        Deserializer::new(self.cur)
    }
}

impl<'de> de::EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self)> {
        let at = self.cur.offset();
        let variant = placed(at, seed.deserialize(KeyDeserializer::new(self.cur)))?;
        self.cur.colon()?;
        Ok((variant, self))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        <()>::deserialize(self.payload())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value> {
        let at = self.cur.offset();
        placed(at, seed.deserialize(self.payload()))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value> {
        de::Deserializer::deserialize_tuple(self.payload(), len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        de::Deserializer::deserialize_struct(self.payload(), "", fields, visitor)
    }
}

/// A variant that is a string.
pub(super) struct UnitVariant<'c, 'de> {
    cur: &'c mut Cursor<'de>,
}

impl<'c, 'de> UnitVariant<'c, 'de> {
    pub(super) fn new(cur: &'c mut Cursor<'de>) -> UnitVariant<'c, 'de> {
        UnitVariant { cur }
    }
}

impl<'de> de::EnumAccess<'de> for UnitVariant<'_, 'de> {
    type Error = Error;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self)> {
        let variant = seed.deserialize(Deserializer::new(self.cur))?;
        Ok((variant, self))
    }
}

impl<'de> de::VariantAccess<'de> for UnitVariant<'_, 'de> {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, _seed: S) -> Result<S::Value> {
        Err(Error::invalid_type(Unexpected::UnitVariant, &"newtype variant"))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value> {
        Err(Error::invalid_type(Unexpected::UnitVariant, &"tuple variant"))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value> {
        Err(Error::invalid_type(Unexpected::UnitVariant, &"struct variant"))
    }
}

/// A text that serde_json's own types ask for as an object with one member, whose name no document has.
pub(super) struct Token<'de> {
    name: &'static str,
    text: Option<&'de str>,
}

impl<'de> Token<'de> {
    pub(super) fn new(name: &'static str, text: &'de str) -> Token<'de> {
        Token { name, text: Some(text) }
    }
}

impl<'de> de::MapAccess<'de> for Token<'de> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>> {
        match self.text {
            Some(_) => seed.deserialize(BorrowedStrDeserializer::new(self.name)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value> {
        match self.text.take() {
            Some(text) => seed.deserialize(BorrowedStrDeserializer::new(text)),
            None => Err(Error::custom("a value is asked for behind the end of the object")),
        }
    }
}
