//! Traps on the way out and in again, which are legal and hardly meant: warnings of the compiler's own.
//!
//! A macro on stable cannot warn. What it can do is use a deprecated constant at the user's token, outside of the block in which
//! our code may use deprecated things; the text is the deprecation's note. `#[allow(deprecated)]` on the item silences it.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::Type;
use syn::spanned::Spanned;

use crate::model::{Codec, Direction, Field, Item, Shape, is_on};
use crate::types::{argument, bare, is_option, is_pointer};

/// The warnings about an item that is both written and read.
pub(super) fn traps(item: &Item<'_>) -> TokenStream {
    let is_both = item.uses_body(Direction::Encode) && item.uses_body(Direction::Decode);
    if !is_both || item.allows_deprecated {
        return TokenStream::new();
    }
    let named = item.fields().into_iter().filter(|fields| fields.shape == Shape::Named);
    let missing = named.filter(|fields| fields.default.is_none()).flat_map(|fields| &fields.list);
    let missing = missing.filter_map(left_out_and_required);
    let all = item.fields().into_iter().flat_map(|fields| &fields.list);
    let ambiguous = all.filter(|_| !item.speaks_to_serde).filter_map(option_of_unit);
    missing.chain(ambiguous).collect()
}

/// A field that may be left out, and must be there.
fn left_out_and_required(field: &Field<'_>) -> Option<TokenStream> {
    let own = &field.keys.own;
    let (key, at) = match (&own.skip_serializing_if, &own.omit_empty) {
        (Some(key), _) => ("skip_serializing_if", key.key),
        (None, Some(key)) if is_on(&own.omit_empty) => ("omit_empty", key.key),
        _ => return None,
    };
    let is_required = !field.skip.encode
        && !field.skip.decode
        && field.flatten.is_none()
        && field.fallback.is_none()
        && !may_be_absent(field.ty);
    let note = format!(
        "`{key}` may leave field `{}` out, and without it the object cannot be read back; add `default` (or `#[allow(deprecated)]` on the item, if that is meant)",
        field.name_in_rust
    );
    is_required.then(|| warning(at, &note))
}

/// Whether a type has a value for a field that is not there, as it is written.
fn may_be_absent(ty: &Type) -> bool {
    is_option(ty) || (is_pointer(ty) && argument(ty).is_some_and(may_be_absent))
}

/// `Some(())` is written as `null`, which is read as `None`.
fn option_of_unit(field: &Field<'_>) -> Option<TokenStream> {
    let of = argument(field.ty).filter(|_| is_option(field.ty))?;
    let is_unit = matches!(bare(of), Type::Tuple(tuple) if tuple.elems.is_empty());
    let is_own = matches!((&field.codec.encode, &field.codec.decode), (Codec::Own, Codec::Own));
    let is_used = !field.skip.encode && !field.skip.decode && field.flatten.is_none();
    let note = format!(
        "field `{}` is `null` for both `Some(())` and `None`, and read back as `None`; hold a `bool` (or write `#[allow(deprecated)]` on the item, if that is meant)",
        field.name_in_rust
    );
    (is_unit && is_own && is_used).then(|| warning(field.ty.span(), &note))
}

fn warning(at: Span, note: &str) -> TokenStream {
    // In tokens of ours rustc would not warn.
    quote_spanned! {at=>
        const _: () = {
            #[deprecated(note = #note)]
            const ROUND_TRIP: () = ();
            ROUND_TRIP
        };
    }
}
