//! [`Presence`]: a field that is missing, one that is `null` and one with a value, apart.

use super::{DecodeAs, EncodeAs};
use crate::cursor::Cursor;
use crate::decode::{Decode, FirstBytes};
use crate::encode::Encode;
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
#[derive(Clone, Copy, Debug)]
pub enum Presence {}

impl<T: Encode> EncodeAs<Option<Option<T>>> for Presence {
    const MAX_LEN: Option<usize> = <Option<Option<T>> as Encode>::MAX_LEN;

    #[inline]
    fn encode_as(value: &Option<Option<T>>, w: &mut Writer<'_>) -> Result<()> {
        value.encode(w)
    }

    #[inline]
    fn encode_fixed_as(value: &Option<Option<T>>, run: &mut Run<'_, '_>) {
        value.encode_fixed(run);
    }
}

impl<'de, T: Decode<'de>> DecodeAs<'de, Option<Option<T>>> for Presence {
    const FIRST: FirstBytes = <Option<T> as Decode<'de>>::FIRST;

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<Option<Option<T>>> {
        Option::decode(cur).map(Some)
    }

    #[inline]
    fn absent_as() -> Option<Option<Option<T>>> {
        Some(None)
    }
}
