//! What only types show: names that meet in one object, of a flattened type or of a payload beside a tag.
//!
//! The names of a type are a constant of it, so these are constants as well, which fail with a message. Of an item without
//! parameters they are free, for those `cargo check` evaluates; else they stand in a function, and fail where it is built.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use syn::spanned::Spanned;
use syn::{GenericParam, Generics, Type};

use super::field::of_members;
use crate::model::{Body, Codec, Direction, Field, Fields, Item, Representation, Shape, Variant};
use crate::types::is_option;

/// Whether a free constant can name the item's types.
fn is_concrete(generics: &Generics) -> bool {
    generics.params.iter().all(|param| matches!(param, GenericParam::Lifetime(_)))
}

/// The assertions of an item without parameters, beside its impls.
pub(super) fn free(item: &Item<'_>) -> TokenStream {
    if !item.uses_body(Direction::Decode) || !is_concrete(item.generics) {
        return TokenStream::new();
    }
    let keys = |ty: &Type| with_static(of_members(ty, "'static", "KEYS"), item.generics);
    let free = |at, call: TokenStream| quote_spanned!(at=> const _: () = #call;);
    let mut found = TokenStream::new();
    match &item.body {
        Body::Struct(fields) => found.extend(of_fields(item, fields, &keys, &free)),
        Body::Enum(variants) => {
            for variant in variants.iter().filter(|variant| !variant.skip.decode) {
                found.extend(of_payload(item, variant, &keys, &free));
                if variant.codec.decode.is_none() {
                    found.extend(of_fields(item, &variant.fields, &keys, &free));
                }
            }
        }
    }
    found
}

/// The assertions about flattened fields, in a function of a generic item.
pub(super) fn inline(item: &Item<'_>, fields: &Fields<'_>) -> Option<TokenStream> {
    let in_const = |at, call: TokenStream| quote_spanned!(at=> const { #call };);
    let is_generic = !is_concrete(item.generics);
    is_generic.then(|| of_fields(item, fields, &keys, &in_const))
}

/// The assertion about a payload beside a tag, in a function of a generic item.
pub(super) fn inline_payload(item: &Item<'_>, variant: &Variant<'_>) -> Option<TokenStream> {
    let in_const = |at, call: TokenStream| quote_spanned!(at=> const { #call };);
    let is_generic = !is_concrete(item.generics);
    is_generic.then(|| of_payload(item, variant, &keys, &in_const)).flatten()
}

fn keys(ty: &Type) -> TokenStream {
    of_members(ty, "'__de", "KEYS")
}

/// The constant of a type that holds its names.
type KeysOf<'a> = &'a dyn Fn(&Type) -> TokenStream;

/// Makes a constant of an assertion, at the place of which it speaks. It is the user's own token, not one of ours there, so that
/// rustc does not speak of the derive.
type Constant<'a> = &'a dyn Fn(Span, TokenStream) -> TokenStream;

/// The names of flattened types are no own names, nor those of each other.
fn of_fields(
    item: &Item<'_>,
    fields: &Fields<'_>,
    keys: KeysOf<'_>,
    constant: Constant<'_>,
) -> TokenStream {
    let mut found = TokenStream::new();
    if fields.shape != Shape::Named {
        return found;
    }
    let read = || fields.list.iter().filter(|field| !field.skip.decode && !field.is_tag);
    let nested: Vec<(&Field<'_>, Span)> = read()
        .filter(|field| tells_names(field))
        .filter_map(|field| Some((field, field.flatten?)))
        .collect();
    let own = read().filter(|field| field.flatten.is_none());
    let own: Vec<&str> = own
        .flat_map(|field| std::iter::once(&field.name.decode).chain(&field.aliases))
        .map(|name| name.text.as_str())
        .collect();
    for (i, &(field, at)) in nested.iter().enumerate() {
        let (theirs, name) = (keys(field.ty), &field.name_in_rust);
        if is_option(field.ty) {
            // It takes what it finds, as in serde. That there are keys shows that it can be flattened.
            found
                .extend(constant(at, quote_spanned!(at=> __fj::clash::own(&[], #theirs, [""; 2]))));
            continue;
        }
        let behind = format!(
            "` is the name of a field here, and of one in the type of `{name}`, which is flattened into the same object; rename one of them"
        );
        let own = quote!(&[#(#own),*]);
        let call = quote_spanned!(at=> __fj::clash::own(#own, #theirs, ["`", #behind]));
        found.extend(constant(at, call));

        if let Representation::Internal { tag } = &item.representation {
            let behind = format!(
                "` is the tag, and the name of a field in the type of `{name}`, which is flattened into the same object; rename one of them"
            );
            found.extend(no_tag(&tag.text, &theirs, &behind, at, constant));
        }
        for &(before, _) in nested[..i].iter().filter(|(before, _)| !is_option(before.ty)) {
            let (other, first) = (keys(before.ty), &before.name_in_rust);
            let behind = format!(
                "` is the name of a field in the types of both `{first}` and `{name}`, which are flattened into one object; rename one of them"
            );
            let call = quote_spanned!(at=> __fj::clash::shared(#other, #theirs, ["`", #behind]));
            found.extend(constant(at, call));
            let message = format!(
                "in the types of both `{first}` and `{name}` a map takes all members that no other field knows; flatten one of them"
            );
            let call = quote_spanned!(at=> __fj::clash::one_map(#other, #theirs, #message));
            found.extend(constant(at, call));
        }
    }
    found
}

/// Whether the field is read by its type's own impl. A function tells no names.
fn tells_names(field: &Field<'_>) -> bool {
    matches!(field.codec.decode, Codec::Own | Codec::Auto)
}

/// The tag is no name of the payload beside it.
fn of_payload(
    item: &Item<'_>,
    variant: &Variant<'_>,
    keys: KeysOf<'_>,
    constant: Constant<'_>,
) -> Option<TokenStream> {
    let Representation::Internal { tag } = &item.representation else { return None };
    let field = variant.fields.list.first().filter(|field| {
        variant.shape(Direction::Decode) == Shape::Newtype
            && !item.is_untagged(variant)
            && variant.codec.decode.is_none()
            && field.validate.is_none()
            && tells_names(field)
    })?;
    let behind = format!(
        "` is the tag, and the name of a field in the payload of `{}`, in the same object; rename one of them",
        variant.name_in_rust
    );
    Some(no_tag(&tag.text, &keys(field.ty), &behind, field.ty.span(), constant))
}

fn no_tag(
    tag: &str,
    theirs: &TokenStream,
    behind: &str,
    at: Span,
    constant: Constant<'_>,
) -> TokenStream {
    let call = quote_spanned!(at=> __fj::clash::own(&[#tag], #theirs, ["`", #behind]));
    constant(at, call)
}

/// The tokens with `'static` for the lifetimes of the item, which a free constant does not have.
fn with_static(tokens: TokenStream, generics: &Generics) -> TokenStream {
    let mut after_quote = false;
    let renamed = tokens.into_iter().map(|token| {
        let is_lifetime = std::mem::take(&mut after_quote);
        match token {
            TokenTree::Punct(punct) => {
                after_quote = punct.as_char() == '\'';
                TokenTree::Punct(punct)
            }
            TokenTree::Ident(ident)
                if is_lifetime
                    && generics.lifetimes().any(|known| known.lifetime.ident == ident) =>
            {
                TokenTree::Ident(Ident::new("static", ident.span()))
            }
            TokenTree::Group(group) => {
                let mut inner =
                    Group::new(group.delimiter(), with_static(group.stream(), generics));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            token => token,
        }
    });
    renamed.collect()
}
