//! Tuples of up to sixteen elements, as arrays of exactly that length, by a tuple of codecs, one for each element. Without
//! codecs, that is a tuple of [`Same`]. Derived tuple structs and variants are read by the same functions.

use core::mem::needs_drop;

use crate::codecs::{DecodeAs, EncodeAs, Same};
use crate::cursor::Cursor;
use crate::decode::{Decode, FirstBytes};
use crate::encode::Encode;
use crate::error::Result;
use crate::impls::sequences::decode_element;
use crate::writer::{Part, Run, Writer, part, runs, value_as};

/// The longest encoding of a tuple; unbounded beyond 1,024 bytes.
const fn sum(elements: &[Option<usize>]) -> Option<usize> {
    let mut all = 1;
    let mut i = 0;
    while i < elements.len() {
        match elements[i] {
            Some(max) => all = max.saturating_add(1).saturating_add(all),
            None => return None,
        }
        i += 1;
    }
    if all <= 1024 { Some(all) } else { None }
}

/// A function that reads an element.
pub type Element<'de, T> = fn(&mut Cursor<'de>, &mut Option<T>) -> Result<()>;

/// That of a codec.
#[inline]
#[must_use]
pub const fn element_as<'de, A: DecodeAs<'de, T>, T>() -> Element<'de, T> {
    decode_element::<A, T>
}

/// Functions that read an element each.
pub trait Elements<'de> {
    /// What they read.
    type Tuple;

    /// Reads an array of so many elements. `name` is what the message of another length calls it.
    ///
    /// # Errors
    /// Those of the elements; another length.
    fn decode_elements(self, cur: &mut Cursor<'de>, name: &'static str) -> Result<Self::Tuple>;
}

/// The codec of an element that has none.
macro_rules! same {
    ($T:ident) => {
        Same
    };
}

macro_rules! tuple {
    ($len:literal: $($i:tt $lead:literal $T:ident $A:ident,)*) => {
        impl<$($T,)* $($A: EncodeAs<$T>),*> EncodeAs<($($T,)*)> for ($($A,)*) {
            const MAX_LEN: Option<usize> = sum(&[$($A::MAX_LEN),*]);

            fn encode_as(value: &($($T,)*), w: &mut Writer<'_>) -> Result<()> {
                if const { Self::MAX_LEN.is_some() } {
                    let mut run = w.run(Self::MAX_LEN.unwrap_or(0));
                    Self::encode_fixed_as(value, &mut run);
                    run.end();
                    return Ok(());
                }
                let runs = const { runs([$(part(1, $A::MAX_LEN),)* Part::end(1)]) };
                w.enter()?;
                let mut run = w.run(runs[0]);
                $(value_as::<$A, $T>(&mut run, $lead, &value.$i, runs[$i + 1]);)*
                run.literal("]");
                run.finish()?;
                w.leave();
                Ok(())
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_fixed_as(value: &($($T,)*), run: &mut Run<'_, '_>) {
                $(
                    run.literal($lead);
                    $A::encode_fixed_as(&value.$i, run);
                )*
                run.literal("]");
            }
        }

        impl<$($T: Encode),*> Encode for ($($T,)*) {
            const MAX_LEN: Option<usize> = <($(same!($T),)*) as EncodeAs<Self>>::MAX_LEN;

            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                <($(same!($T),)*)>::encode_as(self, w)
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_fixed(&self, run: &mut Run<'_, '_>) {
                <($(same!($T),)*)>::encode_fixed_as(self, run);
            }
        }

        impl<'de, $($T,)* $($A: DecodeAs<'de, $T>),*> DecodeAs<'de, ($($T,)*)> for ($($A,)*) {
            const FIRST: FirstBytes = FirstBytes::ARRAY;
            const NEVER_ABSENT: bool = true;

            fn decode_as(cur: &mut Cursor<'de>) -> Result<($($T,)*)> {
                ($(element_as::<$A, $T>(),)*).decode_elements(cur, "this tuple")
            }
        }

        impl<'de, $($T),*> Elements<'de> for ($(Element<'de, $T>,)*) {
            type Tuple = ($($T,)*);

            #[allow(non_snake_case, reason = "the type parameters' names serve the elements, too")]
            #[cfg_attr(not(debug_assertions), inline(always))]
            fn decode_elements(self, cur: &mut Cursor<'de>, name: &'static str) -> Result<Self::Tuple> {
                let at = cur.offset();
                let mut more = cur.array_start()?;
                let level = cur.level(0);
                $(let mut $T = None;)*
                let has_length = 'elements: {
                    $(
                        if $i > 0 {
                            more = cur.elements_next(level)?;
                        }
                        if !more {
                            break 'elements false;
                        }
                        (self.$i)(cur, &mut $T)?;
                    )*
                    cur.array_over()?
                };
                if !has_length {
                    return Err(cur.wrong_length(name, $len, false, at));
                }
                match ($($T,)*) {
                    ($(Some($T),)*) => Ok(($($T,)*)),
                    _ => Err(cur.unfilled(at)),
                }
            }
        }

        impl<'de, $($T: Decode<'de>),*> Decode<'de> for ($($T,)*) {
            const FIRST: FirstBytes = FirstBytes::ARRAY;
            const NEVER_ABSENT: bool = true;
            const BY_VALUE: bool = true;

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                <($(same!($T),)*)>::decode_as(cur)
            }

            #[inline]
            fn decode_in_place(cur: &mut Cursor<'de>, place: &mut Self) -> Result<()> {
                // Elements without memory of their own have nothing to keep.
                if const { !needs_drop::<Self>() } {
                    *place = Self::decode(cur)?;
                    return Ok(());
                }
                cur.tuple("this tuple", $len, $len, &mut [$($T::lend(&mut place.$i)),*]).map(drop)
            }
        }
    };
}

macro_rules! tuples {
    ($($len:literal: (0 $T0:ident $A0:ident) $(($i:tt $T:ident $A:ident))*;)*) => {
        $(tuple! { $len: 0 "[" $T0 $A0, $($i "," $T $A,)* })*
    };
}

#[rustfmt::skip]
tuples! {
    1: (0 A AA);
    2: (0 A AA) (1 B BB);
    3: (0 A AA) (1 B BB) (2 C CC);
    4: (0 A AA) (1 B BB) (2 C CC) (3 D DD);
    5: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE);
    6: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF);
    7: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG);
    8: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG) (7 H HH);
    9: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG) (7 H HH) (8 I II);
    10: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG) (7 H HH) (8 I II) (9 J JJ);
    11: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG) (7 H HH) (8 I II) (9 J JJ) (10 K KK);
    12: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG) (7 H HH) (8 I II) (9 J JJ) (10 K KK) (11 L LL);
    13: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG) (7 H HH) (8 I II) (9 J JJ) (10 K KK) (11 L LL) (12 M MM);
    14: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG) (7 H HH) (8 I II) (9 J JJ) (10 K KK) (11 L LL) (12 M MM) (13 N NN);
    15: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG) (7 H HH) (8 I II) (9 J JJ) (10 K KK) (11 L LL) (12 M MM) (13 N NN) (14 O OO);
    16: (0 A AA) (1 B BB) (2 C CC) (3 D DD) (4 E EE) (5 F FF) (6 G GG) (7 H HH) (8 I II) (9 J JJ) (10 K KK) (11 L LL) (12 M MM) (13 N NN) (14 O OO) (15 P PP);
}
