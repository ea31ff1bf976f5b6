//! Reading enums that are nothing but a name: of units, and of the names of fields or variants.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Enum;
use super::decode::open_members;
use crate::expand::impls::Head;
use crate::model::{Direction, Shape, Variant};

impl Enum<'_> {
    pub(super) fn decode_flat(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        let variants: Vec<&Variant<'_>> = self.variants.iter().collect();
        let names = self.names(&variants, variants.len());
        let arms = variants.iter().enumerate().map(|(n, variant)| {
            let (n, value) = (Literal::usize_unsuffixed(n), self.unit(variant));
            quote!(#n => #value,)
        });
        let (decode, key) =
            (head.of(quote!(__fj::Decode<'__de>)), head.of(quote!(__fj::DecodeKey<'__de>)));
        let members = open_members(&head);
        quote! {
            #members
            #decode {
                const FIRST: __fj::FirstBytes = __fj::ENUM;
                const NEVER_ABSENT: __fj::bool = true;
                fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    const __VARIANTS: &__fj::Variants = #names;
                    __fj::Ok(match __c.variant(__VARIANTS)? {
                        #(#arms)*
                        __n => return __c.unknown_index(__n),
                    })
                }
            }
            #key {
                fn decode_key(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    <Self as __fj::Decode>::decode(__c)
                }
            }
        }
    }

    /// An enum that is the name of a field or variant.
    pub(super) fn decode_identifier(&self) -> TokenStream {
        let head = Head::new(self.item, Direction::Decode);
        let variants = self.named();
        let names = self.names(&variants, variants.len());
        let arms = variants.iter().enumerate().map(|(n, variant)| {
            let n = Literal::usize_unsuffixed(n);
            let value = match (variant.fields.shape, variant.fields.list.first()) {
                (Shape::Newtype, Some(field)) => {
                    let value = self.newtype(variant, &field.decode());
                    quote!({
                        __c.rewind(__at);
                        #value
                    })
                }
                _ => self.unit(variant),
            };
            quote!(#n => #value,)
        });
        let (decode, key) =
            (head.of(quote!(__fj::Decode<'__de>)), head.of(quote!(__fj::DecodeKey<'__de>)));
        let at = variants.iter().any(|variant| variant.fields.shape == Shape::Newtype);
        let at = at.then(|| quote!(let __at = __c.offset();));
        quote! {
            #decode {
                const FIRST: __fj::FirstBytes = __fj::FirstBytes::STRING;
                const NEVER_ABSENT: __fj::bool = true;
                fn decode(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    const __VARIANTS: &__fj::Variants = #names;
                    #at
                    __fj::Ok(match __c.variant_name(__VARIANTS)? {
                        #(#arms)*
                        __n => return __c.unknown_index(__n),
                    })
                }
            }
            #key {
                fn decode_key(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    <Self as __fj::Decode>::decode(__c)
                }
            }
        }
    }
}
