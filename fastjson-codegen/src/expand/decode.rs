//! Reading fields: a type of slots, one for each decoded field, that the runtime's loop fills by index.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Member;
use syn::spanned::Spanned;

use super::bounds;
use super::encode::json_string;
use super::impls::Head;
use crate::model::{Fallback, Field, Fields, Item, Shape};

/// The slots of a struct or variant.
pub(super) struct Slots<'a> {
    item: &'a Item<'a>,
    fields: &'a Fields<'a>,
    /// The name of the type.
    name: Ident,
    /// The fields that are read, by their position; a slot's number is its position here.
    decoded: Vec<usize>,
    needs_marker: bool,
}

impl<'a> Slots<'a> {
    pub(super) fn new(item: &'a Item<'a>, fields: &'a Fields<'a>, name: &str) -> Slots<'a> {
        let list = fields.list.iter().enumerate();
        let decoded: Vec<usize> =
            list.filter(|(_, field)| !field.skip.decode).map(|(i, _)| i).collect();
        let types = decoded.iter().map(|&i| fields.list[i].ty);
        let needs_marker = !bounds::all_used(item.generics, types);
        Slots { item, fields, name: Ident::new(name, Span::call_site()), decoded, needs_marker }
    }

    /// The decoded fields with the numbers of their slots.
    fn decoded(&self) -> impl Iterator<Item = (Literal, &'a Field<'a>)> {
        let fields = self.fields;
        let numbered = self.decoded.iter().enumerate();
        numbered.map(|(n, &i)| (Literal::usize_unsuffixed(n), &fields.list[i]))
    }

    /// The type, with its parameters.
    pub(super) fn ty(&self) -> TokenStream {
        let (_, params, _) = self.item.generics.split_for_impl();
        let name = &self.name;
        quote!(#name #params)
    }

    /// The type and its `Fields` impl.
    pub(super) fn definition(&self, head: &Head) -> TokenStream {
        let (params, _, predicates) = self.item.generics.split_for_impl();
        let name = &self.name;
        let fields = self.decoded().map(|(_, field)| {
            let ty = field.ty;
            quote!(__fj::Option<#ty>)
        });
        let ty = &head.ty;
        let fields = fields.chain(self.marker(quote!(__fj::PhantomData<#ty>)));
        let head = head.on(quote!(__fj::Fields<'__de>), &self.ty());
        let arms = self.decoded().map(|(n, field)| {
            let ty = field.ty;
            quote!(#n => <#ty as __fj::Decode>::decode_slot(__c, &mut self.#n),)
        });
        let unknown = quote!(__fj::Err(__c.unknown_index(__i)));
        let body = if self.decoded.is_empty() {
            unknown
        } else {
            quote!(match __i { #(#arms)* _ => #unknown })
        };
        quote! {
            pub struct #name #params(#(#fields),*) #predicates;
            #head {
                fn field(&mut self, __i: __fj::usize, __c: &mut __fj::Cursor<'__de>) -> __fj::Result<()> {
                    #body
                }
            }
        }
    }

    /// The value of the type with nothing read yet. Objects ask each type what an absent field is.
    pub(super) fn start(&self, is_object: bool) -> TokenStream {
        let name = &self.name;
        let slots = self.decoded().map(|(_, field)| {
            let ty = field.ty;
            match field.fallback {
                None if is_object => quote!(<#ty as __fj::Decode>::absent()),
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

    /// `let mut __slots = …;`, for decoders that fill them where they stand.
    pub(super) fn local(&self, is_object: bool) -> TokenStream {
        let start = self.start(is_object);
        // A field of `PhantomData` does not tell its parameter.
        let ty = self.needs_marker.then(|| self.ty());
        let ty = ty.map(|ty| quote!(: #ty));
        quote!(let mut __slots #ty = #start;)
    }

    /// Takes `__slots` apart and makes the value of them; `missing` is the error where a required slot is empty.
    pub(super) fn build(&self, constructor: &TokenStream, missing: &TokenStream) -> TokenStream {
        let name = &self.name;
        let slots = self.decoded().enumerate().map(|(n, (_, field))| {
            let local = format_ident!("__f{n}");
            match field.fallback {
                None => quote!(__fj::Some(#local)),
                Some(_) => quote!(#local),
            }
        });
        let slots = slots.chain(self.marker(quote!(_)));
        let otherwise = self.has_required().then(|| quote!(else { return __fj::Err(#missing); }));
        let open = (!self.decoded.is_empty())
            .then(|| quote!(let #name(#(#slots),*) = __slots #otherwise;));
        let default = self.uses_container().then(|| container_default(self.fields));
        let values = self.fields.list.iter().enumerate().map(|(i, field)| {
            let read = self.decoded.iter().position(|&decoded| decoded == i);
            match read.map(|n| format_ident!("__f{n}")) {
                Some(local) => read_or(field, &local),
                None => absent(field),
            }
        });
        let value = construct(constructor, self.fields, values);
        quote!(#open #default *__out = __fj::Some(#value);)
    }

    fn uses_container(&self) -> bool {
        self.fields.list.iter().any(|field| matches!(field.fallback, Some(Fallback::Container)))
    }

    /// `&[__slots.0.is_none(), …]`: which required fields have not been read.
    pub(super) fn missing(&self) -> TokenStream {
        let flags = self.decoded().map(|(n, field)| match field.fallback {
            None => quote!(__slots.#n.is_none()),
            Some(_) => quote!(false),
        });
        quote!(&[#(#flags),*])
    }

    /// How many elements an array must have: up to the last that has no default.
    pub(super) fn min(&self) -> usize {
        let last =
            self.decoded().enumerate().filter(|(_, (_, field))| field.fallback.is_none()).last();
        last.map_or(0, |(n, _)| n + 1)
    }

    /// Whether the error of an empty slot is needed.
    pub(super) fn has_required(&self) -> bool {
        self.decoded().any(|(_, field)| field.fallback.is_none())
    }

    pub(super) fn len(&self) -> usize {
        self.decoded.len()
    }

    /// The constant that tells the runtime the names.
    pub(super) fn keys(&self, type_name: &str, reads_arrays: bool) -> TokenStream {
        let literals =
            self.decoded().map(|(_, field)| format!("{}:", json_string(&field.name.decode.text)));
        let names = self.decoded().map(|(_, field)| (&field.name.decode, &field.aliases));
        let table = table(names.map(|(name, aliases)| {
            core::iter::once(name).chain(aliases).map(|name| name.text.as_str()).collect()
        }));
        let array = reads_arrays.then(|| {
            let min = Literal::usize_unsuffixed(self.min());
            quote!(.array(#min))
        });
        let deny = self.fields.deny_unknown.then(|| quote!(.deny_unknown()));
        quote!(&__fj::Keys::new(#type_name, &[#(#literals),*], #table) #array #deny)
    }
}

/// Names and their numbers, sorted as the runtime looks them up: by length, then by bytes. A name that is there twice
/// is there once.
pub(super) fn table<'a>(names: impl Iterator<Item = Vec<&'a str>>) -> TokenStream {
    let mut rows: Vec<(&str, usize)> = Vec::new();
    for (n, names) in names.enumerate() {
        rows.extend(names.into_iter().map(|name| (name, n)));
    }
    rows.sort_by_key(|&(name, n)| (name.len(), name.as_bytes(), n));
    rows.dedup_by_key(|&mut (name, _)| name);
    let rows = rows.iter().map(|&(name, n)| {
        let n = Literal::usize_unsuffixed(n);
        quote!((#name, #n))
    });
    quote!(&[#(#rows),*])
}

/// `Self { a: …, b: … }` or `Self(…, …)`.
pub(super) fn construct(
    constructor: &TokenStream,
    fields: &Fields<'_>,
    values: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    let members = fields.list.iter().map(|field| &field.member);
    let first = fields.list.first().map(|field| &field.member);
    if fields.shape == Shape::Tuple || matches!(first, Some(Member::Unnamed(_))) {
        quote!(#constructor(#(#values),*))
    } else {
        quote!(#constructor { #(#members: #values),* })
    }
}

/// The default value of the container, whose fields stand in for missing ones.
fn container_default(fields: &Fields<'_>) -> Option<TokenStream> {
    let value = match fields.default.as_ref()? {
        Fallback::Function(path) => {
            let span = path_span(path);
            let call = quote_spanned!(span=> ());
            quote!(#path #call)
        }
        Fallback::Trait(span) => {
            let span = Span::call_site().located_at(*span);
            quote_spanned!(span=> <Self as __fj::Default>::default())
        }
        Fallback::Container => return None,
    };
    Some(quote!(let __default: Self = #value;))
}

/// A slot's value, or the field's default.
fn read_or(field: &Field<'_>, local: &Ident) -> TokenStream {
    match &field.fallback {
        None => quote!(#local),
        Some(Fallback::Trait(span)) => {
            let span = Span::call_site().located_at(*span);
            let or_default = quote_spanned!(span=> unwrap_or_default());
            quote!(#local.#or_default)
        }
        Some(Fallback::Container) => {
            let member = &field.member;
            quote!(#local.unwrap_or(__default.#member))
        }
        Some(Fallback::Function(_)) => {
            let call = absent(field);
            quote!(match #local { __fj::Some(__v) => __v, __fj::None => #call })
        }
    }
}

/// The value of a field that is never read.
pub(super) fn absent(field: &Field<'_>) -> TokenStream {
    let ty = field.ty;
    match &field.fallback {
        Some(Fallback::Function(path)) => {
            let call = quote_spanned!(path_span(path)=> ());
            quote!(#path #call)
        }
        Some(Fallback::Container) => {
            let member = &field.member;
            quote!(__default.#member)
        }
        Some(Fallback::Trait(_)) | None => quote!(<#ty as __fj::Default>::default()),
    }
}

fn path_span(path: &syn::ExprPath) -> Span {
    Span::call_site().located_at(path.span())
}
