//! One field: how its value is written and read, whichever codec does it.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Lifetime, Type};

use crate::model::{Call, Codec, Fallback, Field};
use crate::types::{is_native, may_be_absent, moved};

/// The last segment of a function's path, where rustc is to show what is wrong with the function.
pub(super) fn span_of(path: &ExprPath) -> Span {
    path.path.segments.last().map_or_else(|| path.span(), |last| last.ident.span())
}

/// Whether the tokens are in a group without brackets, which a call of a function leaves where it is: there is another function in it.
fn is_invisible_group(tokens: &TokenStream) -> bool {
    let first = tokens.clone().into_iter().next();
    matches!(first, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None)
}

/// The call of a user's function, so that what is wrong with its parameters is shown at its path.
pub(super) fn call(path: &ExprPath, args: &[TokenStream]) -> TokenStream {
    let span = span_of(path);
    let args = args
        .iter()
        .map(|arg| if is_invisible_group(arg) { arg.clone() } else { moved(arg.clone(), span) });
    let args = quote_spanned!(span=> (#(#args),*));
    quote!(#path #args)
}

/// The call of a user's function that has to return a `ty`. If it does not, that is shown at its path, too.
pub(super) fn typed_call(path: &ExprPath, args: &[TokenStream], ty: &TokenStream) -> TokenStream {
    let call = call(path, args);
    let span = Span::call_site().located_at(span_of(path));
    let ty = moved(ty.clone(), span);
    quote_spanned!(span=> { let __v: #ty = #call; __v })
}

/// A value that is written by its own impl if it has one, else by serde's: method resolution chooses.
fn auto_encode(place: &TokenStream) -> TokenStream {
    quote!({
        #[allow(unused_imports)]
        use __fj::serde::auto::traits::*;
        (&&&__fj::serde::auto::Auto(#place)).__fj_encode(__w)
    })
}

/// The same for what a type says of reading.
fn auto(ty: &Type, call: TokenStream) -> TokenStream {
    quote!({
        #[allow(unused_imports)]
        use __fj::serde::auto::traits::*;
        (&&&__fj::serde::auto::Probe::<#ty>::NEW).#call
    })
}

/// An item of a type's object trait, named where the type stands: it may lack the trait.
pub(super) fn of_members(ty: &Type, lifetime: &str, item: &str) -> TokenStream {
    let span = ty.span();
    // Only the lifetime is one of ours; other tokens in the user's own place keep rustc from speaking of the derive.
    let lifetime = Lifetime::new(lifetime, Span::call_site().located_at(span));
    let item = Ident::new(item, span);
    quote_spanned!(span=> <#ty as __fj::DecodeFields<#lifetime>>::#item)
}

impl Call {
    /// Writes what the references `values` are to.
    pub(super) fn encode(&self, values: &[TokenStream]) -> TokenStream {
        let span = Span::call_site().located_at(span_of(&self.path));
        let writer = match self.is_serde {
            false => quote_spanned!(span=> __w),
            true => quote_spanned!(span=> __fj::serde::serializer(__w)),
        };
        let args: Vec<_> = values.iter().cloned().chain([writer]).collect();
        typed_call(&self.path, &args, &quote!(__fj::Result<()>))
    }

    /// The value of type `ty` that the function reads, or the error.
    pub(super) fn decode(&self, ty: &TokenStream) -> TokenStream {
        let span = Span::call_site().located_at(span_of(&self.path));
        let cursor = match self.is_serde {
            false => quote_spanned!(span=> __c),
            true => quote_spanned!(span=> __fj::serde::deserializer(__c)),
        };
        let result = typed_call(&self.path, &[cursor], &quote!(__fj::Result<#ty>));
        quote!({
            let __at = __c.offset();
            let __v = #result;
            __c.placed(__at, __v)
        })
    }
}

impl Field<'_> {
    /// The bound of the length of what is written, an `Option<usize>`.
    pub(super) fn max_len(&self) -> TokenStream {
        let ty = self.ty;
        match &self.codec.encode {
            Codec::Own => quote!(<#ty as __fj::Encode>::MAX_LEN),
            Codec::As(codec) => quote!(<#codec as __fj::EncodeAs<#ty>>::MAX_LEN),
            Codec::Call(_) | Codec::Auto => quote!(__fj::None),
        }
    }

    /// Writes the text `lead` and the value behind `place` into `__run`, and then makes room for `next` bytes.
    pub(super) fn write(&self, lead: &str, place: &TokenStream, next: &TokenStream) -> TokenStream {
        let ty = self.ty;
        let written = match &self.codec.encode {
            Codec::Own => return quote!(__fj::value::<#ty>(__run, #lead, #place, #next);),
            Codec::As(codec) => {
                return quote!(__fj::value_as::<#codec, #ty>(__run, #lead, #place, #next););
            }
            Codec::Call(call) => call.encode(std::slice::from_ref(place)),
            Codec::Auto => auto_encode(place),
        };
        let lead = (!lead.is_empty()).then(|| quote!(__run.literal(#lead);));
        quote! {
            #lead
            __run.call(#next, |__w| #written);
        }
    }

    /// Writes the value behind `place` into `__w`.
    pub(super) fn encode(&self, place: &TokenStream) -> TokenStream {
        let ty = self.ty;
        match &self.codec.encode {
            Codec::Own => quote!(<#ty as __fj::Encode>::encode(#place, __w)),
            Codec::As(codec) => quote!(<#codec as __fj::EncodeAs<#ty>>::encode_as(#place, __w)),
            Codec::Call(call) => call.encode(std::slice::from_ref(place)),
            Codec::Auto => auto_encode(place),
        }
    }

    /// Reads the value into `slot`, a place of an `Option`; a `Result<()>`.
    pub(super) fn read(&self, slot: &TokenStream) -> TokenStream {
        let ty = self.ty;
        if self.validate.is_none() {
            match &self.codec.decode {
                Codec::Own => {
                    return quote!(<#ty as __fj::Decode>::decode_slot(__c, &mut #slot));
                }
                Codec::As(codec) => {
                    return quote! {
                        <#codec as __fj::DecodeAs<'__de, #ty>>::decode_slot_as(__c, &mut #slot)
                    };
                }
                Codec::Call(_) | Codec::Auto => {}
            }
        }
        let value = self.decode();
        quote!({
            #slot = __fj::Some(#value?);
            __fj::Ok(())
        })
    }

    /// The function that reads the field as an element that must be there, if there is one.
    pub(super) fn element(&self) -> Option<TokenStream> {
        let ty = self.ty;
        if self.fallback.is_some() || self.validate.is_some() || self.is_remote {
            return None;
        }
        match &self.codec.decode {
            Codec::Own => Some(quote!(<#ty as __fj::Decode>::ELEMENT)),
            Codec::As(codec) => Some(quote!(__fj::element_as::<#codec, #ty>())),
            Codec::Call(_) | Codec::Auto => None,
        }
    }

    /// The value, or the error.
    pub(super) fn decode(&self) -> TokenStream {
        let ty = self.ty;
        let value = match &self.codec.decode {
            Codec::Own => quote!(<#ty as __fj::Decode>::decode(__c)),
            Codec::As(codec) => quote!(<#codec as __fj::DecodeAs<'__de, #ty>>::decode_as(__c)),
            Codec::Call(call) => call.decode(&quote!(#ty)),
            Codec::Auto => {
                let read = auto(ty, quote!(__fj_decode_slot(__c, &mut __v)));
                quote!({
                    let __at = __c.offset();
                    let mut __v = __fj::None;
                    #read?;
                    __v.ok_or_else(|| __c.unfilled(__at))
                })
            }
        };
        self.validated(value)
    }

    /// A value that has been read, or the error; and the error of the user's check.
    pub(super) fn validated(&self, value: TokenStream) -> TokenStream {
        let ty = self.ty;
        let Some(path) = &self.validate else { return value };
        let check = typed_call(path, &[quote!(&__v)], &quote!(__fj::Checked<_>));
        quote!({
            let __at = __c.offset();
            let __v: #ty = #value?;
            __c.checked(__at, #check).map(|()| __v)
        })
    }

    /// What the field is in an object that lacks it: an `Option`.
    pub(super) fn absent(&self) -> TokenStream {
        let ty = self.ty;
        match &self.codec.decode {
            Codec::Own => quote!(<#ty as __fj::Decode>::absent()),
            Codec::As(codec) => quote!(<#codec as __fj::DecodeAs<'__de, #ty>>::absent_as()),
            Codec::Call(_) if self.is_option() => quote!(__fj::Some(__fj::None)),
            Codec::Call(_) => quote!(__fj::None),
            Codec::Auto => auto(ty, quote!(__fj_absent())),
        }
    }

    /// Whether an object may lack the field, as far as its type tells by how it is written.
    pub(super) fn is_never_missing(&self) -> bool {
        self.fallback.is_some()
            || match &self.codec.decode {
                Codec::Own => may_be_absent(self.ty),
                Codec::Call(_) => self.is_option(),
                Codec::As(_) | Codec::Auto => false,
            }
    }

    /// Whether an object without the field cannot be meant: known here, or a constant `bool`.
    pub(super) fn is_required(&self) -> Result<bool, TokenStream> {
        if self.is_never_missing() || self.is_option() {
            return Ok(false);
        }
        let ty = self.ty;
        match &self.codec.decode {
            Codec::Own if is_native(ty) => Ok(true),
            Codec::Own => Err(quote!(<#ty as __fj::Decode<'__de>>::NEVER_ABSENT)),
            Codec::As(codec) => Err(quote!(<#codec as __fj::DecodeAs<'__de, #ty>>::NEVER_ABSENT)),
            Codec::Call(_) => Ok(true),
            Codec::Auto => Ok(false),
        }
    }

    /// The value's first bytes, a constant `FirstBytes`.
    pub(super) fn first(&self) -> TokenStream {
        let ty = self.ty;
        match &self.codec.decode {
            Codec::Own => quote!(<#ty as __fj::Decode<'__de>>::FIRST),
            Codec::As(codec) => quote!(<#codec as __fj::DecodeAs<'__de, #ty>>::FIRST),
            Codec::Call(_) | Codec::Auto => quote!(__fj::FirstBytes::ANY),
        }
    }

    /// The names of the value, if it is an object and they are known: a constant `Option<&Keys>`.
    pub(super) fn names(&self) -> TokenStream {
        let ty = self.ty;
        match (&self.codec.decode, &self.validate) {
            (Codec::Own, None) => quote!(<#ty as __fj::Decode<'__de>>::NAMES),
            _ => quote!(__fj::None),
        }
    }

    /// Whether the field is decoded as members of the object around it.
    pub(super) fn is_flattened(&self) -> bool {
        self.flatten.is_some()
    }

    /// The value where there is none in the text, for fields that are not read.
    pub(super) fn fallback_value(&self) -> TokenStream {
        let ty = self.ty;
        match &self.fallback {
            Some(Fallback::Function(path)) => typed_call(path, &[], &quote!(#ty)),
            Some(Fallback::Value(expr)) => {
                let span = Span::call_site().located_at(expr.span());
                let (value, ty) = (value_of(expr), moved(quote!(#ty), span));
                quote_spanned!(span=> { let __v: #ty = #value; __v })
            }
            Some(Fallback::Container) => {
                let member = &self.member;
                quote!(__default.#member)
            }
            Some(Fallback::Trait(_)) | None => quote!(<#ty as __fj::Default>::default()),
        }
    }
}

/// A `default_value`: text is converted to the field's type.
fn value_of(expr: &syn::Expr) -> TokenStream {
    match expr {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => {
            let span = Span::call_site().located_at(text.span());
            quote_spanned!(span=> __fj::Into::into(#text))
        }
        expr => quote!(#expr),
    }
}
