//! `Duration` and `SystemTime`, as objects of seconds and nanoseconds (read from arrays, too).

use core::time::Duration;

use crate::__codegen_v1::{STRUCT, decode_fields};
use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeFields, Fields, FirstBytes, Out};
use crate::encode::{Encode, EncodeFields};
use crate::error::{Kind, Result};
use crate::key::{Keys, names};
use crate::writer::{Run, Writer};

/// Seconds and nanoseconds while they are read.
#[derive(Debug, Default)]
pub struct Slots {
    secs: Option<u64>,
    nanos: Option<u32>,
}

impl<'de> Fields<'de> for Slots {
    fn field(&mut self, i: usize, cur: &mut Cursor<'de>) -> Result<()> {
        match i {
            0 => u64::decode_slot(cur, &mut self.secs),
            1 => u32::decode_slot(cur, &mut self.nanos),
            _ => cur.unknown_index(i),
        }
    }
}

impl Slots {
    /// Any number of nanoseconds makes a duration, unless the seconds overflow by it.
    fn duration(&self, at: usize, keys: &'static Keys, cur: &mut Cursor<'_>) -> Result<Duration> {
        let (Some(secs), Some(nanos)) = (self.secs, self.nanos) else {
            return Err(cur.missing(
                at,
                keys,
                &[(0, self.secs.is_none()), (1, self.nanos.is_none())],
            ));
        };
        match Duration::from_secs(secs).checked_add(Duration::from_nanos(nanos.into())) {
            Some(duration) => Ok(duration),
            None => Err(cur.fail(Kind::Range { target: keys.name }, at)),
        }
    }
}

/// `"secs":` and `,"nanos":`, two numbers.
const MEMBERS: usize = 7 + 20 + 9 + 20;

fn members(duration: Duration, run: &mut Run<'_, '_>) {
    run.literal("\"secs\":");
    run.unsigned(duration.as_secs());
    run.literal(",\"nanos\":");
    run.unsigned(duration.subsec_nanos().into());
}

impl Encode for Duration {
    const MAX_LEN: Option<usize> = Some(MEMBERS + 2);

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        let mut run = w.run(MEMBERS + 2);
        self.encode_fixed(&mut run);
        run.end();
        Ok(())
    }

    #[inline]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        run.literal("{");
        members(*self, run);
        run.literal("}");
    }
}

impl EncodeFields for Duration {
    fn encode_fields(&self, run: &mut Run<'_, '_>) {
        run.settle(1 + MEMBERS);
        run.lead();
        members(*self, run);
    }
}

impl<'de> DecodeFields<'de> for Duration {
    type Slots = Slots;
    const KEYS: &'static Keys =
        &Keys::new("Duration", &names(["\"secs\":", "\"nanos\":"]), &[("secs", 0), ("nanos", 1)])
            .array(2)
            .deny_unknown();

    #[inline]
    fn slots() -> Slots {
        Slots::default()
    }

    fn finish(
        slots: &mut Slots,
        at: usize,
        cur: &mut Cursor<'de>,
        out: &mut impl Out<Self>,
    ) -> Result<()> {
        out.fill(slots.duration(at, Self::KEYS, cur)?);
        Ok(())
    }
}

macro_rules! decode {
    ($time:ty) => {
        impl<'de> Decode<'de> for $time {
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
}

decode!(Duration);

/// As the time that has gone by since 1970, UTC.
#[cfg(feature = "std")]
mod system {
    use std::time::{SystemTime, UNIX_EPOCH};

    use super::*;
    use crate::error::Error;

    impl Encode for SystemTime {
        #[inline]
        fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
            w.object(self)
        }
    }

    impl EncodeFields for SystemTime {
        fn encode_fields(&self, run: &mut Run<'_, '_>) {
            let Ok(since) = self.duration_since(UNIX_EPOCH) else {
                let err = Error::unsupported("a time before 1970 has no JSON form");
                return run.refuse(err);
            };
            run.settle(1 + 19 + 20 + 21 + 20 + 2);
            run.lead();
            run.literal("\"secs_since_epoch\":");
            run.unsigned(since.as_secs());
            run.literal(",\"nanos_since_epoch\":");
            run.unsigned(since.subsec_nanos().into());
        }
    }

    impl<'de> DecodeFields<'de> for SystemTime {
        type Slots = Slots;
        const KEYS: &'static Keys = &Keys::new(
            "SystemTime",
            &names(["\"secs_since_epoch\":", "\"nanos_since_epoch\":"]),
            &[("secs_since_epoch", 0), ("nanos_since_epoch", 1)],
        )
        .array(2)
        .deny_unknown();

        #[inline]
        fn slots() -> Slots {
            Slots::default()
        }

        fn finish(
            slots: &mut Slots,
            at: usize,
            cur: &mut Cursor<'de>,
            out: &mut impl Out<Self>,
        ) -> Result<()> {
            let since = slots.duration(at, Self::KEYS, cur)?;
            match UNIX_EPOCH.checked_add(since) {
                Some(time) => out.fill(time),
                None => return Err(cur.fail(Kind::Range { target: "SystemTime" }, at)),
            }
            Ok(())
        }
    }

    decode!(SystemTime);
}
