//! Enums that are their discriminants.

use std::iter::once;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{Enum, pattern};
use crate::expand::impls::Head;
use crate::expand::slots;
use crate::model::{Direction, Shape, Variant};

impl Enum<'_> {
    /// A constant for the discriminant of each variant: the one that is written, or the one before plus one.
    fn discriminants(&self, int: &Ident) -> (Vec<Ident>, TokenStream) {
        let names: Vec<_> =
            (0..self.variants.len()).map(|i| format_ident!("__DISCRIMINANT_{i}")).collect();
        let definitions = self.variants.iter().enumerate().map(|(i, variant)| {
            let name = &names[i];
            let value = match (variant.discriminant, i.checked_sub(1)) {
                (Some(value), _) => quote!(#value),
                (None, Some(before)) => {
                    let before = &names[before];
                    quote!(#before + 1)
                }
                (None, None) => quote!(0),
            };
            quote!(const #name: #int = #value;)
        });
        let definitions = definitions.collect();
        (names, definitions)
    }

    /// Whether the variant holds the number that no other has.
    fn holds_number(variant: &Variant<'_>) -> bool {
        variant.is_other && variant.fields.shape == Shape::Newtype
    }

    pub(super) fn encode_repr(&self, int: &Ident) -> TokenStream {
        let head = Head::new(self.item, Direction::Encode);
        let (names, definitions) = self.discriminants(int);
        let returned = |error: &TokenStream| quote!(return __fj::Err(#error));
        let has_skipped = self.variants.iter().any(|variant| variant.skip.encode);
        let arms = self.variants.iter().zip(&names).map(|(variant, name)| {
            if variant.skip.encode {
                return self.skipped_arm(variant, &returned);
            }
            let pattern = pattern(variant, Some(Direction::Encode));
            if Self::holds_number(variant) {
                quote!(#pattern => *__f0,)
            } else {
                quote!(#pattern => #name,)
            }
        });
        let this = self.matched();
        let rest = self.unlisted_arm(&returned);
        let number = quote!(match #this { #(#arms)* #rest });
        let (encode, key) = (head.of(quote!(__fj::Encode)), head.of(quote!(__fj::EncodeKey)));
        let fixed = (!has_skipped && rest.is_none()).then(|| {
            quote! {
                const MAX_LEN: __fj::Option<__fj::usize> = <#int as __fj::Encode>::MAX_LEN;
                fn encode_fixed(&self, __run: &mut __fj::Run<'_, '_>) {
                    let __n: #int = #number;
                    <#int as __fj::Encode>::encode_fixed(&__n, __run);
                }
            }
        });
        quote! {
            #definitions
            #encode {
                #fixed
                fn encode(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    let __n: #int = #number;
                    <#int as __fj::Encode>::encode(&__n, __w)
                }
            }
            #key {
                fn encode_key(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    let __n: #int = #number;
                    <#int as __fj::EncodeKey>::encode_key(&__n, __w)
                }
            }
        }
    }

    pub(super) fn decode_repr(&self, int: &Ident) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        let (names, definitions) = self.discriminants(int);
        // Both directions stand in one block.
        let definitions = (!self.item.directions.encode).then_some(definitions);
        let of = &self.item.name.decode;
        let read = self.variants.iter().zip(&names).filter(|(v, _)| !v.skip.decode && !v.is_other);
        let arms = read.map(|(variant, name)| {
            let value = self.unit(variant);
            quote!(#name => #value,)
        });
        let other = self.variants.iter().find(|variant| variant.is_other && !variant.skip.decode);
        let other = match other {
            Some(variant) if Self::holds_number(variant) => {
                let value = once(quote!(__n));
                let value = slots::construct(self.item, &variant.fields, value);
                quote!(__n => #value)
            }
            Some(variant) => {
                let value = self.unit(variant);
                quote!(_ => #value)
            }
            None => quote!(__n => return __fj::Err(__c.unknown_number(__at, #of, &__n))),
        };
        let arms = quote!(#(#arms)* #[allow(unreachable_patterns)] #other);
        let (decode, key) =
            (head.of(quote!(__fj::Decode<'__de>)), head.of(quote!(__fj::DecodeKey<'__de>)));
        quote! {
            #definitions
            #decode {
                const FIRST: __fj::FirstBytes = __fj::FirstBytes::NUMBER;
                const NEVER_ABSENT: __fj::bool = true;
                fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    let __at = __c.offset();
                    __fj::Ok(match <#int as __fj::Decode>::decode(__c)? { #arms })
                }
            }
            #key {
                fn decode_key(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    let __at = __c.offset();
                    __fj::Ok(match <#int as __fj::DecodeKey>::decode_key(__c)? { #arms })
                }
            }
        }
    }
}
