//! [`Presence`]: a field that is missing, one that is `null` and one with a value, apart.

use core::marker::PhantomData;

use super::{DecodeAs, EncodeAs, Same};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::Result;
use crate::writer::{Run, Writer};

/// The form of a field written `Option<Option<T>>`: `None` where it is missing, `Some(None)` where it is `null`.
///
/// The derive takes it by itself for such fields, and leaves them out where they are `None`.
///
/// ```
/// use fastjson::FastJson;
///
/// /// A change of a profile: what is missing stays, what is null goes.
/// #[derive(FastJson, Debug, PartialEq)]
/// struct Change {
///     nickname: Option<Option<String>>,
/// }
///
/// for (text, nickname) in [
///     ("{}", None),
///     (r#"{"nickname":null}"#, Some(None)),
///     (r#"{"nickname":"ada"}"#, Some(Some("ada".to_owned()))),
/// ] {
///     assert_eq!(fastjson::from_str::<Change>(text)?, Change { nickname: nickname.clone() });
///     assert_eq!(fastjson::to_string(&Change { nickname })?, text);
/// }
/// # Ok::<(), fastjson::Error>(())
/// ```
/// `A` is the codec of the inner option.
#[derive(Clone, Copy, Debug)]
pub struct Presence<A = Same>(PhantomData<fn() -> A>);

impl<T, A: EncodeAs<Option<T>>> EncodeAs<Option<Option<T>>> for Presence<A> {
    const MAX_LEN: Option<usize> = <Option<A> as EncodeAs<Option<Option<T>>>>::MAX_LEN;

    #[inline]
    fn encode_as(value: &Option<Option<T>>, w: &mut Writer<'_>) -> Result<()> {
        <Option<A>>::encode_as(value, w)
    }

    #[inline]
    fn encode_fixed_as(value: &Option<Option<T>>, run: &mut Run<'_, '_>) {
        <Option<A>>::encode_fixed_as(value, run);
    }
}

impl<'de, T, A: DecodeAs<'de, Option<T>>> DecodeAs<'de, Option<Option<T>>> for Presence<A> {
    const FIRST: FirstBytes = A::FIRST;

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<Option<Option<T>>> {
        A::decode_as(cur).map(Some)
    }

    #[inline]
    fn absent_as() -> Option<Option<Option<T>>> {
        Some(None)
    }
}
