//! Codecs of tuples: a tuple of codecs, one for each element.

use core::marker::PhantomData;

use super::{DecodeAs, EncodeAs};
use crate::cursor::Cursor;
use crate::decode::{Fields, FirstBytes};
use crate::error::Result;
use crate::impls::tuples::sum;
use crate::writer::{Part, Run, Writer, part, runs, value_as};

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
                run.writer()?.leave();
                Ok(())
            }

            #[inline]
            fn encode_fixed_as(value: &($($T,)*), run: &mut Run<'_, '_>) {
                $(
                    run.literal($lead);
                    $A::encode_fixed_as(&value.$i, run);
                )*
                run.literal("]");
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

/// A tuple while it is read by the codec `A`.
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
