//! [`NonFiniteNull`], [`NonFiniteError`], [`NonFiniteString`]: what becomes of floats that are not finite, which JSON does not have.

use super::{DecodeAs, EncodeAs};
use crate::cursor::Cursor;
use crate::decode::{Decode, FirstBytes};
use crate::encode::Encode;
use crate::error::{Error, Result};
use crate::writer::{FLOAT, Run, Writer};

/// Floats that are not finite are written as `null`: the form that `f32` and `f64` have anyway. `null` is not read.
///
/// ```
/// use fastjson::codecs::{As, NonFiniteNull};
///
/// assert_eq!(fastjson::to_string(&As::<[NonFiniteNull; 2], _>::new([0.5, f64::NAN]))?, "[0.5,null]");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// #[derive(fastjson::Encode)]
/// struct Measurement {
///     #[fastjson(non_finite = "null")]
///     value: f64,
/// }
/// ```
///
/// # Errors
/// While reading, what is no number.
#[derive(Clone, Copy, Debug)]
pub enum NonFiniteNull {}

/// Floats that are not finite are errors.
///
/// ```
/// use fastjson::codecs::{As, NonFiniteError};
///
/// assert_eq!(fastjson::to_string(&As::<NonFiniteError, _>::new(0.5))?, "0.5");
/// let err = fastjson::to_string(&As::<NonFiniteError, _>::new(f64::NAN)).unwrap_err();
/// assert_eq!(err.to_string(), "NaN has no JSON form");
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// #[derive(fastjson::FastJson)]
/// struct Price {
///     #[fastjson(non_finite = "error")]
///     amount: f64,
/// }
/// ```
///
/// # Errors
/// While writing, what is not finite. While reading, what is no number.
#[derive(Clone, Copy, Debug)]
pub enum NonFiniteError {}

/// Floats that are not finite are the strings `"NaN"`, `"Infinity"` and `"-Infinity"`, which are read, too.
///
/// ```
/// use fastjson::codecs::{As, NonFiniteString};
///
/// let text = fastjson::to_string(&As::<Vec<NonFiniteString>, _>::new(vec![0.5, f64::NAN, -f64::INFINITY]))?;
/// assert_eq!(text, r#"[0.5,"NaN","-Infinity"]"#);
/// let read: Vec<f64> = fastjson::from_str::<As<Vec<NonFiniteString>, _>>(&text)?.into_inner();
/// assert!(read[0] == 0.5 && read[1].is_nan() && read[2] == -f64::INFINITY);
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// #[derive(fastjson::FastJson)]
/// struct Bounds {
///     #[fastjson(non_finite = "string")]
///     low: f64,
///     #[fastjson(non_finite = "string")]
///     high: f64,
/// }
/// ```
///
/// # Errors
/// While reading, what is neither a number nor one of the three strings.
#[derive(Clone, Copy, Debug)]
pub enum NonFiniteString {}

/// A type that the codecs for floats that are not finite serve: `f32` or `f64`.
#[diagnostic::on_unimplemented(
    message = "`non_finite` is for f32 and f64, not for `{Self}`",
    label = "not a float",
    note = "what is inside of a container is reached by the codec, as in `as = \"Vec<NonFiniteString>\"`"
)]
pub trait Float: Encode + for<'de> Decode<'de> + sealed::Float {}

mod sealed {
    pub trait Float: Copy {
        /// The same or nearly the same value; what is not finite stays what it is.
        fn widened(self) -> f64;
        fn from_f64(value: f64) -> Self;
    }
}

macro_rules! floats {
    ($($float:ident)*) => {$(
        impl sealed::Float for $float {
            #[inline]
            fn widened(self) -> f64 {
                f64::from(self)
            }

            #[inline]
            fn from_f64(value: f64) -> $float {
                value as $float
            }
        }

        impl Float for $float {}
    )*};
}

floats! { f32 f64 }

/// The three floats that are not finite, and their names.
const NAMES: [(&str, &str, f64); 3] = [
    ("NaN", "\"NaN\"", f64::NAN),
    ("Infinity", "\"Infinity\"", f64::INFINITY),
    ("-Infinity", "\"-Infinity\"", f64::NEG_INFINITY),
];

/// Which of the three `value` is.
#[inline]
fn non_finite(value: f64) -> Option<&'static (&'static str, &'static str, f64)> {
    match value {
        _ if value.is_finite() => None,
        _ if value.is_nan() => Some(&NAMES[0]),
        _ if value > 0.0 => Some(&NAMES[1]),
        _ => Some(&NAMES[2]),
    }
}

impl<T: Float> EncodeAs<T> for NonFiniteNull {
    const MAX_LEN: Option<usize> = T::MAX_LEN;

    #[inline]
    fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
        value.encode(w)
    }

    #[inline]
    fn encode_fixed_as(value: &T, run: &mut Run<'_, '_>) {
        value.encode_fixed(run);
    }
}

impl<T: Float> EncodeAs<T> for NonFiniteError {
    #[inline]
    fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
        match non_finite(value.widened()) {
            None => value.encode(w),
            Some((name, _, _)) => Err(no_form(name)),
        }
    }
}

#[cold]
fn no_form(name: &str) -> Error {
    Error::unsupported(alloc::format!("{name} has no JSON form"))
}

impl<T: Float> EncodeAs<T> for NonFiniteString {
    const MAX_LEN: Option<usize> = Some(FLOAT);

    #[inline]
    fn encode_as(value: &T, w: &mut Writer<'_>) -> Result<()> {
        let mut run = w.run(FLOAT);
        Self::encode_fixed_as(value, &mut run);
        run.end();
        Ok(())
    }

    #[inline]
    fn encode_fixed_as(value: &T, run: &mut Run<'_, '_>) {
        match non_finite(value.widened()) {
            None => value.encode_fixed(run),
            Some((_, quoted, _)) => run.text(FLOAT, quoted),
        }
    }
}

macro_rules! decode_numbers {
    ($($codec:ident)*) => {$(
        impl<'de, T: Float> DecodeAs<'de, T> for $codec {
            const FIRST: FirstBytes = FirstBytes::NUMBER;
            const NEVER_ABSENT: bool = true;

            #[inline]
            fn decode_as(cur: &mut Cursor<'de>) -> Result<T> {
                T::decode(cur)
            }
        }
    )*};
}

decode_numbers! { NonFiniteNull NonFiniteError }

impl<'de, T: Float> DecodeAs<'de, T> for NonFiniteString {
    const FIRST: FirstBytes = FirstBytes::NUMBER.or(FirstBytes::STRING);
    const NEVER_ABSENT: bool = true;

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<T> {
        match cur.peek() {
            b'-' | b'0'..=b'9' => T::decode(cur),
            _ => decode_name(cur).map(T::from_f64),
        }
    }
}

fn decode_name(cur: &mut Cursor<'_>) -> Result<f64> {
    const EXPECTED: &str = "a number, \"NaN\", \"Infinity\" or \"-Infinity\"";
    let at = cur.offset();
    if cur.peek() == b'"' {
        let text = cur.string()?;
        if let Some((_, _, value)) = NAMES.iter().find(|(name, _, _)| *name == text) {
            return Ok(*value);
        }
        cur.rewind(at);
    }
    Err(cur.expected(EXPECTED))
}
