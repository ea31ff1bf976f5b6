//! Tuples of up to sixteen elements, as arrays of exactly that length, by a tuple of codecs, one for each element. Without
//! codecs, that is a tuple of [`Same`].

use core::marker::PhantomData;

use crate::codecs::{DecodeAs, EncodeAs, Same};
use crate::cursor::Cursor;
use crate::decode::{Decode, Fields, FirstBytes};
use crate::encode::Encode;
use crate::error::Result;
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
                let mut slots = Slots::<_, Self>(($(None::<$T>,)*), PhantomData);
                let at = cur.tuple("this tuple", $len, $len, &mut slots)?;
                #[allow(non_snake_case, reason = "the type parameters' names serve the elements, too")]
                match slots.0 {
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
        }

        impl<'de, $($T,)* $($A: DecodeAs<'de, $T>),*> Fields<'de>
            for Slots<($(Option<$T>,)*), ($($A,)*)>
        {
            fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
                match i {
                    $($i => $A::decode_slot_as(cur, &mut self.0.$i),)*
                    _ => cur.unknown_index(i),
                }
            }
        }
    };
}

/// A tuple while it is read by the codecs `A`.
struct Slots<T, A>(T, PhantomData<fn() -> A>);

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
