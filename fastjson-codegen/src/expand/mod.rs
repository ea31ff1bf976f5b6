//! From the model to tokens. Nothing here can fail: whatever could is a rule in `check`.
//!
//! Every name of ours begins with two underscores, so that none can meet a constant, a field, a type or a lifetime of
//! the user's (a pattern `w` would be refused where a `const w` is in scope). All else goes through `__fj`, the
//! runtime's door; what is longer than a few lines is a function there.

mod assertions;
mod bounds;
mod convert;
mod encode;
mod enums;
mod field;
mod impls;
mod in_place;
mod remote;
mod slots;
mod structs;
mod table;
mod warnings;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Generics, Path};

use crate::Directions;
use crate::model::{Body, Item, Outline};

/// All impls of an item.
pub(crate) fn item(item: &Item<'_>) -> TokenStream {
    let Directions { encode, decode, .. } = item.directions;
    let encode = encode.then(|| match (&item.conversion.into, &item.body) {
        (Some(ty), _) => convert::encode(item, ty),
        (None, Body::Struct(fields)) => structs::Struct { item, fields }.encode(),
        (None, Body::Enum(variants)) => enums::Enum { item, variants }.encode(),
    });
    let decode = decode.then(|| match (&item.conversion.from, &item.body) {
        (Some(ty), _) => convert::decode(item, ty, item.conversion.is_fallible),
        (None, Body::Struct(fields)) => structs::Struct { item, fields }.decode(),
        (None, Body::Enum(variants)) => enums::Enum { item, variants }.decode(),
    });
    let remote = remote::functions(item);
    let assertions = assertions::free(item);
    let impls = quote!(#remote #encode #decode #assertions);
    let impls = in_const(item.generics, item.runtime.as_ref(), &impls);
    let warnings = warnings::traps(item);
    quote!(#impls #warnings)
}

/// Impls that do nothing, for an item that has mistakes: what uses it still compiles.
pub(crate) fn stub(input: &DeriveInput, directions: Directions) -> TokenStream {
    let Outline { runtime, is_remote } = Outline::new(input);
    let impls =
        if is_remote { remote::stub(input, directions) } else { impls::stub(input, directions) };
    in_const(&input.generics, runtime.as_ref(), &impls)
}

/// Names of ours are seen by nobody else in here. The user's own are: fields that are deprecated, and lifetimes that are
/// used once in the head of an impl.
fn in_const(generics: &Generics, runtime: Option<&Path>, impls: &TokenStream) -> TokenStream {
    let runtime = match runtime {
        Some(path) => quote!(#path),
        None => quote!(::fastjson),
    };
    let single_use = generics.lifetimes().next().map(|_| quote!(, single_use_lifetimes));
    quote! {
        #[allow(deprecated #single_use)]
        const _: () = {
            use #runtime::__codegen_v1 as __fj;
            #impls
        };
    }
}
