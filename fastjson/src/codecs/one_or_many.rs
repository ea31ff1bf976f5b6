//! [`OneOrMany`]: one value, or an array of them.

use alloc::vec;
use alloc::vec::Vec;
use core::marker::PhantomData;

use super::{DecodeAs, EncodeAs, Same};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::Result;
use crate::impls::sequences::{decode_elements, encode_elements};
use crate::writer::Writer;

/// A `Vec<T>` as its one value where it holds exactly one, else as an array. What begins with `[` is read as an array, all else as one value.
///
/// `A` is the codec of the values. Values that are arrays themselves do not go with it: one of them alone would be read as an array of values.
///
/// ```
/// use fastjson::codecs::{As, OneOrMany};
///
/// assert_eq!(fastjson::to_string(&As::<OneOrMany, _>::new(vec!["a"]))?, r#""a""#);
/// assert_eq!(fastjson::to_string(&As::<OneOrMany, _>::new(vec!["a", "b"]))?, r#"["a","b"]"#);
///
/// for (text, expected) in [("1", &[1][..]), ("[1]", &[1]), ("[1, 2]", &[1, 2]), ("[]", &[])] {
///     let values: Vec<u8> = fastjson::from_str::<As<OneOrMany, _>>(text)?.into_inner();
///     assert_eq!(values, expected);
/// }
/// # Ok::<(), fastjson::Error>(())
/// ```
///
/// As an attribute:
///
/// ```
/// use fastjson::codecs::{Hex, OneOrMany};
///
/// #[derive(fastjson::FastJson)]
/// struct Claims {
///     #[fastjson(as = "OneOrMany")]
///     audience: Vec<String>,
///     #[fastjson(as = "OneOrMany<Hex>")]
///     keys: Vec<[u8; 32]>,
/// }
/// ```
///
/// # Errors
/// Those of the values.
#[derive(Clone, Copy, Debug)]
pub struct OneOrMany<A = Same>(PhantomData<fn() -> A>);

impl<T, A: EncodeAs<T>> EncodeAs<Vec<T>> for OneOrMany<A> {
    fn encode_as(value: &Vec<T>, w: &mut Writer<'_>) -> Result<()> {
        match value.as_slice() {
            [value] => A::encode_as(value, w),
            values => encode_elements::<A, T>(values, w),
        }
    }
}

impl<'de, T, A: DecodeAs<'de, T>> DecodeAs<'de, Vec<T>> for OneOrMany<A> {
    const FIRST: FirstBytes = A::FIRST.or(FirstBytes::ARRAY);
    const NEVER_ABSENT: bool = true;

    fn decode_as(cur: &mut Cursor<'de>) -> Result<Vec<T>> {
        if cur.peek() == b'[' {
            decode_elements::<A, T, Vec<T>>(cur)
        } else {
            Ok(vec![A::decode_as(cur)?])
        }
    }
}
