//! The reading half: [`Decode`], its owned form, and what map keys and flattened types need.

use alloc::vec::Vec;
use core::mem;

use crate::__codegen_v1::decode_by_slot;
use crate::codecs::Same;
use crate::cursor::Cursor;
use crate::error::Result;
use crate::impls::sequences::is_decoded_by_value;
use crate::impls::tuples::{Element, element_as};
use crate::in_place::{Lent, Member};
use crate::key::Keys;

/// A type that can be read from JSON.
///
/// `#[derive(FastJson)]` or `#[derive(Decode)]` writes the impl. By hand, [`decode`](Decode::decode)
/// is all that has to be given; the cursor stands on the first byte of the value (white space before
/// it is already skipped) and must be left just behind its last byte.
///
/// ```
/// use fastjson::{Cursor, Decode, Result};
///
/// struct Even(u32);
///
/// impl<'de> Decode<'de> for Even {
///     fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
///         let at = cur.offset();
///         let n = u32::decode(cur)?;
///         if n % 2 == 0 { Ok(Even(n)) } else { Err(cur.error_at(at, format_args!("{n} is odd"))) }
///     }
/// }
///
/// assert_eq!(fastjson::from_str::<Vec<Even>>("[2, 4]")?.len(), 2);
/// let err = fastjson::from_str::<Vec<Even>>("[2, 5]").err().unwrap();
/// assert_eq!(err.to_string(), "5 is odd at line 1 column 5, $[1]");
/// # Ok::<(), fastjson::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from JSON",
    label = "this type has no `fastjson::Decode`",
    note = "write `#[derive(FastJson)]` (or `#[derive(Decode)]`) on a type of this crate",
    note = "a type that only speaks serde goes through `#[fastjson(serde)]` on the field (feature `serde` of fastjson)"
)]
pub trait Decode<'de>: Sized {
    /// Reads one value.
    ///
    /// # Errors
    /// When the text at the cursor is not the JSON of a `Self`.
    fn decode(cur: &mut Cursor<'de>) -> Result<Self>;

    /// [`decode`](Decode::decode) through an out place: on `Ok`, `out` is `Some`.
    /// Collections of all but small values and generated code call this one, so that large structs are written once.
    #[doc(hidden)]
    #[inline]
    fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
        Self::decode_into(cur, out)
    }

    /// [`decode_slot`](Decode::decode_slot), where the place may be another one: for structs, which are built there of their fields. It is not
    /// in line, so that the function of the fields is nothing but jumps.
    #[doc(hidden)]
    #[inline(never)]
    fn decode_into(cur: &mut Cursor<'de>, out: &mut impl Out<Self>) -> Result<()> {
        let value = Self::decode(cur)?;
        out.clear();
        out.fill(value);
        Ok(())
    }

    /// The value of a field whose name is absent; `None` (the default) makes the field required.
    #[inline]
    fn absent() -> Option<Self> {
        None
    }

    /// Decodes over an existing value, keeping its allocations where the type can: those that derive can with the feature `in_place`.
    ///
    /// After an error `place` holds some valid value, but which one is not specified.
    ///
    /// # Errors
    /// As [`decode`](Decode::decode).
    #[inline]
    fn decode_in_place(cur: &mut Cursor<'de>, place: &mut Self) -> Result<()> {
        *place = Self::decode(cur)?;
        Ok(())
    }

    /// Decodes a field over what it was, or gives it what it is in an object without it.
    ///
    /// # Errors
    /// As [`decode`](Decode::decode).
    // (Of the trait, as `ELEMENT` is. Not in line, so that the function of the fields is nothing but jumps.)
    #[doc(hidden)]
    #[inline(never)]
    fn decode_member(member: &mut Member<'_, 'de>, place: &mut Self) -> Result<()> {
        member.over(place, Self::decode_in_place, Self::absent)
    }

    /// A place for an element, whatever its type.
    // (Of the trait, too.)
    #[doc(hidden)]
    #[inline]
    fn lend(place: &mut Self) -> &mut dyn Lent<'de> {
        place
    }

    /// [`from_str`](crate::from_str). (Of the trait, so that rustc puts it beside other functions of the type, which drop its values. Through an
    /// out place small values took up to 9 % longer, and no row of the bench less.)
    ///
    /// # Errors
    /// As there.
    #[doc(hidden)]
    fn decode_text(text: &'de str) -> Result<Self> {
        let mut cur = Cursor::new(text);
        let result = if const { Self::BY_SLOT } {
            let mut out = None;
            let result = Self::decode_slot(&mut cur, &mut out);
            match cur.finish(result) {
                Ok(()) => out.ok_or_else(|| cur.unfilled(0)),
                Err(err) => Err(err),
            }
        } else {
            let mut result = Self::decode(&mut cur);
            match result {
                Ok(_) => {
                    if let Err(err) = cur.finish(Ok(())) {
                        result = Err(err);
                    }
                }
                Err(err) => result = Err(cur.located(err)),
            }
            result
        };
        // It is empty, and is not asked whether it is.
        mem::forget(cur);
        result
    }

    /// The first bytes that a value of this type can have.
    #[doc(hidden)]
    const FIRST: FirstBytes = match Self::NAMES {
        Some(keys) => keys.first(),
        None => FirstBytes::ANY,
    };

    /// Whether [`absent`](Decode::absent) is known to be `None`, as it is of derived structs: an object without such a field cannot be meant.
    #[doc(hidden)]
    const NEVER_ABSENT: bool = Self::NAMES.is_some();

    /// The names of an object type, if they are known: what untagged enums rule variants out by.
    #[doc(hidden)]
    const NAMES: Names = None;

    /// Whether an array or a newtype decodes small values with memory of their own by [`decode`](Decode::decode), in line, and not through an
    /// out place.
    #[doc(hidden)]
    const BY_VALUE: bool = false;

    /// Whether [`decode`](Decode::decode) goes through an out place: what a text holds may as well. (From there a value is moved once more, and so
    /// soon that the move, in other pieces than it was written in, waits until the writes have left the core: 6 of the 25 ns that a string takes
    /// on an Intel.)
    #[doc(hidden)]
    const BY_SLOT: bool = false;

    /// Reads the element of a tuple struct.
    // (What a derive calls is of this trait: rustc would show the bounds of another function where a field's type has no impl.)
    #[doc(hidden)]
    const ELEMENT: Element<'de, Self> = element_as::<Same, Self>();

    /// Reads the value of a newtype: in line and moved once, if the type says so.
    ///
    /// # Errors
    /// As [`decode`](Decode::decode).
    #[doc(hidden)]
    #[inline(always)]
    fn decode_inner(cur: &mut Cursor<'de>) -> Result<Self> {
        if const { is_decoded_by_value::<Self>() } {
            Self::decode(cur)
        } else {
            decode_by_slot(cur)
        }
    }
}

/// The names of an object type, if they are known.
#[doc(hidden)]
pub type Names = Option<&'static Keys>;

/// A type that can be decoded from text that it does not outlive.
///
/// Implemented for every `T: for<'de> Decode<'de>`; the bound of functions that own their input.
///
/// ```
/// fn load<T: fastjson::DecodeOwned>(text: String) -> fastjson::Result<T> {
///     fastjson::from_str(&text)
/// }
/// assert_eq!(load::<Vec<u8>>("[1, 2]".into())?, [1, 2]);
/// # Ok::<(), fastjson::Error>(())
/// ```
pub trait DecodeOwned: for<'de> Decode<'de> {}

impl<T: for<'de> Decode<'de>> DecodeOwned for T {}

/// A type that can be the key of a map: what stands between the quotes of a member's name.
///
/// The cursor stands on the opening quote and must be left behind the closing one.
///
/// ```
/// use std::collections::BTreeMap;
/// let map: BTreeMap<i8, bool> = fastjson::from_str(r#"{"-1": true, "7": false}"#)?;
/// assert_eq!(map[&-1], true);
/// # Ok::<(), fastjson::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of a JSON object",
    label = "not a key: only strings, numbers, booleans, chars, unit enums, newtypes of these and pointers to them are",
    note = "decode the map as a `Vec` of pairs, or give the key type a `fastjson::DecodeKey` impl"
)]
pub trait DecodeKey<'de>: Sized {
    /// Reads one key, quotes included.
    ///
    /// # Errors
    /// When the text between the quotes is not a key of this type.
    fn decode_key(cur: &mut Cursor<'de>) -> Result<Self>;
}

/// An object type whose fields can be read one at a time: what `flatten` and internal tags need.
///
/// Every derived struct has it, and its plain decoder is the runtime's loop over the same functions.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no members that could be those of another JSON object",
    label = "cannot be read with `flatten`, nor beside a tag",
    note = "structs and enums that derive `FastJson` have members, and so do maps; another type is one value: drop `flatten`, or write `content = \"…\"` beside `tag`",
    note = "a type that only speaks serde goes through `#[fastjson(serde)]` on the field itself (feature `serde` of fastjson)"
)]
#[doc(hidden)]
pub trait DecodeFields<'de>: Decode<'de> {
    /// The partial value: one `Option` per field.
    type Slots: Fields<'de>;
    /// The names of the fields, own ones first.
    const KEYS: &'static Keys;
    /// The names of the flattened types, in declaration order.
    #[doc(hidden)]
    const NESTED: &'static [&'static Keys] = &[];
    /// Nothing read yet: each slot holds what its type says of an absent field.
    fn slots() -> Self::Slots;
    /// Moves the value out of its slots into `out`, which is empty; `at` is the offset of the object, for the error that names missing fields.
    /// What is left in the slots is dropped after an error, and forgotten otherwise.
    ///
    /// # Errors
    /// When a required field is missing.
    fn finish(
        slots: &mut Self::Slots,
        at: usize,
        cur: &mut Cursor<'de>,
        out: &mut impl Out<Self>,
    ) -> Result<()>;

    /// Decodes own field `i` over what it was, or gives it what it is in an object without it; types without this one are decoded afresh.
    ///
    /// # Errors
    /// Those of the field's type.
    fn member(&mut self, i: usize, member: &mut Member<'_, 'de>) -> Result<()> {
        member.unknown(i)
    }

    /// Reads an object from its beginning to its end.
    ///
    /// # Errors
    /// Those of the fields, and of [`finish`](DecodeFields::finish).
    // Of the trait, so that rustc puts it beside `finish`, which shares functions that drop. Not in line, as all that a function of fields
    // jumps to: it would save registers for each of its fields.
    #[inline(never)]
    fn decode_object(cur: &mut Cursor<'de>, out: &mut impl Out<Self>) -> Result<()> {
        out.clear();
        let mut slots = Self::slots();
        let result = match cur.object(Self::KEYS, &mut slots) {
            Ok(at) => Self::finish(&mut slots, at, cur, out),
            Err(err) => Err(err),
        };
        if result.is_ok() {
            // There is nothing left in them.
            mem::forget(slots);
        }
        result
    }
}

/// A value that is returned: it is built where it goes.
pub(crate) struct Returned<T>(pub(crate) Option<T>);

impl<T> Out<T> for Returned<T> {
    #[inline]
    fn clear(&mut self) {}

    #[inline]
    fn fill(&mut self, value: T) {
        mem::forget(self.0.replace(value));
    }
}

/// Where a struct is built: an empty `Option`, or the place behind the elements of a `Vec`. (Moved there from an `Option`, a small one would
/// be read in other pieces than it was written just before, and such a read waits until the writes have left the core: citm_catalog,
/// minified, took 8 % more time.)
#[doc(hidden)]
pub trait Out<T> {
    /// Drops what is there.
    fn clear(&mut self);

    /// Fills the place, which is empty.
    ///
    /// (What was there would be forgotten: that a place is empty is known in other functions than those that fill it, and rustc would drop
    /// what is there.)
    fn fill(&mut self, value: T);
}

impl<T> Out<T> for Option<T> {
    #[inline]
    fn clear(&mut self) {
        *self = None;
    }

    #[inline]
    fn fill(&mut self, value: T) {
        mem::forget(self.replace(value));
    }
}

/// The place behind the first `len` elements of a `Vec`.
pub(crate) struct NextPlace<'v, T> {
    elements: &'v mut Vec<T>,
    len: usize,
}

impl<'v, T> NextPlace<'v, T> {
    /// The place behind all elements, for which there is memory then.
    #[inline]
    pub(crate) fn behind(elements: &'v mut Vec<T>) -> Self {
        elements.reserve(1);
        NextPlace { len: elements.len(), elements }
    }

    /// Whether there is one element more now.
    #[inline]
    pub(crate) fn is_filled(&self) -> bool {
        self.elements.len() == self.len + 1
    }
}

impl<T> Out<T> for NextPlace<'_, T> {
    /// It is made for one value, and nothing is there.
    #[inline]
    fn clear(&mut self) {}

    #[inline]
    fn fill(&mut self, value: T) {
        // (With growth in its way the value would have to be built elsewhere.)
        if self.elements.len() < self.elements.capacity() {
            self.elements.push(value);
        } else {
            mem::forget(value);
        }
    }
}

/// The slots of one object or array, addressed by index: the only dynamic call of a decoder.
#[doc(hidden)]
pub trait Fields<'de> {
    /// Decodes the value at the cursor into slot `i`. Own fields come first, in declaration order,
    /// then those of each flattened type.
    ///
    /// # Errors
    /// Those of the field's type.
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()>;

    /// Offers what no name matches to the types that are flattened into this one, until one takes it.
    ///
    /// # Errors
    /// Those of the type that takes it.
    // (One function for both kinds: each type has one of its own.)
    #[inline]
    fn offer(&mut self, offer: Offer, cur: &mut Cursor<'de>) -> Result<bool> {
        let _ = (offer, cur);
        Ok(false)
    }
}

/// What the types that are flattened into another are offered.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Offer {
    /// The member whose name is at this offset; the cursor stands on its value. If nobody takes it, the loop skips it or reports it.
    Member(usize),
    /// The object at this offset, which has been read: types that tell their names only when they see the members read it once more.
    /// Nobody takes it from the others.
    Object(usize),
}

/// The first bytes that a value can have, as a set of the seven kinds of JSON value.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstBytes(u8);

impl FirstBytes {
    /// Any value.
    pub const ANY: FirstBytes = FirstBytes(0x7f);
    /// `null`
    pub const NULL: FirstBytes = FirstBytes(0x01);
    /// `true` or `false`
    pub const BOOL: FirstBytes = FirstBytes(0x02);
    /// A digit or a minus sign.
    pub const NUMBER: FirstBytes = FirstBytes(0x04);
    /// A quote.
    pub const STRING: FirstBytes = FirstBytes(0x08);
    /// An opening bracket.
    pub const ARRAY: FirstBytes = FirstBytes(0x10);
    /// An opening brace.
    pub const OBJECT: FirstBytes = FirstBytes(0x20);

    /// Either of two sets.
    #[must_use]
    pub const fn or(self, other: FirstBytes) -> FirstBytes {
        FirstBytes(self.0 | other.0)
    }

    /// The kind of a value that begins with `byte`; no kind, if none does.
    #[must_use]
    pub const fn of(byte: u8) -> FirstBytes {
        match byte {
            b'n' => Self::NULL,
            b't' | b'f' => Self::BOOL,
            b'-' | b'0'..=b'9' => Self::NUMBER,
            b'"' => Self::STRING,
            b'[' => Self::ARRAY,
            b'{' => Self::OBJECT,
            _ => FirstBytes(0),
        }
    }

    /// Whether a value that begins with `byte` can be meant.
    #[must_use]
    pub const fn admits(self, byte: u8) -> bool {
        self.meets(FirstBytes::of(byte))
    }

    /// Whether two sets have a kind in common.
    #[must_use]
    pub const fn meets(self, other: FirstBytes) -> bool {
        self.0 & other.0 != 0
    }
}
