//! `bool`, `char`, `()`, `PhantomData`, `Option`, `Result`.

use alloc::boxed::Box;
use core::marker::PhantomData;

use crate::codecs::Same;
use crate::cursor::Cursor;
use crate::decode::{Decode, DecodeKey, FirstBytes};
use crate::encode::{Encode, EncodeKey};
use crate::error::{Error, Result};
use crate::key::Variants;
use crate::writer::{self, Run, Writer};

impl Encode for bool {
    const MAX_LEN: Option<usize> = Some(5);

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        let mut run = w.run(5);
        run.bool(*self);
        run.end();
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        run.bool(*self);
    }
}

impl EncodeKey for bool {
    fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
        w.literal(if *self { "\"true\"" } else { "\"false\"" });
        Ok(())
    }
}

impl<'de> Decode<'de> for bool {
    const FIRST: FirstBytes = FirstBytes::BOOL;
    const NEVER_ABSENT: bool = true;

    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        cur.bool()
    }

    #[inline(never)]
    fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
        *out = Some(cur.bool()?);
        Ok(())
    }
}

impl<'de> DecodeKey<'de> for bool {
    fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
        super::quoted(cur, "a key of type bool")
    }
}

impl Encode for char {
    /// Both quotes and an escape sequence.
    const MAX_LEN: Option<usize> = Some(8);

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        let mut run = w.run(8);
        self.encode_fixed(&mut run);
        run.end();
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        run.char(*self);
    }
}

impl EncodeKey for char {
    fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
        self.encode(w)
    }
}

impl<'de> Decode<'de> for char {
    const FIRST: FirstBytes = FirstBytes::STRING;
    const NEVER_ABSENT: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        let at = cur.offset();
        // An escape sequence alone takes no memory.
        if let [b'"', b'\\', letter, ..] = cur.rest() {
            cur.bump(1);
            let c = cur.escape(*letter)?;
            if cur.peek() == b'"' {
                cur.bump(1);
                return Ok(c);
            }
            cur.rewind(at);
        }
        let text = cur.string()?;
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Ok(c),
            _ => {
                cur.rewind(at);
                Err(cur.expected("a string of one character"))
            }
        }
    }
}

impl<'de> DecodeKey<'de> for char {
    fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
        Self::decode(cur)
    }
}

impl Encode for () {
    const MAX_LEN: Option<usize> = Some(4);

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        w.literal("null");
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        run.literal("null");
    }
}

impl<'de> Decode<'de> for () {
    const FIRST: FirstBytes = FirstBytes::NULL;
    const NEVER_ABSENT: bool = true;

    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        if cur.null() { Ok(()) } else { Err(cur.expected("`null`")) }
    }
}

impl<T: ?Sized> Encode for PhantomData<T> {
    const MAX_LEN: Option<usize> = Some(4);

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        ().encode(w)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        ().encode_fixed(run);
    }
}

impl<'de, T: ?Sized> Decode<'de> for PhantomData<T> {
    const FIRST: FirstBytes = FirstBytes::NULL;
    const NEVER_ABSENT: bool = true;

    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        <()>::decode(cur).map(|()| PhantomData)
    }
}

impl<T: Encode> Encode for Option<T> {
    const MAX_LEN: Option<usize> = match T::MAX_LEN {
        Some(n) if n < 4 => Some(4),
        n => n,
    };

    #[inline]
    fn encode_short(&self) -> Option<Box<str>> {
        self.as_ref().map_or_else(|| Some(Box::from("null")), T::encode_short)
    }

    #[inline]
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        match self {
            Some(value) => value.encode(w),
            None => {
                w.literal("null");
                Ok(())
            }
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_fixed(&self, run: &mut Run<'_, '_>) {
        let after = run.budget().saturating_sub(Self::MAX_LEN.unwrap_or(0));
        match self {
            Some(value) => value.encode_fixed(run),
            None => run.literal("null"),
        }
        run.settle(after);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn encode_run(&self, run: &mut Run<'_, '_>, next: usize) {
        if const { Self::MAX_LEN.is_some() } {
            return writer::encode_run::<Same, Self>(self, run, next);
        }
        match self {
            Some(value) => value.encode_run(run, next),
            None => {
                run.settle(next.saturating_add(4));
                run.literal("null");
            }
        }
    }
}

/// What is there is the key.
impl<T: EncodeKey> EncodeKey for Option<T> {
    #[inline]
    fn encode_key(&self, w: &mut Writer<'_>) -> Result<()> {
        match self {
            Some(key) => key.encode_key(w),
            None => Err(Error::unsupported("a key that is `None` has no JSON form")),
        }
    }
}

impl<'de, T: DecodeKey<'de>> DecodeKey<'de> for Option<T> {
    #[inline]
    fn decode_key(cur: &mut Cursor<'de>) -> Result<Self> {
        T::decode_key(cur).map(Some)
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for Option<T> {
    const FIRST: FirstBytes = T::FIRST.or(FirstBytes::NULL);

    #[inline]
    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        if cur.null() { Ok(None) } else { T::decode(cur).map(Some) }
    }

    #[inline(never)]
    fn decode_slot(cur: &mut Cursor<'de>, out: &mut Option<Self>) -> Result<()> {
        let inner = out.insert(None);
        if cur.null() { Ok(()) } else { T::decode_slot(cur, inner) }
    }

    /// A field that is missing is `None`.
    #[inline]
    fn absent() -> Option<Self> {
        Some(None)
    }

    #[inline]
    fn decode_in_place(cur: &mut Cursor<'de>, place: &mut Self) -> Result<()> {
        match place {
            Some(value) if cur.peek() != b'n' => T::decode_in_place(cur, value),
            _ => {
                *place = Self::decode(cur)?;
                Ok(())
            }
        }
    }
}

impl<T: Encode, E: Encode> Encode for core::result::Result<T, E> {
    fn encode(&self, w: &mut Writer<'_>) -> Result<()> {
        match self {
            Ok(value) => {
                w.literal("{\"Ok\":");
                value.encode(w)?;
            }
            Err(value) => {
                w.literal("{\"Err\":");
                value.encode(w)?;
            }
        }
        w.literal("}");
        Ok(())
    }
}

impl<'de, T: Decode<'de>, E: Decode<'de>> Decode<'de> for core::result::Result<T, E> {
    const FIRST: FirstBytes = FirstBytes::OBJECT;
    const NEVER_ABSENT: bool = true;

    fn decode(cur: &mut Cursor<'de>) -> Result<Self> {
        const VARIANTS: &Variants = &Variants::new("Result", &[("Ok", 0), ("Err", 1)], 0);
        let at = cur.offset();
        let result = match cur.variant(VARIANTS)? {
            0 => Ok(T::decode(cur)?),
            _ => Err(E::decode(cur)?),
        };
        cur.end_variant(at)?;
        Ok(result)
    }
}
