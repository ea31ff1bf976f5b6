//! The code generator behind `#[derive(FastJson)]`, as a plain library: syntax in, tokens out. The derive,
//! build scripts and the tests call it alike; it never touches `proc_macro`.
//!
//! ```text
//! DeriveInput → attr (what is written, spans kept) → model (what it means, both directions)
//!             → check (every rule, all mistakes)   → expand (cannot fail)
//! ```
//!
//! To add a field attribute: one line in `attr/known.rs` and one field of its receiver (`attr/mod.rs`), what it means
//! in `model`, a rule in `check` if it interacts, one place in `expand`, one case in `tests/ui` and one in `tests/expand`.
//! The compiler leads the way: receivers are taken apart exhaustively.
//!
//! ```
//! use fastjson_codegen::{Directions, expand};
//!
//! let input = syn::parse_quote! {
//!     struct Point { x: i32, y: i32 }
//! };
//! let tokens = expand(&input, Directions::ENCODE).to_string();
//! assert!(tokens.contains("Encode for Point") && !tokens.contains("Decode for Point"));
//! ```

mod attr;
mod case;
mod check;
mod errors;
mod expand;
mod model;
mod types;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::errors::Errors;

/// Which impls are generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directions {
    /// `Encode`, and what belongs to it.
    pub encode: bool,
    /// `Decode`, and what belongs to it.
    pub decode: bool,
    /// Where there is `Decode`, its `decode_in_place`, which keeps the memory of the value that is there. (Without it a value is decoded
    /// afresh and takes the place of the old one.)
    pub in_place: bool,
}

impl Directions {
    /// `#[derive(FastJson)]`
    pub const BOTH: Directions = Directions { encode: true, decode: true, in_place: false };
    /// `#[derive(Encode)]`
    pub const ENCODE: Directions = Directions { encode: true, decode: false, in_place: false };
    /// `#[derive(Decode)]`
    pub const DECODE: Directions = Directions { encode: false, decode: true, in_place: false };
}

/// Generates the impls of `input`.
///
/// Where `input` has mistakes, all of them are there as `compile_error!`s at their own tokens, beside impls that
/// do nothing, so that no other errors follow from them.
#[must_use]
pub fn expand(input: &DeriveInput, directions: Directions) -> TokenStream {
    try_expand(input, directions).unwrap_or_else(|errors| {
        let errors = errors.into_compile_error();
        let stub = expand::stub(input, directions);
        quote!(#errors #stub)
    })
}

/// Generates the impls of `input`, for callers that show mistakes in their own way.
///
/// # Errors
/// All mistakes of `input`, as one error of several messages.
pub fn try_expand(input: &DeriveInput, directions: Directions) -> syn::Result<TokenStream> {
    let errors = Errors::new();
    let input = types::without_self(input);
    let item = model::Item::new(&errors, &input, directions);
    if let Some(item) = &item {
        check::check(&errors, item);
    }
    errors.finish()?;
    Ok(item.map(|item| expand::item(&item)).unwrap_or_default())
}
