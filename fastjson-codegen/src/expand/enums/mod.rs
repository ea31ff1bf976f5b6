//! Enums: which of the forms a variant has, and what all forms share.

mod decode;
mod encode;
mod keys;
mod names;
mod repr;

use std::iter::once;

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Ident, Member};

use super::encode::{Value, json_string};
use super::table::{Index, Table};
use super::{remote, slots};
use crate::model::{Direction, Field, Item, Representation, Shape, Variant};

pub(super) struct Enum<'a> {
    pub(super) item: &'a Item<'a>,
    pub(super) variants: &'a [Variant<'a>],
}

impl<'a> Enum<'a> {
    pub(super) fn encode(&self) -> TokenStream {
        match &self.item.representation {
            Representation::Repr(int) => self.encode_repr(int),
            _ if self.is_flat(Direction::Encode) => self.encode_flat(),
            Representation::Untagged => self.encode_untagged(),
            _ => self.encode_tagged(),
        }
    }

    pub(super) fn decode(&self) -> TokenStream {
        match &self.item.representation {
            Representation::Repr(int) => self.decode_repr(int),
            _ if self.item.is_identifier => self.decode_identifier(),
            _ if self.is_flat(Direction::Decode) => self.decode_flat(),
            _ => self.decode_slot(),
        }
    }

    /// A variant that is read from its name alone.
    fn unit(&self, variant: &Variant<'_>) -> TokenStream {
        let values = variant.fields.list.iter().map(Field::fallback_value);
        slots::construct(self.item, &variant.fields, values)
    }

    /// A variant whose one field is what `value` returns.
    fn newtype(&self, variant: &Variant<'_>, value: &TokenStream) -> TokenStream {
        slots::construct(self.item, &variant.fields, once(quote!(#value?)))
    }

    /// What is taken apart where a value is written.
    fn matched(&self) -> TokenStream {
        if self.item.remote.is_some() { quote!(self.0) } else { quote!(self) }
    }

    /// The error of a variant that the definition of another crate's type does not have, if there may be such.
    fn unlisted(&self) -> Option<TokenStream> {
        let of = &self.item.name.encode;
        let remote = self.item.remote.as_ref()?;
        remote.is_non_exhaustive.then(|| quote!(__fj::unlisted_variant(#of)))
    }

    /// The arm of such variants, which `end` by the error.
    fn unlisted_arm(&self, end: &dyn Fn(&TokenStream) -> TokenStream) -> Option<TokenStream> {
        let end = end(&self.unlisted()?);
        // The definition may be more careful than need be.
        Some(quote!(#[allow(unreachable_patterns)] _ => #end,))
    }

    /// The arm of a variant that is not to be written, which `end`s by an error.
    fn skipped_arm(
        &self,
        variant: &Variant<'_>,
        end: &dyn Fn(&TokenStream) -> TokenStream,
    ) -> TokenStream {
        let (of, name) = (&self.item.name.encode, &variant.name.encode.text);
        let end = end(&quote!(__fj::skipped_variant(#of, #name)));
        let pattern = pattern(variant, None);
        quote!(#pattern => #end,)
    }

    /// Whether every value is a string: then there is a longest one, and it can be a key.
    fn is_flat(&self, direction: Direction) -> bool {
        let is_text = |variant: &Variant<'_>| {
            variant.shape(direction) == Shape::Unit
                && !variant.skip.get(direction)
                && variant.codec.get(direction).is_none()
                && !variant.is_untagged
        };
        matches!(self.item.representation, Representation::External)
            && (direction == Direction::Decode || self.unlisted().is_none())
            && !self.variants.is_empty()
            && self.variants.iter().all(is_text)
    }

    /// Whether the payload alone tells the variant.
    fn is_untagged(&self, variant: &Variant<'_>) -> bool {
        variant.is_untagged || matches!(self.item.representation, Representation::Untagged)
    }

    /// Whether the variant is the text of a name that no other has.
    fn is_other_text(&self, variant: &Variant<'_>) -> bool {
        variant.is_other
            && variant.fields.shape == Shape::Newtype
            && matches!(self.item.representation, Representation::External)
    }

    /// The variants that have a name in the text and are read.
    fn named(&self) -> Vec<&'a Variant<'a>> {
        let named = self.variants.iter();
        named.filter(|variant| !variant.skip.decode && !self.is_untagged(variant)).collect()
    }

    /// How the names are found if all variants are units. (Where one has a payload, what decodes that is jumped to, and each branch of a
    /// search tells the processor sooner where to: forms took 2 to 7 % longer with an index.)
    fn index(variants: &[&Variant<'_>], units: usize) -> Option<Index> {
        let names = variants.iter().map(|variant| match variant.is_bare.decode {
            true => "",
            false => variant.name.decode.text.as_str(),
        });
        if units < variants.len() { None } else { Index::new(&names.collect::<Vec<_>>()) }
    }

    /// The constant that tells the runtime the names, of which the first `units` are those of unit variants.
    fn names(&self, variants: &[&Variant<'_>], units: usize) -> TokenStream {
        let of = &self.item.name.decode;
        let names = |is_bare: bool| {
            let names = variants.iter().map(move |variant| {
                let own = (variant.is_bare.decode == is_bare).then_some(&variant.name.decode);
                let aliases = variant.aliases.iter().filter(move |_| !is_bare);
                own.into_iter().chain(aliases).map(|name| name.text.as_str()).collect()
            });
            Table::new(names)
        };
        let table = names(false);
        let rows = table.rows();
        let found = match Self::index(variants, units) {
            Some(index) => {
                let quoted = variants.iter().map(|variant| json_string(&variant.name.decode.text));
                let index = index.tokens();
                Some(quote!(.indexed(&__fj::names([#(#quoted),*]), #index)))
            }
            None => table.hashed(),
        };
        let has_bare = variants.iter().any(|variant| variant.is_bare.decode);
        let bare = has_bare.then(|| {
            let bare = names(true).rows();
            quote!(.bare(#bare))
        });
        let number = |is_it: fn(&Variant<'_>) -> bool| {
            let n = variants.iter().position(|variant| is_it(variant))?;
            Some(Literal::usize_unsuffixed(n))
        };
        let other = number(|variant| variant.is_other).map(|n| quote!(.other(#n)));
        let default = number(|variant| variant.is_default).map(|n| quote!(.default(#n)));
        let expecting = self.item.expecting.as_ref().map(|text| quote!(.expecting(#text)));
        let units = Literal::usize_unsuffixed(units);
        quote! {
            &__fj::Variants::new(#of, #rows, #units) #found #bare #other #default #expecting
        }
    }
}

/// The name of a variant, as it stands in the text.
fn name_text(variant: &Variant<'_>) -> String {
    let name = &variant.name.encode.text;
    if variant.is_bare.encode { name.clone() } else { json_string(name) }
}

/// The local that a field is bound to.
fn local(i: usize, span: Span) -> Ident {
    format_ident!("__f{i}", span = span)
}

/// The fields of a variant that are written, as they are bound by its pattern.
fn values<'a>(variant: &'a Variant<'a>, key: fn(&Field<'_>) -> String) -> Vec<Value<'a>> {
    let fields = variant.payload().filter(|(_, field)| !field.skip.encode);
    fields.map(|(i, field)| value(i, field, key)).collect()
}

fn value<'a>(i: usize, field: &'a Field<'a>, key: fn(&Field<'_>) -> String) -> Value<'a> {
    let place = Box::new(move |span| {
        let local = local(i, span);
        remote::bound(field, quote!(#local))
    });
    Value { field, place, key: key(field) }
}

/// The value of a match that ends by an error.
fn failed(error: &TokenStream) -> TokenStream {
    quote!(__fj::Err(#error))
}

/// Elements have no names.
fn no_key(_: &Field<'_>) -> String {
    String::new()
}

/// The variant's pattern, which binds what a direction needs of it as `__f0`, `__f1`, …
fn pattern(variant: &Variant<'_>, binds: Option<Direction>) -> TokenStream {
    let path = &variant.fields.path;
    let is_bound = |field: &Field<'_>| binds.is_some_and(|direction| !field.skip.get(direction));
    let list = &variant.fields.list;
    match variant.fields.shape {
        Shape::Unit => quote!(#path),
        Shape::Named => {
            let bound = list.iter().enumerate().filter(|(_, field)| is_bound(field));
            let bound = bound.map(|(i, field)| {
                let (member, local): (&Member, _) = (&field.member, local(i, Span::call_site()));
                quote!(#member: #local,)
            });
            let rest = (!list.iter().all(is_bound)).then(|| quote!(..));
            quote!(#path { #(#bound)* #rest })
        }
        _ if !list.iter().any(is_bound) => quote!(#path(..)),
        _ => {
            let fields = list.iter().enumerate().map(|(i, field)| {
                if is_bound(field) {
                    let local = local(i, Span::call_site());
                    quote!(#local)
                } else {
                    quote!(_)
                }
            });
            quote!(#path(#(#fields),*))
        }
    }
}
