//! Looking into the types that the user wrote.

use std::borrow::Cow;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Data, DeriveInput, GenericArgument, PathArguments, Type};

/// Calls `each` with the types that `ty` is made of, and whether they are in the place of a map's key.
pub(crate) fn parts(ty: &Type, each: &mut dyn FnMut(&Type, bool)) {
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

/// Whether a type is written `PhantomData<…>`.
pub(crate) fn is_phantom(ty: &Type) -> bool {
    match ty {
        Type::Group(group) => is_phantom(&group.elem),
        Type::Paren(paren) => is_phantom(&paren.elem),
        Type::Path(path) => {
            path.path.segments.last().is_some_and(|last| last.ident == "PhantomData")
        }
        _ => false,
    }
}

/// Whether an identifier that `wanted` admits occurs anywhere in the tokens. A lifetime's comes with `true`.
pub(crate) fn mentions(tokens: TokenStream, wanted: &dyn Fn(&Ident, bool) -> bool) -> bool {
    let mut after_quote = false;
    tokens.into_iter().any(|token| {
        let is_lifetime = std::mem::take(&mut after_quote);
        match token {
            TokenTree::Ident(ident) => wanted(&ident, is_lifetime),
            TokenTree::Group(group) => mentions(group.stream(), wanted),
            TokenTree::Punct(punct) => {
                after_quote = punct.as_char() == '\'';
                false
            }
            TokenTree::Literal(_) => false,
        }
    })
}

/// The item with its own name where it says `Self`, which in the types that are made of it would be those.
pub(crate) fn without_self(input: &DeriveInput) -> Cow<'_, DeriveInput> {
    let says_self = |tokens: TokenStream| mentions(tokens, &|ident, _| ident == "Self");
    let in_where = says_self(input.generics.where_clause.to_token_stream());
    if !in_where && !fields(&input.data).any(|field| says_self(field.ty.to_token_stream())) {
        return Cow::Borrowed(input);
    }
    let mut named = input.clone();
    let (ident, (_, params, _)) = (&input.ident, input.generics.split_for_impl());
    let this = quote!(#ident #params);
    if let Some(clause) = &mut named.generics.where_clause {
        for predicate in &mut clause.predicates {
            if let Ok(new) = syn::parse2(name_self(predicate.to_token_stream(), &this)) {
                *predicate = new;
            }
        }
    }
    let name = |fields: &mut syn::Fields| {
        for field in fields {
            if let Ok(new) = syn::parse2(name_self(field.ty.to_token_stream(), &this)) {
                field.ty = new;
            }
        }
    };
    match &mut named.data {
        Data::Struct(data) => name(&mut data.fields),
        Data::Enum(data) => data.variants.iter_mut().for_each(|variant| name(&mut variant.fields)),
        Data::Union(_) => {}
    }
    Cow::Owned(named)
}

fn fields(data: &Data) -> Box<dyn Iterator<Item = &syn::Field> + '_> {
    match data {
        Data::Struct(data) => Box::new(data.fields.iter()),
        Data::Enum(data) => Box::new(data.variants.iter().flat_map(|variant| &variant.fields)),
        Data::Union(_) => Box::new(std::iter::empty()),
    }
}

/// `this` for `Self`, and `<this>` for the `Self` of `Self::…`.
fn name_self(tokens: TokenStream, this: &TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident == "Self" => {
                let is_path =
                    matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':');
                out.extend(if is_path {
                    quote_spanned!(ident.span()=> <#this>)
                } else {
                    this.clone()
                });
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), name_self(group.stream(), this));
                inner.set_span(group.span());
                out.extend([TokenTree::Group(inner)]);
            }
            token => out.extend([token]),
        }
    }
    out
}
