//! Tuples of up to sixteen elements, as arrays of exactly that length.

use crate::cursor::Cursor;
use crate::decode::{Decode, Fields, FirstBytes};
use crate::encode::Encode;
use crate::error::Result;
use crate::writer::{Part, Run, Writer, part, runs, value};

/// The longest encoding of a tuple; unbounded beyond 1,024 bytes.
pub(crate) const fn sum(elements: &[Option<usize>]) -> Option<usize> {
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

macro_rules! tuple {
    ($len:literal: $($i:tt $lead:literal $T:ident,)*) => {
        impl<$($T: Encode),*> Encode for ($($T,)*) {
            const MAX_LEN: Option<usize> = sum(&[$($T::MAX_LEN),*]);

            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                let runs = const { runs([$(part(1, $T::MAX_LEN),)* Part::end(1)]) };
                w.enter()?;
                let mut run = w.run(runs[0]);
                $(value(&mut run, $lead, &self.$i, runs[$i + 1]);)*
                run.literal("]");
                run.writer()?.leave();
                Ok(())
            }

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn encode_fixed(&self, run: &mut Run<'_, '_>) {
                $(
                    run.literal($lead);
                    self.$i.encode_fixed(run);
                )*
                run.literal("]");
            }
        }

        impl<'de, $($T: Decode<'de>),*> Decode<'de> for ($($T,)*) {
            const FIRST: FirstBytes = FirstBytes::ARRAY;
            const NEVER_ABSENT: bool = true;

            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                let mut slots = Slots(($(None::<$T>,)*));
                let at = cur.tuple("this tuple", $len, $len, &mut slots)?;
                #[allow(non_snake_case, reason = "the type parameters' names serve the elements, too")]
                match slots.0 {
                    ($(Some($T),)*) => Ok(($($T,)*)),
                    _ => Err(cur.unfilled(at)),
                }
            }
        }

        impl<'de, $($T: Decode<'de>),*> Fields<'de> for Slots<($(Option<$T>,)*)> {
            fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
                match i {
                    $($i => $T::decode_slot(cur, &mut self.0.$i),)*
                    _ => cur.unknown_index(i),
                }
            }
        }
    };
}

/// A tuple while it is read.
struct Slots<T>(T);

macro_rules! tuples {
    ($($len:literal: (0 $T0:ident) $(($i:tt $T:ident))*;)*) => {
        $(tuple! { $len: 0 "[" $T0, $($i "," $T,)* })*
    };
}

tuples! {
    1: (0 A);
    2: (0 A) (1 B);
    3: (0 A) (1 B) (2 C);
    4: (0 A) (1 B) (2 C) (3 D);
    5: (0 A) (1 B) (2 C) (3 D) (4 E);
    6: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F);
    7: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G);
    8: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H);
    9: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H) (8 I);
    10: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H) (8 I) (9 J);
    11: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H) (8 I) (9 J) (10 K);
    12: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H) (8 I) (9 J) (10 K) (11 L);
    13: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H) (8 I) (9 J) (10 K) (11 L) (12 M);
    14: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H) (8 I) (9 J) (10 K) (11 L) (12 M) (13 N);
    15: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H) (8 I) (9 J) (10 K) (11 L) (12 M) (13 N) (14 O);
    16: (0 A) (1 B) (2 C) (3 D) (4 E) (5 F) (6 G) (7 H) (8 I) (9 J) (10 K) (11 L) (12 M) (13 N) (14 O) (15 P);
}
