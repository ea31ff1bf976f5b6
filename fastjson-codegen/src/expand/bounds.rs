//! The bounds of the impls: serde's, one per type parameter that occurs in a field, never one per field type (those
//! overflow on recursive generic types).

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{
    GenericArgument, GenericParam, Generics, Ident, Lifetime, Member, PathArguments, Type, TypePath,
};

use crate::attr::value::Predicates;
use crate::model::{Body, Codec, Conversion, Direction, Fallback, Field, Item, Representation};
use crate::types::{
    Role, argument, bare, cow_of_text, is_object_wrapper, is_phantom, mentions, parts,
};

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
    for (field, inherited) in fields(item, direction) {
        if let Some(bound) = field.bound.get(direction).as_ref().or(inherited) {
            add_all(&mut add, bound);
            continue;
        }
        let mut uses = Uses { params: &params, found: Vec::new() };
        uses.of(field.ty, if is_object(item, field) { Use::Object } else { Use::Value });
        let ty = field.ty;
        if uses.found.is_empty() {
            if direction == Direction::Decode && is_asserted(item, field) {
                // That it holds is asserted once, beside the impls; else each of them would be an error of its own.
                let lifetime = Lifetime::new("'__de", Span::call_site());
                add(quote_spanned!(ty.span()=> #ty: __fj::DecodeFields<#lifetime>));
            }
            continue;
        }
        match field.codec.get(direction) {
            _ if *field.skip.get(direction) => {}
            Codec::Own | Codec::Auto => {
                uses.found.iter().for_each(|(ty, used)| {
                    if let Some(implemented) = used.implemented(direction) {
                        add(quote!(#ty: #implemented));
                    }
                });
            }
            Codec::As(codec) => add(match direction {
                Direction::Encode => quote!(#codec: __fj::EncodeAs<#ty>),
                Direction::Decode => quote!(#codec: __fj::DecodeAs<'__de, #ty>),
            }),
            Codec::Call(_) => {}
        }
        if direction == Direction::Decode && matches!(field.fallback, Some(Fallback::Trait(_))) {
            uses.found.iter().for_each(|(ty, _)| add(quote!(#ty: __fj::Default)));
        }
    }
    if !params.is_empty() {
        conversions(item, direction).into_iter().for_each(&mut add);
    }
    if let (Direction::Decode, Body::Struct(fields)) = (direction, &item.body) {
        let is_generic = !item.generics.params.is_empty();
        if is_generic && matches!(fields.default, Some(Fallback::Trait(_))) {
            // `Self` would be another type in the impls of the slots.
            let this = item.ty();
            add(quote!(#this: __fj::Default));
        }
    }
    all
}

/// Whether the field of a struct is flattened, and of a type that is known here. (In enums such a bound could be a circle, and of a map or
/// option that holds the struct itself it would be one.)
fn is_asserted(item: &Item<'_>, field: &Field<'_>) -> bool {
    let is_concrete = item.generics.type_params().next().is_none()
        && item.generics.const_params().next().is_none();
    is_concrete
        && matches!(item.body, Body::Struct(_))
        && field.is_flattened()
        && !field.skip.decode
        && matches!(field.codec.decode, Codec::Own | Codec::Auto)
        && argument(field.ty).is_none()
}

/// In a generic item it may depend on the parameters whether there is a conversion.
fn conversions(item: &Item<'_>, direction: Direction) -> Vec<TokenStream> {
    let this = item.definition();
    let Conversion { from, is_fallible, into } = &item.conversion;
    match (direction, into, from) {
        (Direction::Encode, Some(ty), _) => {
            vec![quote!(#this: __fj::Clone), quote!(#ty: __fj::From<#this> + __fj::Encode)]
        }
        (Direction::Decode, _, Some(ty)) if *is_fallible => vec![
            quote!(#ty: __fj::Decode<'__de>),
            quote!(#this: __fj::TryFrom<#ty>),
            quote!(<#this as __fj::TryFrom<#ty>>::Error: __fj::Display),
        ],
        (Direction::Decode, _, Some(ty)) => {
            vec![quote!(#ty: __fj::Decode<'__de>), quote!(#this: __fj::From<#ty>)]
        }
        _ => Vec::new(),
    }
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
/// types, but for `Cow`, which is made owned unless its codec borrows.
pub(super) fn borrowed(item: &Item<'_>) -> Vec<Lifetime> {
    let mut found = Vec::new();
    for (field, _) in fields(item, Direction::Decode) {
        match &field.borrow {
            _ if field.skip.decode => {}
            Some(told) => found.extend(told.iter().cloned()),
            None => match &field.codec.decode {
                // As in serde, a function borrows where the type is a reference, and where the field says so.
                Codec::Call(_) if !field.says_borrow => references(field.ty, &mut found),
                codec => {
                    let codec_borrows = matches!(codec, Codec::As(_) | Codec::Call(_));
                    lifetimes(field.ty, codec_borrows, &mut found);
                }
            },
        }
    }
    let declared = item.generics.lifetimes().map(|param| &param.lifetime);
    let mut borrowed: Vec<_> = declared.filter(|known| found.contains(known)).cloned().collect();
    // As in serde, such a type is read from text that lives for ever.
    borrowed.extend(found.into_iter().find(|lifetime| lifetime.ident == "static"));
    borrowed
}

fn references(ty: &Type, found: &mut Vec<Lifetime>) {
    if let Type::Reference(reference) = ty {
        found.extend(reference.lifetime.clone());
    }
    parts(ty, &mut |part, _| references(part, found));
}

fn lifetimes(ty: &Type, borrows_cow: bool, found: &mut Vec<Lifetime>) {
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
    if borrows_cow {
        found.extend(cow_of_text(ty).cloned());
    }
    parts(ty, &mut |part, _| lifetimes(part, borrows_cow, found));
}

/// Whether the members of a field's value are members of another object.
fn is_object(item: &Item<'_>, field: &Field<'_>) -> bool {
    let is_internal = matches!(
        (&item.representation, &item.body),
        (Representation::Internal { .. }, Body::Enum(_))
    );
    field.is_flattened() || (is_internal && matches!(field.member, Member::Unnamed(_)))
}

/// What a type parameter has to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Value,
    /// The key of a map.
    Key,
    /// An object, whose members are members of another one.
    Object,
    /// What makes the hasher of a map or set.
    Hasher,
}

impl Use {
    fn implemented(self, direction: Direction) -> Option<TokenStream> {
        Some(match (self, direction) {
            (Use::Value, Direction::Encode) => quote!(__fj::Encode),
            (Use::Value, Direction::Decode) => quote!(__fj::Decode<'__de>),
            (Use::Key, Direction::Encode) => quote!(__fj::EncodeKey),
            (Use::Key, Direction::Decode) => quote!(__fj::DecodeKey<'__de>),
            (Use::Object, Direction::Encode) => quote!(__fj::EncodeFields),
            (Use::Object, Direction::Decode) => quote!(__fj::DecodeFields<'__de>),
            (Use::Hasher, Direction::Encode) => return None,
            (Use::Hasher, Direction::Decode) => quote!(__fj::BuildHasher + __fj::Default),
        })
    }
}

/// Looks for type parameters and what is made of them.
struct Uses<'a> {
    params: &'a [&'a Ident],
    /// The parameter, or its associated type, and its use.
    found: Vec<(TokenStream, Use)>,
}

impl Uses<'_> {
    fn of(&mut self, ty: &Type, used: Use) {
        if let Type::Path(path) = bare(ty) {
            if is_phantom(ty) {
                return;
            }
            if self.is_param_or_projection(path) {
                self.found.push((path.to_token_stream(), used));
                return;
            }
        }
        let forwards = used == Use::Object && is_object_wrapper(ty);
        parts(ty, &mut |part, role| {
            let inner = match (used, role) {
                (_, Role::Hasher) => Use::Hasher,
                (Use::Key, _) | (_, Role::Key) => Use::Key,
                (Use::Object, _) if forwards => Use::Object,
                _ => Use::Value,
            };
            self.of(part, inner);
        });
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
