//! Derives that do nothing, where fastjson's do not yet know every key.

use proc_macro::TokenStream;

/// Nothing.
#[proc_macro_derive(FastJson, attributes(fastjson))]
pub fn fast_json(_: TokenStream) -> TokenStream {
    TokenStream::new()
}

/// Nothing.
#[proc_macro_derive(Encode, attributes(fastjson))]
pub fn encode(_: TokenStream) -> TokenStream {
    TokenStream::new()
}

/// Nothing.
#[proc_macro_derive(Decode, attributes(fastjson))]
pub fn decode(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
