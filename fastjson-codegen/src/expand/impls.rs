//! The heads of impls, and the impls that do nothing.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{DeriveInput, Generics, Ident, Lifetime, Visibility};

use super::bounds;
use crate::Directions;
use crate::model::{Direction, Item};
use crate::types;

/// `impl<…> … for Type<…> where …`: what all impls of one direction share.
pub(super) struct Head {
    generics: TokenStream,
    /// The type that the impls are for, with its parameters.
    pub(super) ty: TokenStream,
    predicates: Vec<TokenStream>,
}

impl Head {
    /// That of the item, or of what stands for the type that it is a definition of.
    pub(super) fn new(item: &Item<'_>, direction: Direction) -> Head {
        let head = Head::of_definition(item, direction);
        match &item.remote {
            Some(remote) => Head { ty: remote.wrapped(direction), ..head },
            None => head,
        }
    }

    /// That of the item itself.
    pub(super) fn of_definition(item: &Item<'_>, direction: Direction) -> Head {
        let borrowed = match direction {
            Direction::Encode => None,
            Direction::Decode => Some(bounds::borrowed(item)),
        };
        let predicates = bounds::predicates(item, direction);
        Head::with(item.ident, item.generics, borrowed.as_deref(), predicates)
    }

    /// `borrowed` are the lifetimes that the text must outlive; `None` where there is no text.
    pub(super) fn with(
        ident: &Ident,
        generics: &Generics,
        borrowed: Option<&[Lifetime]>,
        predicates: Vec<TokenStream>,
    ) -> Head {
        let (own, params, _) = generics.split_for_impl();
        let ty = quote!(#ident #params);
        let own = own.to_token_stream();
        let generics = match borrowed {
            None => own,
            Some(borrowed) => {
                let outlives = (!borrowed.is_empty()).then(|| quote!(: #(#borrowed)+*));
                // Behind the opening bracket, if there is one; it closes the list as well.
                let rest: TokenStream = own.into_iter().skip(1).collect();
                if rest.is_empty() {
                    quote!(<'__de #outlives>)
                } else {
                    quote!(<'__de #outlives, #rest)
                }
            }
        };
        Head { generics, ty, predicates }
    }

    /// The head of an impl for the item.
    pub(super) fn of(&self, implemented: TokenStream) -> TokenStream {
        self.with_bound(implemented, None)
    }

    /// The head of an impl for the item, with one more predicate.
    pub(super) fn with_bound(
        &self,
        implemented: TokenStream,
        bound: Option<TokenStream>,
    ) -> TokenStream {
        self.with_bounds(implemented, bound.as_slice())
    }

    /// The head of an impl for the item, with more predicates.
    pub(super) fn with_bounds(
        &self,
        implemented: TokenStream,
        bounds: &[TokenStream],
    ) -> TokenStream {
        let Head { generics, ty, predicates } = self;
        let predicates = predicates.iter().chain(bounds);
        let predicates = where_clause(predicates);
        quote!(#[automatically_derived] impl #generics #implemented for #ty #predicates)
    }

    /// The parameters and the where-clause.
    pub(super) fn parts(&self) -> (&TokenStream, Option<TokenStream>) {
        (&self.generics, where_clause(&self.predicates))
    }

    /// The writing object trait, where `ty` has it: by the members of `place`, a reference to one.
    pub(super) fn forwarding_members(&self, ty: &TokenStream, place: &TokenStream) -> TokenStream {
        let bound = quote!(for<'__a> #ty: __fj::EncodeFields);
        let head = self.with_bound(quote!(__fj::EncodeFields), Some(bound));
        quote! {
            #head {
                fn encode_fields(&self, __run: &mut __fj::Run<'_, '_>) {
                    <#ty as __fj::EncodeFields>::encode_fields(#place, __run)
                }
            }
        }
    }

    /// The reading object trait, where `ty` has it: the value is `build` of a `local` of that type.
    pub(super) fn forwarded_members(
        &self,
        item: &Item<'_>,
        ty: &TokenStream,
        local: &TokenStream,
        build: &TokenStream,
    ) -> TokenStream {
        let fields = quote!(<#ty as __fj::DecodeFields<'__de>>);
        let bound = quote!(for<'__a> #ty: __fj::DecodeFields<'__de>);
        let head = self.with_bound(quote!(__fj::DecodeFields<'__de>), Some(bound.clone()));
        // Where others see the item, they must not see its type in these slots, which may be a private one.
        let is_seen = !matches!(item.visibility, Visibility::Inherited);
        let definition = is_seen.then(|| self.forwarding_slots(item, &fields, &bound));
        let (slots, start, inner) = match is_seen {
            true => {
                let slots = with_text_parameter(&quote!(__Slots), item.generics);
                (slots, quote!(__Slots(#fields::slots(), __fj::PhantomData)), quote!(&mut __s.0))
            }
            false => (quote!(#fields::Slots), quote!(#fields::slots()), quote!(__s)),
        };
        quote! {
            #definition
            #head {
                type Slots = #slots;
                const KEYS: &'static __fj::Keys = #fields::KEYS;
                fn slots() -> Self::Slots {
                    #start
                }
                fn finish(
                    __s: &mut Self::Slots,
                    __at: __fj::usize,
                    __c: &mut __fj::Cursor<'__de>,
                    __out: &mut impl __fj::Out<Self>,
                ) -> __fj::Result<()> {
                    let #local = __fj::finish::<#ty>(#inner, __at, __c)?;
                    __fj::Out::fill(__out, #build);
                    __fj::Ok(())
                }
            }
        }
    }

    /// Slots that are those of `fields`, the reading object trait of a type, and hide them.
    fn forwarding_slots(
        &self,
        item: &Item<'_>,
        fields: &TokenStream,
        bound: &TokenStream,
    ) -> TokenStream {
        let Head { generics, ty, predicates } = self;
        let predicates = where_clause(predicates.iter().chain([bound]));
        let slots = with_text_parameter(&quote!(__Slots), item.generics);
        quote! {
            pub struct __Slots #generics(#fields::Slots, __fj::PhantomData<fn() -> #ty>) #predicates;
            impl #generics __fj::Fields<'__de> for #slots #predicates {
                fn field(&mut self, __i: __fj::usize, __c: &mut __fj::Cursor<'__de>) -> __fj::Result<()> {
                    __fj::Fields::field(&mut self.0, __i, __c)
                }
                fn offer(&mut self, __offer: __fj::Offer, __c: &mut __fj::Cursor<'__de>) -> __fj::Result<__fj::bool> {
                    __fj::Fields::offer(&mut self.0, __offer, __c)
                }
            }
        }
    }

    /// A codec `name` with the item's parameters that stands for a function: `value` is the call, over `__c`.
    pub(super) fn function_codec(
        &self,
        item: &Item<'_>,
        name: &Ident,
        ty: &TokenStream,
        value: &TokenStream,
    ) -> TokenStream {
        let (own, params, predicates) = item.generics.split_for_impl();
        let this = &self.ty;
        let codec = quote!(#name #params);
        let head = self.on(quote!(__fj::DecodeAs<'__de, #ty>), &codec);
        quote! {
            #[allow(dead_code)]
            pub struct #name #own (__fj::PhantomData<fn() -> #this>) #predicates;
            #head {
                fn decode_as(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<#ty> {
                    #value
                }
            }
        }
    }

    /// The head of an impl for a type of ours that has the same parameters.
    pub(super) fn on(&self, implemented: TokenStream, ty: &TokenStream) -> TokenStream {
        let Head { generics, predicates, .. } = self;
        let predicates = where_clause(predicates);
        quote!(impl #generics #implemented for #ty #predicates)
    }
}

/// `name` with the lifetime of the text and the parameters of an item.
pub(super) fn with_text_parameter(name: &TokenStream, generics: &Generics) -> TokenStream {
    let (_, params, _) = generics.split_for_impl();
    let params: TokenStream = params.into_token_stream().into_iter().skip(1).collect();
    if params.is_empty() { quote!(#name<'__de>) } else { quote!(#name<'__de, #params) }
}

fn where_clause<'a>(predicates: impl IntoIterator<Item = &'a TokenStream>) -> Option<TokenStream> {
    let mut predicates = predicates.into_iter().peekable();
    predicates.peek()?;
    Some(quote!(where #(#predicates),*))
}

/// Impls of an item that has mistakes, so that its uses are no mistakes as well.
pub(super) fn stub(input: &DeriveInput, directions: Directions) -> TokenStream {
    let own = bounds::written(&input.generics);
    let encode = directions.encode.then(|| {
        let head = Head::with(&input.ident, &input.generics, None, own.clone());
        let (encode, key) = (head.of(quote!(__fj::Encode)), head.of(quote!(__fj::EncodeKey)));
        let fields = head.of(quote!(__fj::EncodeFields));
        quote! {
            #fields {
                fn encode_fields(&self, _: &mut __fj::Run<'_, '_>) { loop {} }
            }
            #encode {
                fn encode(&self, _: &mut __fj::Writer<'_>) -> __fj::Result<()> { loop {} }
            }
            #key {
                fn encode_key(&self, _: &mut __fj::Writer<'_>) -> __fj::Result<()> { loop {} }
            }
        }
    });
    // A value without a size cannot be returned.
    let has_size = !types::fields(&input.data).any(|field| types::is_unsized(&field.ty));
    let decode = (directions.decode && has_size).then(|| {
        let head = Head::with(&input.ident, &input.generics, Some(&[]), own.clone());
        let decode = head.of(quote!(__fj::Decode<'__de>));
        let key = head.of(quote!(__fj::DecodeKey<'__de>));
        let fields = head.of(quote!(__fj::DecodeFields<'__de>));
        quote! {
            #fields {
                type Slots = __fj::NoFields;
                const KEYS: &'static __fj::Keys = __fj::Keys::OPEN;
                fn slots() -> Self::Slots { loop {} }
                fn finish(
                    _: &mut Self::Slots,
                    _: __fj::usize,
                    _: &mut __fj::Cursor<'__de>,
                    _: &mut impl __fj::Out<Self>,
                ) -> __fj::Result<()> { loop {} }
            }
            #decode {
                fn decode(_: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> { loop {} }
            }
            #key {
                fn decode_key(_: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> { loop {} }
            }
        }
    });
    quote!(#encode #decode)
}
