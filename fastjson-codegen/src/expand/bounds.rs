//! The bounds of the impls: serde's, one per type parameter that occurs in a field, never one per field type (those
//! overflow on recursive generic types).

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    GenericArgument, GenericParam, Generics, Ident, Lifetime, PathArguments, Type, TypePath,
};

use crate::attr::value::Predicates;
use crate::model::{Body, Direction, Fallback, Field, Item};
use crate::types::{is_phantom, mentions, parts};

/// What stands in the where-clause of the impls of a direction: the user's own predicates and ours.
pub(super) fn predicates(item: &Item<'_>, direction: Direction) -> Vec<TokenStream> {
    let mut all = written(item.generics);
    let mut add = |predicate: TokenStream| {
        let text = predicate.to_string();
        if !all.iter().any(|known| known.to_string() == text) {
            all.push(predicate);
        }
    };
    let renames = !item.generics.lifetimes().any(|param| param.lifetime.ident == "de");
    let add_all = |add: &mut dyn FnMut(TokenStream), bound: &Predicates| {
        for predicate in bound {
            let predicate = predicate.to_token_stream();
            add(if renames { with_our_lifetime(predicate) } else { predicate });
        }
    };
    if let Some(bound) = item.bound.get(direction) {
        add_all(&mut add, bound);
        return all;
    }
    let params: Vec<&Ident> = item.generics.type_params().map(|param| &param.ident).collect();
    let (value, key) = match direction {
        Direction::Encode => (quote!(__fj::Encode), quote!(__fj::EncodeKey)),
        Direction::Decode => (quote!(__fj::Decode<'__de>), quote!(__fj::DecodeKey<'__de>)),
    };
    for (field, inherited) in fields(item, direction) {
        if let Some(bound) = field.bound.get(direction).as_ref().or(inherited) {
            add_all(&mut add, bound);
            continue;
        }
        if params.is_empty() {
            continue;
        }
        let mut uses = Uses { params: &params, found: Vec::new() };
        uses.of(field.ty, false);
        for (ty, is_key) in uses.found {
            if !field.skip.get(direction) {
                let implemented = if is_key { &key } else { &value };
                add(quote!(#ty: #implemented));
            }
            if direction == Direction::Decode && matches!(field.fallback, Some(Fallback::Trait(_)))
            {
                add(quote!(#ty: __fj::Default));
            }
        }
    }
    if let (Direction::Decode, Body::Struct(fields)) = (direction, &item.body) {
        let is_generic = !item.generics.params.is_empty();
        if is_generic && matches!(fields.default, Some(Fallback::Trait(_))) {
            // `Self` would be another type in the impls of the slots.
            let (ident, (_, params, _)) = (item.ident, item.generics.split_for_impl());
            add(quote!(#ident #params: __fj::Default));
        }
    }
    all
}

/// A bound may call the text's lifetime `'de`, as in serde. Ours has another name, so that it meets none of the item's.
fn with_our_lifetime(tokens: TokenStream) -> TokenStream {
    let mut after_quote = false;
    let renamed = tokens.into_iter().map(|token| {
        let is_lifetime = std::mem::take(&mut after_quote);
        match token {
            TokenTree::Punct(punct) => {
                after_quote = punct.as_char() == '\'';
                TokenTree::Punct(punct)
            }
            TokenTree::Ident(ident) if is_lifetime && ident == "de" => {
                TokenTree::Ident(Ident::new("__de", ident.span()))
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_our_lifetime(group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            token => token,
        }
    });
    renamed.collect()
}

/// The user's own predicates.
pub(super) fn written(generics: &Generics) -> Vec<TokenStream> {
    let clause = generics.where_clause.iter();
    clause.flat_map(|clause| &clause.predicates).map(ToTokens::to_token_stream).collect()
}

/// The fields that a direction has to do with, and the bound that their variant gives them.
fn fields<'a>(
    item: &'a Item<'_>,
    direction: Direction,
) -> Vec<(&'a Field<'a>, Option<&'a Predicates>)> {
    match &item.body {
        Body::Struct(fields) => fields.list.iter().map(|field| (field, None)).collect(),
        Body::Enum(variants) => {
            let variants = variants.iter().filter(|variant| !variant.skip.get(direction));
            let fields = variants.flat_map(|variant| {
                let bound = variant.bound.get(direction).as_ref();
                variant.fields.list.iter().map(move |field| (field, bound))
            });
            fields.collect()
        }
    }
}

/// The lifetimes of the item that a decoded field borrows from the text for: those of references, and those given to
/// types, but for `Cow`, which is made owned.
pub(super) fn borrowed(item: &Item<'_>) -> Vec<Lifetime> {
    let mut found = Vec::new();
    for (field, _) in fields(item, Direction::Decode) {
        if !field.skip.decode {
            lifetimes(field.ty, &mut found);
        }
    }
    let declared = item.generics.lifetimes().map(|param| &param.lifetime);
    let mut borrowed: Vec<_> = declared.filter(|known| found.contains(known)).cloned().collect();
    // As in serde, such a type is read from text that lives for ever.
    borrowed.extend(found.into_iter().find(|lifetime| lifetime.ident == "static"));
    borrowed
}

fn lifetimes(ty: &Type, found: &mut Vec<Lifetime>) {
    if let Type::Reference(reference) = ty {
        found.extend(reference.lifetime.clone());
    }
    if let Type::Path(path) = ty {
        for segment in &path.path.segments {
            if let (PathArguments::AngleBracketed(args), false) =
                (&segment.arguments, segment.ident == "Cow")
            {
                found.extend(args.args.iter().filter_map(|arg| match arg {
                    GenericArgument::Lifetime(lifetime) if lifetime.ident != "static" => {
                        Some(lifetime.clone())
                    }
                    _ => None,
                }));
            }
        }
    }
    parts(ty, &mut |part, _| lifetimes(part, found));
}

/// Looks for type parameters and what is made of them.
struct Uses<'a> {
    params: &'a [&'a Ident],
    /// The parameter, or its associated type, and whether it is the key of a map.
    found: Vec<(TokenStream, bool)>,
}

impl Uses<'_> {
    fn of(&mut self, ty: &Type, is_key: bool) {
        if let Type::Path(path) = ty {
            if is_phantom(ty) {
                return;
            }
            if self.is_param_or_projection(path) {
                self.found.push((path.to_token_stream(), is_key));
                return;
            }
        }
        parts(ty, &mut |part, is_key_of_map| self.of(part, is_key || is_key_of_map));
    }

    /// `T`, `T::Assoc` or `<T as Trait>::Assoc`
    fn is_param_or_projection(&self, path: &TypePath) -> bool {
        match &path.qself {
            Some(qself) => mentions(qself.ty.to_token_stream(), &|ident, is_lifetime| {
                !is_lifetime && self.params.contains(&ident)
            }),
            None => {
                let first = path.path.segments.first();
                path.path.leading_colon.is_none()
                    && first.is_some_and(|first| self.params.contains(&&first.ident))
            }
        }
    }
}

/// Whether each parameter occurs in one of the types; if not, a type of these fields alone needs a marker.
pub(super) fn all_used<'a>(generics: &Generics, types: impl Iterator<Item = &'a Type>) -> bool {
    let tokens: TokenStream = types.map(ToTokens::to_token_stream).collect();
    generics.params.iter().all(|param| match param {
        GenericParam::Lifetime(param) => mentions(tokens.clone(), &|ident, is_lifetime| {
            is_lifetime && *ident == param.lifetime.ident
        }),
        GenericParam::Type(param) => {
            mentions(tokens.clone(), &|ident, is_lifetime| !is_lifetime && *ident == param.ident)
        }
        GenericParam::Const(_) => true,
    })
}
