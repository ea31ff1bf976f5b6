//! The writing half: [`Encode`] with its fixed-size form, and what map keys and flattened types need.

use alloc::boxed::Box;

use crate::codecs::Same;
use crate::error::Result;
use crate::writer::{self, Place, Run, Writer};

/// A type that can be written as JSON.
///
/// `#[derive(FastJson)]` or `#[derive(Encode)]` writes the impl. By hand, [`encode`](Encode::encode) is all
/// that has to be given; it writes exactly one JSON value.
///
/// ```
/// use fastjson::{Encode, Result, Writer};
///
/// struct Celsius(f32);
///
/// impl Encode for Celsius {
///     fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
///         w.string(&format!("{} °C", self.0));
///         Ok(())
///     }
/// }
///
/// assert_eq!(fastjson::to_string(&[Celsius(21.5)])?, r#"["21.5 °C"]"#);
/// # Ok::<(), fastjson::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be encoded as JSON",
    label = "this type has no `fastjson::Encode`",
    note = "write `#[derive(FastJson)]` (or `#[derive(Encode)]`) on a type of this crate",
    note = "a type that only speaks serde goes through `#[fastjson(serde)]` on the field (feature `serde` of fastjson)"
)]
pub trait Encode {
    /// The longest encoding of any value, in bytes, if there is one: such types have
    /// [`encode_fixed`](Encode::encode_fixed) and share one capacity check with their neighbours.
    #[doc(hidden)]
    const MAX_LEN: Option<usize> = None;

    /// Writes one value.
    ///
    /// # Errors
    /// When the value has no JSON form, or when the sink fails. A derived impl still asks the fields behind one that failed, and then returns
    /// the first error; what is written by then is no JSON.
    fn encode(&self, w: &mut Writer<'_>) -> Result<()>;

    /// The encoding in memory of its own, if it is short and that is told at once: for plain strings and for what is empty. A fresh encode asks
    /// for it, for the sake of speed alone.
    #[doc(hidden)]
    #[inline(always)]
    fn encode_short(&self) -> Option<Box<str>> {
        None
    }

    /// Writes one value into room that is already there. Only types whose `MAX_LEN` is `Some` override it.
    #[doc(hidden)]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        let _ = run;
        no_fixed_form()
    }

    /// Writes one value of any length behind what is in the run, and makes room for `next` bytes; an error is kept for the end of the run.
    /// Strings, and what may hold one, override it, for the sake of speed alone.
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        writer::encode_run::<Same, Self>(self, run, next);
    }
}

#[cold]
#[inline(never)]
pub(crate) fn no_fixed_form() -> ! {
    panic!("an `Encode` impl gives MAX_LEN but no encode_fixed")
}

/// A type that can be the key of a map: writes the member's name, quotes included.
///
/// ```
/// use std::collections::BTreeMap;
/// let map = BTreeMap::from([(-1, true), (7, false)]);
/// assert_eq!(fastjson::to_string(&map)?, r#"{"-1":true,"7":false}"#);
/// # Ok::<(), fastjson::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of a JSON object",
    label = "not a key: only strings, numbers, booleans, chars, unit enums, newtypes of these and pointers to them are",
    note = "encode the map as a `Vec` of pairs, or give the key type a `fastjson::EncodeKey` impl"
)]
pub trait EncodeKey {
    /// Writes one key as a JSON string.
    ///
    /// # Errors
    /// When the key has no text form (a float that is not finite), or when the sink fails.
    fn encode_key(&self, w: &mut Writer<'_>) -> Result<()>;

    /// As [`Encode::encode_run`].
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_key_run(&self, run: &mut Run<'_, '_>, next: usize) {
        run.call(next, |w| self.encode_key(w));
    }
}

/// An object type whose members can be written as part of another object: what `flatten` and internal
/// tags need. Every derived struct has it, and its plain encoder is the runtime's frame around it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no members that could be those of another JSON object",
    label = "cannot be written with `flatten`, nor beside a tag",
    note = "structs and enums that derive `FastJson` have members, and so do maps; another type is one value: drop `flatten`, or write `content = \"…\"` beside `tag`",
    note = "a type that only speaks serde goes through `#[fastjson(serde)]` on the field itself (feature `serde` of fastjson)"
)]
#[doc(hidden)]
pub trait EncodeFields: Encode {
    /// Writes the members, without the braces, into a run of any budget, which knows what leads in the first one, and keeps an error of the
    /// fields. (If its budget is at least 2 in the end, the closing brace is written without another check.)
    fn encode_fields(&self, run: &mut Run<'_, '_>);

    /// Writes the members and the braces; the writer keeps an error of the fields.
    // Of the trait, so that rustc puts it beside `encode_fields`, which is put in line here (as a function of its own it cost up to 15 % more
    // instructions). It is put in line nowhere itself: LLVM would optimize it once more at each place.
    #[inline(never)]
    fn encode_object<'r, 'w>(&self, place: Place<'r, 'w>) -> Place<'r, 'w> {
        let mut run = match place.enter() {
            Ok(run) => run,
            Err(place) => return place,
        };
        run.open_object();
        self.encode_fields(&mut run);
        run.settle(2);
        run.end_object();
        run.place()
    }
}
