//! Flattening: the object traits of types whose members can be those of another object, beside derived structs.
//!
//! A struct tells its names beforehand, and they are chained behind those of the type around it. A map takes what nobody else knows. An
//! enum tells its names only when it sees the members: it reads the whole object once more, when the others have read theirs.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;
use core::marker::PhantomData;

use crate::codecs::{DecodeAs, Same};
use crate::cursor::{Cursor, Veil};
use crate::decode::{DecodeFields, Fields, Offer, Out};
use crate::encode::EncodeFields;
use crate::error::Result;
use crate::key::Keys;
use crate::tagged::NoFields;
use crate::writer::Run;

/// The slot of a type that reads the whole object, in the form of the codec `A`: its value, once that has happened.
#[derive(Debug)]
pub struct OpenAs<A, T> {
    value: Option<T>,
    /// Whatever goes wrong, there is no value.
    is_optional: bool,
    codec: PhantomData<fn() -> A>,
}

/// The slot of a flattened enum.
pub type Open<T> = OpenAs<Same, T>;

impl<A, T> OpenAs<A, T> {
    /// Nothing read yet.
    #[must_use]
    pub const fn new() -> Self {
        OpenAs { value: None, is_optional: false, codec: PhantomData }
    }

    /// Nothing read yet, and nothing has to be.
    #[must_use]
    pub const fn optional() -> Self {
        OpenAs { value: None, is_optional: true, codec: PhantomData }
    }

    /// The value, or what stands for none.
    pub fn value_or_default(&mut self) -> T
    where
        T: Default,
    {
        self.value.take().unwrap_or_default()
    }

    /// The value.
    ///
    /// # Errors
    /// When the object has not been read again: some impl is wrong.
    pub fn value(&mut self, at: usize, cur: &Cursor<'_>) -> Result<T> {
        self.value.take().ok_or_else(|| cur.unfilled(at))
    }

    /// The whole of a `DecodeFields::finish`.
    ///
    /// # Errors
    /// As [`value`](OpenAs::value).
    pub fn finish(&mut self, at: usize, cur: &Cursor<'_>, out: &mut impl Out<T>) -> Result<()> {
        out.fill(self.value(at, cur)?);
        Ok(())
    }
}

impl<A, T> Default for OpenAs<A, T> {
    fn default() -> Self {
        OpenAs::new()
    }
}

impl<'de, A: DecodeAs<'de, T>, T> Fields<'de> for OpenAs<A, T> {
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
        cur.unknown_index(i)
    }

    fn offer(&mut self, offer: Offer, cur: &mut Cursor<'de>) -> Result<bool> {
        let Offer::Object(at) = offer else {
            return Ok(false);
        };
        let mark = cur.mark();
        cur.rewind(at);
        let result = A::decode_slot_as(cur, &mut self.value);
        let entries = cur.entries_since(&mark);
        match result {
            Err(err) if self.is_optional && err.is_about_value() => {
                cur.discard(err);
                cur.back_to(&mark);
                self.value = None;
            }
            result => {
                result?;
                cur.keep_taken(&mark);
            }
        }
        cur.hide_entries(&entries);
        Ok(false)
    }
}

impl<'de> Cursor<'de> {
    /// The object at `at` has been read, and some of the types in `fields` tell their names only now: they read it again, with the
    /// known names hidden. What they leave goes to a map, if there is one.
    #[cold]
    #[inline(never)]
    pub(crate) fn open_members(
        &mut self,
        at: usize,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: Option<&'static str>,
    ) -> Result<()> {
        let end = self.mark();
        let since = self.taken();
        // (Behind a tag, without others beside it.)
        let is_whole = tag.is_some() && keys.nested.is_empty();
        self.veil(Veil { at, keys, tag, is_whole });
        fields.offer(Offer::Object(at), self)?;
        self.keep_taken(&end);
        if keys.deny_unknown || keys.takes_rest {
            self.rest_of_members(at, keys, fields, tag, since)?;
            self.keep_taken(&end);
        }
        if !self.is_veiled(at) {
            self.forget_taken(since);
        }
        Ok(())
    }

    /// Once more over the members: those that nobody took go to a map, or are errors.
    fn rest_of_members(
        &mut self,
        at: usize,
        keys: &'static Keys,
        fields: &mut (dyn Fields<'de> + '_),
        tag: Option<&'static str>,
        since: usize,
    ) -> Result<()> {
        let taken = self.sorted_taken(since);
        self.rewind(at);
        let mut more = self.object_start()?;
        while more {
            let name_at = self.offset();
            let name = self.name()?;
            let is_known = tag == Some(&*name)
                || keys.find(&name).is_some()
                || taken.binary_search(&name_at).is_ok();
            if is_known {
                self.skip_value()?;
            } else {
                self.unknown_member(name_at, keys, fields)?;
            }
            more = self.object_next()?;
        }
        Ok(())
    }
}

/// The slots of an optional flattened type: whatever goes wrong inside it makes it `None`.
#[derive(Debug)]
pub struct Lenient<S> {
    slots: S,
    has_failed: bool,
}

impl<S> Lenient<S> {
    /// Does `read`; if it goes wrong, the rest of the value at the cursor is passed over.
    fn attempt<'de>(
        &mut self,
        cur: &mut Cursor<'de>,
        read: impl FnOnce(&mut S, &mut Cursor<'de>) -> Result<()>,
    ) -> Result<bool> {
        if self.has_failed {
            return Ok(false);
        }
        let mark = cur.mark();
        match read(&mut self.slots, cur) {
            Err(err) if err.is_about_value() => {
                cur.discard(err);
                let entries = cur.entries_since(&mark);
                cur.back_to(&mark);
                cur.hide_entries(&entries);
                self.has_failed = true;
                Ok(false)
            }
            result => result.map(|()| true),
        }
    }
}

impl<'de, S: Fields<'de>> Fields<'de> for Lenient<S> {
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
        match self.attempt(cur, |slots, cur| slots.field(i, cur))? {
            true => Ok(()),
            false => cur.skip_value(),
        }
    }

    fn offer(&mut self, offer: Offer, cur: &mut Cursor<'de>) -> Result<bool> {
        let mut is_taken = false;
        let succeeds = self.attempt(cur, |slots, cur| {
            is_taken = slots.offer(offer, cur)?;
            Ok(())
        })?;
        Ok(succeeds && is_taken)
    }
}

impl<'de, T: DecodeFields<'de>> DecodeFields<'de> for Option<T> {
    type Slots = Lenient<T::Slots>;
    const KEYS: &'static Keys = T::KEYS;

    fn slots() -> Self::Slots {
        Lenient { slots: T::slots(), has_failed: false }
    }

    fn finish(
        slots: &mut Self::Slots,
        at: usize,
        cur: &mut Cursor<'de>,
        out: &mut impl Out<Self>,
    ) -> Result<()> {
        let mut value = None;
        if !slots.has_failed {
            match T::finish(&mut slots.slots, at, cur, &mut value) {
                Err(err) if err.is_about_value() => {
                    cur.discard(err);
                    slots.has_failed = true;
                    value = None;
                }
                result => result?,
            }
        }
        if slots.has_failed {
            // What there is of it is dropped.
            slots.slots = T::slots();
        }
        out.fill(value);
        Ok(())
    }
}

impl<T: EncodeFields> EncodeFields for Option<T> {
    fn encode_fields(&self, run: &mut Run<'_, '_>) {
        if let Some(value) = self {
            value.encode_fields(run);
        }
    }
}

macro_rules! pointers {
    ($([$($generics:tt)*] $pointer:ty, $inner:ty, $make:expr;)*) => {$(
        impl<'de, $($generics)*> DecodeFields<'de> for $pointer
        where
            $inner: DecodeFields<'de>,
        {
            type Slots = <$inner as DecodeFields<'de>>::Slots;
            const KEYS: &'static Keys = <$inner as DecodeFields<'de>>::KEYS;

            fn slots() -> Self::Slots {
                <$inner>::slots()
            }

            fn finish(
                slots: &mut Self::Slots,
                at: usize,
                cur: &mut Cursor<'de>,
                out: &mut impl Out<Self>,
            ) -> Result<()> {
                out.fill($make(finish::<$inner>(slots, at, cur)?));
                Ok(())
            }
        }
    )*};
}

pointers! {
    [T] Box<T>, T, Box::new;
    [T] Rc<T>, T, Rc::new;
    [T] Arc<T>, T, Arc::new;
    [T: ToOwned + ?Sized] Cow<'_, T>, T::Owned, Cow::Owned;
}

macro_rules! encode_pointers {
    ($([$($generics:tt)*] $pointer:ty;)*) => {$(
        impl<$($generics)*> EncodeFields for $pointer {
            fn encode_fields(&self, run: &mut Run<'_, '_>) {
                T::encode_fields(self, run);
            }
        }
    )*};
}

encode_pointers! {
    [T: EncodeFields + ?Sized] &T;
    [T: EncodeFields + ?Sized] Box<T>;
    [T: EncodeFields + ?Sized] Rc<T>;
    [T: EncodeFields + ?Sized] Arc<T>;
    [T: EncodeFields + ToOwned + ?Sized] Cow<'_, T>;
}

/// No members, as in serde.
impl<'de> DecodeFields<'de> for () {
    type Slots = NoFields;
    const KEYS: &'static Keys = Keys::UNIT;

    fn slots() -> NoFields {
        NoFields
    }

    fn finish(
        _: &mut NoFields,
        _: usize,
        _: &mut Cursor<'de>,
        out: &mut impl Out<()>,
    ) -> Result<()> {
        out.fill(());
        Ok(())
    }
}

impl EncodeFields for () {
    fn encode_fields(&self, _: &mut Run<'_, '_>) {}
}

/// Builds a flattened field's value of its slots.
///
/// # Errors
/// When a required field is missing.
#[inline]
pub fn finish<'de, T: DecodeFields<'de>>(
    slots: &mut T::Slots,
    at: usize,
    cur: &mut Cursor<'de>,
) -> Result<T> {
    let mut value = None;
    T::finish(slots, at, cur, &mut value)?;
    value.ok_or_else(|| cur.unfilled(at))
}

/// The error of a flattened or internally tagged value that has no members.
#[cold]
#[must_use]
pub fn not_an_object(type_name: &str) -> crate::error::Error {
    crate::error::Error::unsupported(alloc::format!(
        "this value of {type_name} is not an object, it has no members to be written among others"
    ))
}
