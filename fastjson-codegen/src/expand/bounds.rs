//! The bounds of the impls: serde's, one per type parameter that occurs in a field, never one per field type (those
//! overflow on recursive generic types).

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    GenericArgument, GenericParam, Generics, Ident, Lifetime, PathArguments, Type, TypePath,
};

use crate::model::{Body, Direction, Fallback, Field, Item};

/// What stands in the where-clause of the impls of a direction: the user's own predicates and ours.
pub(super) fn predicates(item: &Item<'_>, direction: Direction) -> Vec<TokenStream> {
    let mut all = written(item.generics);
    let mut add = |predicate: TokenStream| {
        let text = predicate.to_string();
        if !all.iter().any(|known| known.to_string() == text) {
            all.push(predicate);
        }
    };
    if let Some(bound) = item.bound.get(direction) {
        bound.iter().for_each(|predicate| add(quote!(#predicate)));
        return all;
    }
    let params: Vec<&Ident> = item.generics.type_params().map(|param| &param.ident).collect();
    let (value, key) = match direction {
        Direction::Encode => (quote!(__fj::Encode), quote!(__fj::EncodeKey)),
        Direction::Decode => (quote!(__fj::Decode<'__de>), quote!(__fj::DecodeKey<'__de>)),
    };
    for (field, inherited) in fields(item, direction) {
        if let Some(bound) = field.bound.get(direction).as_ref().or(inherited) {
            bound.iter().for_each(|predicate| add(quote!(#predicate)));
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
            add(quote!(Self: __fj::Default));
        }
    }
    all
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
) -> Vec<(&'a Field<'a>, Option<&'a crate::attr::value::Predicates>)> {
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
    declared.filter(|lifetime| found.contains(lifetime)).cloned().collect()
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
                    GenericArgument::Lifetime(lifetime) => Some(lifetime.clone()),
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
            if crate::model::is_phantom(ty) {
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
            Some(qself) => {
                mentions(qself.ty.to_token_stream(), &|ident| self.params.contains(&ident))
            }
            None => {
                let first = path.path.segments.first();
                path.path.leading_colon.is_none()
                    && first.is_some_and(|first| self.params.contains(&&first.ident))
            }
        }
    }
}

/// Calls `each` with the types that `ty` is made of, and whether they are in the place of a map's key.
fn parts(ty: &Type, each: &mut dyn FnMut(&Type, bool)) {
    match ty {
        Type::Array(array) => each(&array.elem, false),
        Type::Group(group) => each(&group.elem, false),
        Type::Paren(paren) => each(&paren.elem, false),
        Type::Ptr(pointer) => each(&pointer.elem, false),
        Type::Reference(reference) => each(&reference.elem, false),
        Type::Slice(slice) => each(&slice.elem, false),
        Type::Tuple(tuple) => tuple.elems.iter().for_each(|elem| each(elem, false)),
        Type::Path(path) => {
            for segment in &path.path.segments {
                let PathArguments::AngleBracketed(args) = &segment.arguments else { continue };
                let types = args.args.iter().filter_map(|arg| match arg {
                    GenericArgument::Type(ty) => Some(ty),
                    _ => None,
                });
                let is_map = segment.ident.to_string().ends_with("Map");
                types.enumerate().for_each(|(i, ty)| each(ty, is_map && i == 0));
            }
        }
        _ => {}
    }
}

/// Whether an identifier that `wanted` admits occurs anywhere in the tokens.
fn mentions(tokens: TokenStream, wanted: &dyn Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => wanted(&ident),
        proc_macro2::TokenTree::Group(group) => mentions(group.stream(), wanted),
        _ => false,
    })
}

/// Whether each parameter occurs in one of the types; if not, a type of these fields alone needs a marker.
pub(super) fn all_used<'a>(generics: &Generics, types: impl Iterator<Item = &'a Type>) -> bool {
    let tokens: TokenStream = types.map(ToTokens::to_token_stream).collect();
    generics.params.iter().all(|param| match param {
        GenericParam::Lifetime(param) => {
            mentions(tokens.clone(), &|ident| *ident == param.lifetime.ident)
        }
        GenericParam::Type(param) => mentions(tokens.clone(), &|ident| *ident == param.ident),
        GenericParam::Const(_) => true,
    })
}
