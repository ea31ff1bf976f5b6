//! [`Quoted`]: numbers and booleans in quotes, as Go's `,string`.

use core::num::{NonZero, Saturating, Wrapping};

use super::{DecodeAs, EncodeAs};
use crate::cursor::Cursor;
use crate::decode::{Decode, FirstBytes};
use crate::encode::Encode;
use crate::error::Result;
use crate::impls::quoted;
use crate::writer::{Run, Writer};

/// A number or a boolean as a string that holds it; it is read from that and from the bare value.
///
/// It serves all integers (also as `NonZero`, `Wrapping` and `Saturating`), `f32`, `f64` and `bool`. It is what Go's `,string` does, and what keeps large integers whole on their way through
/// JavaScript. A float that is not finite is a bare `null`, as without this codec.
///
/// ```
/// use fastjson::codecs::{As, Quoted};
///
/// assert_eq!(fastjson::to_string(&As::<Quoted, _>::new(u64::MAX))?, r#""18446744073709551615""#);
/// for text in [r#""-7""#, "-7"] {
///     let number: i64 = fastjson::from_str::<As<Quoted, _>>(text)?.into_inner();
///     assert_eq!(number, -7);
/// }
///
/// let err = fastjson::from_str::<As<Quoted, u8>>(r#""300""#).unwrap_err();
/// assert_eq!(err.to_string(), "expected a string that holds u8, found string `\"300\"` at line 1 column 1, $");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use fastjson::codecs::Quoted;
///
/// #[derive(fastjson::FastJson)]
/// struct Order {
///     #[fastjson(string)]
///     id: u64,
///     #[fastjson(as = "Vec<Quoted>")]
///     amounts: Vec<f64>,
/// }
/// ```
///
/// # Errors
/// While reading, what is neither the value nor a string that holds exactly it.
#[derive(Clone, Copy, Debug)]
pub enum Quoted {}

/// A type that [`Quoted`] serves: a number or a boolean.
#[diagnostic::on_unimplemented(
    message = "`string` is for numbers and booleans, not for `{Self}`",
    label = "neither a number nor a boolean",
    note = "what is inside of a container is reached by the codec, as in `as = \"Vec<Quoted>\"`; other types are written as their text by `as = \"DisplayFromStr\"`"
)]
pub trait Scalar: Encode + for<'de> Decode<'de> + sealed::Scalar {}

mod sealed {
    pub trait Scalar {
        /// What stands in the quotes, for messages.
        const EXPECTED: &'static str;

        /// Whether the value's own form is to be quoted.
        fn is_quoted(&self) -> bool;
    }
}

macro_rules! scalars {
    ($($name:ty, $text:expr, |$value:ident| $is_quoted:expr;)*) => {$(
        impl sealed::Scalar for $name {
            const EXPECTED: &'static str = concat!("a string that holds ", $text);

            #[inline]
            fn is_quoted(&self) -> bool {
                let $value = self;
                $is_quoted
            }
        }

        impl Scalar for $name {}
    )*};
}

scalars! {
    bool, "bool", |_value| true;
    f32, "f32", |value| value.is_finite();
    f64, "f64", |value| value.is_finite();
}

macro_rules! integers {
    ($($int:ident)*) => {
        scalars! {$(
            $int, stringify!($int), |_value| true;
            NonZero<$int>, concat!("NonZero<", stringify!($int), ">"), |_value| true;
            Wrapping<$int>, concat!("Wrapping<", stringify!($int), ">"), |_value| true;
            Saturating<$int>, concat!("Saturating<", stringify!($int), ">"), |_value| true;
        )*}
    };
}

integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

/// The value's own length and the quotes.
const fn len<T: Scalar>() -> usize {
    match T::MAX_LEN {
        Some(max) => max + 2,
        None => panic!("all scalars are bounded"),
    }
}

impl<T: Scalar> EncodeAs<T> for Quoted {
    const MAX_LEN: Option<usize> = Some(len::<T>());

    #[inline]
    fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
        let mut run = w.run(const { len::<T>() });
        Self::encode_fixed_as(value, &mut run);
        run.end();
        Ok(())
    }

    #[inline]
    fn encode_fixed_as(value: &T, run: &mut Run<'_, '_>) {
        let after = run.budget().saturating_sub(const { len::<T>() });
        let quote = if value.is_quoted() { "\"" } else { "" };
        run.text(1, quote);
        value.encode_fixed(run);
        run.text(1, quote);
        run.settle(after);
    }
}

impl<'de, T: Scalar> DecodeAs<'de, T> for Quoted {
    const FIRST: FirstBytes = <T as Decode<'de>>::FIRST.or(FirstBytes::STRING);
    const NEVER_ABSENT: bool = true;

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<T> {
        if cur.peek() == b'"' { quoted(cur, T::EXPECTED) } else { T::decode(cur) }
    }
}
