//! Reading fields: a type of slots, one for each decoded field, that the runtime's loop fills by index.
//!
//! `finish` looks at the slots by reference and then takes what they hold, so that there is nothing to drop in it, whatever happens, and
//! rustc neither keeps flags of what has been moved nor makes ways that drop the rest. Who owns the slots forgets them then. (By value,
//! and with `decode_object` outside the trait, a program of 100 structs had 8 % more code, and twitter took 2 % more instructions.)
//!
//! Tried and left out: a placeholder as a constant of each type, over which structs whose fields all have one were decoded in place, beside the
//! slots of the others (100 structs had 17 % less for LLVM to read, and took 1.31 times as long to check, 1.07 to build and 1.00 for release;
//! small records took 1.03 to 1.09 times as long to decode, as each field is noted when it has been read).

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Member;

use super::encode::name_literal;
use super::impls::{Head, with_text_parameter};
use super::table::Table;
use super::{assertions, bounds, field, remote};
use crate::attr::value::Duplicates;
use crate::model::{Codec, Fallback, Field, Fields, Item, Shape};
use crate::types::moved;

/// The slots of a struct or variant.
pub(super) struct Slots<'a> {
    item: &'a Item<'a>,
    fields: &'a Fields<'a>,
    /// The name of the type.
    name: Ident,
    /// The fields that are read, by their position; a slot's number is its position here.
    decoded: Vec<usize>,
    needs_marker: bool,
    has_flattened: bool,
    /// The type has the text's lifetime, too: the slots of a flattened type do, but for those that are read by a codec or a function.
    has_lifetime: bool,
}

impl<'a> Slots<'a> {
    pub(super) fn new(item: &'a Item<'a>, fields: &'a Fields<'a>, name: &str) -> Slots<'a> {
        let list = fields.list.iter().enumerate();
        let decoded: Vec<usize> =
            list.filter(|(_, field)| !field.skip.decode && !field.is_tag).map(|(i, _)| i).collect();
        let types = decoded.iter().map(|&i| fields.list[i].ty);
        let needs_marker = !bounds::all_used(item.generics, types);
        let has_flattened = decoded.iter().any(|&i| fields.list[i].is_flattened());
        let has_lifetime = decoded.iter().any(|&i| {
            let field = &fields.list[i];
            field.is_flattened() && is_own(field)
        });
        let name = Ident::new(name, Span::call_site());
        Slots { item, fields, name, decoded, needs_marker, has_flattened, has_lifetime }
    }

    /// The decoded fields with the numbers of their slots.
    fn decoded(&self) -> impl Iterator<Item = (Literal, &'a Field<'a>)> {
        let fields = self.fields;
        let numbered = self.decoded.iter().enumerate();
        numbered.map(|(n, &i)| (Literal::usize_unsuffixed(n), &fields.list[i]))
    }

    /// The decoded fields that have a name of their own, with the numbers of their slots, which are their indices.
    fn own(&self) -> Vec<(Literal, &'a Field<'a>)> {
        self.decoded().filter(|(_, field)| !field.is_flattened()).collect()
    }

    /// The flattened fields, with the numbers of their slots.
    fn flattened(&self) -> Vec<(Literal, &'a Field<'a>)> {
        self.decoded().filter(|(_, field)| field.is_flattened()).collect()
    }

    /// The type, with its parameters.
    pub(super) fn ty(&self) -> TokenStream {
        let name = &self.name;
        if self.has_lifetime {
            return with_text_parameter(&name.to_token_stream(), self.item.generics);
        }
        let (_, params, _) = self.item.generics.split_for_impl();
        quote!(#name #params)
    }

    /// The type and its `Fields` impl.
    pub(super) fn definition(&self, head: &Head) -> TokenStream {
        let fields = self.decoded().map(|(n, field)| {
            let ty = field.ty;
            match field.is_flattened() {
                false => quote!(__fj::Option<#ty>),
                true => self.flattened_slots(n, field),
            }
        });
        let ty = &head.ty;
        let fields = fields.chain(self.marker(quote!(__fj::PhantomData<#ty>)));
        let name = &self.name;
        let definition = if self.has_lifetime {
            let (params, predicates) = head.parts();
            quote!(pub struct #name #params(#(#fields),*) #predicates;)
        } else {
            let (params, _, predicates) = self.item.generics.split_for_impl();
            quote!(pub struct #name #params(#(#fields),*) #predicates;)
        };
        let shared = head;
        let head = head.on(quote!(__fj::Fields<'__de>), &self.ty());
        let arms = self.own().into_iter().enumerate().map(|(i, (n, field))| {
            let i = Literal::usize_unsuffixed(i);
            let read = field.read(&quote!(self.#n));
            quote!(#i => #read,)
        });
        let own = self.own().len();
        let chain = self.chain(own);
        let body = if own == 0 { chain } else { quote!(match __i { #(#arms)* _ => #chain }) };
        let others = self.others();
        let codecs = self.codecs(shared);
        quote! {
            #codecs
            #definition
            #head {
                fn field(&mut self, __i: __fj::usize, __c: &mut __fj::Cursor<'__de>) -> __fj::Result<()> {
                    #body
                }
                #others
            }
        }
    }

    /// The slots of a flattened field. Where a function reads it, a codec stands for the function.
    fn flattened_slots(&self, n: Literal, field: &Field<'_>) -> TokenStream {
        let ty = field.ty;
        match &field.codec.decode {
            Codec::Own | Codec::Auto => field::of_members(ty, "'__de", "Slots"),
            Codec::As(codec) => quote!(__fj::OpenAs<#codec, #ty>),
            Codec::Call(_) => {
                let codec = self.codec_name(&n);
                let (_, params, _) = self.item.generics.split_for_impl();
                quote!(__fj::OpenAs<#codec #params, #ty>)
            }
        }
    }

    fn codec_name(&self, n: &Literal) -> Ident {
        format_ident!("{}With{}", self.name, n.to_string())
    }

    /// The codecs that stand for functions.
    fn codecs(&self, head: &Head) -> TokenStream {
        let codecs = self.flattened().into_iter().filter_map(|(n, field)| {
            let Codec::Call(call) = &field.codec.decode else { return None };
            let ty = field.ty.to_token_stream();
            Some(head.function_codec(self.item, &self.codec_name(&n), &ty, &call.decode(&ty)))
        });
        codecs.collect()
    }

    /// The fields of flattened types, whose indices follow those of the `own` ones.
    fn chain(&self, own: usize) -> TokenStream {
        let unknown = quote!(__c.unknown_index(__i));
        let flattened = self.flattened();
        if flattened.is_empty() {
            return unknown;
        }
        let own = Literal::usize_unsuffixed(own);
        let steps = flattened.iter().filter(|(_, field)| is_own(field)).map(|(n, field)| {
            let keys = nested_keys(field);
            quote! {
                let __len = #keys.len();
                if __n < __len {
                    return __fj::Fields::field(&mut self.#n, __n, __c);
                }
                let __n = __n - __len;
            }
        });
        quote!({
            let __n = __i - #own;
            #(#steps)*
            let _ = __n;
            #unknown
        })
    }

    /// What flattened types do with members that have no name here.
    fn others(&self) -> Option<TokenStream> {
        let flattened = self.flattened();
        let numbers: Vec<_> = flattened.iter().map(|(n, _)| n).collect();
        let assertions = assertions::inline(self.item, self.fields);
        let (last, first) = numbers.split_last()?;
        Some(quote! {
            fn offer(&mut self, __offer: __fj::Offer, __c: &mut __fj::Cursor<'__de>) -> __fj::Result<__fj::bool> {
                #assertions
                #(if __fj::Fields::offer(&mut self.#first, __offer, __c)? {
                    return __fj::Ok(true);
                })*
                __fj::Fields::offer(&mut self.#last, __offer, __c)
            }
        })
    }

    /// The value of the type with nothing read yet. Objects ask each type what an absent field is.
    pub(super) fn start(&self, is_object: bool) -> TokenStream {
        let name = &self.name;
        let slots = self.decoded().map(|(_, field)| {
            let ty = field.ty;
            match field.fallback {
                _ if field.is_flattened() && is_own(field) => {
                    let slots = field::of_members(ty, "'__de", "slots");
                    quote!(#slots())
                }
                _ if field.is_flattened() && field.is_option() => quote!(__fj::OpenAs::optional()),
                _ if field.is_flattened() => quote!(__fj::OpenAs::new()),
                None if is_object => field.absent(),
                _ => quote!(__fj::None),
            }
        });
        let slots = slots.chain(self.marker(quote!(__fj::PhantomData)));
        quote!(#name(#(#slots),*))
    }

    /// Where the fields leave a parameter unused, one more slot uses them all.
    fn marker(&self, tokens: TokenStream) -> Option<TokenStream> {
        self.needs_marker.then_some(tokens)
    }

    /// `let mut __s = …;`, for decoders that fill them where they stand.
    pub(super) fn local(&self, is_object: bool) -> TokenStream {
        let start = self.start(is_object);
        // Not every field tells its parameters.
        let is_generic = !self.item.generics.params.is_empty();
        let ty = is_generic.then(|| self.ty());
        let ty = ty.map(|ty| quote!(: #ty));
        quote!(let mut __s #ty = #start;)
    }

    /// Takes `__s` apart and makes the value of them; `missing` is the result where a required slot is empty. A field that
    /// holds the tag's text is `__tag`.
    pub(super) fn build(&self, missing: &TokenStream) -> TokenStream {
        let name = &self.name;
        let slots = self.decoded().map(|(_, field)| match field.fallback {
            None if !field.is_flattened() => quote!(__fj::Some(_)),
            _ => quote!(_),
        });
        let slots = slots.chain(self.marker(quote!(_)));
        let look = self
            .has_required()
            .then(|| quote!(let #name(#(#slots),*) = __s else { return #missing; };));
        let flattened = self.flattened().into_iter().map(|(n, field)| {
            let (local, ty) = (local(&n), field.ty);
            if is_own(field) {
                quote!(let #local = __fj::finish::<#ty>(&mut __s.#n, __at, __c)?;)
            } else if field.is_option() {
                quote!(let #local = __s.#n.value_or_default();)
            } else {
                quote!(let #local = __s.#n.value(__at, __c)?;)
            }
        });
        let flattened: TokenStream = flattened.collect();
        let default = self.uses_container().then(|| container_default(self.item, self.fields));
        let values = self.fields.list.iter().enumerate().map(|(i, field)| {
            let read = self.decoded.iter().position(|&decoded| decoded == i);
            match read.map(Literal::usize_unsuffixed) {
                _ if field.is_tag => quote!(__tag),
                Some(n) => taken(field, &n),
                None => field.fallback_value(),
            }
        });
        let value = construct(self.item, self.fields, values);
        quote!(#look #flattened #default __fj::Out::fill(__out, #value);)
    }

    fn uses_container(&self) -> bool {
        self.fields.list.iter().any(|field| matches!(field.fallback, Some(Fallback::Container)))
    }

    /// `&[(0, __s.0.is_none()), …]`: whether the fields have been read of which the keys may not know that they must be there.
    pub(super) fn missing(&self) -> TokenStream {
        let unsure = self.own().into_iter().enumerate().filter(|(i, (_, field))| {
            let is_known = *i < 64 && matches!(field.is_required(), Ok(true));
            !is_known && !field.is_never_missing()
        });
        let empty = unsure.map(|(i, (n, _))| {
            let i = Literal::usize_unsuffixed(i);
            quote!((#i, __s.#n.is_none()))
        });
        quote!(&[#(#empty),*])
    }

    /// How many elements an array must have: up to the last that has no default.
    pub(super) fn min(&self) -> usize {
        let last =
            self.decoded().enumerate().filter(|(_, (_, field))| field.fallback.is_none()).last();
        last.map_or(0, |(n, _)| n + 1)
    }

    /// Whether the error of an empty slot is needed.
    pub(super) fn has_required(&self) -> bool {
        self.decoded().any(|(_, field)| field.fallback.is_none() && !field.is_flattened())
    }

    /// Whether the offset of the object is needed to make the value.
    pub(super) fn needs_offset(&self) -> bool {
        self.has_required() || self.has_flattened
    }

    /// The functions that read the fields, where all of them are elements of an array.
    pub(super) fn elements(&self) -> Option<TokenStream> {
        /// Tuples are no longer.
        const MOST: usize = 16;
        let fields = &self.fields.list;
        if self.decoded.len() != fields.len() || !(2..=MOST).contains(&fields.len()) {
            return None;
        }
        let elements = fields.iter().map(Field::element).collect::<Option<Vec<_>>>()?;
        Some(quote!((#(#elements),*)))
    }

    pub(super) fn len(&self) -> usize {
        self.decoded.len()
    }

    /// `&[<A as DecodeFields>::KEYS, …]`, if there are flattened types.
    pub(super) fn nested(&self) -> Option<TokenStream> {
        let flattened = self.flattened();
        let keys = flattened.iter().map(|(_, field)| nested_keys(field));
        (!flattened.is_empty()).then(|| quote!(&[#(#keys),*]))
    }

    /// The constant that tells the runtime the names, but for the flattened types'.
    pub(super) fn keys(&self, type_name: &str, reads_arrays: bool) -> TokenStream {
        let own = self.own();
        let literals = own.iter().map(|(_, field)| name_literal(&field.name.decode.text));
        let names = own.iter().map(|(_, field)| (&field.name.decode, &field.aliases));
        let table = Table::new(names.map(|(name, aliases)| {
            core::iter::once(name).chain(aliases).map(|name| name.text.as_str()).collect()
        }));
        let array = (reads_arrays && !self.has_flattened).then(|| {
            let min = Literal::usize_unsuffixed(self.min());
            quote!(.array(#min))
        });
        let Fields { deny_unknown, case_insensitive, duplicates, .. } = self.fields;
        let deny = deny_unknown.then(|| quote!(.deny_unknown()));
        let case = case_insensitive.then(|| quote!(.ignore_case()));
        let duplicates = match duplicates {
            Duplicates::Error => None,
            Duplicates::First => Some(quote!(.first_counts())),
            Duplicates::Last => Some(quote!(.last_counts())),
        };
        let expecting = self.item.expecting.as_ref().map(|text| quote!(.expecting(#text)));
        let required = self.required();
        let (rows, hashed) = (table.rows(), table.hashed());
        quote! {
            __fj::Keys::new(#type_name, &__fj::names([#(#literals),*]), #rows)
                #hashed #array #deny #case #duplicates #expecting #required
        }
    }

    /// The keys of a variant, as constants of its slots.
    pub(super) fn inherent_keys(&self, head: &Head, name: &str, reads_arrays: bool) -> TokenStream {
        let keys = self.keys(name, reads_arrays);
        let nested = self.nested();
        let chained = nested.as_ref().map(|_| quote!(.nested(Self::NESTED)));
        let nested =
            nested.map(|nested| quote!(const NESTED: &'static [&'static __fj::Keys] = #nested;));
        let constants = quote! {
            #nested
            const KEYS: &'static __fj::Keys = &#keys #chained;
        };
        // The types of the fields are asked for what they may lack, so that the bounds are those of the impls.
        let (params, predicates) = head.parts();
        let ty = self.ty();
        quote!(impl #params #ty #predicates { #constants })
    }

    /// The own fields that must be there, as far as that can be known.
    fn required(&self) -> Option<TokenStream> {
        let (mut known, mut rest) = (0_u64, TokenStream::new());
        for (i, (_, field)) in self.own().into_iter().enumerate().take(64) {
            match field.is_required() {
                Ok(is_required) => known |= u64::from(is_required) << i,
                Err(constant) => {
                    let i = Literal::usize_unsuffixed(i);
                    rest.extend(quote!(| __fj::bit(#constant, #i)));
                }
            }
        }
        if known == 0 && rest.is_empty() {
            return None;
        }
        let known = Literal::u64_unsuffixed(known);
        Some(quote!(.required(#known #rest)))
    }
}

/// Whether a flattened field is read by its type's own object trait.
fn is_own(field: &Field<'_>) -> bool {
    matches!(field.codec.decode, Codec::Own | Codec::Auto)
}

/// The names of a flattened field.
fn nested_keys(field: &Field<'_>) -> TokenStream {
    if is_own(field) {
        field::of_members(field.ty, "'__de", "KEYS")
    } else {
        quote!(__fj::Keys::OPEN)
    }
}

/// The value that is made of those of the fields: `Self { a: …, b: … }`, `Self(…, …)`, `Self::Variant`.
pub(super) fn construct(
    item: &Item<'_>,
    fields: &Fields<'_>,
    values: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    match &item.remote {
        Some(remote) => remote::construct(item, remote, fields, values),
        None => literal(&fields.path, fields, values),
    }
}

/// The expression (or, of patterns, the pattern) of a value by its fields.
pub(super) fn literal(
    path: &TokenStream,
    fields: &Fields<'_>,
    values: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    let members = fields.list.iter().map(|field| &field.member);
    let first = fields.list.first().map(|field| &field.member);
    if fields.shape == Shape::Unit {
        quote!(#path)
    } else if fields.shape == Shape::Tuple || matches!(first, Some(Member::Unnamed(_))) {
        quote!(#path(#(#values),*))
    } else {
        quote!(#path { #(#members: #values),* })
    }
}

/// The default value of the container, whose fields stand in for missing ones.
pub(super) fn container_default(item: &Item<'_>, fields: &Fields<'_>) -> Option<TokenStream> {
    let this = item.remote.as_ref().map_or_else(|| quote!(Self), |remote| remote.ty.clone());
    let value = match fields.default.as_ref()? {
        Fallback::Function(path) => field::typed_call(path, &[], &this),
        Fallback::Trait(span) => {
            let span = Span::call_site().located_at(*span);
            let this = moved(this.clone(), span);
            quote_spanned!(span=> <#this as __fj::Default>::default())
        }
        Fallback::Container | Fallback::Value(_) => return None,
    };
    Some(quote!(let __default: #this = #value;))
}

/// The local of a flattened field, which is finished before the value is made.
fn local(n: &Literal) -> Ident {
    format_ident!("__f{}", n.to_string())
}

/// The value of slot `n`, or the field's default.
fn taken(field: &Field<'_>, n: &Literal) -> TokenStream {
    let taken = quote!(__fj::Option::take(&mut __s.#n));
    match &field.fallback {
        _ if field.is_flattened() => local(n).into_token_stream(),
        None => quote!(__fj::take(&mut __s.#n)),
        Some(Fallback::Trait(span)) => {
            let span = Span::call_site().located_at(*span);
            let or_default = quote_spanned!(span=> unwrap_or_default());
            quote!(#taken.#or_default)
        }
        Some(Fallback::Container) => {
            let member = &field.member;
            quote!(#taken.unwrap_or(__default.#member))
        }
        Some(Fallback::Function(_) | Fallback::Value(_)) => {
            let value = field.fallback_value();
            quote!(match #taken { __fj::Some(__v) => __v, __fj::None => #value })
        }
    }
}
