//! Looking into the types that the user wrote.

use std::borrow::Cow;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Data, DeriveInput, GenericArgument, PathArguments, Type};

/// What a type is to the type that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Value,
    /// The key of a map.
    Key,
    /// What makes the hasher of a map or set.
    Hasher,
}

/// Calls `each` with the types that `ty` is made of, and what they are to it.
pub(crate) fn parts(ty: &Type, each: &mut dyn FnMut(&Type, Role)) {
    match ty {
        Type::Array(array) => each(&array.elem, Role::Value),
        Type::Group(group) => each(&group.elem, Role::Value),
        Type::Paren(paren) => each(&paren.elem, Role::Value),
        Type::Ptr(pointer) => each(&pointer.elem, Role::Value),
        Type::Reference(reference) => each(&reference.elem, Role::Value),
        Type::Slice(slice) => each(&slice.elem, Role::Value),
        Type::Tuple(tuple) => tuple.elems.iter().for_each(|elem| each(elem, Role::Value)),
        Type::Path(path) => {
            for segment in &path.path.segments {
                let PathArguments::AngleBracketed(args) = &segment.arguments else { continue };
                let types = args.args.iter().filter_map(|arg| match arg {
                    GenericArgument::Type(ty) => Some(ty),
                    _ => None,
                });
                let name = segment.ident.to_string();
                let role = |i| match i {
                    0 if name.ends_with("Map") => Role::Key,
                    1 if name.ends_with("Set") => Role::Hasher,
                    2 if name.ends_with("Map") => Role::Hasher,
                    _ => Role::Value,
                };
                types.enumerate().for_each(|(i, ty)| each(ty, role(i)));
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

/// A type without the parentheses and invisible delimiters around it.
pub(crate) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(paren) => bare(&paren.elem),
        _ => ty,
    }
}

/// The last segment of a type that is a path.
fn last_segment(ty: &Type) -> Option<&syn::PathSegment> {
    match bare(ty) {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

/// The first type argument of a type that is a path.
pub(crate) fn argument(ty: &Type) -> Option<&Type> {
    let PathArguments::AngleBracketed(args) = &last_segment(ty)?.arguments else { return None };
    args.args.iter().find_map(|arg| match arg {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// Whether a type is written `Option<Option<…>>`.
pub(crate) fn is_nested_option(ty: &Type) -> bool {
    is_option(ty) && argument(ty).is_some_and(is_option)
}

/// Whether a type is written `Option<…>`.
pub(crate) fn is_option(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "Option") && argument(ty).is_some()
}

/// Whether a type is written as an `Option` or as one that is absent where what it wraps is.
pub(crate) fn may_be_absent(ty: &Type) -> bool {
    let Some(last) = last_segment(ty) else { return false };
    let wraps = FORWARDING.iter().any(|known| last.ident == known);
    wraps && argument(ty).is_some_and(|inner| last.ident == "Option" || may_be_absent(inner))
}

/// The lifetime of a type that is written `Cow<'a, str>` or `Cow<'a, [u8]>`.
pub(crate) fn cow_of_text(ty: &Type) -> Option<&syn::Lifetime> {
    let last = last_segment(ty).filter(|last| last.ident == "Cow")?;
    let PathArguments::AngleBracketed(args) = &last.arguments else { return None };
    let is_text = argument(ty).is_some_and(|of| match bare(of) {
        Type::Path(path) => path.path.is_ident("str"),
        Type::Slice(slice) => {
            matches!(bare(&slice.elem), Type::Path(path) if path.path.is_ident("u8"))
        }
        _ => false,
    });
    match args.args.first()? {
        GenericArgument::Lifetime(lifetime) if is_text => Some(lifetime),
        _ => None,
    }
}

/// The containers of the standard library that codecs are written for as well.
const CONTAINERS: [&str; 13] = [
    "Option",
    "Box",
    "Rc",
    "Arc",
    "Vec",
    "VecDeque",
    "LinkedList",
    "BinaryHeap",
    "HashSet",
    "BTreeSet",
    "HashMap",
    "BTreeMap",
    "Cell",
];

/// The codec that is `ty` with another codec at each leaf for which there is one, and `_` at the others. `None` if there is no such leaf.
/// `codec` is told whether the leaf is in the place of a map's key.
pub(crate) fn with_leaves(
    ty: &Type,
    codec: &dyn Fn(&Type, bool) -> Option<TokenStream>,
) -> Option<TokenStream> {
    leaves(ty, false, codec)
}

fn leaves(
    ty: &Type,
    is_key: bool,
    codec: &dyn Fn(&Type, bool) -> Option<TokenStream>,
) -> Option<TokenStream> {
    let ty = bare(ty);
    let same = || quote!(__fj::Same);
    match ty {
        Type::Array(array) => {
            let (elem, len) = (leaves(&array.elem, is_key, codec)?, &array.len);
            Some(quote!([#elem; #len]))
        }
        Type::Slice(slice) => {
            let elem = leaves(&slice.elem, is_key, codec)?;
            Some(quote!([#elem]))
        }
        Type::Tuple(tuple) => {
            let elems = tuple.elems.iter().map(|elem| leaves(elem, is_key, codec));
            let elems: Vec<_> = elems.collect();
            elems.iter().find_map(Option::as_ref)?;
            let elems = elems.into_iter().map(|elem| elem.unwrap_or_else(same));
            Some(quote!((#(#elems,)*)))
        }
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            if !CONTAINERS.iter().any(|known| last.ident == known) {
                return codec(ty, is_key);
            }
            let PathArguments::AngleBracketed(args) = &last.arguments else {
                return codec(ty, is_key);
            };
            let types = args.args.iter().filter_map(|arg| match arg {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            });
            // The codec has no hasher.
            let is_map = last.ident.to_string().ends_with("Map");
            let types = types.take(if is_map { 2 } else { 1 }).enumerate();
            let types = types.map(|(i, ty)| leaves(ty, is_key || (is_map && i == 0), codec));
            let types: Vec<_> = types.collect();
            types.iter().find_map(Option::as_ref)?;
            let types = types.into_iter().map(|ty| ty.unwrap_or_else(same));
            let (leading, ident) = (path.path.leading_colon, &last.ident);
            let before = path.path.segments.iter().take(path.path.segments.len() - 1);
            Some(quote!(#leading #(#before::)* #ident<#(#types),*>))
        }
        _ => codec(ty, is_key),
    }
}

/// The codec that a user wrote, with `_` for a type's own form.
pub(crate) fn codec_of(ty: &Type) -> TokenStream {
    fn named(tokens: TokenStream) -> TokenStream {
        let named = tokens.into_iter().map(|token| match token {
            TokenTree::Ident(ident) if ident == "_" => {
                let span = Span::call_site().located_at(ident.span());
                quote_spanned!(span=> __fj::Same)
            }
            // syn reads the lone underscore as punctuation.
            TokenTree::Punct(punct) if punct.as_char() == '_' => {
                let span = Span::call_site().located_at(punct.span());
                quote_spanned!(span=> __fj::Same)
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), named(group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner).into()
            }
            token => token.into(),
        });
        named.collect()
    }
    named(ty.to_token_stream())
}

const POINTERS: [&str; 4] = ["Box", "Rc", "Arc", "Cow"];

/// Whether a pointer is written anywhere in a type, through which it may hold itself.
pub(crate) fn is_pointer(ty: &Type) -> bool {
    mentions(ty.to_token_stream(), &|ident, is_lifetime| {
        !is_lifetime && POINTERS.iter().any(|known| ident == known)
    })
}

/// Whether a type is written as a pointer to what may hold it again: to anything but a scalar or text.
pub(crate) fn may_hold_itself(ty: &Type) -> bool {
    const AROUND: [&str; 9] =
        ["std", "alloc", "core", "boxed", "rc", "sync", "borrow", "option", "Option"];
    const TEXTS: [&str; 3] = ["Path", "PathBuf", "path"];
    (is_pointer(ty) || ty.to_token_stream().to_string().contains('&'))
        && mentions(ty.to_token_stream(), &|ident, is_lifetime| {
            let mut known = POINTERS.iter().chain(&AROUND).chain(&TEXTS).chain(&LEAVES);
            !is_lifetime && ident != "mut" && !known.any(|known| ident == known)
        })
}

/// Whether a type is written as one whose members are those of its argument.
pub(crate) fn is_object_wrapper(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident == "Option" || last.ident == "Box")
}

/// Whether a type is written as a map.
pub(crate) fn is_map(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|last| last.ident.to_string().ends_with("Map"))
}

/// Whether a type has no size of its own, as it is written.
pub(crate) fn is_unsized(ty: &Type) -> bool {
    match bare(ty) {
        Type::Slice(_) => true,
        Type::Path(path) => path.path.is_ident("str"),
        _ => false,
    }
}

/// Whether a type is a scalar or text that the runtime itself writes and reads.
pub(crate) fn is_leaf(ty: &Type) -> bool {
    match bare(ty) {
        Type::Path(path) => LEAVES.iter().any(|known| path.path.is_ident(known)),
        _ => false,
    }
}

/// Whether a type is written as one whose JSON is never an object: a scalar, an array, text.
pub(crate) fn never_object(ty: &Type) -> bool {
    match bare(ty) {
        Type::Array(_) | Type::Slice(_) => true,
        Type::Tuple(tuple) => !tuple.elems.is_empty(),
        Type::Reference(reference) => never_object(&reference.elem),
        Type::Path(path) if path.qself.is_none() => match path.path.segments.last() {
            Some(last) if LEAVES.iter().any(|known| last.ident == known) => {
                last.arguments.is_none()
            }
            Some(last) if SEQUENCES.iter().any(|known| last.ident == known) => {
                argument(ty).is_some()
            }
            Some(last) if FORWARDING.iter().any(|known| last.ident == known) => {
                argument(ty).is_some_and(never_object)
            }
            _ => false,
        },
        _ => false,
    }
}

/// What the runtime itself writes and reads, and holds nothing else.
const LEAVES: [&str; 18] = [
    "bool", "char", "String", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16",
    "i32", "i64", "i128", "isize", "f32", "f64",
];

/// Written as arrays.
const SEQUENCES: [&str; 6] = ["Vec", "VecDeque", "LinkedList", "BinaryHeap", "HashSet", "BTreeSet"];

/// Written as what they hold.
const FORWARDING: [&str; 5] = ["Option", "Box", "Rc", "Arc", "Cell"];

/// The lifetimes that are written in a type.
pub(crate) fn lifetimes(ty: &Type) -> Vec<String> {
    fn collect(tokens: TokenStream, found: &mut Vec<String>) {
        let mut after_quote = false;
        for token in tokens {
            let is_lifetime = std::mem::take(&mut after_quote);
            match token {
                TokenTree::Ident(ident) if is_lifetime => found.push(ident.to_string()),
                TokenTree::Group(group) => collect(group.stream(), found),
                TokenTree::Punct(punct) => after_quote = punct.as_char() == '\'',
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(ty.to_token_stream(), &mut found);
    found
}

/// Whether a type is made of nothing but what the runtime itself writes and reads, as far as names tell.
pub(crate) fn is_native(ty: &Type) -> bool {
    match bare(ty) {
        Type::Array(array) => is_native(&array.elem),
        Type::Slice(slice) => is_native(&slice.elem),
        Type::Reference(reference) => is_native(&reference.elem),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_native),
        Type::Path(path) if path.qself.is_none() => match path.path.segments.last() {
            Some(last) if LEAVES.iter().any(|known| last.ident == known) => true,
            Some(last) if CONTAINERS.iter().any(|known| last.ident == known) => {
                let mut native = true;
                parts(ty, &mut |part, role| native &= role == Role::Hasher || is_native(part));
                native
            }
            _ => false,
        },
        _ => false,
    }
}

/// The tokens at another place, each still meaning what it means.
pub(crate) fn moved(tokens: TokenStream, to: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|token| {
        let mut token = match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), moved(group.stream(), to));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            token => token,
        };
        token.set_span(token.span().located_at(to));
        token
    });
    moved.collect()
}

/// A type with the lifetime `'__de` where it leaves one out: `&str`, `Cow<'_, str>`.
pub(crate) fn with_text_lifetime(tokens: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_quote = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(p)) if p.as_char() == '\'');
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '&' && !is_quote(tokens.peek()) => {
                let span = Span::call_site().located_at(punct.span());
                out.extend([token]);
                out.extend(quote_spanned!(span=> '__de));
            }
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                out.extend([token]);
                match tokens.next() {
                    Some(TokenTree::Ident(ident)) if ident == "_" => {
                        out.extend([TokenTree::from(Ident::new("__de", ident.span()))]);
                    }
                    next => out.extend(next),
                }
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_text_lifetime(group.stream()));
                inner.set_span(group.span());
                out.extend([TokenTree::Group(inner)]);
            }
            _ => out.extend([token]),
        }
    }
    out
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

/// All fields, of all variants.
pub(crate) fn fields(data: &Data) -> Box<dyn Iterator<Item = &syn::Field> + '_> {
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
