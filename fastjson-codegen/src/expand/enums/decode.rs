//! Reading enums: by a tag, and where there is none, by tries.

use std::iter::once;

use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::{Enum, local};
use crate::expand::assertions;
use crate::expand::encode::name_literal;
use crate::expand::impls::Head;
use crate::expand::slots::{self, Slots};
use crate::expand::structs::{by_slot, decode_array};
use crate::expand::table::Table;
use crate::model::{Codec, Direction, Representation, Shape, Variant};

/// Where a variant's payload stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// At the cursor.
    Value,
    /// At the cursor, where a struct is not read from an array.
    Untagged,
    /// Around the tag, in `__tagged`.
    Tagged,
}

/// The variants in the order of their numbers, those read from their names alone first where that matters.
struct Numbered<'a> {
    units: Vec<&'a Variant<'a>>,
    others: Vec<&'a Variant<'a>>,
}

impl<'a> Numbered<'a> {
    fn all(&self) -> Vec<&'a Variant<'a>> {
        self.units.iter().chain(&self.others).copied().collect()
    }
}

impl<'a> Enum<'a> {
    /// The general form.
    pub(super) fn decode_slot(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        let mut definitions = TokenStream::new();
        let named = self.named();
        let is_tagged = !matches!(self.item.representation, Representation::Untagged);
        let tagged = is_tagged.then(|| self.decode_named(&named, &head, &mut definitions));
        let untagged: Vec<&Variant<'_>> = self.variants.iter().collect();
        let untagged: Vec<_> = untagged
            .into_iter()
            .filter(|variant| !variant.skip.decode && self.is_untagged(variant))
            .collect();
        let first = self.first(&named, &untagged);
        let body = match tagged {
            Some((_, body)) if untagged.is_empty() => body,
            tagged => {
                let tagged = tagged.filter(|_| !named.is_empty());
                self.decode_tries(tagged, &untagged, &head, &mut definitions)
            }
        };
        let decode = head.of(quote!(__fj::Decode<'__de>));
        let members = open_members(&head);
        let key = self.decode_key(&head);
        let by_slot = by_slot();
        quote! {
            #definitions
            #decode {
                const FIRST: __fj::FirstBytes = #first;
                const NEVER_ABSENT: __fj::bool = true;
                #by_slot
                fn decode_slot(__c: &mut __fj::Cursor<'__de>, __out: &mut __fj::Option<Self>) -> __fj::Result<()> {
                    #body
                }
            }
            #members
            #key
        }
    }

    /// The first bytes of all variants together.
    fn first(&self, named: &[&Variant<'_>], untagged: &[&Variant<'_>]) -> TokenStream {
        let units = named.iter().any(|variant| self.is_text(variant));
        let tagged = match &self.item.representation {
            Representation::External if units => quote!(__fj::ENUM),
            Representation::External => quote!(__fj::FirstBytes::OBJECT),
            _ => quote!(__fj::STRUCT),
        };
        let rest = untagged.iter().map(|variant| self.candidate_first(variant));
        let mut all = (!named.is_empty()).then_some(tagged).into_iter().chain(rest);
        let Some(first) = all.next() else { return quote!(__fj::FirstBytes::ANY) };
        all.fold(first, |all, next| quote!(#all.or(#next)))
    }

    /// Whether a variant is read from a string.
    fn is_text(&self, variant: &Variant<'_>) -> bool {
        let is_unit =
            variant.shape(Direction::Decode) == Shape::Unit && variant.codec.decode.is_none();
        is_unit || self.is_other_text(variant)
    }

    /// The first bytes of an untagged variant.
    fn candidate_first(&self, variant: &Variant<'_>) -> TokenStream {
        if variant.codec.decode.is_some() {
            return quote!(__fj::FirstBytes::ANY);
        }
        match (variant.shape(Direction::Decode), variant.fields.list.first()) {
            (Shape::Unit, _) => quote!(__fj::FirstBytes::NULL),
            (Shape::Newtype, Some(field)) => field.first(),
            (Shape::Tuple, _) => quote!(__fj::FirstBytes::ARRAY),
            _ => quote!(__fj::FirstBytes::OBJECT),
        }
    }

    /// The variants with a name, as a function's body; and whether they can be told from others by their first bytes.
    fn decode_named(
        &self,
        named: &[&'a Variant<'a>],
        head: &Head,
        definitions: &mut TokenStream,
    ) -> (TokenStream, TokenStream) {
        match &self.item.representation {
            Representation::Internal { tag } => {
                (quote!(__fj::STRUCT), self.decode_internal(&tag.text, named, head, definitions))
            }
            Representation::Adjacent { tag, content } => {
                let body =
                    self.decode_adjacent([&tag.text, &content.text], named, head, definitions);
                (quote!(__fj::STRUCT), body)
            }
            _ => {
                let is_text = |variant: &&Variant<'_>| self.is_text(variant);
                let (units, others): (Vec<_>, Vec<_>) = named.iter().copied().partition(is_text);
                let first = if units.is_empty() {
                    quote!(__fj::FirstBytes::OBJECT)
                } else {
                    quote!(__fj::ENUM)
                };
                let numbered = Numbered { units, others };
                (first, self.decode_external(&numbered, head, definitions))
            }
        }
    }

    fn decode_external(
        &self,
        numbered: &Numbered<'a>,
        head: &Head,
        definitions: &mut TokenStream,
    ) -> TokenStream {
        let Numbered { units, others } = numbered;
        let names = self.names(&numbered.all(), units.len());
        let unit_arms = units.iter().enumerate().map(|(n, variant)| {
            let n = Literal::usize_unsuffixed(n);
            let value = match variant.fields.list.first() {
                Some(field) if self.is_other_text(variant) => {
                    let value = self.newtype(variant, &field.decode());
                    quote!({
                        __c.rewind(__at);
                        #value
                    })
                }
                _ => self.unit(variant),
            };
            quote!(#n => { *__out = __fj::Some(#value); return __fj::Ok(()); })
        });
        let unit_arms: TokenStream = unit_arms.collect();
        let arms = others.iter().enumerate().map(|(n, variant)| {
            let n = Literal::usize_unsuffixed(units.len() + n);
            let body = self.decode_variant(variant, head, definitions, Source::Value);
            quote!(#n => { #body })
        });
        let arms: TokenStream = arms.collect();
        let needs_at = !others.is_empty() || units.iter().any(|v| self.is_other_text(v));
        let at = needs_at.then(|| quote!(let __at = __c.offset();));
        let end = (!others.is_empty()).then(|| quote!(__c.end_variant(__at)));
        let found = if numbered.all().is_empty() {
            quote! {
                let __n = __c.variant(__VARIANTS)?;
                __c.unknown_index(__n)
            }
        } else {
            quote! {
                match __c.variant(__VARIANTS)? {
                    #unit_arms
                    #arms
                    __n => return __c.unknown_index(__n),
                }
                #end
            }
        };
        quote! {
            const __VARIANTS: &__fj::Variants = #names;
            #at
            #found
        }
    }

    fn decode_internal(
        &self,
        tag: &str,
        named: &[&'a Variant<'a>],
        head: &Head,
        definitions: &mut TokenStream,
    ) -> TokenStream {
        let names = self.names(named, 0);
        let arms = named.iter().enumerate().map(|(n, variant)| {
            let n = Literal::usize_unsuffixed(n);
            let is_unit =
                variant.shape(Direction::Decode) == Shape::Unit && variant.codec.decode.is_none();
            let body = if is_unit {
                let value = self.unit(variant);
                quote! {
                    __c.tagged_unit(&__tagged)?;
                    *__out = __fj::Some(#value);
                }
            } else {
                let tag = tag_field(variant, &quote!(__tagged));
                let body = self.decode_variant(variant, head, definitions, Source::Tagged);
                quote!(#tag #body)
            };
            quote!(#n => { #body })
        });
        let arms: TokenStream = arms.collect();
        let keys = self.keys_of_tag([tag], false);
        quote! {
            const __KEYS: &__fj::Keys = &#keys;
            const __VARIANTS: &__fj::Variants = #names;
            let mut __tagged = __fj::Tagged::NONE;
            match __c.tagged(__KEYS, __VARIANTS, &mut __tagged)? {
                #arms
                __n => return __c.unknown_index(__n),
            }
            __fj::Ok(())
        }
    }

    /// The names of the tag, and of the content beside it, as those of members.
    fn keys_of_tag<const N: usize>(&self, names: [&str; N], deny: bool) -> TokenStream {
        let of = &self.item.name.decode;
        let literals = names.map(name_literal);
        let table = Table::new(names.map(|name| vec![name]).into_iter()).rows();
        let deny = deny.then(|| quote!(.deny_unknown()));
        quote!(__fj::Keys::new(#of, &__fj::names([#(#literals),*]), #table) #deny)
    }

    fn decode_adjacent(
        &self,
        [tag, content]: [&str; 2],
        named: &[&'a Variant<'a>],
        head: &Head,
        definitions: &mut TokenStream,
    ) -> TokenStream {
        let names = self.names(named, 0);
        let deny = self.variants.iter().any(|variant| variant.fields.deny_unknown);
        let keys = self.keys_of_tag([tag, content], deny);
        let arms = named.iter().enumerate().map(|(n, variant)| {
            let n = Literal::usize_unsuffixed(n);
            let tag = tag_field(variant, &quote!(__found));
            let is_unit =
                variant.shape(Direction::Decode) == Shape::Unit && variant.codec.decode.is_none();
            let body = if is_unit {
                let value = self.unit(variant);
                // As in serde, a payload that is left out is `null` all the same.
                let needed = (!variant.fields.list.is_empty()).then(|| {
                    quote! {
                        if !__found.has_content {
                            return __fj::Err(__c.missing_content(__KEYS, __found.at));
                        }
                    }
                });
                quote! {
                    #needed
                    __c.no_content(&__found)?;
                    *__out = __fj::Some(#value);
                }
            } else if let (Shape::Newtype, Some(field)) =
                (variant.fields.shape, variant.fields.list.first())
            {
                let absent = field.absent();
                let build = slots::construct(self.item, &variant.fields, once(quote!(__f0)));
                let body = self.decode_variant(variant, head, definitions, Source::Untagged);
                quote! {
                    if __found.has_content {
                        #body
                    } else if let __fj::Some(__f0) = #absent {
                        *__out = __fj::Some(#build);
                    } else {
                        return __fj::Err(__c.missing_content(__KEYS, __found.at));
                    }
                }
            } else if variant.fields.shape == Shape::Unit {
                // As in serde, the function is not asked where there is nothing to read.
                let value = self.unit(variant);
                let body = self.decode_variant(variant, head, definitions, Source::Untagged);
                quote! {
                    if __found.has_content {
                        #body
                    } else {
                        *__out = __fj::Some(#value);
                    }
                }
            } else {
                let body = self.decode_variant(variant, head, definitions, Source::Untagged);
                quote! {
                    if !__found.has_content {
                        return __fj::Err(__c.missing_content(__KEYS, __found.at));
                    }
                    #tag
                    #body
                }
            };
            quote!(#n => { #body })
        });
        let arms: TokenStream = arms.collect();
        quote! {
            const __KEYS: &__fj::AdjacentKeys = &__fj::AdjacentKeys::new(#keys, #names);
            let mut __found = __fj::Adjacent::NONE;
            match __c.adjacent(__KEYS, &mut __found)? {
                #arms
                __n => return __c.unknown_index(__n),
            }
            __c.finish_adjacent(__KEYS, &__found)
        }
    }

    /// Tries, the first of which is everything that has a name.
    fn decode_tries(
        &self,
        tagged: Option<(TokenStream, TokenStream)>,
        untagged: &[&Variant<'_>],
        head: &Head,
        definitions: &mut TokenStream,
    ) -> TokenStream {
        let mut candidates = Vec::new();
        let mut arms = TokenStream::new();
        if let Some((first, body)) = tagged {
            candidates.push(quote!(__fj::Candidate::new(#first, __fj::None)));
            arms.extend(quote!(0 => { #body }));
        }
        for variant in untagged {
            let n = Literal::usize_unsuffixed(candidates.len());
            let first = self.candidate_first(variant);
            let names = self.candidate_names(variant);
            candidates.push(quote!(__fj::Candidate::new(#first, #names)));
            let body = if variant.shape(Direction::Decode) == Shape::Unit
                && variant.codec.decode.is_none()
            {
                let value = self.unit(variant);
                quote! {
                    <() as __fj::Decode>::decode(__c)?;
                    *__out = __fj::Some(#value);
                }
            } else {
                self.decode_variant(variant, head, definitions, Source::Untagged)
            };
            arms.extend(quote!(#n => { #body __fj::Ok(()) }));
        }
        let of = &self.item.name.decode;
        let expecting = self.item.expecting.as_ref().map(|text| quote!(.expecting(#text)));
        quote! {
            __fj::untagged(
                __c,
                const { &__fj::Untagged::new(#of, [#(#candidates),*]) #expecting },
                __out,
                |__i, __c, __out| match __i {
                    #arms
                    _ => __c.unknown_index(__i),
                },
            )
        }
    }

    /// The names that tell an untagged variant, if they are known.
    fn candidate_names(&self, variant: &Variant<'_>) -> TokenStream {
        if variant.codec.decode.is_some() {
            return quote!(__fj::None);
        }
        match (variant.shape(Direction::Decode), variant.fields.list.first()) {
            (Shape::Newtype, Some(field)) => field.names(),
            (Shape::Named, _) => {
                let slots = self.slots(variant).ty();
                quote!(__fj::Some(<#slots>::KEYS))
            }
            _ => quote!(__fj::None),
        }
    }

    /// A payload that stands around the tag and is read as a whole by `value`, behind a veil over the tag: a result.
    fn whole_object(
        &self,
        variant: &Variant<'_>,
        head: &Head,
        definitions: &mut TokenStream,
        ty: &TokenStream,
        value: &TokenStream,
    ) -> TokenStream {
        let name = format_ident!("__{}With", variant.ident.unraw());
        definitions.extend(head.function_codec(self.item, &name, ty, value));
        let (_, params, _) = self.item.generics.split_for_impl();
        quote!({
            let mut __s = __fj::OpenAs::<#name #params, #ty>::new();
            let __at = __c.tagged_object(&__tagged, __fj::Keys::OPEN, &mut __s)?;
            __s.value(__at, __c)
        })
    }

    fn slots<'s>(&'s self, variant: &'s Variant<'s>) -> Slots<'s> {
        let name = format!("__{}Slots", variant.ident.unraw());
        Slots::new(self.item, &variant.fields, &name)
    }

    /// Reads the payload into `__out`. Its slots, if it has any, are defined beside the impl.
    fn decode_variant(
        &self,
        variant: &Variant<'_>,
        head: &Head,
        definitions: &mut TokenStream,
        source: Source,
    ) -> TokenStream {
        if let Some(call) = &variant.codec.decode {
            let types: Vec<_> = variant.fields.list.iter().map(|field| field.ty).collect();
            let ty = if let [ty] = &*types { quote!(#ty) } else { quote!((#(#types),*)) };
            if source != Source::Tagged {
                return self.decode_call(variant, &call.decode(&ty));
            }
            let value = self.whole_object(variant, head, definitions, &ty, &call.decode(&ty));
            return self.decode_call(variant, &value);
        }
        if let (Shape::Newtype, Some(field)) = (variant.fields.shape, variant.fields.list.first()) {
            let is_own =
                matches!(field.codec.decode, Codec::Own | Codec::Auto) && field.validate.is_none();
            if source == Source::Tagged && !is_own {
                let ty = field.ty.to_token_stream();
                let value = self.whole_object(variant, head, definitions, &ty, &field.decode());
                let build = self.newtype(variant, &value);
                return quote!(*__out = __fj::Some(#build););
            }
            if source == Source::Tagged {
                let ty = field.ty;
                let assertion = assertions::inline_payload(self.item, variant);
                let read = quote_spanned!(ty.span()=> __fj::tagged_payload::<#ty>);
                let build = self.newtype(variant, &quote!(#read(__c, &__tagged)));
                return quote! {
                    #assertion
                    *__out = __fj::Some(#build);
                };
            }
            let build = self.newtype(variant, &field.decode());
            return quote!(*__out = __fj::Some(#build););
        }
        let slots = self.slots(variant);
        let name = format!("{}::{}", self.item.name.decode, variant.name.decode.text);
        if variant.fields.shape == Shape::Tuple
            && let Some(elements) = slots.elements()
        {
            return self.decode_call(variant, &quote!(__fj::elements(__c, #name, #elements)));
        }
        definitions.extend(slots.definition(head));
        if variant.fields.shape == Shape::Tuple {
            return decode_array(&slots, &name);
        }
        definitions.extend(slots.inherent_keys(head, &name, source != Source::Untagged));
        let local = slots.local(true);
        let missing = slots.missing();
        let ty = slots.ty();
        let keys = quote!(<#ty>::KEYS);
        let build = slots.build(&quote!(__fj::Err(__c.missing(__at, #keys, #missing))));
        let at = slots.needs_offset().then(|| quote!(let __at =));
        let read = match source {
            Source::Tagged => quote!(__c.tagged_object(&__tagged, #keys, &mut __s)?),
            _ => quote!(__c.object(#keys, &mut __s)?),
        };
        quote! {
            *__out = __fj::None;
            #local
            #at #read;
            #build
            __fj::forget(__s);
        }
    }

    /// A payload that a function reads: one value for one field, a tuple for several.
    fn decode_call(&self, variant: &Variant<'_>, value: &TokenStream) -> TokenStream {
        let locals: Vec<_> =
            (0..variant.fields.list.len()).map(|i| local(i, Span::call_site())).collect();
        let values = locals.iter().map(ToTokens::to_token_stream);
        let build = slots::construct(self.item, &variant.fields, values);
        if locals.len() == 1 {
            return quote! {
                let __f0 = #value?;
                *__out = __fj::Some(#build);
            };
        }
        quote! {
            let (#(#locals),*) = #value?;
            *__out = __fj::Some(#build);
        }
    }
}

/// The object trait of a type that tells its names only when it sees the members.
pub(super) fn open_members(head: &Head) -> TokenStream {
    let fields = head.of(quote!(__fj::DecodeFields<'__de>));
    quote! {
        #fields {
            type Slots = __fj::Open<Self>;
            const KEYS: &'static __fj::Keys = __fj::Keys::OPEN;
            fn slots() -> Self::Slots {
                __fj::Open::new()
            }
            fn finish(
                __s: &mut Self::Slots,
                __at: __fj::usize,
                __c: &mut __fj::Cursor<'__de>,
                __out: &mut impl __fj::Out<Self>,
            ) -> __fj::Result<()> {
                __s.finish(__at, __c, __out)
            }
        }
    }
}

/// Reads the tag's text into `__tag`, for the variant of all other names.
fn tag_field(variant: &Variant<'_>, found: &TokenStream) -> Option<TokenStream> {
    let field = variant.fields.list.iter().find(|field| field.is_tag)?;
    let value = field.decode();
    Some(quote! {
        let __here = __c.offset();
        __c.rewind(#found.tag_at);
        let __tag = #value?;
        __c.rewind(__here);
    })
}
