//! Items that go through another type: `from`, `try_from`, `into`.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::impls::Head;
use super::structs::by_slot;
use crate::model::{Direction, Item};
use crate::types::{is_pointer, may_hold_itself, with_text_lifetime};

/// Written as `ty`, which is made of a clone.
pub(super) fn encode(item: &Item<'_>, ty: &Type) -> TokenStream {
    let head = Head::new(item, Direction::Encode);
    let span = Span::call_site().located_at(ty.span());
    let converted =
        quote_spanned!(span=> <#ty as __fj::From<Self>>::from(__fj::Clone::clone(self)));
    let encode = head.of(quote!(__fj::Encode));
    let key = (!may_hold_itself(ty)).then(|| {
        let bound = quote!(for<'__a> #ty: __fj::EncodeKey);
        let head = head.with_bound(quote!(__fj::EncodeKey), Some(bound));
        quote! {
            #head {
                fn encode_key(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    <#ty as __fj::EncodeKey>::encode_key(&#converted, __w)
                }
            }
        }
    });
    let fields = (!is_pointer(ty))
        .then(|| head.forwarding_members(&ty.to_token_stream(), &quote!(&#converted)));
    quote! {
        #encode {
            fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                __w.enter()?;
                <#ty as __fj::Encode>::encode(&#converted, __w)?;
                __w.leave();
                __fj::Ok(())
            }
        }
        #key
        #fields
    }
}

/// Read as `ty`, and converted; a conversion that fails is an error at the value.
pub(super) fn decode(item: &Item<'_>, ty: &Type, is_fallible: bool) -> TokenStream {
    let head = Head::new(item, Direction::Decode);
    let span = Span::call_site().located_at(ty.span());
    let (may_be_object, may_be_key) = (!is_pointer(ty), !may_hold_itself(ty));
    // It stands in places where no lifetime may be left out.
    let ty = with_text_lifetime(ty.to_token_stream());
    let (converted, absent) = if is_fallible {
        let result = quote_spanned!(span=> <Self as __fj::TryFrom<#ty>>::try_from(__v));
        (quote!(__c.checked(__at, #result)?), quote!(#result.ok()))
    } else {
        let value = quote_spanned!(span=> <Self as __fj::From<#ty>>::from(__v));
        (value.clone(), quote!(__fj::Some(#value)))
    };
    let at = is_fallible.then(|| quote!(let __at = __c.offset();));
    let decode = head.of(quote!(__fj::Decode<'__de>));
    let key = may_be_key.then(|| {
        let bound = quote!(for<'__a> #ty: __fj::DecodeKey<'__de>);
        let head = head.with_bound(quote!(__fj::DecodeKey<'__de>), Some(bound));
        quote! {
            #head {
                fn decode_key(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    #at
                    let __v = <#ty as __fj::DecodeKey<'__de>>::decode_key(__c)?;
                    let __v = #converted;
                    __fj::Ok(__v)
                }
            }
        }
    });
    let fields = may_be_object.then(|| head.forwarded_members(item, &ty, &quote!(__v), &converted));
    let by_slot = by_slot();
    quote! {
        #decode {
            const FIRST: __fj::FirstBytes = <#ty as __fj::Decode<'__de>>::FIRST;
            #by_slot
            fn decode_slot(__c: &mut __fj::Cursor<'__de>, __out: &mut __fj::Option<Self>) -> __fj::Result<()> {
                #at
                let __v = <#ty as __fj::Decode<'__de>>::decode(__c)?;
                *__out = __fj::Some(#converted);
                __fj::Ok(())
            }
            fn absent() -> __fj::Option<Self> {
                let __v = <#ty as __fj::Decode<'__de>>::absent()?;
                #absent
            }
        }
        #key
        #fields
    }
}
