//! Definitions of types of other crates (`remote`): they have no impls of their own, but functions `encode` and `decode` that speak of the
//! other type, and are codecs of it.
//!
//! The impls are those of any item, for a wrapper of ours around the other type, or around a reference to it where it is written. What is
//! different about them is where a field is found and how a value is made.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{DeriveInput, Member, parse_quote};

use super::impls::Head;
use super::{bounds, field, slots};
use crate::Directions;
use crate::model::{Body, Direction, Field, Fields, Item, Remote};
use crate::types;

impl Remote {
    /// The type that the impls are for.
    pub(super) fn wrapped(&self, direction: Direction) -> TokenStream {
        let ty = &self.ty;
        match direction {
            Direction::Encode => quote!(__Remote<&#ty>),
            Direction::Decode => quote!(__Remote<#ty>),
        }
    }
}

/// Where rustc is to show that a field of the other type is not what the definition says.
fn at(field: &Field<'_>) -> Span {
    Span::call_site().located_at(field.at())
}

/// A reference to a field of the other type, which is of the type in the definition.
pub(super) fn place(field: &Field<'_>, is_packed: bool) -> TokenStream {
    let (at, ty) = (at(field), field.ty);
    if let Some(getter) = &field.getter {
        let at = Span::call_site().located_at(field::span_of(getter));
        let value = field::call(getter, &[quote!(self.0)]);
        let value = quote_spanned!(at=> __fj::constrain::<&#ty>(&#value));
        return TokenTree::Group(Group::new(Delimiter::None, value)).into();
    }
    let member = match &field.member {
        Member::Named(ident) => quote!(#ident),
        Member::Unnamed(index) => types::moved(quote!(#index), at),
    };
    let value = match is_packed {
        true => quote_spanned!(at=> { self.0.#member }),
        false => quote_spanned!(at=> self.0.#member),
    };
    quote_spanned!(at=> __fj::constrain::<&#ty>(&#value))
}

/// A reference that a pattern has bound, which for a field of another type is of the type in the definition.
pub(super) fn bound(field: &Field<'_>, place: TokenStream) -> TokenStream {
    if !field.is_remote {
        return place;
    }
    let (at, ty) = (at(field), field.ty);
    let place = types::moved(place, at);
    quote_spanned!(at=> __fj::constrain::<&#ty>(#place))
}

/// The value of the other type that is made of those of the fields: directly, or of a value of the definition if not all can be seen.
pub(super) fn construct(
    item: &Item<'_>,
    remote: &Remote,
    fields: &Fields<'_>,
    values: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    if item.has_getters() {
        let (ident, (_, params, _)) = (item.ident, item.generics.split_for_impl());
        let params = params.as_turbofish();
        let value = slots::literal(&quote!(#ident #params), fields, values);
        let ty = &remote.ty;
        let at = Span::call_site().located_at(ty.span());
        let converted = quote_spanned!(at=> __fj::Into::<#ty>::into(__value));
        return quote! {
            Self({
                let __value = #value;
                #converted
            })
        };
    }
    let values = values.zip(&fields.list).map(|(value, field)| {
        let (at, ty) = (at(field), field.ty);
        quote_spanned!(at=> __fj::constrain::<#ty>(#value))
    });
    let value = slots::literal(&fields.path, fields, values);
    quote!(Self(#value))
}

/// What a definition has instead of impls.
pub(super) fn functions(item: &Item<'_>) -> Option<TokenStream> {
    let remote = item.remote.as_ref()?;
    let functions = item.derived().map(|direction| match direction {
        Direction::Encode => encode(item, remote),
        Direction::Decode => decode(item, remote),
    });
    let functions: TokenStream = functions.collect();
    let used = used(item);
    Some(quote! {
        struct __Remote<__V>(__V);
        #functions
        #used
    })
}

fn encode(item: &Item<'_>, remote: &Remote) -> TokenStream {
    let head = Head::of_definition(item, Direction::Encode);
    let (this, ty, visibility) = (&head.ty, &remote.ty, &remote.visibility);
    let wrapped = remote.wrapped(Direction::Encode);
    let (params, predicates) = head.parts();
    let codec = head.of(quote!(__fj::EncodeAs<#ty>));
    let is_key = quote!(for<'__a> __Remote<&'__a #ty>: __fj::EncodeKey);
    let key = head.with_bound(quote!(__fj::EncodeKeyAs<#ty>), Some(is_key));
    quote! {
        impl #params #this #predicates {
            /// Writes a value of the type that this one is a definition of.
            ///
            /// # Errors
            /// Those of the fields, and of the sink.
            #[allow(dead_code)]
            #visibility fn encode(__value: &#ty, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                __fj::Encode::encode(&__Remote(__value), __w)
            }
        }
        #codec {
            const MAX_LEN: __fj::Option<__fj::usize> = <#wrapped as __fj::Encode>::MAX_LEN;
            fn encode_as(__value: &#ty, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                Self::encode(__value, __w)
            }
            fn encode_fixed_as(__value: &#ty, __run: &mut __fj::Run<'_, '_>) {
                __fj::Encode::encode_fixed(&__Remote(__value), __run)
            }
        }
        #key {
            fn encode_key_as(__value: &#ty, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                __fj::EncodeKey::encode_key(&__Remote(__value), __w)
            }
        }
    }
}

fn decode(item: &Item<'_>, remote: &Remote) -> TokenStream {
    let head = Head::of_definition(item, Direction::Decode);
    let (this, ty, visibility) = (&head.ty, &remote.ty, &remote.visibility);
    let wrapped = remote.wrapped(Direction::Decode);
    let (params, predicates) = head.parts();
    let codec = head.of(quote!(__fj::DecodeAs<'__de, #ty>));
    let is_key = quote!(for<'__a> #wrapped: __fj::DecodeKey<'__de>);
    let key = head.with_bound(quote!(__fj::DecodeKeyAs<'__de, #ty>), Some(is_key));
    quote! {
        impl #params #this #predicates {
            /// Reads a value of the type that this one is a definition of.
            ///
            /// # Errors
            /// Where the text is not that of such a value.
            #[allow(dead_code)]
            #visibility fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<#ty> {
                <#wrapped as __fj::Decode<'__de>>::decode(__c).map(|__Remote(__value)| __value)
            }
        }
        #codec {
            const FIRST: __fj::FirstBytes = <#wrapped as __fj::Decode<'__de>>::FIRST;
            const NEVER_ABSENT: __fj::bool = <#wrapped as __fj::Decode<'__de>>::NEVER_ABSENT;
            fn decode_as(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<#ty> {
                Self::decode(__c)
            }
            fn absent_as() -> __fj::Option<#ty> {
                <#wrapped as __fj::Decode<'__de>>::absent().map(|__Remote(__value)| __value)
            }
        }
        #key {
            fn decode_key_as(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<#ty> {
                <#wrapped as __fj::DecodeKey<'__de>>::decode_key(__c).map(|__Remote(__value)| __value)
            }
        }
    }
}

/// Nobody need make a value of the definition or look at one; to rustc it is used here.
fn used(item: &Item<'_>) -> TokenStream {
    let (params, _, predicates) = item.generics.split_for_impl();
    let (this, ident) = (item.definition(), item.ident);
    let uses = match &item.body {
        Body::Struct(fields) => {
            let reads = fields.list.iter().map(|field| {
                let member = &field.member;
                match item.is_packed {
                    true => quote!(let _ = __value.#member;),
                    false => quote!(let _ = &__value.#member;),
                }
            });
            quote!(#(#reads)*)
        }
        Body::Enum(variants) => {
            let uses = variants.iter().map(|variant| {
                let variant_ident = variant.ident;
                let locals: Vec<_> =
                    (0..variant.fields.list.len()).map(|i| format_ident!("__f{i}")).collect();
                let values = locals.iter().map(|local| quote!(#local));
                let path = quote!(#ident::#variant_ident);
                let value = slots::literal(&path, &variant.fields, values);
                quote! {
                    let _ = |#(#locals),*| -> #this { #value };
                    if let #value = __value {}
                }
            });
            quote!(#(#uses)*)
        }
    };
    quote! {
        #[allow(dead_code, irrefutable_let_patterns)]
        fn __used #params (__value: &#this) #predicates {
            #uses
        }
    }
}

/// Functions and codecs that do nothing, of a definition that has mistakes: whatever the type is that they are for.
pub(super) fn stub(input: &DeriveInput, directions: Directions) -> TokenStream {
    let (ident, visibility) = (&input.ident, &input.vis);
    let own = bounds::written(&input.generics);
    let mut open = input.generics.clone();
    open.params.push(parse_quote!(__V));
    let encode = directions.encode.then(|| {
        let head = Head::with(ident, &input.generics, None, own.clone());
        let (this, (params, predicates)) = (&head.ty, head.parts());
        let codec = Head::with(ident, &open, None, own.clone()).on(quote!(__fj::EncodeAs<__V>), this);
        quote! {
            impl #params #this #predicates {
                #[allow(dead_code)]
                #visibility fn encode<__V>(_: &__V, _: &mut __fj::Writer<'_>) -> __fj::Result<()> { loop {} }
            }
            #codec {
                fn encode_as(_: &__V, _: &mut __fj::Writer<'_>) -> __fj::Result<()> { loop {} }
            }
        }
    });
    let decode = directions.decode.then(|| {
        let head = Head::with(ident, &input.generics, Some(&[]), own.clone());
        let (this, (params, predicates)) = (&head.ty, head.parts());
        let codec = Head::with(ident, &open, Some(&[]), own.clone())
            .on(quote!(__fj::DecodeAs<'__de, __V>), this);
        quote! {
            #codec {
                fn decode_as(_: &mut __fj::Cursor<'__de>) -> __fj::Result<__V> { loop {} }
            }
            impl #params #this #predicates {
                #[allow(dead_code)]
                #visibility fn decode<__V>(_: &mut __fj::Cursor<'__de>) -> __fj::Result<__V> { loop {} }
            }
        }
    });
    quote!(#encode #decode)
}
