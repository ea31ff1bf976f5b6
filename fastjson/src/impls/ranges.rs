//! Ranges, as objects of their ends (read from arrays, too), and `Bound`. An end that is absent is an error, also where its type would
//! be `None`.

use core::ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo};

use crate::__codegen_v1::{ENUM, STRUCT, decode_fields, take};
use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeFields, Fields, FirstBytes, Out};
use crate::encode::{Encode, EncodeFields};
use crate::error::Result;
use crate::key::{Keys, Variants, names};
use crate::writer::{Part, Run, Writer, part, runs, value};

/// The ends of a range while they are read.
#[derive(Debug)]
pub struct Slots<T>(T);

impl<'de, T: Decode<'de>> Fields<'de> for Slots<(Option<T>, Option<T>)> {
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
        match i {
            0 => T::decode_slot(cur, &mut self.0.0),
            1 => T::decode_slot(cur, &mut self.0.1),
            _ => cur.unknown_index(i),
        }
    }
}

impl<'de, T: Decode<'de>> Fields<'de> for Slots<(Option<T>,)> {
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
        match i {
            0 => T::decode_slot(cur, &mut self.0.0),
            _ => cur.unknown_index(i),
        }
    }
}

macro_rules! range {
    (
        $range:ident: $([$i:tt $name:literal])+;
        table $table:expr;
        |$self:ident| $($end:expr),+;
        |$($found:ident),+| $make:expr
    ) => {
        impl<T: Encode> Encode for $range<T> {
            #[inline]
            fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
                w.object(self)
            }
        }

        impl<T: Encode> EncodeFields for $range<T> {
            fn encode_fields(&$self, run: &mut Run<'_, '_>) {
                let runs = const { runs([$(part(4 + $name.len(), T::MAX_LEN),)+ Part::end(2)]) };
                run.settle(runs[0]);
                run.lead();
                $(
                    let lead = concat!(range!(comma $i), "\"", $name, "\":");
                    value(run, lead, $end, runs[$i + 1]);
                )+
            }
        }

        impl<'de, T: Decode<'de>> DecodeFields<'de> for $range<T> {
            type Slots = Slots<($(range!(slot $i),)+)>;
            const KEYS: &'static Keys =
                &Keys::new(stringify!($range), &names([$(concat!("\"", $name, "\":")),+]), &$table)
                    .array([$($name),+].len())
                    .deny_unknown();

            #[inline]
            fn slots() -> Self::Slots {
                Slots(Default::default())
            }

            fn finish(
                slots: &mut Self::Slots,
                at: usize,
                cur: &mut Cursor<'de>,
                out: &mut impl Out<Self>,
            ) -> Result<()> {
                let Slots(($(range!(filled $i),)+)) = slots else {
                    return Err(cur.missing(at, Self::KEYS, &[$(($i, slots.0.$i.is_none())),+]));
                };
                $(let $found = take(&mut slots.0.$i);)+
                out.fill($make);
                Ok(())
            }
        }

        impl<'de, T: Decode<'de>> Decode<'de> for $range<T> {
            const FIRST: FirstBytes = STRUCT;
            const NEVER_ABSENT: bool = true;
            const NAMES: Option<&'static Keys> = Some(Self::KEYS);

            #[inline]
            fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
                decode_fields(cur)
            }

            #[inline]
            fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
                DecodeFields::decode_object(cur, out)
            }
        }
    };
    (slot $i:tt) => { Option<T> };
    (filled $i:tt) => { Some(_) };
    (comma 0) => { "" };
    (comma $i:tt) => { "," };
}

range! {
    Range: [0 "start"] [1 "end"];
    table [("end", 1), ("start", 0)];
    |self| &self.start, &self.end;
    |start, end| start..end
}
range! {
    RangeInclusive: [0 "start"] [1 "end"];
    table [("end", 1), ("start", 0)];
    |self| self.start(), self.end();
    |start, end| start..=end
}
range! {
    RangeFrom: [0 "start"];
    table [("start", 0)];
    |self| &self.start;
    |start| start..
}
range! {
    RangeTo: [0 "end"];
    table [("end", 0)];
    |self| &self.end;
    |end| ..end
}

impl<T: Encode> Encode for Bound<T> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        let (lead, value) = match self {
            Bound::Unbounded => {
                w.literal("\"Unbounded\"");
                return Ok(());
            }
            Bound::Included(value) => ("{\"Included\":", value),
            Bound::Excluded(value) => ("{\"Excluded\":", value),
        };
        w.literal(lead);
        value.encode(w)?;
        w.literal("}");
        Ok(())
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for Bound<T> {
    const FIRST: FirstBytes = ENUM;
    const NEVER_ABSENT: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        const VARIANTS: &Variants =
            &Variants::new("Bound", &[("Excluded", 2), ("Included", 1), ("Unbounded", 0)], 1);
        let at = cur.offset();
        let bound = match cur.variant(VARIANTS)? {
            0 => return Ok(Bound::Unbounded),
            1 => Bound::Included(T::decode(cur)?),
            _ => Bound::Excluded(T::decode(cur)?),
        };
        cur.end_variant(at)?;
        Ok(bound)
    }
}
