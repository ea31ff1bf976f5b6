//! Enums as keys of maps: where every variant is a name, or an untagged key.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Enum, failed, name_text, pattern};
use crate::expand::impls::Head;
use crate::model::{Codec, Direction, Field, Shape, Variant};
use crate::types::may_hold_itself;

impl Enum<'_> {
    /// The payloads that have to be keys; `None` if some variant cannot be one.
    fn key_payloads(&self, direction: Direction) -> Option<Vec<&Field<'_>>> {
        let mut payloads = Vec::new();
        for variant in self.variants.iter().filter(|variant| !variant.skip.get(direction)) {
            let is_text = self.is_untagged(variant) || self.is_other_text(variant);
            let field = variant.fields.list.first();
            match (variant.shape(direction), field) {
                _ if variant.codec.get(direction).is_some() => return None,
                (Shape::Newtype, Some(field)) if is_text => {
                    if !matches!(field.codec.get(direction), Codec::Own)
                        || may_hold_itself(field.ty)
                    {
                        return None;
                    }
                    payloads.push(field);
                }
                (Shape::Unit, _) if !is_text && self.is_external() => {}
                _ => return None,
            }
        }
        (!payloads.is_empty()).then_some(payloads)
    }

    fn is_external(&self) -> bool {
        matches!(self.item.representation, crate::model::Representation::External)
    }

    pub(super) fn encode_key(&self, head: &Head) -> Option<TokenStream> {
        let payloads = self.key_payloads(Direction::Encode)?;
        let bounds = payloads.iter().map(|field| {
            let ty = field.ty;
            quote!(for<'__a> #ty: __fj::EncodeKey)
        });
        let head = head.with_bounds(quote!(__fj::EncodeKey), &bounds.collect::<Vec<_>>());
        let arms = self.variants.iter().map(|variant| self.encode_key_arm(variant));
        let (this, rest) = (self.matched(), self.unlisted_arm(&failed));
        Some(quote! {
            #head {
                fn encode_key(&self, __w: &mut __fj::Writer<'_>) -> __fj::Result<()> {
                    match #this { #(#arms)* #rest }
                }
            }
        })
    }

    fn encode_key_arm(&self, variant: &Variant<'_>) -> TokenStream {
        let (none, name) = (pattern(variant, None), name_text(variant));
        if variant.skip.encode {
            return self.skipped_arm(variant, &failed);
        }
        match (variant.shape(Direction::Encode), variant.fields.list.first()) {
            (Shape::Newtype, Some(field)) => {
                let (pattern, ty) = (pattern(variant, Some(Direction::Encode)), field.ty);
                quote!(#pattern => <#ty as __fj::EncodeKey>::encode_key(__f0, __w),)
            }
            _ => quote!(#none => { __w.literal(#name); __fj::Ok(()) }),
        }
    }

    pub(super) fn decode_key(&self, head: &Head) -> Option<TokenStream> {
        let payloads = self.key_payloads(Direction::Decode)?;
        let bounds = payloads.iter().map(|field| {
            let ty = field.ty;
            quote!(for<'__a> #ty: __fj::DecodeKey<'__de>)
        });
        let head = head.with_bounds(quote!(__fj::DecodeKey<'__de>), &bounds.collect::<Vec<_>>());
        let named: Vec<_> = self.named();
        let units: Vec<_> = named.iter().filter(|v| !self.is_other_text(v)).copied().collect();
        let mut candidates = Vec::new();
        let mut arms = TokenStream::new();
        if !units.is_empty() {
            let names = self.names(&units, units.len());
            let unit_arms = units.iter().enumerate().map(|(n, variant)| {
                let (n, value) = (Literal::usize_unsuffixed(n), self.unit(variant));
                quote!(#n => #value,)
            });
            candidates.push(quote!(__fj::Candidate::new(__fj::FirstBytes::STRING, __fj::None)));
            arms.extend(quote! {
                0 => {
                    const __VARIANTS: &__fj::Variants = #names;
                    *__out = __fj::Some(match __c.variant_name(__VARIANTS)? {
                        #(#unit_arms)*
                        __n => return __c.unknown_index(__n),
                    });
                    __fj::Ok(())
                }
            });
        }
        for variant in self.variants.iter().filter(|variant| !variant.skip.decode) {
            let (Shape::Newtype, Some(field)) = (variant.fields.shape, variant.fields.list.first())
            else {
                continue;
            };
            let n = Literal::usize_unsuffixed(candidates.len());
            candidates.push(quote!(__fj::Candidate::new(__fj::FirstBytes::STRING, __fj::None)));
            let ty = field.ty;
            let value = field.validated(quote!(<#ty as __fj::DecodeKey<'__de>>::decode_key(__c)));
            let build = self.newtype(variant, &value);
            arms.extend(quote! {
                #n => {
                    *__out = __fj::Some(#build);
                    __fj::Ok(())
                }
            });
        }
        let of = &self.item.name.decode;
        Some(quote! {
            #head {
                fn decode_key(__c: &mut __fj::Cursor<'__de>) -> __fj::Result<Self> {
                    let __at = __c.offset();
                    let mut __out = __fj::None;
                    __fj::untagged(
                        __c,
                        const { &__fj::Untagged::new(#of, [#(#candidates),*]) },
                        &mut __out,
                        |__i, __c, __out| match __i {
                            #arms
                            _ => __c.unknown_index(__i),
                        },
                    )?;
                    __out.ok_or_else(|| __c.unfilled(__at))
                }
            }
        })
    }
}
