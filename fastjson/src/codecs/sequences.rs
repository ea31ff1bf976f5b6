//! Codecs of arrays of JSON: `Vec<A>` is one of `Vec<T>` where `A` is one of `T`, and so on.

use alloc::collections::{BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::vec::Vec;

use super::{DecodeAs, EncodeAs};
use crate::cursor::Cursor;
use crate::decode::FirstBytes;
use crate::error::Result;
use crate::impls::sequences::{decode_array, decode_elements, encode_elements, repeated};
use crate::writer::{Run, Writer};

impl<T, A: EncodeAs<T>> EncodeAs<[T]> for [A] {
    fn encode_as(value: &[T], w: &mut Writer<'_>) -> Result<()> {
        encode_elements::<A, T>(value, w)
    }
}

impl<T, A: EncodeAs<T>, const N: usize> EncodeAs<[T; N]> for [A; N] {
    const MAX_LEN: Option<usize> = repeated(A::MAX_LEN, N);

    #[inline]
    fn encode_as(value: &[T; N], w: &mut Writer<'_>) -> Result<()> {
        encode_elements::<A, T>(value, w)
    }

    #[inline]
    fn encode_fixed_as(value: &[T; N], run: &mut Run<'_, '_>) {
        run.literal("[");
        for (i, element) in value.iter().enumerate() {
            if i > 0 {
                run.literal(",");
            }
            A::encode_fixed_as(element, run);
        }
        run.literal("]");
    }
}

impl<'de, T, A: DecodeAs<'de, T>, const N: usize> DecodeAs<'de, [T; N]> for [A; N] {
    const FIRST: FirstBytes = FirstBytes::ARRAY;
    const NEVER_ABSENT: bool = true;

    #[inline]
    fn decode_as(cur: &mut Cursor<'de>) -> Result<[T; N]> {
        decode_array::<A, T, N>(cur)
    }
}

macro_rules! collection {
    ($([$($bounds:tt)*] $name:ident;)*) => {$(
        impl<T, A: EncodeAs<T>> EncodeAs<$name<T>> for $name<A> {
            fn encode_as(value: &$name<T>, w: &mut Writer<'_>) -> Result<()> {
                encode_elements::<A, T>(value, w)
            }
        }

        impl<'de, T $($bounds)*, A: DecodeAs<'de, T>> DecodeAs<'de, $name<T>> for $name<A> {
            const FIRST: FirstBytes = FirstBytes::ARRAY;
            const NEVER_ABSENT: bool = true;

            fn decode_as(cur: &mut Cursor<'de>) -> Result<$name<T>> {
                decode_elements::<A, T, $name<T>>(cur)
            }
        }
    )*};
}

collection! {
    [] Vec;
    [] VecDeque;
    [] LinkedList;
    [: Ord] BTreeSet;
    [: Ord] BinaryHeap;
}

/// The codec's own hasher says nothing.
#[cfg(feature = "std")]
impl<T, A, S, SA> EncodeAs<std::collections::HashSet<T, S>> for std::collections::HashSet<A, SA>
where
    A: EncodeAs<T>,
{
    fn encode_as(value: &std::collections::HashSet<T, S>, w: &mut Writer<'_>) -> Result<()> {
        encode_elements::<A, T>(value, w)
    }
}

#[cfg(feature = "std")]
impl<'de, T, A, S, SA> DecodeAs<'de, std::collections::HashSet<T, S>>
    for std::collections::HashSet<A, SA>
where
    T: Eq + core::hash::Hash,
    A: DecodeAs<'de, T>,
    S: core::hash::BuildHasher + Default,
{
    const FIRST: FirstBytes = FirstBytes::ARRAY;
    const NEVER_ABSENT: bool = true;

    fn decode_as(cur: &mut Cursor<'de>) -> Result<std::collections::HashSet<T, S>> {
        decode_elements::<A, T, std::collections::HashSet<T, S>>(cur)
    }
}
