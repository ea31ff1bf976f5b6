//! Which codec a field is written and read by, from the keys that name one and from the type as it is written.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::spanned::Spanned;
use syn::{ExprPath, Ident, Lifetime, Type};

use super::{Call, Codec, Direction, is_on};
use crate::attr::value::{Function, Keyed, NonFinite};
use crate::attr::{FieldKeys, Pair, VariantKeys};
use crate::types::{self, codec_of, with_leaves};

/// What the container says that its fields' codecs depend on.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// Fields may have types that only speak serde.
    pub(super) speaks_serde: bool,
    /// The item's own lifetimes.
    pub(super) lifetimes: &'a [&'a Lifetime],
    /// The field has a name, so that it may be missing.
    pub(super) is_named: bool,
}

/// The codec of a field.
pub(super) fn of_field(
    keys: &Pair<FieldKeys>,
    direction: Direction,
    ty: &Type,
    around: Around<'_>,
) -> Codec {
    let is_serde = !keys.own.has_codec(direction);
    let FieldKeys { with, codec, serde, string, non_finite, .. } =
        keys.group(|keys| keys.has_codec(direction));
    let one_sided = keys.group(|keys| keys.has_codec(direction)).one_sided_with(direction);
    if let Some(call) = call(one_sided, with, direction, is_serde) {
        return Codec::Call(call);
    }
    if let Some(codec) = codec.as_ref().and_then(Keyed::get) {
        return Codec::As(codec_of(&codec.0));
    }
    if is_on(serde) {
        let span = Span::call_site().located_at(ty.span());
        return Codec::As(quote_spanned!(span=> __fj::Serde));
    }
    // Where missing and null are apart, the rest is about the inner option.
    let is_apart = around.is_named && types::is_nested_option(ty);
    let inner = types::argument(ty).filter(|_| is_apart).unwrap_or(ty);
    let apart = |codec: TokenStream| match is_apart {
        true => Codec::As(quote_spanned!(Span::call_site()=> __fj::Presence<#codec>)),
        false => Codec::As(codec),
    };
    let every_leaf = |codec: &str| {
        let codec = Ident::new(codec, Span::call_site().located_at(ty.span()));
        let span = codec.span();
        let made =
            with_leaves(inner, &|_, is_key| (!is_key).then(|| quote_spanned!(span=> __fj::#codec)));
        // Of a container's codec the brackets would be ours.
        apart(types::moved(made.unwrap_or_else(|| quote_spanned!(span=> __fj::#codec)), span))
    };
    if is_on(string) {
        return every_leaf("Quoted");
    }
    match non_finite.as_ref().and_then(Keyed::get) {
        Some(NonFinite::Null) => return every_leaf("NonFiniteNull"),
        Some(NonFinite::Error) => return every_leaf("NonFiniteError"),
        Some(NonFinite::String) => return every_leaf("NonFiniteString"),
        None => {}
    }
    let is_taken_back = own_serde_is_off(keys);
    if around.speaks_serde && !is_taken_back && !types::is_native(ty) {
        return Codec::Auto;
    }
    if direction == Direction::Decode {
        let borrows = |leaf: &Type, _| {
            let lifetime = types::cow_of_text(leaf)?;
            let is_known = around.lifetimes.iter().any(|known| known.ident == lifetime.ident);
            is_known.then(|| quote_spanned!(Span::call_site()=> __fj::BorrowCow))
        };
        if let Some(codec) = with_leaves(inner, &borrows) {
            return apart(codec);
        }
    }
    if is_apart { apart(quote_spanned!(Span::call_site()=> __fj::Same)) } else { Codec::Own }
}

/// Whether a field that is `None` is missing from the JSON, for it is apart from one that is `null`.
pub(super) fn is_apart(keys: &Pair<FieldKeys>, ty: &Type) -> bool {
    let keys = keys.group(|keys| keys.has_codec(Direction::Encode));
    let is_told = keys.with.is_some()
        || keys.serialize_with.is_some()
        || keys.codec.is_some()
        || is_on(&keys.serde);
    types::is_nested_option(ty) && !is_told
}

/// Whether the field takes the container's `serde` back.
fn own_serde_is_off(keys: &Pair<FieldKeys>) -> bool {
    keys.own.serde.is_some() && !is_on(&keys.own.serde)
}

/// The function that writes or reads a variant's payload.
pub(super) fn of_variant(keys: &Pair<VariantKeys>, direction: Direction) -> Option<Call> {
    let is_serde = !keys.own.has_codec(direction);
    let keys = keys.group(|keys| keys.has_codec(direction));
    call(keys.one_sided_with(direction), &keys.with, direction, is_serde)
}

fn call(
    one_sided: &Option<Keyed<Function>>,
    module: &Option<Keyed<Function>>,
    direction: Direction,
    is_serde: bool,
) -> Option<Call> {
    if let Some(Function(path)) = one_sided.as_ref().and_then(Keyed::get) {
        return Some(Call { path: path.clone(), is_serde });
    }
    let Function(module) = module.as_ref().and_then(Keyed::get)?;
    let name = match (is_serde, direction) {
        (false, Direction::Encode) => "encode",
        (false, Direction::Decode) => "decode",
        (true, Direction::Encode) => "serialize",
        (true, Direction::Decode) => "deserialize",
    };
    Some(Call { path: member(module, name), is_serde })
}

/// A function of a module, or of a type.
fn member(module: &ExprPath, name: &str) -> ExprPath {
    let mut path = module.clone();
    let span = module.path.segments.last().map_or_else(Span::call_site, |last| last.ident.span());
    path.path.segments.push(Ident::new(name, span).into());
    path
}
