//! `#[derive(FastJson)]`: the proc-macro door of `fastjson-codegen`. Use the crate `fastjson`, which has the derives
//! under the names of its traits.
#![forbid(unsafe_code)]

use fastjson_codegen::{Directions, expand};
use proc_macro::TokenStream;
use syn::DeriveInput;

/// Implements `Encode` and `Decode`, and what of `EncodeKey` and `DecodeKey` the type is fit for.
///
/// Attributes are written `#[fastjson(…)]`; those under `#[serde(…)]` are read too.
#[proc_macro_derive(FastJson, attributes(fastjson, serde))]
pub fn fast_json(input: TokenStream) -> TokenStream {
    derive(input, Directions::BOTH)
}

/// Implements `Encode` alone, for types that are only written.
#[proc_macro_derive(Encode, attributes(fastjson, serde))]
pub fn encode(input: TokenStream) -> TokenStream {
    derive(input, Directions::ENCODE)
}

/// Implements `Decode` alone, for types that are only read.
#[proc_macro_derive(Decode, attributes(fastjson, serde))]
pub fn decode(input: TokenStream) -> TokenStream {
    derive(input, Directions::DECODE)
}

fn derive(input: TokenStream, directions: Directions) -> TokenStream {
    let directions = Directions { in_place: cfg!(feature = "in_place"), ..directions };
    match syn::parse::<DeriveInput>(input) {
        Ok(input) => expand(&input, directions).into(),
        Err(error) => error.into_compile_error().into(),
    }
}
