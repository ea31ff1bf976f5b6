//! Structs over values that are there: a function that reads field `i` where it stands, and `Decode::decode_in_place`.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::slots::container_default;
use crate::model::{Codec, Fallback, Field, Fields, Item};

/// What the two impls of an object type say of it.
pub(super) struct InPlace {
    /// `DecodeFields::member`
    pub(super) member: TokenStream,
    /// `Decode::decode_in_place`
    pub(super) decode: TokenStream,
}

impl InPlace {
    /// `None`, if it is not asked for, or where fields do not stand for themselves (flattened ones): such types are decoded afresh.
    pub(super) fn new(item: &Item<'_>, fields: &Fields<'_>) -> Option<InPlace> {
        let is_plain = fields.list.iter().all(|field| !field.is_flattened() && !field.is_tag);
        if !is_lent(item) || !is_plain {
            return None;
        }
        let default = container_default(item, fields);
        let read = fields.list.iter().filter(|field| !field.skip.decode);
        let arms = read.enumerate().map(|(i, field)| {
            let i = Literal::usize_unsuffixed(i);
            let read = over(field, default.as_ref());
            quote!(#i => #read,)
        });
        let skipped = fields.list.iter().filter(|field| field.skip.decode).map(|field| {
            let (member, value) = (&field.member, fallback(field, default.as_ref()));
            quote!(__place.#member = #value;)
        });
        Some(InPlace {
            member: quote! {
                #[inline]
                fn member(&mut self, __i: __fj::usize, __m: &mut __fj::Member<'_, '__de>) -> __fj::Result<()> {
                    match __i { #(#arms)* _ => __m.unknown(__i) }
                }
            },
            decode: decode(&quote! {
                __fj::decode_in_place(__c, __place)?;
                #(#skipped)*
                __fj::Ok(())
            }),
        })
    }
}

/// Whether fields of the item are to be lent, and can be: not those of another crate's type, nor packed ones.
fn is_lent(item: &Item<'_>) -> bool {
    item.directions.in_place && !item.is_packed && item.remote.is_none()
}

/// Whether a field is read by its own type.
fn is_own(field: &Field<'_>) -> bool {
    matches!(field.codec.decode, Codec::Own) && field.validate.is_none()
}

/// `Decode::decode_in_place` of a newtype that is read as its only field is; `None`, if it is not asked for.
pub(super) fn newtype(item: &Item<'_>, fields: &Fields<'_>) -> Option<TokenStream> {
    let [field] = fields.list.as_slice() else { return None };
    if !is_lent(item) || !is_own(field) {
        return None;
    }
    let (ty, member) = (field.ty, &field.member);
    Some(decode(&quote!(<#ty as __fj::Decode>::decode_in_place(__c, &mut __place.#member))))
}

/// `Decode::decode_in_place` of a tuple struct whose elements are all read by their types; `None`, if it is not asked for.
pub(super) fn tuple(item: &Item<'_>, fields: &Fields<'_>) -> Option<TokenStream> {
    if !is_lent(item) || !fields.list.iter().all(is_own) {
        return None;
    }
    let name = &item.name.decode;
    let len = Literal::usize_unsuffixed(fields.list.len());
    let places = fields.list.iter().map(|field| {
        let (ty, member) = (field.ty, &field.member);
        quote!(<#ty as __fj::Decode>::lend(&mut __place.#member))
    });
    Some(decode(&quote! {
        __c.tuple(#name, #len, #len, &mut [#(#places),*])?;
        __fj::Ok(())
    }))
}

// (`inline`, as `member` is: what a program does not call is not compiled.)
fn decode(body: &TokenStream) -> TokenStream {
    quote! {
        #[inline]
        fn decode_in_place(__c: &mut __fj::Cursor<'__de>, __place: &mut Self) -> __fj::Result<()> {
            #body
        }
    }
}

/// Reads a field where it stands.
fn over(field: &Field<'_>, default: Option<&TokenStream>) -> TokenStream {
    let (ty, member) = (field.ty, &field.member);
    let is_own = is_own(field);
    if is_own && field.fallback.is_none() {
        return quote!(<#ty as __fj::Decode>::decode_member(__m, &mut self.#member));
    }
    let read = if is_own {
        quote!(<#ty as __fj::Decode>::decode_in_place)
    } else {
        let value = field.decode();
        quote!(|__c, __place| { *__place = #value?; __fj::Ok(()) })
    };
    let absent = if field.fallback.is_some() {
        let value = fallback(field, default);
        quote!(__fj::Some(#value))
    } else {
        field.absent()
    };
    quote!(__m.over::<#ty>(&mut self.#member, #read, || #absent))
}

/// The value of a field that is not in the text.
fn fallback(field: &Field<'_>, default: Option<&TokenStream>) -> TokenStream {
    let (ty, value) = (field.ty, field.fallback_value());
    match field.fallback {
        Some(Fallback::Container) => quote!({ #default #value }),
        // As `finish` has it, so that rustc says but once that there is no default.
        Some(Fallback::Trait(span)) if !field.skip.decode => {
            let span = Span::call_site().located_at(span);
            let or_default = quote_spanned!(span=> unwrap_or_default());
            quote!(__fj::Option::<#ty>::None.#or_default)
        }
        _ => value,
    }
}
