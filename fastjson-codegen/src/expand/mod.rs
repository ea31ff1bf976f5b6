//! From the model to tokens. Nothing here can fail: whatever could is a rule in `check`.
//!
//! Every name of ours begins with two underscores, so that none can meet a constant, a field, a type or a lifetime of
//! the user's (a pattern `w` would be refused where a `const w` is in scope). All else goes through `__fj`, the
//! runtime's door; what is longer than a few lines is a function there.

mod bounds;
mod decode;
mod encode;
mod enums;
mod impls;
mod structs;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Path};

use crate::Directions;
use crate::model::{self, Body, Item, Shape};

/// All impls of an item.
pub(crate) fn item(item: &Item<'_>) -> TokenStream {
    let Directions { encode, decode } = item.directions;
    let (encode, decode): (Option<TokenStream>, Option<TokenStream>) = match &item.body {
        Body::Struct(fields) => {
            let cx = structs::Struct { item, fields };
            match fields.shape {
                Shape::Named => {
                    (encode.then(|| cx.encode_object()), decode.then(|| cx.decode_object()))
                }
                Shape::Tuple => {
                    (encode.then(|| cx.encode_array()), decode.then(|| cx.decode_array()))
                }
                Shape::Newtype | Shape::Transparent => {
                    (encode.then(|| cx.encode_inner()), decode.then(|| cx.decode_inner()))
                }
                Shape::Unit => (encode.then(|| cx.encode_unit()), decode.then(|| cx.decode_unit())),
            }
        }
        Body::Enum(variants) => {
            let cx = enums::Enum { item, variants };
            (encode.then(|| cx.encode()), decode.then(|| cx.decode()))
        }
    };
    in_const(item.runtime.as_ref(), &quote!(#encode #decode))
}

/// Impls that do nothing, for an item that has mistakes: what uses it still compiles.
pub(crate) fn stub(input: &DeriveInput, directions: Directions) -> TokenStream {
    let impls = impls::stub(input, directions);
    in_const(model::runtime(input).as_ref(), &impls)
}

/// Names of ours are seen by nobody else in here. (`deprecated`: the user's own fields and variants are named.)
fn in_const(runtime: Option<&Path>, impls: &TokenStream) -> TokenStream {
    let runtime = match runtime {
        Some(path) => quote!(#path),
        None => quote!(::fastjson),
    };
    quote! {
        #[doc(hidden)]
        #[allow(deprecated)]
        const _: () = {
            use #runtime::__codegen_v1 as __fj;
            #impls
        };
    }
}
